/**
 * How values are written for this reader: the sign before decimals and the order of a date's parts.
 * Digits are moved and signs replaced, never a value made anew: nothing is rounded, no day is counted,
 * no time zone touched. What isn't written in the one way that everyone reads alike stays as it is.
 */

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

let mark = ".";
let parts: readonly DatePart[] | undefined;

/** From now on; the caller sees to it that the page is drawn anew. */
export function writeAs({ numbers, dates }: Writing): void {
  groupDigitsAs(numbers);
  const format = new Intl.NumberFormat(numbers ?? "en");
  const sign = format.formatToParts(1.5).find(({ type }) => type === "decimal")?.value;
  mark = sign === "," ? "," : ".";
  parts = dates === undefined ? undefined : datePartsOf(dates);
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
