/** Spreads against the filters they offer: a bin counts what "between" its ends finds. */

import { Big } from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CellKind, type CellView } from "../model/cell.ts";
import { parseDecimal } from "../model/decimal.ts";
import { filterProblem } from "../model/filterProblem.ts";
import { columnId } from "../model/positions.ts";
import { ALL_ROWS } from "../model/query.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { dateBins } from "./dateBins.ts";
import { MOST_BINS, numberBins } from "./numberBins.ts";
import { spreadOf } from "./spreadOf.ts";
import { anyRows } from "./testing/anyCells.ts";
import { encodedTable, type Encoding } from "./testing/encodedTable.ts";
import { naiveSums } from "./testing/naiveGroups.ts";
import { naiveFilter } from "./testing/naiveQuery.ts";

type Rows = readonly (readonly CellView[])[];

const COLUMN = columnId(0);
const TOTAL = { column: columnId(1), currency: undefined };
const ASKED = { total: TOTAL, currency: "" };

function spread(rows: Rows, list: readonly number[], isDate: boolean, encoding: Encoding) {
  const table = encodedTable(rows, () => encoding);
  const set = { list: Uint32Array.from(list) };
  return spreadOf(table, COLUMN, isDate, set, rows.length, ASKED, UNINTERRUPTED);
}

const number = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -300, max: 3000 }).map(String) },
  fc.integer({ min: -99_999, max: 99_999 }).map((n) => (n / 100).toFixed(2)),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(String),
  fc.constantFrom("", "none", "0.000000000000000000000000000000000000001", "1e5", "-0.1"),
);
const date = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.date({
      min: new Date("2025-01-01"),
      max: new Date("2027-12-31"),
      noInvalidDate: true,
    }),
  },
  fc.date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
);
const dateText = fc.oneof(
  date.map((moment) => moment.toISOString().slice(0, 10)),
  date.map((moment) => moment.toISOString()),
  date.map((moment) => moment.toISOString().slice(0, 16).replace("T", " ")),
  fc.constantFrom("", "soon", "2026-10-05T23:59:59.999999", "2026-10-05T00:30+02:00", "13/05/2026"),
);

const rowsWith = (first: fc.Arbitrary<string>) =>
  fc.array(
    fc
      .tuple(first, fc.integer({ min: -9, max: 99 }).map(String))
      .map((texts) => texts.map((text): CellView => ({ text, kind: CellKind.string }))),
    { maxLength: 30 },
  );

async function expectBins(
  rows: Rows,
  list: readonly number[],
  isDate: boolean,
  encoding: Encoding,
) {
  const found = await spread(rows, list, isDate, encoding);
  expect(found.rows).toBe(list.length);
  expect(found.within).toBe(found.bins.reduce((sum, bin) => sum + bin.rows, 0));
  const seen = new Set<number>();
  for (const { from, to, rows: count, sum } of found.bins) {
    const filter = { kind: "between" as const, column: COLUMN, from, to };
    expect(filterProblem(filter)).toBeUndefined();
    const fits = naiveFilter(rows, { ...ALL_ROWS, filters: [filter] }).filter((row) =>
      list.includes(row),
    );
    for (const row of fits) {
      expect(seen.has(row)).toBe(false);
      seen.add(row);
    }
    expect([from, to, count]).toEqual([from, to, fits.length]);
    const exact = naiveSums(rows, fits, TOTAL).get("")?.sum;
    expect(sum === undefined).toBe(exact === undefined);
    if (exact !== undefined) expect(new Big(sum ?? "").eq(exact)).toBe(true);
  }
  expect(seen.size).toBe(found.within);
  // Nothing that is a number or a date is left out: the span as a filter finds the same rows.
  if (found.span === undefined) expect(found.bins).toEqual([]);
  else {
    expect(found.bins.at(0)?.rows).toBeGreaterThan(0);
    expect(found.bins.at(-1)?.rows).toBeGreaterThan(0);
    const { from, to } = found.span;
    const all = naiveFilter(rows, {
      ...ALL_ROWS,
      filters: [
        { kind: "gte", column: COLUMN, value: from },
        { kind: "lte", column: COLUMN, value: to },
      ],
    }).filter((row) => list.includes(row));
    if (isDate || parseDecimal(from) !== undefined) expect(all).toHaveLength(found.within);
  }
}

const anyEncoding = fc.constantFrom<Encoding[]>("codes", "decimal", "text");

describe("each bin counts and adds what its filter finds, and no row is in two or in none", () => {
  test.each([
    ["numbers", rowsWith(number), false],
    ["dates", rowsWith(dateText), true],
    ["any cells as numbers", anyRows(2, 20), false],
  ] as const)("%s", async (_, anything, isDate) => {
    await fc.assert(
      fc.asyncProperty(
        anything,
        anyEncoding,
        fc.infiniteStream(fc.boolean()),
        async (rows, encoding, picks) => {
          const list = [...rows.keys()].filter(() => picks.next().value);
          await expectBins(rows, list, isDate, encoding);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test("bins of numbers: as many as can be told apart, few enough, edge to edge", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
      fc.bigInt({ min: 0n, max: 10n ** 20n }),
      (least, span) => {
        const { start, step, count } = numberBins(least, least + span, 2);
        expect(start <= least && start + step > least).toBe(true);
        const last = start + BigInt(count - 1) * step;
        expect(last <= least + span && last + step > least + span).toBe(true);
        expect(count).toBeLessThanOrEqual(MOST_BINS);
        if (span >= 40n) expect(count).toBeGreaterThanOrEqual(24);
        else expect(step).toBe(1n);
      },
    ),
  );
});

const micro = (text: string) => Date.parse(text) * 1000;

test.each([
  ["2026-10-05", "2026-10-05", "day", 1],
  ["2026-10-01", "2026-10-31", "day", 31],
  ["2026-10-01", "2026-12-31", "week", 14],
  ["2026-01-01", "2026-12-31", "month", 12],
  ["2024-02-29", "2026-12-31", "month", 35],
  ["2010-01-01", "2026-12-31", "year", 17],
  ["1900-01-01", "2026-12-31", "year", 26],
  ["0001-01-01", "9999-12-31", "year", 50],
] as const)("%s to %s goes by the %s", (from, to, unit, count) => {
  const bins = dateBins(micro(from), micro(to), false);
  expect(bins.unit).toBe(unit);
  expect(bins.edges).toHaveLength(count + 1);
});

test("hours where the times of a day or two are told", () => {
  const start = Date.parse("2026-10-05T08:30:00Z") * 1000;
  const bins = dateBins(start, start + 5 * 3_600_000_000, true);
  expect(bins.unit).toBe("hour");
  expect(bins.edges).toHaveLength(7);
});
