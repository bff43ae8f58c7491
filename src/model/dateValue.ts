/**
 * Dates and times as reports write them, as microseconds since 1970 (UTC). `2026-10-05`, with a
 * time `2026-10-05T14:30:00.123456` (or a space for the T), with an offset (`Z`, ` UTC`, `+02:00`);
 * `5.10.2026`, whose first part is the day wherever it is written so; and `10/05/2026`, whose first part
 * is the month or the day as its column has it. Without an offset the time is taken as written. Only days
 * that exist are dates. Digits beyond the microsecond don't count.
 */

export type SlashOrder = "monthFirst" | "dayFirst";

export const DAY_MICROSECONDS = 86_400_000_000;

/** Longer texts are no dates. */
const MAX_DATE_LENGTH = 48;

const codes = new Uint8Array(MAX_DATE_LENGTH);

/** The moment a text stands for, NaN for none. */
export function parseDate(text: string, slashes: SlashOrder): number {
  if (text.length > MAX_DATE_LENGTH) return Number.NaN;
  for (let i = 0; i < text.length; i += 1) codes[i] = Math.min(text.charCodeAt(i), 0xff);
  return parseDateBytes(codes, 0, text.length, slashes);
}

/** The same for `bytes[start … end)`. */
export function parseDateBytes(
  bytes: Uint8Array,
  start: number,
  end: number,
  slashes: SlashOrder,
): number {
  const length = end - start;
  if (length < 8 || length > MAX_DATE_LENGTH) return Number.NaN;
  if (bytes[start + 4] === DASH) {
    if (length < 10 || bytes[start + 7] !== DASH) return Number.NaN;
    const year = digitsAt(bytes, start, 4);
    const month = digitsAt(bytes, start + 5, 2);
    const day = digitsAt(bytes, start + 8, 2);
    return dayMicroseconds(year, month, day) + timeAt(bytes, start + 10, end);
  }
  const mark = bytes[start + 1] === POINT || bytes[start + 2] === POINT ? POINT : SLASH;
  const second = placeAfter(mark, bytes, start);
  const yearAt = second === 0 ? 0 : placeAfter(mark, bytes, second);
  if (yearAt === 0 || yearAt + 4 > end) return Number.NaN;
  const one = digitsAt(bytes, start, second - 1 - start);
  const two = digitsAt(bytes, second, yearAt - 1 - second);
  const year = digitsAt(bytes, yearAt, 4);
  const isMonthFirst = mark === SLASH && slashes === "monthFirst";
  const date = isMonthFirst ? dayMicroseconds(year, one, two) : dayMicroseconds(year, two, one);
  return date + timeAt(bytes, yearAt + 4, end);
}

/** Whether a text that is a date states a time of day too. */
export function hasTime(date: string): boolean {
  return date.includes(":");
}

/** Which order a text with slashes speaks for; undefined when it could be either, or is no date. */
export function slashOrderOf(
  bytes: Uint8Array,
  start: number,
  end: number,
): SlashOrder | undefined {
  if (end - start < 8 || (bytes[start + 1] !== SLASH && bytes[start + 2] !== SLASH)) {
    return undefined;
  }
  const month = !Number.isNaN(parseDateBytes(bytes, start, end, "monthFirst"));
  const day = !Number.isNaN(parseDateBytes(bytes, start, end, "dayFirst"));
  return month === day ? undefined : month ? "monthFirst" : "dayFirst";
}

const DASH = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const SPACE = 0x20;

/** The place after a mark that follows one or two characters, or 0. */
function placeAfter(mark: number, bytes: Uint8Array, at: number): number {
  return bytes[at + 1] === mark ? at + 2 : bytes[at + 2] === mark ? at + 3 : 0;
}

function digitsAt(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = at; i < at + count; i += 1) {
    const digit = bytes[i]! - 0x30;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dayMicroseconds(year: number, month: number, day: number): number {
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > MONTH_DAYS[month - 1]! + (leap && month === 2 ? 1 : 0)) return Number.NaN;
  // Days since 1970-01-01 in a calendar whose year begins in March, so that leap days come last.
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * DAY_MICROSECONDS;
}

/** Microseconds of ` 14:30`, `T14:30:00.5Z` and the like up to `end`; 0 for nothing, else NaN. */
function timeAt(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return 0;
  const separator = bytes[start]!;
  if (separator !== SPACE && (separator | 0x20) !== 0x74) return Number.NaN;
  if (start + 6 > end || bytes[start + 3] !== COLON) return Number.NaN;
  const hours = digitsAt(bytes, start + 1, 2);
  const minutes = digitsAt(bytes, start + 4, 2);
  let seconds = 0;
  let fraction = 0;
  let at = start + 6;
  if (at < end && bytes[at] === COLON) {
    if (at + 3 > end) return Number.NaN;
    seconds = digitsAt(bytes, at + 1, 2);
    at += 3;
    if (at < end && bytes[at] === POINT) {
      let unit = 100_000;
      const from = at + 1;
      for (at = from; at < end && bytes[at]! >= 0x30 && bytes[at]! <= 0x39; at += 1) {
        fraction += (bytes[at]! - 0x30) * unit;
        unit = Math.floor(unit / 10);
      }
      if (at === from) return Number.NaN;
    }
  }
  // A leap second is the first of the next minute.
  if (!(hours < 24 && minutes < 60 && seconds <= 60)) return Number.NaN;
  const offset = offsetAt(bytes, at, end);
  return ((hours * 60 + minutes - offset) * 60 + seconds) * 1_000_000 + fraction;
}

/** Minutes east of UTC of `Z`, ` UTC`, `+02:00`, `-0530`, `+02` up to `end`; 0 for nothing. */
function offsetAt(bytes: Uint8Array, start: number, end: number): number {
  const at = bytes[start] === SPACE && start + 1 < end ? start + 1 : start;
  const length = end - at;
  if (length === 0) return 0;
  const sign = bytes[at]!;
  if (length === 1) return (sign | 0x20) === 0x7a ? 0 : Number.NaN;
  if (length === 3 && sign === 0x55) {
    return bytes[at + 1] === 0x54 && bytes[at + 2] === 0x43 ? 0 : Number.NaN;
  }
  if (sign !== 0x2b && sign !== DASH) return Number.NaN;
  const colon = length === 6 && bytes[at + 3] === COLON;
  if (length !== 3 && length !== 5 && !colon) return Number.NaN;
  const hours = digitsAt(bytes, at + 1, 2);
  const minutes = length === 3 ? 0 : digitsAt(bytes, colon ? at + 4 : at + 3, 2);
  if (!(hours < 24 && minutes < 60)) return Number.NaN;
  return (hours * 60 + minutes) * (sign === DASH ? -1 : 1);
}
