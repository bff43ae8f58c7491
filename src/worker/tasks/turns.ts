/**
 * Turns for long work in the worker: after a slice of some milliseconds the work steps behind the
 * messages that wait (a MessageChannel's task stands in the same line as they do, without the
 * delay a timer has), so a request for rows on screen is answered between two slices.
 */

import { Cancelled, type Turn } from "../../model/turn.ts";

/** Short enough for one frame: two tasks at work still let a message in every 16 ms. */
export const SLICE_MS = 8;

/** A turn for one task; `next` throws `Cancelled` once the signal is aborted. */
export type TurnMaker = (signal: AbortSignal) => Turn;

export function createTurns(
  sliceMs: number = SLICE_MS,
  pause: () => Promise<void> = createPause(),
  now: () => number = () => performance.now(),
): TurnMaker {
  return (signal) => {
    let started = now();
    return {
      due: () => now() - started >= sliceMs,
      next: async () => {
        if (signal.aborted) throw new Cancelled();
        await pause();
        if (signal.aborted) throw new Cancelled();
        started = now();
      },
    };
  };
}

/** Resolves in a later task, in the order of the calls. */
export function createPause(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener("message", () => waiting.shift()?.());
  port1.start();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(undefined);
    });
}
