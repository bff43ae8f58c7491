/**
 * Work for when nothing is asked. It begins a moment after the last answer, rests at its next pause
 * while something is asked, and goes on a moment after that. A failure ends it for good: nobody
 * asked for it, so nobody hears of it.
 */

import type { Turn } from "../../model/turn.ts";
import type { DatasetId } from "../protocol.ts";

/** `resting` makes a turn of the work's own one that also rests while something is asked. */
export type Work = (signal: AbortSignal, resting: (turn: Turn) => Turn) => Promise<void>;

export interface IdleWork {
  offer(dataset: DatasetId, work: Work): void;
  /** Stops the work for a dataset that is closed. */
  forget(dataset: DatasetId): void;
  /** Does what was asked; no other work is done meanwhile. */
  during<Result>(asked: () => Promise<Result>): Promise<Result>;
}

/** After a report came the screen asks several things and draws; later it is asked less. */
const BEGIN_MS = 300;
const GO_ON_MS = 100;

export function createIdleWork(beginMs: number = BEGIN_MS, goOnMs: number = GO_ON_MS): IdleWork {
  const offered = new Map<DatasetId, Work>();
  let running: { readonly dataset: DatasetId; readonly controller: AbortController } | undefined;
  let asked = 0;
  let isQuiet = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let goOn: (() => void) | undefined;

  const resting = (turn: Turn): Turn => ({
    due: () => !isQuiet || turn.due(),
    next: async () => {
      if (!isQuiet) await new Promise<void>((resolve) => (goOn = resolve));
      await turn.next();
    },
  });

  const later = (): void => {
    clearTimeout(timer);
    if (asked > 0) return;
    timer = setTimeout(settle, running === undefined ? beginMs : goOnMs);
  };

  const settle = (): void => {
    isQuiet = true;
    goOn?.();
    goOn = undefined;
    if (running === undefined) void begin();
  };

  const begin = async (): Promise<void> => {
    const [next] = offered;
    if (next === undefined) return;
    const [dataset, work] = next;
    offered.delete(dataset);
    const controller = new AbortController();
    running = { dataset, controller };
    try {
      await work(controller.signal, resting);
    } catch {
      // Stopped, or of no use.
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
      if (running?.dataset !== dataset) return;
      running.controller.abort();
      goOn?.();
      goOn = undefined;
    },
    during: async (ask) => {
      asked += 1;
      isQuiet = false;
      clearTimeout(timer);
      try {
        return await ask();
      } finally {
        asked -= 1;
        later();
      }
    },
  };
}
