/**
 * What loading takes from the browser, in one place: the network, whether there is one, and how
 * long to be patient. Tests give their own; everything else runs as it is.
 */

import { noted, type Note } from "../model/sentRequest.ts";

export interface Surroundings {
  readonly fetch: typeof fetch;
  /** False when the browser knows that it is offline; true may be wrong. */
  readonly isOnline: () => boolean;
  /** Origin of the page, `https://host` without a slash. */
  readonly origin: string;
  readonly patience: Patience;
}

/** All in milliseconds. */
export interface Patience {
  /** Until an answer begins. */
  readonly answer: number;
  /** Without a byte, once the body has begun. */
  readonly silence: number;
  /** Before the second try; doubled for each further one. */
  readonly retry: number;
  /** The same where the server asked to slow down without saying for how long. */
  readonly slowDown: number;
  /** The longest wait a server may ask for. */
  readonly longestWait: number;
  /** For finding out why there was no answer. */
  readonly probe: number;
}

export const PATIENCE: Patience = {
  answer: 60_000,
  silence: 30_000,
  retry: 1_000,
  slowDown: 5_000,
  longestWait: 300_000,
  probe: 5_000,
};

/** `note` hears of each request before it is made. */
export function browserSurroundings(note: Note): Surroundings {
  return {
    fetch: noted(globalThis.fetch.bind(globalThis), note),
    isOnline: () => navigator.onLine,
    origin: location.origin,
    patience: PATIENCE,
  };
}
