/**
 * A filter while it is being made: every field a person may have filled in, whichever condition
 * is chosen now. Pure: draft ⇄ filter, what is wrong with a draft, which conditions suit a column.
 */

import type { Column, ColumnKey, ColumnKind } from "../../model/column.ts";
import {
  COMPARE_CONDITIONS,
  type Filter,
  type FilterKind,
  TEXT_CONDITIONS,
  isCompareCondition,
  isTextCondition,
} from "../../model/filter.ts";
import { filterProblem, operandKind } from "../../model/filterProblem.ts";
import {
  commaTyped,
  isEitherNumber,
  numberText,
  operandText,
  reportText,
} from "../../grid/localWriting.ts";
import { filterWords } from "../../words/en/filter.ts";
import { problemText } from "../problemText.ts";

/** As chosen from the list: a filter for one value and one for several are asked for differently. */
export type Condition = FilterKind | "oneOf" | "noneOf";

export interface FilterDraft {
  readonly column: ColumnKey;
  readonly condition: Condition;
  readonly value: string;
  readonly from: string;
  readonly to: string;
  /** Ticked in the list of values. */
  readonly values: readonly string[];
}

export interface ConditionGroup {
  readonly label: keyof typeof filterWords.groups;
  readonly conditions: readonly Condition[];
}

const VALUES: ConditionGroup = { label: "values", conditions: ["oneOf", "noneOf", "is", "isnt"] };
const TEXT: ConditionGroup = { label: "text", conditions: TEXT_CONDITIONS };
const COMPARE: ConditionGroup = {
  label: "compare",
  conditions: [...COMPARE_CONDITIONS, "between"],
};
const BLANK: ConditionGroup = { label: "blank", conditions: ["blank", "notblank"] };

/** All conditions work on every column; those that suit its kind come first. */
export function conditionGroups(kind: ColumnKind): readonly ConditionGroup[] {
  return isComparable(kind) ? [COMPARE, VALUES, TEXT, BLANK] : [VALUES, TEXT, COMPARE, BLANK];
}

export function conditionName(condition: Condition): string {
  if (condition === "oneOf") return filterWords.isOneOf;
  return condition === "noneOf" ? filterWords.isNoneOf : filterWords.conditions[condition];
}

export function isCondition(text: string): text is Condition {
  return text === "oneOf" || text === "noneOf" || Object.hasOwn(filterWords.conditions, text);
}

/** Chosen from a list of the column's values. */
export function isListed(condition: Condition): boolean {
  return ["oneOf", "noneOf", "is", "isnt"].includes(condition);
}

export function newDraft({ key, kind }: Pick<Column, "key" | "kind">): FilterDraft {
  const isDate = kind === "date" || kind === "datetime";
  const condition = isDate ? "between" : isComparable(kind) ? "gte" : "oneOf";
  return { column: key, condition, value: "", from: "", to: "", values: [] };
}

/** `commas`: the column's. */
export function draftOf(filter: Filter<ColumnKey>, commas = false): FilterDraft {
  const draft = { column: filter.column, value: "", from: "", to: "", values: [] };
  if ("values" in filter) {
    const [value = ""] = filter.values;
    if (filter.values.length === 1 && value !== "") {
      const written = numberText(value, commas);
      return { ...draft, condition: filter.kind, value: written, values: filter.values };
    }
    const condition = filter.kind === "is" ? "oneOf" : "noneOf";
    return { ...draft, condition, values: filter.values };
  }
  if ("value" in filter) {
    const { kind, value } = filter;
    return { ...draft, condition: kind, value: isTextCondition(kind) ? value : operandText(value) };
  }
  if ("from" in filter) {
    const { kind, from, to } = filter;
    return { ...draft, condition: kind, from: operandText(from), to: operandText(to) };
  }
  return { ...draft, condition: filter.kind };
}

/** `commas`: the column's. */
export function filterOf(draft: FilterDraft, commas = false): Filter<ColumnKey> {
  const { column, condition, value } = draft;
  const typed = commaTyped(value, commas);
  const listed = listedValues({ ...draft, value: typed });
  if (condition === "oneOf") return { kind: "is", column, values: listed };
  if (condition === "noneOf") return { kind: "isnt", column, values: listed };
  if (condition === "is" || condition === "isnt") {
    return { kind: condition, column, values: [typed] };
  }
  if (condition === "between") {
    return { kind: condition, column, from: asReport(draft.from), to: asReport(draft.to) };
  }
  if (isCompareCondition(condition)) return { kind: condition, column, value: asReport(value) };
  if (isTextCondition(condition)) return { kind: condition, column, value };
  return { kind: condition, column };
}

/** A number or a date in the reader's own writing, as the report has it; anything else as typed. */
export function asReport(typed: string): string {
  const form = reportText(typed) ?? "";
  return operandKind(form) === undefined ? typed.trim() : form;
}

/** Why the draft can't be applied, in a sentence. */
export function draftProblem(draft: FilterDraft): string | undefined {
  const { condition, value } = draft;
  if (condition === "oneOf" || condition === "noneOf") {
    return listedValues(draft).length === 0 ? filterWords.needsChoice : undefined;
  }
  if ((condition === "is" || condition === "isnt") && value === "") {
    return filterWords.needsValue;
  }
  if (isTextCondition(condition) && value === "") return filterWords.needsText;
  const either = operandsOf(draft).find(isEitherNumber);
  if (either !== undefined) {
    return filterWords.either(either, either.replace(".", ""), either.replace(".", ","));
  }
  const problem = filterProblem(filterOf(draft));
  return problem && problemText(problem);
}

/** Of a range: its beginning is as it should be, so a problem is its end's. */
export function isProblemOfEnd(draft: FilterDraft): boolean {
  const beginning: FilterDraft = { ...draft, condition: "gte", value: draft.from };
  return draftProblem(beginning) === undefined;
}

/** What a comparison looks at, as typed. */
function operandsOf({ condition, value, from, to }: FilterDraft): readonly string[] {
  if (condition === "between") return [from.trim(), to.trim()];
  return condition !== "oneOf" && condition !== "noneOf" && isCompareCondition(condition)
    ? [value.trim()]
    : [];
}

/** The ticked values; with none ticked, the text typed above the list. */
function listedValues({ values, value }: FilterDraft): readonly string[] {
  return values.length > 0 || value === "" ? values : [value];
}

function isComparable(kind: ColumnKind): boolean {
  return ["integer", "decimal", "money", "date", "datetime"].includes(kind);
}
