/**
 * Groups, their lines and their sums against lists in lists and a decimal library, for any cells in
 * any encoding; and that subtotals make the total, to the last digit.
 */

import { Big } from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellView } from "../model/cell.ts";
import { CellKind } from "../model/cell.ts";
import { COLUMN_KINDS } from "../model/column.ts";
import { addDecimals, formatDecimal, parseDecimal, ZERO } from "../model/decimal.ts";
import type { Folds, GroupLevel, GroupOrder } from "../model/grouping.ts";
import { columnId, rowIndex, viewRow } from "../model/positions.ts";
import type { TotalledColumn } from "../model/totals.ts";
import { Cancelled, UNINTERRUPTED, type Turn } from "../model/turn.ts";
import { layLines } from "./groupLines.ts";
import { groupRows } from "./groupRows.ts";
import { createGroupReader } from "./readGroups.ts";
import { readLines } from "./readLines.ts";
import { rowsOfView } from "./rowSet.ts";
import { runQuery } from "./runQuery.ts";
import { anyQuery, anyRows } from "./testing/anyCells.ts";
import { tableOf } from "./testing/buildTable.ts";
import { encodedTable, type Encoding } from "./testing/encodedTable.ts";
import { type NaiveGroup, naiveGroups, naiveLines, naiveSums } from "./testing/naiveGroups.ts";
import { naiveQuery } from "./testing/naiveQuery.ts";
import { totalCells } from "./totals.ts";

const WIDTH = 3;
/** One of them is not in the table. */
const column = fc.integer({ min: 0, max: WIDTH }).map(columnId);
const anyTotal: fc.Arbitrary<TotalledColumn> = fc.record({
  column,
  currency: fc.oneof(
    fc.constant(undefined),
    fc.constant({ from: "code" as const, code: "EUR" }),
    fc.record({ from: fc.constant("column" as const), column }),
  ),
});
const anyOrder: fc.Arbitrary<GroupOrder> = fc.oneof(
  fc.record({ by: fc.constantFrom("value" as const, "rows" as const), descending: fc.boolean() }),
  fc.record({ by: fc.constant("sum" as const), total: anyTotal, descending: fc.boolean() }),
);
const anyLevels: fc.Arbitrary<GroupLevel[]> = fc.uniqueArray(
  fc.record({ column, order: anyOrder }),
  { minLength: 1, maxLength: 3, selector: (level) => level.column },
);
const anyFolds: fc.Arbitrary<Folds> = fc.record({
  open: fc.boolean(),
  except: fc.array(
    fc.record({ level: fc.nat({ max: 2 }), row: fc.nat({ max: 40 }).map(rowIndex) }),
    { maxLength: 6 },
  ),
});
const encodings = fc.array(fc.constantFrom<Encoding[]>("codes", "decimal", "text"), {
  minLength: WIDTH,
  maxLength: WIDTH,
});

describe("groups equal the naive answer", () => {
  test("any cells, levels, orders and folds", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRows(WIDTH, 24),
        encodings,
        anyQuery(WIDTH),
        fc.constantFrom(...COLUMN_KINDS),
        anyLevels,
        anyFolds,
        fc.array(anyTotal, { maxLength: 2 }),
        async (rows, encoding, query, kind, levels, folds, totals) => {
          const table = encodedTable(rows, (at) => encoding[at] ?? "codes");
          const kindOf = () => kind;
          const order = await runQuery(table, query, UNINTERRUPTED, kindOf);
          const grouped = await groupRows(
            table,
            order,
            levels,
            kindOf,
            UNINTERRUPTED,
            query.collation,
          );
          const reader = createGroupReader(table, grouped);
          const shown = naiveQuery(rows, query, kindOf);
          const expected = naiveGroups(rows, shown, levels, kindOf, query.collation);

          const flat = (groups: readonly NaiveGroup[]): readonly number[] =>
            groups.flatMap((group) => (group.groups.length > 0 ? flat(group.groups) : group.rows));
          expect([...grouped.rows]).toEqual(flat(expected));

          const lines = layLines(grouped, folds);
          const naive = naiveLines(expected, folds);
          expect(lines.count).toBe(naive.length);
          for (const [at, line] of naive.entries()) {
            const place = lines.at(at);
            if (typeof line === "number") {
              expect(place.level === undefined && grouped.rows[place.at]).toBe(line);
              continue;
            }
            if (place.level === undefined) throw new Error("a row instead of a group");
            const { level, group, open } = place;
            const [read] = await reader.read(level, group, group + 1, totals, UNINTERRUPTED);
            expect(read?.values).toEqual(line.path);
            expect(open).toBe(line.open);
            expect(
              [...grouped.rows.subarray(read?.start, read?.end)].sort((a, b) => a - b),
            ).toEqual(line.rows.toSorted((a, b) => a - b));
            for (const [i, total] of totals.entries()) {
              const found = read?.sums[i]?.sums.map(
                ({ currency, sum }) => [currency, plain(new Big(sum))] as const,
              );
              const sums = Array.from(
                naiveSums(rows, line.rows, total),
                ([currency, { sum }]) => [currency, plain(sum)] as const,
              );
              expect(new Map(found)).toEqual(new Map(sums));
            }
          }
        },
      ),
      { numRuns: 700 },
    );
  });

  test("a range of lines stands for the rows of what is folded in it, each once", async () => {
    await fc.assert(
      fc.asyncProperty(anyRows(2, 24), anyLevels, anyFolds, async (rows, levels, folds) => {
        const table = encodedTable(rows, () => "codes");
        const order = await runQuery(table, NO_QUERY, UNINTERRUPTED, () => "text");
        const grouped = await groupRows(table, order, levels, () => "text", UNINTERRUPTED);
        const lines = layLines(grouped, folds);
        const stands: number[] = [];
        for (let line = 0; line < lines.count; line += 1) {
          stands.push(...grouped.rows.subarray(lines.rowsBefore(line), lines.rowsBefore(line + 1)));
        }
        expect(stands).toEqual([...grouped.rows]);
      }),
      { numRuns: 200 },
    );
  });
});

const cellOf = (text: string): CellView => ({ text, kind: CellKind.string });
const NO_QUERY = { filters: [], search: "", sort: [], kinds: [] };

function plain(value: Big): string {
  return value.eq(0) ? "0" : value.toFixed();
}

describe("subtotals", () => {
  const amount = fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(fc.integer({ min: -5_000_000, max: 5_000_000 }), fc.stringMatching(/^\d{1,12}$/))
        .map(([whole, fraction]) => `${whole}.${fraction}`),
    },
    { weight: 1, arbitrary: fc.stringMatching(/^-?[1-9]\d{23}\.\d{12}$/) },
    { weight: 1, arbitrary: fc.constantFrom("", "n/a", "-0.000000000000", "1e-20", "1e30") },
  );
  const reportRows = fc.array(
    fc.tuple(
      fc.constantFrom("Acme", "Globex", "", "Initech").map(cellOf),
      fc.constantFrom("CDN", "Cloud").map(cellOf),
      amount.map(cellOf),
      fc.constantFrom("EUR", "USD", "").map(cellOf),
    ),
    { maxLength: 300 },
  );
  const total: TotalledColumn = {
    column: columnId(2),
    currency: { from: "column", column: columnId(3) },
  };

  test("of all groups of each level add up to the total, to the last digit", async () => {
    await fc.assert(
      fc.asyncProperty(reportRows, async (rows) => {
        const table = tableOf(["Client", "Product", "Cost", "Currency"], rows);
        const order = await runQuery(table, NO_QUERY, UNINTERRUPTED, () => "text");
        const levels: GroupLevel[] = [
          { column: columnId(0), order: { by: "sum", total, descending: true } },
          { column: columnId(1), order: { by: "value", descending: false } },
        ];
        const grouped = await groupRows(table, order, levels, () => "text", UNINTERRUPTED);
        const reader = createGroupReader(table, grouped);
        const whole = await totalCells(table, [total], () => rowsOfView(order), UNINTERRUPTED);
        const { currencies, others } = whole;
        const expected = currencies.map(({ currency, sum }) => [currency, sum] as const);
        for (const [level, starts] of grouped.levels.entries()) {
          const groups = await reader.read(level, 0, starts.length - 1, [total], UNINTERRUPTED);
          const sums = new Map<string, typeof ZERO>();
          for (const { sums: columns } of groups) {
            for (const { currency, sum } of columns[0]?.sums ?? []) {
              const value = parseDecimal(sum);
              if (value !== undefined)
                sums.set(currency, addDecimals(sums.get(currency) ?? ZERO, value));
            }
          }
          const found = Array.from(
            sums,
            ([currency, sum]) => [currency, formatDecimal(sum)] as const,
          );
          expect(new Map(found)).toEqual(new Map(expected));
          const leftOut = groups.map(({ sums: columns }) => columns[0]?.others ?? 0);
          expect(leftOut.reduce((sum, one) => sum + one, 0)).toBe(others);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("on lines: in their own columns, with their currencies, the largest with a full bar", async () => {
    const table = tableOf(
      ["Client", "Cost", "Currency", "Note"],
      [
        ["Acme", "10.50", "EUR", "x"],
        ["Globex", "1.25", "EUR", "y"],
        ["Acme", "2", "USD", "z"],
      ],
    );
    const order = await runQuery(table, NO_QUERY, UNINTERRUPTED, () => "text");
    const level: GroupLevel = { column: columnId(0), order: { by: "rows", descending: true } };
    const grouped = await groupRows(table, order, [level], () => "text", UNINTERRUPTED);
    const reader = createGroupReader(table, grouped);
    const lines = layLines(grouped, { open: false, except: [{ level: 0, row: rowIndex(1) }] });
    const cost: TotalledColumn = {
      column: columnId(1),
      currency: { from: "column", column: columnId(2) },
    };
    const range = { start: viewRow(0), end: viewRow(99) };
    const columns = [0, 1, 3].map(columnId);
    const window = await readLines(table, { reader, lines }, range, columns, [cost], UNINTERRUPTED);
    expect(window.columns.map(({ texts }) => texts)).toEqual([
      ["Acme", "Globex", "Globex"],
      ["10.50 EUR · 2 USD", "1.25 EUR", "1.25"],
      ["", "", "y"],
    ]);
    expect(window.groups?.map((group) => group && [group.rows, group.open])).toEqual([
      [2, false],
      [1, true],
      undefined,
    ]);
    const shares = window.groups?.map((group) => group?.sums[0]?.sums.map(({ share }) => share));
    expect(shares?.[0]).toEqual([1, 1]);
    expect(shares?.[1]?.[0]).toBeCloseTo(1.25 / 10.5, 12);
  });
});

test("work that is no longer wanted stops", async () => {
  const table = tableOf(
    ["Client"],
    Array.from({ length: 50 }, (_, row) => [`client ${row}`]),
  );
  const order = await runQuery(table, NO_QUERY, UNINTERRUPTED, () => "text");
  const stopped: Turn = { due: () => true, next: () => Promise.reject(new Cancelled()) };
  const level: GroupLevel = { column: columnId(0), order: { by: "value", descending: false } };
  await expect(groupRows(table, order, [level], () => "text", stopped)).rejects.toThrow(Cancelled);
});
