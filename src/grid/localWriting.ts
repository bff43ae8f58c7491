/**
 * How values are written for this reader, there and back: the sign before decimals and the order of a
 * date's parts. Digits are moved and signs replaced, never a value made anew: nothing is rounded, no day is counted,
 * no time zone touched. What isn't written in the one way that everyone reads alike stays as it is.
 */

import type { ColumnKind } from "../model/column.ts";
import { isAmount } from "./columnWidth.ts";
import { groupDigitsAs } from "./digitGroups.ts";

export interface Writing {
  /** Undefined writes numbers as the report does. */
  readonly numbers: string | undefined;
  /** Undefined writes dates as the report does. */
  readonly dates: string | undefined;
}

type DatePart = "year" | "month" | "day" | { readonly sign: string };

/** Year, month and day of a plain or a longer date, and what follows: a time, as written. */
const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}\S*))?$/;

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
/** As files with decimal commas are read: no cell of theirs has such a text. */
const COMMA_NUMBER = /^[+-]?(?:\d*|[1-9]\d{0,2}(?:\.\d{3})+),\d+$/;
/** A sign, digits with or without signs between groups, a sign before decimals. */
const TYPED_NUMBER = /^([+-]?)(\d{1,3}(?:([.'’\s])\d{3})(?:\3\d{3})*|\d*)(?:([.,])(\d*))?$/;

let mark = ".";
let isCommaFile = false;
let parts: readonly DatePart[] | undefined;
let typedDate: RegExp | undefined;

/** From now on; the caller sees to it that the page is drawn anew. */
export function writeAs({ numbers, dates }: Writing): void {
  groupDigitsAs(numbers);
  const format = new Intl.NumberFormat(numbers ?? "en");
  const sign = format.formatToParts(1.5).find(({ type }) => type === "decimal")?.value;
  mark = sign === "," ? "," : ".";
  parts = dates === undefined ? undefined : datePartsOf(dates);
  typedDate = parts && typedDateOf(parts);
}

/** The report at hand is a file with decimal commas, which stay commas for everyone. */
export function readCommas(isComma: boolean): void {
  isCommaFile = isComma;
}

export function decimalMark(): string {
  return mark;
}

/** The date of a cell as this reader writes it. */
export function dateText(text: string): string {
  const found = parts === undefined ? null : DATE.exec(text);
  if (found === null || parts === undefined) return text;
  const [, year = "", month = "", day = "", time] = found;
  const digits = { year, month, day };
  const date = parts.map((part) => (typeof part === "string" ? digits[part] : part.sign)).join("");
  return time === undefined ? date : `${date} ${time}`;
}

/** A value of such a column that the file wrote with a point, as its cells draw it, without gaps. */
export function valueText(text: string, kind: ColumnKind): string {
  if (isAmount(kind)) return numberText(text, mark === ",");
  return kind === "date" || kind === "datetime" ? dateText(text) : text;
}

/** A number with this sign before its decimals; another text as it is. */
export function numberText(text: string, isComma: boolean): string {
  return isComma && NUMBER.test(text) ? text.replace(".", ",") : text;
}

/** The text of a number with a decimal comma, points between groups or not; else as typed. */
export function commaTyped(typed: string, isComma: boolean): string {
  const isNumber = isComma && COMMA_NUMBER.test(typed);
  return isNumber ? typed.replaceAll(".", "").replace(",", ".") : typed;
}

/** A number or a date that a column is compared with, in the same way. */
export function operandText(text: string): string {
  return dateText(numberText(text, hasCommas()));
}

/**
 * A number or a date, or its beginning, as the report writes it; undefined when that is no other text.
 * `reportText(operandText(text)) ?? text` is the text.
 */
export function reportText(typed: string): string | undefined {
  const text = typed.trim();
  const form = dateTyped(text) ?? numberTyped(text);
  return form === text ? undefined : form;
}

/** `1.000` where commas stand before decimals: a thousand here, one in a report. */
export function isEitherNumber(text: string): boolean {
  return hasCommas() && /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text);
}

function hasCommas(): boolean {
  return isCommaFile || mark === ",";
}

function numberTyped(text: string): string | undefined {
  const [, sign = "", whole = "", group, point, fraction] = TYPED_NUMBER.exec(text) ?? [];
  const digits = whole.replace(/\D/g, "");
  if (digits === "" && !fraction) return undefined;
  if (!hasCommas() && (group === "." || point === ",")) return undefined;
  if (group === "." && point === ".") return undefined;
  return sign + digits + (point === undefined ? "" : `.${fraction ?? ""}`);
}

function dateTyped(text: string): string | undefined {
  const { year, month = "", day = "", time } = typedDate?.exec(text)?.groups ?? {};
  if (month === "") return undefined;
  const date = `${year ?? ""}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return time === undefined ? date : `${date}T${time}`;
}

/** The year that stands last may be still to come. */
function typedDateOf(all: readonly DatePart[]): RegExp {
  const pieces = all.map((part, at) => {
    if (part === "year") return `(?<year>\\d{4})${at === all.length - 1 ? "?" : ""}`;
    return typeof part === "string"
      ? `(?<${part}>\\d{1,2})`
      : part.sign.replace(/\W/g, String.raw`\$&`);
  });
  return new RegExp(`^${pieces.join("")}(?:[T ](?<time>\\d{2}:\\d{2}\\S*))?$`);
}

function datePartsOf(locale: string): readonly DatePart[] {
  const format = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    calendar: "gregory",
    numberingSystem: "latn",
    timeZone: "UTC",
  });
  return format
    .formatToParts(0)
    .map(({ type, value }) =>
      type === "year" || type === "month" || type === "day" ? type : { sign: value },
    );
}
