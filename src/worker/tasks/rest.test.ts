/** The reader's rest: work goes on at its end and not before, and other turns are as they were. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createRest } from "./rest.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function pausing() {
  const turn = { pauses: 0, due: () => false, next: () => Promise.resolve(void turn.pauses++) };
  return turn;
}

test("without a rest a turn is what it was", async () => {
  const turn = pausing();
  const within = createRest().within(turn);
  expect(within.due()).toBe(false);
  await within.next();
  expect(turn.pauses).toBe(1);
});

test("a rest is due at once and ends by itself", async () => {
  const turn = pausing();
  const rest = createRest(100);
  const within = rest.within(turn);
  rest.begin();
  expect(within.due()).toBe(true);
  const next = within.next();
  await vi.advanceTimersByTimeAsync(99);
  expect(turn.pauses).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  await next;
  expect(turn.pauses).toBe(1);
  expect(within.due()).toBe(false);
});

test("a rest ends when it is said, also before anybody waits for it", async () => {
  const turn = pausing();
  const rest = createRest(100);
  const within = rest.within(turn);
  rest.begin();
  const next = within.next();
  rest.end();
  await next;
  expect(turn.pauses).toBe(1);
  expect(vi.getTimerCount()).toBe(0);

  rest.begin();
  rest.end();
  expect(within.due()).toBe(false);
  rest.end();
  await within.next();
  expect(turn.pauses).toBe(2);
});
