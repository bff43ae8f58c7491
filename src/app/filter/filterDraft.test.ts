/** Drafts and filters say the same, and a draft that can't work says why. */

import { afterEach, describe, expect, it } from "vitest";
import { writeAs } from "../../grid/localWriting.ts";
import { type ColumnKey, columnKeys } from "../../model/column.ts";
import type { Filter } from "../../model/filter.ts";
import {
  type FilterDraft,
  conditionGroups,
  draftOf,
  draftProblem,
  isProblemOfEnd,
  filterOf,
  newDraft,
} from "./filterDraft.ts";

const [COLUMN = "" as ColumnKey] = columnKeys(["Cost"]);
const EMPTY: FilterDraft = newDraft({ key: COLUMN, kind: "text" });

const FILTERS: readonly Filter<ColumnKey>[] = [
  { kind: "is", column: COLUMN, values: ["007"] },
  { kind: "is", column: COLUMN, values: ["a", ""] },
  { kind: "isnt", column: COLUMN, values: ["a", "b"] },
  { kind: "contains", column: COLUMN, value: " x " },
  { kind: "matches", column: COLUMN, value: "^a" },
  { kind: "gte", column: COLUMN, value: "10.50" },
  { kind: "between", column: COLUMN, from: "1", to: "2" },
  { kind: "blank", column: COLUMN },
  { kind: "notblank", column: COLUMN },
];

describe("filterDraft", () => {
  it.each(FILTERS)("brings %j back unchanged", (filter) => {
    expect(filterOf(draftOf(filter))).toEqual(filter);
    expect(draftProblem(draftOf(filter))).toBeUndefined();
  });

  it("takes the typed text when nothing is ticked", () => {
    expect(filterOf({ ...EMPTY, value: "Acme" })).toMatchObject({ values: ["Acme"] });
    expect(filterOf({ ...EMPTY, value: "Ac", values: ["Acme"] })).toMatchObject({
      values: ["Acme"],
    });
  });

  it("asks for what is missing", () => {
    for (const condition of ["oneOf", "noneOf", "is", "contains", "gte", "between"] as const) {
      expect(draftProblem({ ...EMPTY, condition })).toBeDefined();
    }
    expect(draftProblem({ ...EMPTY, condition: "gte", value: "ten" })).toContain("ten");
  });

  it.each([
    ["5", "abc", true],
    ["5", "", true],
    ["abc", "5", false],
    ["", "", false],
    ["2026-10-01", "ten", true],
  ])("knows whose problem a range from %j to %j has", (from, to, isOfEnd) => {
    const draft: FilterDraft = { ...EMPTY, condition: "between", from, to };
    expect(draftProblem(draft)).toBeDefined();
    expect(isProblemOfEnd(draft)).toBe(isOfEnd);
  });

  it("trims numbers but no texts", () => {
    expect(filterOf({ ...EMPTY, condition: "gte", value: " 10 " })).toMatchObject({ value: "10" });
    expect(filterOf({ ...EMPTY, condition: "is", value: " 10 " })).toMatchObject({
      values: [" 10 "],
    });
  });

  it("offers every condition for every kind, the likely ones first", () => {
    const text = conditionGroups("text").flatMap((group) => group.conditions);
    const money = conditionGroups("money").flatMap((group) => group.conditions);
    expect(text.toSorted()).toEqual(money.toSorted());
    expect(money[0]).toBe("eq");
  });
});

const draft = (value: string): FilterDraft => ({ ...EMPTY, condition: "gt", value });

describe("in German", () => {
  afterEach(() => writeAs({ numbers: "en", dates: undefined }));

  it("reads what cells show", () => {
    writeAs({ numbers: "de", dates: "de" });
    expect(filterOf(draft("1.000,5"))).toMatchObject({ value: "1000.5" });
    expect(filterOf(draft("1 000"))).toMatchObject({ value: "1000" });
    expect(filterOf(draft("06.10.2026"))).toMatchObject({ value: "2026-10-06" });
    expect(draftProblem(draft("06.10."))).toContain("06.10.");
  });

  it("refuses a number that could be a thousand or one, and says how to write each", () => {
    writeAs({ numbers: "de", dates: "de" });
    const problem = "“1.000” can be read in two ways: write 1000 or 1,000.";
    expect(draftProblem(draft(" 1.000 "))).toBe(problem);
    expect(draftProblem({ ...EMPTY, condition: "between", from: "1", to: "1.000" })).toBe(problem);
    for (const value of ["1000", "1,000", "1000.5"]) {
      expect(draftProblem(draft(value))).toBeUndefined();
    }
    expect(draftProblem({ ...EMPTY, condition: "is", value: "1.000" })).toBeUndefined();
  });

  it.each<Filter<ColumnKey>>([
    { kind: "gt", column: COLUMN, value: "1.000" },
    { kind: "between", column: COLUMN, from: "2026-10-01", to: "2026-10-31" },
    ...FILTERS,
  ])("brings %j back unchanged", (filter) => {
    writeAs({ numbers: "de", dates: "de" });
    expect(filterOf(draftOf(filter))).toEqual(filter);
    expect(draftProblem(draftOf(filter))).toBeUndefined();
  });
});

describe("of a column with decimal commas", () => {
  it.each([
    ["1234.5", "1234,5"],
    ["-0.50", "-0,50"],
    ["1234", "1234"],
    ["192.168.100.200", "192.168.100.200"],
    ["1 234,5", "1 234,5"],
    ["0.234,5", "0.234,5"],
    ["n/a", "n/a"],
  ])("a filter by %s shows %s", (text, written) => {
    const opened = draftOf(is(text), true);
    expect(opened.value).toBe(written);
    expect(filterOf(opened, true)).toEqual(is(text));
  });

  it("finds a value by what is typed of it", () => {
    for (const condition of ["oneOf", "is"] as const) {
      const typed: FilterDraft = { ...EMPTY, condition, value: "1.234,5" };
      expect(filterOf(typed, true)).toEqual(is("1234.5"));
      expect(filterOf(typed)).toEqual(is("1.234,5"));
    }
  });
});

function is(value: string): Filter<ColumnKey> {
  return { kind: "is", column: COLUMN, values: [value] };
}
