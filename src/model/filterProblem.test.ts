import { expect, test } from "vitest";
import { filterProblem } from "./filterProblem.ts";

const column = "Cost";

test.each([
  [
    { kind: "gt", column, value: "many" },
    { code: "notComparable", of: "many" },
  ],
  [{ kind: "eq", column, value: "" }, { code: "noOperand" }],
  [
    { kind: "ne", column, value: "1,234" },
    { code: "notComparable", of: "1,234" },
  ],
  [
    { kind: "lte", column, value: "2026-02-30" },
    { code: "notComparable", of: "2026-02-30" },
  ],
  [{ kind: "between", column, from: "1", to: "2026-10-05" }, { code: "unlikeEnds" }],
  [{ kind: "between", column, from: "1", to: "" }, { code: "noOperand" }],
  [
    { kind: "matches", column, value: "(" },
    { code: "unpaired", of: "(", lacks: ")" },
  ],
] as const)("%j can't be applied", (filter, problem) => {
  expect(filterProblem(filter)).toEqual(problem);
});

test("no row is compared with thousands of digits, and no sentence repeats them", () => {
  const value = `0.${"0".repeat(190_000)}1`;
  for (const filter of [
    { kind: "gte", column, value },
    { kind: "between", column, from: value, to: "1" },
    { kind: "between", column, from: "1", to: value },
  ] as const) {
    expect(filterProblem(filter)).toEqual({ code: "operandTooLong" });
  }
  expect(filterProblem({ kind: "gte", column, value: value.slice(0, 1000) })).toBeUndefined();
});

test.each([
  { kind: "gt", column, value: "-1.50e3" },
  { kind: "lt", column, value: "2026-10-05T14:30Z" },
  { kind: "eq", column, value: "13/05/2026" },
  { kind: "between", column, from: "2026-10-01", to: "2026-10-31" },
  { kind: "matches", column, value: "^a+$" },
  { kind: "matches", column, value: "" },
  { kind: "contains", column, value: "" },
  { kind: "is", column, values: [] },
  { kind: "blank", column },
] as const)("%j can", (filter) => {
  expect(filterProblem(filter)).toBeUndefined();
});
