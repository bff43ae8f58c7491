import { expect, test } from "vitest";
import { Cancelled } from "../../model/turn.ts";
import { createPause, createTurns } from "./turns.ts";

test("a slice is due when its time is used up, and begins anew with the next turn", async () => {
  let now = 0;
  const turn = createTurns(
    8,
    () => Promise.resolve(),
    () => now,
  )(new AbortController().signal);
  expect(turn.due()).toBe(false);
  now = 8;
  expect(turn.due()).toBe(true);
  await turn.next();
  expect(turn.due()).toBe(false);
});

test("unwanted work stops, whether it was aborted before the pause or during it", async () => {
  const before = createTurns()(AbortSignal.abort());
  await expect(before.next()).rejects.toBeInstanceOf(Cancelled);

  const stop = new AbortController();
  const next = createTurns()(stop.signal).next();
  stop.abort();
  await expect(next).rejects.toBeInstanceOf(Cancelled);
});

test("pauses end in the order of their calls", async () => {
  const pause = createPause();
  const ended: number[] = [];
  await Promise.all([1, 2, 3].map((call) => pause().then(() => ended.push(call))));
  expect(ended).toEqual([1, 2, 3]);
});
