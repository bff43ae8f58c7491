import { expect, test } from "vitest";
import { createPace } from "./pace.ts";

test("tells at once, after 50 ms, then every 100 ms, counted from when it was asked", () => {
  let now = 1000;
  const pace = createPace(() => now);
  const told: number[] = [];
  for (; now <= 1400; now += 10) if (pace.due()) told.push(now - 1000);
  expect(told).toEqual([0, 50, 150, 250, 350]);
});
