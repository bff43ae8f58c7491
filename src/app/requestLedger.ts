/**
 * Every request the app made since the page was opened, in their order. What makes a request notes
 * it here first (`model/sentRequest.ts`); a later note with the same id says how it ended. Bounded:
 * of very many the oldest are forgotten, and counted.
 */

import type { Note, SentRequest } from "../model/sentRequest.ts";
import type { Store } from "./useStore.ts";

export interface Ledger {
  readonly requests: readonly SentRequest[];
  /** Older ones that are listed no more. */
  readonly forgotten: number;
}

export interface RequestLedger extends Store<Ledger> {
  readonly note: Note;
}

const MOST = 1_000;

export function createRequestLedger(most = MOST): RequestLedger {
  const listeners = new Set<() => void>();
  let ledger: Ledger = { requests: [], forgotten: 0 };
  return {
    note: (request) => {
      const { requests, forgotten } = ledger;
      const isKnown = requests.some(({ id }) => id === request.id);
      // The end of one that is listed no more.
      if (!isKnown && request.outcome !== "underWay") return;
      const next = isKnown
        ? requests.map((one) => (one.id === request.id ? request : one))
        : [...requests, request];
      const over = Math.max(0, next.length - most);
      ledger = { requests: next.slice(over), forgotten: forgotten + over };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => ledger,
  };
}
