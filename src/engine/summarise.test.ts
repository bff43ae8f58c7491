import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CellKind, type CellView } from "../model/cell.ts";
import type { EncodingLimits } from "./columnBuilder.ts";
import { summarise } from "./summarise.ts";
import { createTableBuilder } from "./tableBuilder.ts";
import { batchOf } from "./testing/buildTable.ts";

function summaryOf(
  headers: readonly string[],
  rows: readonly (readonly unknown[])[],
  limits?: EncodingLimits,
) {
  const builder = createTableBuilder(limits);
  builder.sink.headers(headers);
  for (const row of rows) builder.sink.append(batchOf([row]));
  builder.seal();
  return summarise(builder.table);
}

function currencyOf(headers: readonly string[], row: readonly unknown[], column: number) {
  return summaryOf(headers, [row]).columns[column]!.currency;
}

test("size, names, blanks and lengths", () => {
  const summary = summaryOf(
    ["Cost", "Cost", ""],
    [
      ["1.50", "überlang"],
      ["12", "", "x", "y"],
    ],
  );
  expect(summary).toMatchObject({ rowCount: 2, headerCount: 3, raggedRows: 2, sealed: true });
  const figures = summary.columns.map(
    ({ key, label, blanks, longest, wholeDigits, fractionDigits }) =>
      [key, label, blanks, longest, wholeDigits, fractionDigits] as const,
  );
  expect(figures).toEqual([
    ["Cost", "Cost", 0, 4, 2, 2],
    ["Cost~2", "Cost", 1, 8, 0, 0],
    ["", "Column 3", 1, 1, 0, 0],
    ["~2", "Column 4", 1, 1, 0, 0],
  ]);
});

test("the longest value is measured to 1,000 units", () => {
  const { columns } = summaryOf(["a", "b"], [["x".repeat(5000), "😀".repeat(3)]]);
  expect(columns.map(({ longest }) => longest)).toEqual([1000, 6]);
});

describe("currency", () => {
  test("the column nearest by name", () => {
    const headers = ["lineItem/CurrencyCode", "lineItem/Cost", "pricing/currency", "pricing/Cost"];
    const row = ["EUR", "1.5", "USD", "2.5"];
    expect(currencyOf(headers, row, 1)).toEqual({ from: "column", column: 0 });
    expect(currencyOf(headers, row, 3)).toEqual({ from: "column", column: 2 });
  });

  test("a currency named inside the amount's name", () => {
    const headers = ["PricingCurrency", "costInBillingCurrency", "BillingCurrency"];
    expect(currencyOf(headers, ["USD", "1.5", "EUR"], 1)).toEqual({ from: "column", column: 2 });
  });

  test("else the nearest by place", () => {
    const headers = ["CCY", "Client", "Cost", "Currency"];
    expect(currencyOf(headers, ["USD", "Acme", "1.5", "EUR"], 2)).toEqual({
      from: "column",
      column: 3,
    });
  });

  test("a code in the header wins", () => {
    expect(currencyOf(["Cost (EUR)", "Currency"], ["1.5", "USD"], 0)).toEqual({
      from: "code",
      code: "EUR",
    });
  });

  test("a column that only is named so, or only looks so, is none", () => {
    expect(currencyOf(["Cost", "Currency"], ["1.5", "Euro"], 0)).toBeUndefined();
    expect(currencyOf(["Cost", "Airport"], ["1.5", "LUX"], 0)).toBeUndefined();
  });

  test("every column of numbers has the one it would have as money, texts have none", () => {
    const headers = ["Unit price", "Currency", "Client"];
    expect(currencyOf(headers, ["1.5", "EUR", "Acme"], 0)).toEqual({ from: "column", column: 1 });
    expect(currencyOf(headers, ["1.5", "EUR", "Acme"], 2)).toBeUndefined();
  });
});

test("what is known of a column does not depend on how it is stored", () => {
  const text = fc.oneof(
    fc.constantFrom("", "12", "007", "-1.50", "1e5", "EUR", "true", "2026-10-05", "é😀"),
    fc.integer({ min: -99, max: 99 }).map(String),
    fc.tuple(fc.nat(99), fc.nat(99)).map(([whole, fraction]) => `${whole}.${fraction}`),
    fc.constantFrom("1234567890123456", "12345678901234567890", "3c90c3cc-0d44-4b50"),
  );
  const kind = fc.constantFrom(CellKind.string, CellKind.number);
  const rows = fc.array(fc.tuple(fc.record<CellView>({ text, kind })), { maxLength: 40 });
  const limits = { minEntries: 2, maxNewShare: 0, patientEntries: 1, maxEntries: 2 };
  fc.assert(
    fc.property(rows, fc.constantFrom(0, 0.5, 1), (rows, maxStrangeShare) => {
      expect(summaryOf(["a"], rows, { ...limits, maxStrangeShare })).toEqual(
        summaryOf(["a"], rows),
      );
    }),
  );
});

test("columns know of decimal commas, in every encoding", () => {
  const limits = { minEntries: 3, maxNewShare: 0.5, patientEntries: 9, maxEntries: 9 };
  const kind = fc.constantFrom(CellKind.string, CellKind.comma, CellKind.grouped);
  const cells = fc.array(
    fc.tuple(fc.integer({ min: -999, max: 999 }), kind).map(([units, one]): CellView => {
      return { text: (units / 4).toFixed(2), kind: one };
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(cells, (column) => {
      const rows = column.map((cell) => [cell]);
      const [found] = summaryOf(["Tariff"], rows, { ...limits, maxStrangeShare: 1 / 4 }).columns;
      expect(found?.commas).toBe(column.some((cell) => cell.kind !== CellKind.string));
    }),
  );
});
