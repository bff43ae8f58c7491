/**
 * The one place the key is kept: a variable of this module's closure, never state, storage, query
 * key or URL. React learns only whether there is one. The bare token comes out in one object, made
 * for the one message that carries it to the worker. Closing the tab or `forget` ends it.
 */

import type { ApiKey } from "../model/apiKey.ts";
import type { ReportId } from "../model/reportId.ts";
import type { ReportSource } from "../model/reportSource.ts";

export interface KeyHolder {
  readonly hold: (key: ApiKey) => void;
  readonly forget: () => void;
  readonly isHeld: () => boolean;
  /** Where a report comes from, key included; hand it to the engine client at once, keep it never. */
  readonly sourceOf: (reportId: ReportId) => ReportSource | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}

/** `api` is fixed by the host: the key goes to this origin only. */
export function createKeyHolder(api: string): KeyHolder {
  let held: ApiKey | undefined;
  const listeners = new Set<() => void>();
  const become = (key: ApiKey | undefined) => {
    held = key;
    for (const listener of listeners) listener();
  };
  return {
    hold: (key) => become(key),
    forget: () => become(undefined),
    isHeld: () => held !== undefined,
    sourceOf: (reportId) => {
      const key = held;
      return key?.reveal((token) => ({ api, reportId, key: token, scheme: key.scheme }));
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
