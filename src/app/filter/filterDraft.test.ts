/** Drafts and filters say the same, and a draft that can't work says why. */

import { describe, expect, it } from "vitest";
import { type ColumnKey, columnKeys } from "../../model/column.ts";
import type { Filter } from "../../model/filter.ts";
import {
  type FilterDraft,
  conditionGroups,
  draftOf,
  draftProblem,
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
