import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Cancelled } from "../../model/turn.ts";
import { FIRST, SECOND } from "../testing/examples.ts";
import { createIdleWork, type Work } from "./idleWork.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Work that lasts until the test ends it or it is stopped. */
function lasting() {
  const begun: { readonly signal: AbortSignal; readonly end: () => void }[] = [];
  const work: Work = (signal) =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new Cancelled()));
      begun.push({ signal, end: resolve });
    });
  return { begun, work };
}

const QUIET = 300;
const quiet = () => vi.advanceTimersByTimeAsync(QUIET);

test("begins when it has been quiet, stops when something is asked, and begins again", async () => {
  const idle = createIdleWork(QUIET);
  const { begun, work } = lasting();
  idle.offer(FIRST, work);
  expect(begun).toHaveLength(0);
  await quiet();
  expect(begun).toHaveLength(1);
  const answers: (() => void)[] = [];
  const asked = idle.during(() => new Promise<void>((resolve) => answers.push(resolve)));
  expect(begun[0]?.signal.aborted).toBe(true);
  await quiet();
  expect(begun).toHaveLength(1);
  answers[0]?.();
  await asked;
  await quiet();
  expect(begun).toHaveLength(2);
  begun[1]?.end();
  await quiet();
  await idle.during(() => Promise.resolve());
  await quiet();
  expect(begun).toHaveLength(2);
});

test("is not done for what was closed, nor again when it failed", async () => {
  const idle = createIdleWork(QUIET);
  const { begun, work } = lasting();
  const broken = vi.fn<Work>(() =>
    Promise.reject(new RangeError("Array buffer allocation failed")),
  );
  idle.offer(FIRST, work);
  idle.offer(SECOND, broken);
  await quiet();
  idle.forget(FIRST);
  expect(begun[0]?.signal.aborted).toBe(true);
  await quiet();
  expect(broken).toHaveBeenCalledTimes(1);
  await expect(idle.during(() => Promise.reject(new Cancelled()))).rejects.toThrow(Cancelled);
  await quiet();
  expect([begun.length, broken.mock.calls.length]).toEqual([1, 1]);
});
