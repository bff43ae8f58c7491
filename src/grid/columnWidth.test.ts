import fc from "fast-check";
import { expect, test } from "vitest";

import { COLUMN_KINDS } from "../model/column.ts";
import type { MeasuredColumn } from "./columnWidth.ts";
import { clampColumnWidth, columnWidth } from "./columnWidth.ts";

const plain: MeasuredColumn = {
  label: "Unit",
  kind: "text",
  longest: 3,
  wholeDigits: 0,
  fractionDigits: 0,
};

const width = (change: Partial<MeasuredColumn>) => columnWidth({ ...plain, ...change });

test("first widths are usable, whatever the column", () => {
  const any = fc.record({
    label: fc.string(),
    kind: fc.constantFrom(...COLUMN_KINDS),
    longest: fc.nat(1000),
    wholeDigits: fc.nat(1000),
    fractionDigits: fc.nat(1000),
  });
  fc.assert(
    fc.property(any, (column) => {
      expect(columnWidth(column)).toBeGreaterThanOrEqual(64);
      expect(columnWidth(column)).toBeLessThanOrEqual(420);
    }),
  );
});

test("longer values and more digits need more room", () => {
  expect(width({ longest: 30 })).toBeGreaterThan(width({ longest: 20 }));
  expect(width({ kind: "money", wholeDigits: 6, fractionDigits: 10 })).toBeGreaterThan(
    width({ kind: "money", wholeDigits: 6, fractionDigits: 2 }),
  );
});

test("a long header of short values is cut before it wastes the screen", () => {
  expect(columnWidth({ ...plain, label: "lineItem/UsageAccountIdentifierOfThePayer" })).toBe(180);
});

test("a width from a person or a link is kept to what can be gripped", () => {
  expect(clampColumnWidth(3)).toBe(48);
  expect(clampColumnWidth(133.6)).toBe(134);
  expect(clampColumnWidth(1e9)).toBe(2000);
  expect(clampColumnWidth(Number.NaN)).toBe(64);
});
