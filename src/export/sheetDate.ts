/**
 * A date as a spreadsheet keeps it: a count of days, shown in the report's own spelling by a number
 * format. The time is taken as written, whatever the time zone of this or any machine. What would
 * lose something stays text: dates before March 1900 (where spreadsheets disagree about a day), times
 * with an offset, times finer than a millisecond, a leap second.
 */

import { DAY_MICROSECONDS, parseDate, type SlashOrder } from "../model/dateValue.ts";

export interface SheetDate {
  readonly days: number;
  /** Shows it as the report wrote it. */
  readonly format: string;
}

const SPELLING =
  /^(?:\d{4}-\d\d-\d\d|(\d\d?)([/.])(\d\d?)\2\d{4})(?:([Tt ])\d\d:\d\d(?::(\d\d)(?:\.(\d+))?)?([Zz]| UTC)?)?$/;

/** Days from the spreadsheets' day 0 to 1970. */
const DAYS_TO_1970 = 25_569;
/** 1 March 1900: from here on all of them agree. */
const FIRST_DAY = 61;
/** 31 December 9999; not every program knows its hours. */
const LAST_DAY = 2_958_465;
const MILLISECONDS = 3;

/** `slashes` is undefined where the column's dates with slashes could be read either way. */
export function sheetDate(text: string, slashes: SlashOrder | undefined): SheetDate | undefined {
  const parts = SPELLING.exec(text);
  if (parts === null) return undefined;
  const [, one = "", mark, two = "", separator, seconds, fraction = "", zone] = parts;
  if (mark === "/" && slashes === undefined) return undefined;
  if (seconds === "60" || /[1-9]/.test(fraction.slice(MILLISECONDS))) return undefined;
  const microseconds = parseDate(text, slashes ?? "monthFirst");
  const days = microseconds / DAY_MICROSECONDS + DAYS_TO_1970;
  if (!(days >= FIRST_DAY && days <= LAST_DAY)) return undefined;

  const [first, second] = mark === "." || slashes === "dayFirst" ? ["d", "m"] : ["m", "d"];
  let format =
    mark === undefined
      ? "yyyy\\-mm\\-dd"
      : `${first.repeat(one.length)}\\${mark}${second.repeat(two.length)}\\${mark}yyyy`;
  if (separator !== undefined) {
    format += separator === " " ? "\\ hh:mm" : `"${separator}"hh:mm`;
    if (seconds !== undefined) format += ":ss";
    // A spreadsheet shows thousandths at most; what is beyond them here are zeros.
    if (fraction !== "") format += `.${"0".repeat(Math.min(fraction.length, MILLISECONDS))}`;
    if (fraction.length > MILLISECONDS) format += `"${"0".repeat(fraction.length - MILLISECONDS)}"`;
    if (zone !== undefined) format += `"${zone}"`;
  }
  return { days, format };
}
