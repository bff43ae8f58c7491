import { Big } from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnId } from "../model/positions.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import type { RowSet } from "./rowSet.ts";
import { tableOf } from "./testing/buildTable.ts";
import { totalCells } from "./totals.ts";

const AMOUNT = columnId(0);
const CURRENCY = { from: "column", column: columnId(1) } as const;
const all = (rows: number) => (): RowSet => ({ start: 0, end: rows, list: undefined });

const amount = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.nat(9))
      .map(([whole, digit]) => `${whole}.${digit}0000000`),
  },
  { weight: 3, arbitrary: fc.stringMatching(/^-?[1-9][0-9]{0,23}\.[0-9]{1,12}$/) },
  {
    weight: 2,
    arbitrary: fc
      .stringMatching(/^-?[0-9]{1,4}[05]$/)
      .map((digits) => `${digits.slice(0, -3) || "0"}.${digits.slice(-3).replace("-", "0")}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "0",
      "-0",
      "1e3",
      "2.5E-7",
      "9007199254740993",
      "0.005",
      "-0.005",
      "1.005",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom("", null, "n/a", true, "1,234.50") },
);
const currency = fc.constantFrom("EUR", "USD", "JPY", "KWD", "", "eur");
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** What a bookkeeper with patience would find. */
function oracle(rows: readonly (readonly [unknown, string])[]) {
  const lines = new Map<string, Big[]>();
  for (const [cell, code] of rows) {
    if (typeof cell !== "string" || !NUMBER.test(cell)) continue;
    const line = lines.get(code) ?? [];
    lines.set(code, line);
    line.push(new Big(cell));
  }
  return lines;
}

const DIGITS: Record<string, number> = { EUR: 2, USD: 2, JPY: 0, KWD: 3 };

describe("totals equal an independent decimal computation", () => {
  test("sum, rounded sum, difference, min, max, average, per currency", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(amount, currency), { minLength: 1, maxLength: 60 }),
        async (rows) => {
          const table = tableOf(["Amount", "Currency"], rows);
          const totals = await totalCells(
            table,
            [{ column: AMOUNT, currency: CURRENCY }],
            all(rows.length),
            UNINTERRUPTED,
          );
          const expected = oracle(rows);
          expect(new Set(totals.currencies.map((line) => line.currency))).toEqual(
            new Set(expected.keys()),
          );
          expect(totals.numbers + totals.blanks + totals.others).toBe(rows.length);
          for (const line of totals.currencies) {
            const values = expected.get(line.currency) ?? [];
            const digits = DIGITS[line.currency] ?? 2;
            const sum = values.reduce((total, value) => total.plus(value), new Big(0));
            const rounded = values.reduce(
              (total, value) => total.plus(value.round(digits, 1)),
              new Big(0),
            );
            const Exact = Big();
            Exact.DP = 60;
            const average = new Exact(sum.toFixed())
              .div(values.length)
              .round(line.averageDigits, 1);
            expect(line.numbers).toBe(values.length);
            expect(line.coinDigits).toBe(digits);
            expect(new Big(line.sum).eq(sum), `${line.sum} is ${sum.toFixed()}`).toBe(true);
            expect(new Big(line.roundedSum).eq(rounded)).toBe(true);
            expect(new Big(line.difference).eq(rounded.minus(sum))).toBe(true);
            expect(new Big(line.average).eq(average)).toBe(true);
            expect(
              values.some((value) => value.eq(line.min)) &&
                values.every((value) => value.gte(line.min)),
            ).toBe(true);
            expect(
              values.some((value) => value.eq(line.max)) &&
                values.every((value) => value.lte(line.max)),
            ).toBe(true);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test("a list of rows, in any order, counts each of its rows", async () => {
    const rows = Array.from({ length: 70_000 }, (_, row) => [
      `${row}.0100000000`,
      row % 3 === 0 ? "USD" : "EUR",
    ]);
    const table = tableOf(["Amount", "Currency"], rows);
    const list = Uint32Array.from({ length: 35_000 }, (_, place) => 69_999 - place * 2);
    const totals = await totalCells(
      table,
      [{ column: AMOUNT, currency: CURRENCY }],
      () => ({ list }),
      UNINTERRUPTED,
    );
    const expected = oracle(Array.from(list, (row) => rows[row] as [string, string]));
    expect(
      totals.currencies.map((line) => [line.currency, new Big(line.sum).toFixed(), line.numbers]),
    ).toEqual(
      ["EUR", "USD"].map((code) => {
        const values = expected.get(code) ?? [];
        return [code, values.reduce((total, value) => total.plus(value)).toFixed(), values.length];
      }),
    );
  });

  test("halves go away from zero, line by line", async () => {
    const table = tableOf(["Amount"], [["0.005"], ["0.005"], ["-0.005"], ["1.0049999999"]]);
    const totals = await totalCells(
      table,
      [{ column: AMOUNT, currency: { from: "code", code: "EUR" } }],
      all(4),
      UNINTERRUPTED,
    );
    expect(totals.currencies).toMatchObject([
      { currency: "EUR", sum: "1.0099999999", roundedSum: "1.01", difference: "0.0000000001" },
    ]);
  });

  test("no currency column: no currency stated", async () => {
    const table = tableOf(["Amount"], [["1.5"], ["2.5"]]);
    const totals = await totalCells(
      table,
      [{ column: AMOUNT, currency: undefined }],
      all(2),
      UNINTERRUPTED,
    );
    expect(totals.currencies).toMatchObject([{ currency: "", sum: "4.0" }]);
  });

  test("a column the report does not have is blank", async () => {
    const table = tableOf(["Amount"], [["1.5"]]);
    const totals = await totalCells(
      table,
      [{ column: columnId(7), currency: undefined }],
      all(1),
      UNINTERRUPTED,
    );
    expect(totals).toMatchObject({ numbers: 0, blanks: 1, currencies: [] });
  });

  test("columns are added together, as in a selection", async () => {
    const table = tableOf(
      ["Cost", "Tax", "Currency"],
      [
        ["1.10", "0.2", "EUR"],
        ["2.20", 3, "USD"],
      ],
    );
    const columns = [0, 1].map((id) => ({
      column: columnId(id),
      currency: { from: "column", column: columnId(2) } as const,
    }));
    const totals = await totalCells(table, columns, all(2), UNINTERRUPTED);
    expect(totals).toMatchObject({
      cells: 4,
      numbers: 4,
      currencies: [
        { currency: "EUR", sum: "1.30", min: "0.2", max: "1.10" },
        { currency: "USD", sum: "5.20" },
      ],
    });
  });
});
