/**
 * Says why a filter can't be applied, or nothing when it can. Link and app ask before
 * they take a filter in: the engine refuses to run one that has a problem, since showing rows as
 * if it weren't there would be a lie.
 */

import { parseDate } from "./dateValue.ts";
import { parseDecimal } from "./decimal.ts";
import type { Filter } from "./filter.ts";
import { type PatternFault, parsePattern } from "./patternSyntax.ts";

/** `of` is the value it is about. */
export type FilterProblem =
  | PatternFault
  | {
      readonly code: "noOperand" | "operandTooLong" | "notComparable" | "unlikeEnds";
      readonly of?: string;
      readonly lacks?: undefined;
    };

export function filterProblem(filter: Filter<unknown>): FilterProblem | undefined {
  switch (filter.kind) {
    case "matches": {
      const pattern = parsePattern(filter.value);
      return "problem" in pattern ? pattern.problem : undefined;
    }
    case "between": {
      const from = operandKind(filter.from);
      const to = operandKind(filter.to);
      if (from === undefined) return notComparable(filter.from);
      if (to === undefined) return notComparable(filter.to);
      return from === to ? undefined : { code: "unlikeEnds" };
    }
    case "eq":
    case "ne":
    case "lt":
    case "lte":
    case "gt":
    case "gte":
      return operandKind(filter.value) === undefined ? notComparable(filter.value) : undefined;
    case "is":
    case "isnt":
    case "contains":
    case "excludes":
    case "starts":
    case "ends":
    case "blank":
    case "notblank":
      return undefined;
  }
}

/** No number or date that anybody compares with is longer; in UTF-16 units. */
const MAX_OPERAND_LENGTH = 1000;

/** What a value is compared as. Dates with slashes are fine: the column says how to read them. */
export function operandKind(value: string): "number" | "date" | undefined {
  // Each row would be compared with all its digits.
  if (value.length > MAX_OPERAND_LENGTH) return undefined;
  if (parseDecimal(value) !== undefined) return "number";
  const isDate =
    !Number.isNaN(parseDate(value, "monthFirst")) || !Number.isNaN(parseDate(value, "dayFirst"));
  return isDate ? "date" : undefined;
}

function notComparable(value: string): FilterProblem {
  if (value === "") return { code: "noOperand" };
  return value.length > MAX_OPERAND_LENGTH
    ? { code: "operandTooLong" }
    : { code: "notComparable", of: value };
}
