import { expect, test } from "vitest";
import type { ColumnKind } from "../model/column.ts";
import { inferKind } from "./inferKind.ts";
import { createTableBuilder } from "./tableBuilder.ts";
import { batchOf } from "./testing/buildTable.ts";

function infer(name: string, values: readonly unknown[], besideCurrency = false) {
  const { sink, table } = createTableBuilder();
  sink.append(batchOf(values.map((value) => [value])));
  return inferKind(table.columns[0]!.profile, name, besideCurrency);
}

test.each<[ColumnKind, string, readonly unknown[]]>([
  ["text", "Client", ["Acme", "Globex"]],
  ["text", "Empty", ["", null, ""]],
  ["text", "Cost", ["1.50", "n/a"]],
  ["text", "SubscriptionId", ["3c90c3cc-0d44-4b50-8888-8dd25736052a"]],
  ["text", "Mixed", ["2023-11-01", "5"]],
  ["text", "Mixed dates", ["21/09/2023", "09/21/2023"]],
  ["id", "Client ID", ["17", 42, ""]],
  ["id", "Anything", ["007", "12"]],
  ["id", "Cost", ["007", "12"]],
  ["id", "Anything", ["12345678901234567"]],
  ["id", "Client", ["662E41", "123"]],
  ["id", "Anything", ["662E41", "123"]],
  ["id", "Year", [2023, 2024]],
  ["integer", "Anything", [1, 2, "-3", "+4"]],
  ["integer", "Bytes", ["1234567890123456"]],
  ["integer", "Number of reservations", [1]],
  ["decimal", "Anything", ["1.50", "2"]],
  ["decimal", "Usage amount", ["1.0", "9.984E-7"]],
  ["decimal", "Unit price", ["3.25"]],
  ["decimal", "Tax rate", ["0.19"]],
  ["decimal", "Order", ["12.50"]],
  ["money", "Cost", ["1.5000000000", null, "-0.25"]],
  ["money", "Cost", [3, 70]],
  ["money", "Tax", ["007.50", "01"]],
  ["money", "Total", ["123456789012345678901234.123456789012"]],
  ["date", "Day", ["2023-11-01", "2023-11-02"]],
  ["date", "Date", ["09/21/2023", "09/04/2023"]],
  ["date", "Date", ["03/04/2023"]],
  ["datetime", "Start", ["2023-11-01T00:00:00Z", "2023-11-02"]],
  ["datetime", "Start", ["09/21/2023 10:00"]],
  ["boolean", "Deleted", [true, false, null]],
  ["boolean", "Eligible", ["True", "FALSE"]],
])("%s: %s %j", (kind, name, values) => {
  expect(infer(name, values).kind).toBe(kind);
});

test("beside a currency, decimals are money unless the name says otherwise", () => {
  expect(infer("Value", ["1.5"], true)).toEqual({ kind: "money", fitting: 1, named: false });
  expect(infer("Value", ["15"], true).kind).toBe("integer");
  expect(infer("Rate", ["1.5"], true).kind).toBe("decimal");
  expect(infer("Usage", ["1.5"], true).kind).toBe("decimal");
});

test("the reason counts values that fit, and numbers among text", () => {
  expect(infer("Cost", ["1.5", "2", ""])).toEqual({ kind: "money", fitting: 2, named: true });
  expect(infer("Cost", ["1.5", "2", "", "n/a"])).toEqual({
    kind: "text",
    fitting: 2,
    named: false,
  });
  expect(infer("Client ID", ["1"])).toEqual({ kind: "id", fitting: 1, named: true });
  expect(infer("Lot", ["01"])).toEqual({ kind: "id", fitting: 1, named: false });
});
