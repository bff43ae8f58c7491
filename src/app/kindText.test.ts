import { describe, expect, test } from "vitest";
import type { ColumnKind } from "../model/column.ts";
import { columnId } from "../model/positions.ts";
import { currencyText, reasonText } from "./kindText.ts";

function found(kind: ColumnKind, values: number, fitting = values, named = false) {
  return { kind, fractionDigits: 2, reason: { values, fitting, named } };
}

describe("why a column is of its kind", () => {
  test.each([
    [found("decimal", 1204), "1,204 of 1,204 values are decimals"],
    [found("money", 1204, 1204, true), "1,204 of 1,204 values are decimals; named like an amount"],
    [found("money", 3), "3 of 3 values are decimals; beside a currency"],
    [
      { ...found("money", 3), fractionDigits: 0 },
      "3 of 3 values are whole numbers; beside a currency",
    ],
    [found("id", 7, 7, true), "7 of 7 values are whole numbers; named like an id"],
    [
      found("id", 7),
      "7 of 7 values are whole numbers; with leading zeros or too many digits for a count",
    ],
    [found("date", 2), "2 of 2 values are dates"],
    [found("boolean", 20), "20 of 20 values are true or false"],
    [found("text", 1204, 1190), "1,190 of 1,204 values are numbers; 14 are not, so it stays text"],
    [found("text", 2, 1), "1 of 2 values is a number; 1 is not, so it stays text"],
    [found("text", 1204, 0), "none of 1,204 values is a number"],
    [found("text", 0), "there are no values"],
    [found("decimal", 1), "1 of 1 value is a decimal"],
  ])("%#", (column, words) => {
    expect(reasonText(column, true)).toBe(words);
  });

  test("says that it may change while rows arrive", () => {
    expect(reasonText(found("decimal", 12), false)).toBe(
      "12 of 12 values are decimals; provisional while rows arrive",
    );
  });
});

test("an amount says which currency it is in, or that none is stated", () => {
  const columns = [{ label: "Currency" }];
  expect(currencyText({ from: "column", column: columnId(0) }, columns)).toBe(
    "in the currency of column Currency",
  );
  expect(currencyText({ from: "code", code: "EUR" }, columns)).toBe("in EUR");
  expect(currencyText(undefined, columns)).toBe("no currency stated");
});
