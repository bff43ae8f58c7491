/**
 * Work for when nothing is asked. It begins a moment after the last answer, stops at its next pause
 * when something is asked, and begins again later until it is done. A failure ends it for good:
 * nobody asked for it, so nobody hears of it.
 */

import type { DatasetId } from "../protocol.ts";

export type Work = (signal: AbortSignal) => Promise<void>;

export interface IdleWork {
  offer(dataset: DatasetId, work: Work): void;
  forget(dataset: DatasetId): void;
  /** Does what was asked; no other work is done meanwhile. */
  during<Result>(asked: () => Promise<Result>): Promise<Result>;
}

/** People ask several things at once, and the screen draws what came. */
const QUIET_MS = 300;

export function createIdleWork(quietMs: number = QUIET_MS): IdleWork {
  const offered = new Map<DatasetId, Work>();
  let running: { readonly dataset: DatasetId; readonly controller: AbortController } | undefined;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (asked === 0 && offered.size > 0) timer = setTimeout(() => void begin(), quietMs);
  };

  const begin = async (): Promise<void> => {
    timer = undefined;
    const [next] = offered;
    if (next === undefined || running !== undefined) return;
    const [dataset, work] = next;
    const controller = new AbortController();
    running = { dataset, controller };
    try {
      await work(controller.signal);
      if (!controller.signal.aborted) offered.delete(dataset);
    } catch {
      if (!controller.signal.aborted) offered.delete(dataset);
    }
    running = undefined;
    later();
  };

  return {
    offer: (dataset, work) => {
      offered.set(dataset, work);
      later();
    },
    forget: (dataset) => {
      offered.delete(dataset);
      if (running?.dataset === dataset) running.controller.abort();
    },
    during: async (ask) => {
      asked += 1;
      clearTimeout(timer);
      running?.controller.abort();
      try {
        return await ask();
      } finally {
        asked -= 1;
        later();
      }
    },
  };
}
