/**
 * From a filter to the test of its column's cells. `isnt`, `excludes`, `ne` and `notblank` are asked as
 * their opposites and turned around, so each pair divides the rows exactly. A text condition without
 * a value is no condition.
 */

import type { SlashOrder } from "../model/dateValue.ts";
import { isCompareCondition, isTextCondition, type Filter } from "../model/filter.ts";
import { filterProblem, operandKind } from "../model/filterProblem.ts";
import { compilePattern } from "../model/pattern.ts";
import type { ColumnId } from "../model/positions.ts";
import { ReportFailure } from "../model/reportError.ts";
import type { CellTest } from "./cellTest.ts";
import { betweenTest, compareTest } from "./compareMatch.ts";
import { blankTest, isTest } from "./exactMatch.ts";
import { patternTest } from "./patternMatch.ts";
import { containsTest, endsTest, startsTest } from "./textMatch.ts";

/** Whether every row meets the filter, whatever the report. */
export function isNoCondition(filter: Filter<ColumnId>): boolean {
  return isTextCondition(filter.kind) && "value" in filter && filter.value === "";
}

/** Whether the filter reads dates, and so depends on the order of a column's dates with slashes. */
export function readsDates(filter: Filter<ColumnId>): boolean {
  if (filter.kind === "between") return operandKind(filter.from) === "date";
  return (
    isCompareCondition(filter.kind) && "value" in filter && operandKind(filter.value) === "date"
  );
}

/** Whether the rows that meet the filter are the ones that fail its test. */
export function isOpposite({ kind }: Filter<ColumnId>): boolean {
  return kind === "isnt" || kind === "excludes" || kind === "ne" || kind === "notblank";
}

/** Throws for a filter that has a problem: those are to be refused before they get here. */
export function testOf(filter: Filter<ColumnId>, slashes: SlashOrder): CellTest {
  const problem = filterProblem(filter);
  if (problem !== undefined) throw new ReportFailure({ code: "internal", detail: problem.code });
  switch (filter.kind) {
    case "is":
    case "isnt":
      return isTest(filter.values);
    case "blank":
    case "notblank":
      return blankTest();
    case "contains":
    case "excludes":
      return containsTest(filter.value);
    case "starts":
      return startsTest(filter.value);
    case "ends":
      return endsTest(filter.value);
    case "matches": {
      const pattern = compilePattern(filter.value);
      if ("problem" in pattern) throw new TypeError(pattern.problem.code);
      return patternTest(pattern);
    }
    case "between":
      return betweenTest(filter.from, filter.to, slashes);
    case "ne":
      return compareTest("eq", filter.value, slashes);
    case "eq":
    case "lt":
    case "lte":
    case "gt":
    case "gte":
      return compareTest(filter.kind, filter.value, slashes);
  }
}
