import { expect, test } from "vitest";
import { mostTableBytes } from "./memoryLimit.ts";

const GIB = 2 ** 30;

test("a quarter of what the device says, within bounds", () => {
  expect([undefined, "8", Number.NaN, 0].map(mostTableBytes)).toEqual(Array(4).fill(2 * GIB));
  expect([0.25, 1, 4, 8, 32].map(mostTableBytes)).toEqual(
    [0.5, 0.5, 1, 2, 2].map((gib) => gib * GIB),
  );
});
