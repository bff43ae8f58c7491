/**
 * One request as it is listed for the person: what went where, with or without the key, and what
 * came of it. Plain data, so that it crosses threads; the key itself has no place in it.
 * `noted` is the one way to the network: it lists a request before it is made.
 */

import type { KeyScheme } from "./apiKey.ts";
import { randomId } from "./randomId.ts";

export interface SentRequest {
  /** Unique in the page; a later note with the same one says how it ended. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  /** `https://host`, without a slash. */
  readonly origin: string;
  /** With its query. */
  readonly path: string;
  /** The word before the key in its header; undefined when the key did not go along. */
  readonly key: KeyScheme | undefined;
  readonly outcome: Outcome;
}

/** The status of the answer, or why there is none. */
export type Outcome = number | "underWay" | "noAnswer" | "stopped" | "redirectRefused";

export type Note = (request: SentRequest) => void;

/** `fetch` that notes each request before it goes out, and again when its answer begins. */
export function noted(fetch: typeof globalThis.fetch, note: Note): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, globalThis.location?.href);
    const request: SentRequest = {
      id: randomId(),
      at: Date.now(),
      method: init?.method ?? (input instanceof Request ? input.method : "GET"),
      origin: url.origin,
      path: url.pathname + url.search,
      key: keyIn(init?.headers ?? (input instanceof Request ? input.headers : undefined)),
      outcome: "underWay",
    };
    note(request);
    try {
      const answer = await fetch(input, init);
      note({ ...request, outcome: outcomeOf(answer) });
      return answer;
    } catch (cause) {
      note({ ...request, outcome: init?.signal?.aborted === true ? "stopped" : "noAnswer" });
      throw cause;
    }
  };
}

/** The word before the key, never the key. Anything in that header counts as one. */
function keyIn(headers: HeadersInit | undefined): KeyScheme | undefined {
  const value = new Headers(headers).get("authorization");
  if (value === null) return undefined;
  return value.startsWith("Bearer ") ? "Bearer" : "apikey";
}

function outcomeOf({ type, status }: Response): Outcome {
  if (type === "opaqueredirect") return "redirectRefused";
  // An opaque answer tells that somebody is there, not what was said.
  return status;
}
