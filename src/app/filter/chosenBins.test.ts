import { expect, test } from "vitest";
import { columnKeys } from "../../model/column.ts";
import type { Spread } from "../../model/spread.ts";
import { chosenBins, draftForBins, isRange } from "./chosenBins.ts";
import type { Condition, FilterDraft } from "./filterDraft.ts";

const [column] = columnKeys(["Cost"]);
const bin = (from: string, to: string) => ({ from, to, rows: 1, sum: undefined });
const NUMBERS: Spread = {
  unit: "number",
  span: { from: "-3", to: "29.5" },
  bins: [bin("-10.0", "-0.1"), bin("0.0", "9.9"), bin("10.0", "19.9"), bin("20.0", "29.9")],
  within: 4,
  rows: 4,
};
const DAYS: Spread = {
  unit: "day",
  span: { from: "2026-10-05", to: "2026-10-06 08:00" },
  bins: [bin("2026-10-05", "2026-10-05"), bin("2026-10-06", "2026-10-06")],
  within: 2,
  rows: 2,
};
const draft = (condition: Condition, part: Partial<FilterDraft>): FilterDraft => {
  if (column === undefined) throw new Error("no column");
  return { column, condition, value: "", from: "", to: "", values: [], ...part };
};
const marks = (spread: Spread, condition: Condition, part: Partial<FilterDraft>) =>
  chosenBins(spread, draft(condition, part))?.map(Number).join("");

test.each([
  ["between", { from: "5", to: "10" }, "0110"],
  ["between", { from: " 10.00 ", to: "1e1" }, "0010"],
  ["gte", { value: "-0.1" }, "1111"],
  ["gt", { value: "9.95" }, "0011"],
  ["lt", { value: "0" }, "1100"],
  ["lte", { value: "-20" }, "0000"],
  ["eq", { value: "12" }, "0010"],
  ["eq", { value: "" }, undefined],
  ["between", { from: "5", to: "soon" }, undefined],
  ["ne", { value: "5" }, undefined],
] as const)("numbers %s %j", (condition, part, expected) => {
  expect(marks(NUMBERS, condition, part)).toBe(expected);
});

test.each([
  ["between", { from: "2026-10-01", to: "2026-10-05" }, "10"],
  ["gte", { value: "10/06/2026" }, "01"],
] as const)("dates %s %j", (condition, part, expected) => {
  expect(marks(DAYS, condition, part)).toBe(expected);
});

test("bins fill the fields in", () => {
  expect(draftForBins("between", NUMBERS, 2, 1)).toEqual({ from: "0.0", to: "19.9" });
  expect(draftForBins("gte", NUMBERS, 1, 1)).toEqual({ value: "0.0" });
  expect(draftForBins("lte", NUMBERS, 1, 1)).toEqual({ value: "9.9" });
  expect(isRange("between") && isRange("ne") && !isRange("oneOf") && !isRange("is")).toBe(true);
});
