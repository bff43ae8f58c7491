import { expect, test } from "vitest";
import { createPace } from "./pace.ts";

function toldAt(until: number, columns?: number): number[] {
  let now = 1000;
  const pace = createPace(() => now);
  const told: number[] = [];
  for (; now <= 1000 + until; now += 10) if (pace.due(columns)) told.push(now - 1000);
  return told;
}

test("tells at once, after 50 ms, then every 100 ms, counted from when it was asked", () => {
  expect(toldAt(400)).toEqual([0, 50, 150, 250, 350]);
  expect(toldAt(400, 94)).toEqual(toldAt(400));
});

test("tells of many columns less often, the first time at once all the same", () => {
  expect(toldAt(1_200, 2_000)).toEqual([0, 500, 1_000]);
});
