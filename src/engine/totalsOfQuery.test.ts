/**
 * Totals of whole tables and of what filters leave of them, against a decimal library over rows
 * that were filtered by the naive query: two independent ways to the last digit.
 */

import { Big } from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CellKind, type CellView } from "../model/cell.ts";
import { columnId, type ColumnId } from "../model/positions.ts";
import { ALL_ROWS, type Query } from "../model/query.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { rowsOfView } from "./rowSet.ts";
import { runQuery } from "./runQuery.ts";
import { anyFilter, anyRows } from "./testing/anyCells.ts";
import { tableOf } from "./testing/buildTable.ts";
import { naiveFilter } from "./testing/naiveQuery.ts";
import { totalCells } from "./totals.ts";

const WIDTH = 3;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

interface Figures {
  readonly numbers: number;
  readonly sum: string;
  readonly min: string;
  readonly max: string;
}

/** Undefined when no cell is a number. */
function figuresOf(cells: readonly (CellView | undefined)[]): Figures | undefined {
  const values = cells.flatMap((cell) => {
    const isValue = cell?.kind === CellKind.string || cell?.kind === CellKind.number;
    return isValue && NUMBER.test(cell.text) ? [new Big(cell.text.replace(/^\+/, ""))] : [];
  });
  const [first] = values;
  if (first === undefined) return undefined;
  const least = values.reduce((least, value) => (value.lt(least) ? value : least), first);
  const most = values.reduce((most, value) => (value.gt(most) ? value : most), first);
  const sum = values.reduce((total, value) => total.plus(value));
  return { numbers: values.length, sum: plain(sum), min: plain(least), max: plain(most) };
}

/** One spelling for each value. */
function plain(value: Big): string {
  return value.eq(0) ? "0" : value.toFixed();
}

async function expectSame(rows: readonly CellView[][], query: Query): Promise<void> {
  const headers = Array.from({ length: WIDTH }, (_, column) => `column ${column}`);
  const table = tableOf(headers, rows);
  const order = await runQuery(table, query, UNINTERRUPTED, () => "text");
  const shown = naiveFilter(rows, query);
  for (let column = 0; column < WIDTH; column += 1) {
    const asked = [{ column: columnId(column), currency: undefined }];
    const totals = await totalCells(table, asked, () => rowsOfView(order), UNINTERRUPTED);
    const [line] = totals.currencies;
    const found = line && {
      numbers: line.numbers,
      sum: plain(new Big(line.sum)),
      min: plain(new Big(line.min)),
      max: plain(new Big(line.max)),
    };
    expect(found).toEqual(figuresOf(shown.map((row) => rows[row]?.[column])));
    expect(totals.cells).toBe(shown.length);
    expect(totals.numbers + totals.blanks + totals.others).toBe(shown.length);
  }
}

test("any cells, the whole and filtered", async () => {
  const filters = fc.array(anyFilter(WIDTH), { maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(anyRows(WIDTH, 30), filters, fc.constantFrom("", "1"), async (...given) => {
      const [rows, filters, search] = given;
      await expectSame(rows, { ...ALL_ROWS, filters, search });
    }),
    { numRuns: 300 },
  );
});

test("amounts as reports have them, by 20 filters", async () => {
  const amount = fc
    .tuple(fc.integer({ min: -5_000_000, max: 5_000_000 }), fc.stringMatching(/^\d{12}$/))
    .map(([whole, fraction]) => `${whole}.${fraction}`);
  const huge = fc.stringMatching(/^-?[1-9]\d{23}\.\d{12}$/);
  const text = fc.oneof(
    { weight: 8, arbitrary: amount },
    { weight: 1, arbitrary: huge },
    { weight: 1, arbitrary: fc.constantFrom("", "n/a", "-0.000000000000") },
  );
  const cell = text.map((text): CellView => ({ text, kind: CellKind.string }));
  const product = fc
    .constantFrom("CDN", "Cloud", "Storage")
    .map((text): CellView => ({ text, kind: CellKind.string }));
  const rows = fc.array(fc.tuple(product, cell, cell), { minLength: 200, maxLength: 400 });
  const bound = fc.integer({ min: -4_000_000, max: 4_000_000 }).map(String);
  const column = fc.constantFrom(columnId(1), columnId(2));
  const filter = fc.oneof(
    fc.record({ kind: fc.constantFrom("gte", "lt", "ne"), column, value: bound }),
    fc.record({
      kind: fc.constant("is" as const),
      column: fc.constant<ColumnId>(columnId(0)),
      values: fc.subarray(["CDN", "Cloud", "Storage"], { minLength: 1 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.array(filter, { minLength: 20, maxLength: 20 }),
      async (rows, filters) => {
        for (const one of filters) await expectSame(rows, { ...ALL_ROWS, filters: [one] });
      },
    ),
    { numRuns: 3 },
  );
});
