/**
 * Tries again what may work the next time: a server in trouble, a server that asks to slow down, a
 * network that was not reached. Only before an answer has begun: nothing is ever fetched twice that
 * was shown. Each wait is announced, can be cut short by the person, and ends at once when cancelled.
 */

import { ReportFailure, type ReportError } from "../model/reportError.ts";
import type { Waiting } from "../model/reportSource.ts";
import { Cancelled } from "../model/turn.ts";
import type { Patience } from "./surroundings.ts";

export interface RetryWatcher {
  readonly signal: AbortSignal;
  /** A try begins: the first one, or one after a wait. */
  readonly onTry?: () => void;
  readonly onWait?: (waiting: Waiting) => void;
  /** Is given a function to call when the person does not want to wait any longer. */
  readonly onTryNow?: (listener: () => void) => void;
}

/** How often a request is made in all, by what went wrong; once where nothing is said. */
const TRIES: Partial<Record<ReportError["code"], number>> = {
  tooManyRequests: 5,
  server: 3,
  unreachable: 3,
};

export async function withRetries<Result>(
  ask: () => Promise<Result>,
  watcher: RetryWatcher,
  patience: Patience,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    watcher.onTry?.();
    try {
      return await ask();
    } catch (failure) {
      if (!(failure instanceof ReportFailure)) throw failure;
      const wait = planWait(failure.error, attempt, patience);
      if (wait === undefined) throw failure;
      const waiting = pause(wait.delayMs, watcher);
      watcher.onWait?.(wait);
      await waiting;
    }
  }
}

/** The wait before the next try, or undefined when there is none; `attempt` tries were made. */
export function planWait(
  error: ReportError,
  attempt: number,
  patience: Patience,
): Waiting | undefined {
  const of = TRIES[error.code] ?? 1;
  if (attempt >= of) return undefined;
  return {
    phase: "waiting",
    error,
    delayMs: delayOf(error, attempt, patience),
    attempt: attempt + 1,
    of,
  };
}

function delayOf(error: ReportError, attempt: number, patience: Patience): number {
  if (error.code === "tooManyRequests") {
    const asked = error.retryAfterMs ?? patience.slowDown * 2 ** (attempt - 1);
    return Math.min(asked, patience.longestWait);
  }
  // A little apart, so that many readers do not come back at the same moment.
  return patience.retry * 2 ** (attempt - 1) * (1 + Math.random() / 10);
}

/** Resolves when the time is over or the person says so; rejects when cancelled. */
function pause(milliseconds: number, { signal, onTryNow }: RetryWatcher): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(new Cancelled());
      return;
    }
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", cancel);
      resolve();
    };
    const cancel = (): void => {
      clearTimeout(timer);
      reject(new Cancelled());
    };
    const timer = setTimeout(finish, milliseconds);
    signal.addEventListener("abort", cancel, { once: true });
    onTryNow?.(finish);
  });
}
