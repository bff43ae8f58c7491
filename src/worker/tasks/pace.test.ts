import { expect, test } from "vitest";
import { createPace } from "./pace.ts";

function toldAt(until: number, columns?: number): number[] {
  let now = 1000;
  const pace = createPace(() => now);
  const told: number[] = [];
  for (; now <= 1000 + until; now += 10) if (pace.due(columns)) told.push(now - 1000);
  return told;
}

test("tells at once, after 300 ms, then every 200 ms, counted from when it was asked", () => {
  expect(toldAt(900)).toEqual([0, 300, 500, 700, 900]);
  expect(toldAt(900, 94)).toEqual(toldAt(900));
});

test("tells of many columns less often, the first time at once all the same", () => {
  expect(toldAt(1_200, 2_000)).toEqual([0, 500, 1_000]);
});
