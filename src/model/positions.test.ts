import { expect, test } from "vitest";
import { ariaRowOf, columnId, rowIndex, viewRow } from "./positions.ts";

test("the header is ARIA row 1, the first row of data 2", () => {
  expect(ariaRowOf(viewRow(0))).toBe(2);
  expect(ariaRowOf(viewRow(9_999_999))).toBe(10_000_001);
});

test("positions are the numbers they are made of", () => {
  expect([columnId(0), rowIndex(7), viewRow(41)]).toEqual([0, 7, 41]);
});
