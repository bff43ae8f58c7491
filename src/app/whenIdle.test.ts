import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whenIdle } from "./whenIdle.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("leaves it to the browser to say when, with the latest time", async () => {
  const asked: { readonly say: () => void; readonly timeout: number }[] = [];
  vi.stubGlobal("window", {
    requestIdleCallback: (say: () => void, { timeout }: { timeout: number }) =>
      asked.push({ say, timeout }),
  });
  const then = vi.fn<() => void>();
  const idle = whenIdle(200).then(then);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(then).not.toHaveBeenCalled();
  expect(asked.map(({ timeout }) => timeout)).toEqual([200]);
  asked[0]?.say();
  await idle;
  expect(then).toHaveBeenCalledTimes(1);
});

test("waits a tenth of that in a browser that does not tell", async () => {
  vi.stubGlobal("window", {});
  const then = vi.fn<() => void>();
  void whenIdle(200).then(then);
  await vi.advanceTimersByTimeAsync(19);
  expect(then).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(then).toHaveBeenCalledTimes(1);
});
