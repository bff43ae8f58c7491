import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Cancelled, type Turn } from "../../model/turn.ts";
import { FIRST, SECOND } from "../testing/examples.ts";
import { createIdleWork, type Work } from "./idleWork.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const QUIET = 300;
const SHORT = 100;
const quiet = () => vi.advanceTimersByTimeAsync(QUIET);

/** Work of some steps, each a millisecond and a pause. */
function stepping(steps: number) {
  const counted = { done: 0, stopped: false };
  const work: Work = async (signal, resting) => {
    const turn: Turn = resting({
      due: () => false,
      next: () => (signal.aborted ? Promise.reject(new Cancelled()) : Promise.resolve()),
    });
    try {
      while (counted.done < steps) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        counted.done += 1;
        if (turn.due()) await turn.next();
      }
    } catch (cause) {
      counted.stopped = true;
      throw cause;
    }
  };
  return { counted, work };
}

test("begins when it has been quiet, rests while something is asked, and goes on", async () => {
  const idle = createIdleWork(QUIET, SHORT);
  const { counted, work } = stepping(20);
  idle.offer(FIRST, work);
  await vi.advanceTimersByTimeAsync(QUIET - 1);
  expect(counted.done).toBe(0);
  await vi.advanceTimersByTimeAsync(1 + 5);
  expect(counted.done).toBe(5);
  const answers: (() => void)[] = [];
  const asked = idle.during(() => new Promise<void>((resolve) => answers.push(resolve)));
  await quiet();
  // The step under way was finished.
  expect(counted.done).toBe(6);
  answers[0]?.();
  await asked;
  await vi.advanceTimersByTimeAsync(SHORT - 1);
  expect(counted.done).toBe(6);
  await quiet();
  expect(counted).toEqual({ done: 20, stopped: false });
});

test("is stopped for what was closed, also while it rests, and a failure is nobody's business", async () => {
  const idle = createIdleWork(QUIET, SHORT);
  const { counted, work } = stepping(20);
  const broken = vi.fn<Work>(() =>
    Promise.reject(new RangeError("Array buffer allocation failed")),
  );
  idle.offer(FIRST, work);
  idle.offer(SECOND, broken);
  await quiet();
  await vi.advanceTimersByTimeAsync(3);
  const asked = idle.during(() => new Promise((resolve) => setTimeout(resolve, 50)));
  await vi.advanceTimersByTimeAsync(10);
  idle.forget(FIRST);
  await vi.advanceTimersByTimeAsync(10);
  expect(counted).toEqual({ done: 4, stopped: true });
  expect(broken).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(50);
  await asked;
  await quiet();
  expect(broken).toHaveBeenCalledTimes(1);
  await expect(idle.during(() => Promise.reject(new Cancelled()))).rejects.toThrow(Cancelled);
  await quiet();
  expect([counted.done, broken.mock.calls.length]).toEqual([4, 1]);
});
