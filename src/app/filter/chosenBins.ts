/**
 * Which bins of a spread a filter being made lets through, and what a bin makes of the filter. Pure.
 */

import { parseDate } from "../../model/dateValue.ts";
import { compareDecimals, parseDecimal } from "../../model/decimal.ts";
import { type CompareCondition, isCompareCondition } from "../../model/filter.ts";
import type { Bin, Spread } from "../../model/spread.ts";
import { operandText } from "../../grid/localWriting.ts";
import { type Condition, type FilterDraft, asReport } from "./filterDraft.ts";

/** Conditions that a range of numbers or dates can be chosen for. */
export function isRange(condition: Condition): condition is CompareCondition | "between" {
  return (
    condition === "between" ||
    (condition !== "oneOf" && condition !== "noneOf" && isCompareCondition(condition))
  );
}

/** For each bin whether any of it is let through; undefined while there is no range to speak of. */
export function chosenBins(
  { unit, bins }: Spread,
  { condition, value, from, to }: FilterDraft,
): readonly boolean[] | undefined {
  const compare = unit === "number" ? compareNumbers : compareDates;
  const test = testFor(condition, asReport(value), asReport(from), asReport(to));
  if (test === undefined) return undefined;
  const chosen = bins.map((bin) => test(bin, compare));
  return chosen.includes(undefined) ? undefined : chosen.map((one) => one === true);
}

type Compare = (a: string, b: string) => number;
type Test = (bin: Bin, compare: Compare) => boolean | undefined;

function testFor(condition: Condition, value: string, from: string, to: string): Test | undefined {
  if (condition === "gt" || condition === "gte") return reaches(value);
  if (condition === "lt" || condition === "lte") return begins(value);
  if (condition === "eq") return both(value, value);
  return condition === "between" ? both(from, to) : undefined;
}

function reaches(limit: string): Test {
  return (bin, compare) => isNotBelow(compare(bin.to, limit));
}

function begins(limit: string): Test {
  return (bin, compare) => isNotBelow(compare(limit, bin.from));
}

function both(low: string, high: string): Test {
  return (bin, compare) => and(reaches(low)(bin, compare), begins(high)(bin, compare));
}

/** What is no number or date is neither. */
function isNotBelow(order: number): boolean | undefined {
  return Number.isNaN(order) ? undefined : order >= 0;
}

function and(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  return one === undefined || other === undefined ? undefined : one && other;
}

function compareNumbers(a: string, b: string): number {
  const [x, y] = [parseDecimal(a), parseDecimal(b)];
  return x === undefined || y === undefined ? Number.NaN : compareDecimals(x, y);
}

function compareDates(a: string, b: string): number {
  return parseDate(a, "monthFirst") - parseDate(b, "monthFirst");
}

/** The filter that lets the bins from one to another through, as far as its condition can. */
export function draftForBins(
  condition: Condition,
  { bins }: Spread,
  one: number,
  other: number,
): Partial<FilterDraft> {
  const from = operandText(bins[Math.min(one, other)]?.from ?? "");
  const to = operandText(bins[Math.max(one, other)]?.to ?? "");
  if (condition === "between") return { from, to };
  return { value: condition === "lt" || condition === "lte" ? to : from };
}
