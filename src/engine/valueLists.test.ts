/** Lists of values against counting and adding one by one. */

import { Big } from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CellKind, type CellView } from "../model/cell.ts";
import { alphabetOf } from "../model/alphabets.ts";
import type { Collation } from "../model/collation.ts";
import type { Measure, ValuesAsked } from "../model/columnValues.ts";
import type { ColumnKind } from "../model/column.ts";
import { compareText } from "../model/compareText.ts";
import { columnId } from "../model/positions.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { anyCollation, anyRows } from "./testing/anyCells.ts";
import { encodedTable, type Encoding } from "./testing/encodedTable.ts";
import { naiveSums } from "./testing/naiveGroups.ts";
import { compareCells, slashOrderOf } from "./testing/naiveQuery.ts";
import { createValueLists } from "./valueLists.ts";

type Rows = readonly (readonly CellView[])[];

const COLUMN = columnId(0);
const AMOUNT = columnId(1);
const FROM_COLUMN = { from: "column", column: columnId(2) } as const;

async function pageOf(
  rows: Rows,
  list: readonly number[],
  asked: ValuesAsked,
  encoding: Encoding,
  few?: number,
  kind: ColumnKind = "id",
  collation?: Collation,
) {
  const table = encodedTable(rows, () => encoding);
  const order = {
    tableRows: rows.length,
    rowCount: list.length,
    rows: Uint32Array.from(list),
  };
  const listed = { name: "", order, column: COLUMN, kind, collation };
  return createValueLists(table, few).page(listed, asked, UNINTERRUPTED);
}

interface Naive {
  readonly text: string;
  readonly rows: number;
  readonly sum: Big | undefined;
}

function naive(
  rows: Rows,
  list: readonly number[],
  measure: Measure | undefined,
  kind: ColumnKind,
  collation: Collation | undefined,
) {
  const alphabet = collation && alphabetOf(collation);
  const slashes = slashOrderOf(rows, COLUMN);
  const byText = new Map<string, number[]>();
  for (const row of list) {
    const text = rows[row]?.[COLUMN]?.text ?? "";
    byText.set(text, [...(byText.get(text) ?? []), row]);
  }
  const sumOf = (some: readonly number[]) =>
    measure && naiveSums(rows, some, measure.total).get(measure.currency)?.sum;
  const values = [...byText].map(([text, some]): Naive => ({
    text,
    rows: some.length,
    sum: sumOf(some),
  }));
  const bySize = (a: Naive, b: Naive): number => {
    if (measure === undefined) return b.rows - a.rows;
    if (a.sum === undefined || b.sum === undefined) {
      return Number(a.sum === undefined) - Number(b.sum === undefined);
    }
    return b.sum.abs().cmp(a.sum.abs());
  };
  values.sort(
    (a, b) =>
      Number(b.text === "") - Number(a.text === "") ||
      bySize(a, b) ||
      compareCells(a.text, b.text, kind, slashes, false, collation) ||
      compareText(a.text, b.text, alphabet),
  );
  return { values, sum: sumOf(list) };
}

const anyMeasure: fc.Arbitrary<Measure | undefined> = fc.constantFrom(
  undefined,
  { total: { column: AMOUNT, currency: undefined }, currency: "" },
  { total: { column: AMOUNT, currency: FROM_COLUMN }, currency: "" },
  { total: { column: AMOUNT, currency: { from: "code", code: "EUR" } as const }, currency: "EUR" },
  { total: { column: AMOUNT, currency: { from: "code", code: "EUR" } as const }, currency: "USD" },
);

test("any window of any list is what counting and adding one by one gives", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyRows(3, 30),
      fc.constantFrom<Encoding[]>("codes", "decimal", "text"),
      fc.constantFrom<ColumnKind[]>("id", "decimal", "datetime"),
      fc.constantFrom(1, 2, 1000),
      anyMeasure,
      fc.constantFrom("", "a", "1", "É", "."),
      fc.constantFrom(undefined, "2", "o"),
      fc.nat({ max: 5 }),
      fc.nat({ max: 12 }),
      fc.infiniteStream(fc.boolean()),
      anyCollation,
      async (rows, encoding, kind, few, measure, search, also, start, length, picks, collation) => {
        const list = [...rows.keys()].filter(() => picks.next().value);
        const expected = naive(rows, list, measure, kind, collation);
        const chosen = ["1", "", "nobody has this"];
        const end = start + length;
        const asked = { measure, search, also, start, end, chosen };
        const page = await pageOf(rows, list, asked, encoding, few, kind, collation);
        const found = expected.values.filter(({ text }) =>
          [search, search === "" ? search : also || search].some((one) =>
            text.toLowerCase().includes(one.toLowerCase()),
          ),
        );
        expect(page).toMatchObject({
          distinct: expected.values.length,
          found: found.length,
          start,
          rows: list.length,
          missing: chosen.filter((text) => !expected.values.some((one) => one.text === text)),
        });
        expect(page.sum === undefined).toBe(expected.sum === undefined);
        if (expected.sum !== undefined) expect(new Big(page.sum ?? "").eq(expected.sum)).toBe(true);
        expect(page.values.map(({ text, rows: count }) => ({ text, rows: count }))).toEqual(
          found.slice(start, end).map(({ text, rows: count }) => ({ text, rows: count })),
        );
        page.values.forEach(({ sum, share }, at) => {
          const exact = found[start + at]?.sum;
          expect(sum === undefined).toBe(exact === undefined);
          if (exact !== undefined) expect(new Big(sum ?? "").eq(exact)).toBe(true);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        });
      },
    ),
    { numRuns: 1000 },
  );
});

/** Of text `at`, which one or two rows have. */
const amount = (at: number) => (at < 20_000 ? at + at + 50_000 : at);

test("50,000 distinct values are found and ordered by their amounts", async () => {
  const rows = Array.from({ length: 70_000 }, (_, row) => [
    { text: `text ${row % 50_000}`, kind: CellKind.string },
    { text: String(row), kind: CellKind.number },
  ]);
  const measure = { total: { column: AMOUNT, currency: undefined }, currency: "" };
  const list = [...rows.keys()];
  for (const encoding of ["codes", "text"] as const) {
    const asked = { measure, search: "9", start: 900, end: 1_000, chosen: [] };
    const page = await pageOf(rows, list, asked, encoding);
    const expected = Array.from({ length: 50_000 }, (_, at) => at)
      .filter((at) => String(at).includes("9"))
      .sort((a, b) => amount(b) - amount(a))
      .map((at) => `text ${at}`);
    expect(page.distinct).toBe(50_000);
    expect(page.found).toBe(expected.length);
    expect(page.sum).toBe(String((70_000 * 69_999) / 2));
    expect(page.values.map(({ text }) => text)).toEqual(expected.slice(900, 1_000));
  }
});

test("a window of many values of one size: those that are in order there, however it is asked", async () => {
  const count = 60_000;
  const rows = Array.from({ length: count }, (_, row) => [
    { text: `id-${(row * 7_919) % count}`, kind: CellKind.string },
  ]);
  const list = [...rows.keys()];
  const order = { tableRows: count, rowCount: count, rows: undefined };
  for (const encoding of ["codes", "text"] as const) {
    const lists = createValueLists(encodedTable(rows, () => encoding));
    const listed = { name: "", order, column: COLUMN, kind: "text", collation: undefined } as const;
    for (const start of [0, 29_950, 59_900, 100]) {
      const asked = { measure: undefined, search: "", start, end: start + 100, chosen: ["id-7"] };
      const page = await lists.page(listed, asked, UNINTERRUPTED);
      expect(page).toMatchObject({ distinct: count, found: count, missing: [] });
      const expected = list.slice(start, start + 100).map((at) => `id-${at}`);
      expect(page.values.map(({ text }) => text)).toEqual(expected);
    }
  }
});
