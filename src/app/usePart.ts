/**
 * A part of the bundle that is fetched when it is first wanted, and once for all who want it. `fetch`
 * is a function that only imports: the build wraps the whole expression of an import, so that handlers
 * in the same expression would not hear of a style that can't be had.
 */

import { useCallback, useState } from "react";

export interface LazyPart<Part> {
  readonly fetch: () => Promise<Part>;
  /** Once fetched it is there at once. */
  fetched: Part | undefined;
}

export function lazyPart<Part>(fetch: () => Promise<Part>): LazyPart<Part> {
  return { fetch, fetched: undefined };
}

interface FetchedPart<Part> {
  readonly part: Part | undefined;
  /** The last try; wanting it again tries again. */
  readonly hasFailed: boolean;
  readonly want: () => void;
}

export function usePart<Part>(lazy: LazyPart<Part>): FetchedPart<Part> {
  const [state, setState] = useState<Pick<FetchedPart<Part>, "part" | "hasFailed">>({
    part: lazy.fetched,
    hasFailed: false,
  });
  const want = useCallback(() => {
    setState((last) => (last.hasFailed ? { part: undefined, hasFailed: false } : last));
    lazy.fetch().then(
      (part) => {
        lazy.fetched = part;
        setState({ part, hasFailed: false });
      },
      () => setState({ part: undefined, hasFailed: true }),
    );
  }, [lazy]);
  return { ...state, want };
}
