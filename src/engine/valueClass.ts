/**
 * What a single value looks like: a number, a date, a code… Every value of a report is looked at
 * once, so most are dismissed at their first byte; the kind of a column follows from how many of
 * its values fall into each class (`inferKind.ts`).
 */

import { CellKind } from "../model/cell.ts";
import { parseDateBytes } from "../model/dateValue.ts";
import { MAX_EXPONENT } from "../model/decimal.ts";

export const ValueClass = {
  blank: 0,
  text: 1,
  /** Digits with or without a sign, at most 15 of them. */
  integer: 2,
  longInteger: 3,
  /** Digits that begin with a needless zero: `007`. */
  zeroInteger: 4,
  /** A number with a point, or small by its exponent. */
  decimal: 5,
  /** Text such as `662E41`, which is a number only by chance. */
  power: 6,
  date: 7,
  datetime: 8,
  /** `03/04/2023`: month or day may stand first. */
  slashDate: 9,
  monthFirst: 10,
  dayFirst: 11,
  /** The same three with a time of day. */
  slashDatetime: 12,
  monthFirstDatetime: 13,
  dayFirstDatetime: 14,
  boolean: 15,
  /** Three capital letters. */
  currency: 16,
} as const;

export type ValueClass = (typeof ValueClass)[keyof typeof ValueClass];

export const VALUE_CLASSES = 17;

/** From a date with slashes to the same with a time. */
const SLASH_DATETIMES = ValueClass.slashDatetime - ValueClass.slashDate;

/** Digits before and after the point of a number, an exponent taken into account. */
export interface NumberShape {
  whole: number;
  fraction: number;
}

/** The class of `bytes[start … end)`; for a number, `shape` is filled in. */
export function classify(
  bytes: Uint8Array,
  start: number,
  end: number,
  kind: number,
  shape: NumberShape,
): ValueClass {
  if (start === end) return ValueClass.blank;
  if (kind === CellKind.boolean) return ValueClass.boolean;
  if (kind === CellKind.nested) return ValueClass.text;
  const first = bytes[start]!;
  if (first < 0x2b || first > 0x74) return ValueClass.text;
  if (first <= 0x39) return classifyNumeric(bytes, start, end, kind, shape);
  const length = end - start;
  if (length === 3) return isCurrency(bytes, start) ? ValueClass.currency : ValueClass.text;
  if ((length === 4 || length === 5) && isBoolean(bytes, start, length)) return ValueClass.boolean;
  return ValueClass.text;
}

export function isNumber(found: ValueClass): boolean {
  return found >= ValueClass.integer && found <= ValueClass.power;
}

function classifyNumeric(
  bytes: Uint8Array,
  start: number,
  end: number,
  kind: number,
  shape: NumberShape,
): ValueClass {
  let at = start;
  const sign = bytes[at]!;
  if (sign === MINUS || sign === PLUS) at++;
  const wholeStart = at;
  at = skipDigits(bytes, at, end);
  const whole = at - wholeStart;
  if (at === end) {
    if (whole === 0) return ValueClass.text;
    shape.whole = whole;
    shape.fraction = 0;
    if (whole > 1 && bytes[wholeStart] === ZERO) return ValueClass.zeroInteger;
    return whole > 15 ? ValueClass.longInteger : ValueClass.integer;
  }
  const next = bytes[at]!;
  if (next === MINUS && whole === 4) return classifyDate(bytes, start, end);
  if (next === SLASH && (whole === 1 || whole === 2)) return classifySlashDate(bytes, start, end);

  let fraction = 0;
  const pointed = next === POINT;
  if (pointed) {
    const fractionStart = ++at;
    at = skipDigits(bytes, at, end);
    fraction = at - fractionStart;
  }
  if (whole + fraction === 0) return ValueClass.text;
  shape.whole = whole;
  shape.fraction = fraction;
  if (at === end) return ValueClass.decimal;
  if (bytes[at] === POINT && whole <= 2 && fraction <= 2) return classifyDate(bytes, start, end);
  const exponent = readExponent(bytes, at, end);
  if (exponent === undefined) return ValueClass.text;
  shape.whole = Math.max(1, whole + exponent);
  shape.fraction = Math.max(0, fraction - exponent);
  const byChance = kind === CellKind.string && !pointed && exponent >= 0;
  return byChance ? ValueClass.power : ValueClass.decimal;
}

/** As `parseDecimal` takes them: up to nine digits, within MAX_EXPONENT. */
function readExponent(bytes: Uint8Array, start: number, end: number): number | undefined {
  let at = start;
  if ((bytes[at]! | 0x20) !== 0x65) return undefined;
  at++;
  const negative = bytes[at] === MINUS;
  if (at < end && (negative || bytes[at] === PLUS)) at++;
  const digits = end - at;
  if (digits < 1 || digits > 9 || skipDigits(bytes, at, end) !== end) return undefined;
  let exponent = 0;
  for (; at < end; at++) exponent = exponent * 10 + bytes[at]! - ZERO;
  if (exponent > MAX_EXPONENT) return undefined;
  return negative ? -exponent : exponent;
}

function classifyDate(bytes: Uint8Array, start: number, end: number): ValueClass {
  if (Number.isNaN(parseDateBytes(bytes, start, end, "monthFirst"))) return ValueClass.text;
  return end - start <= 10 ? ValueClass.date : ValueClass.datetime;
}

function classifySlashDate(bytes: Uint8Array, start: number, end: number): ValueClass {
  const monthFirst = !Number.isNaN(parseDateBytes(bytes, start, end, "monthFirst"));
  const dayFirst = !Number.isNaN(parseDateBytes(bytes, start, end, "dayFirst"));
  if (!monthFirst && !dayFirst) return ValueClass.text;
  const timed = end - start > 10 ? SLASH_DATETIMES : 0;
  if (!dayFirst) return (ValueClass.monthFirst + timed) as ValueClass;
  return ((monthFirst ? ValueClass.slashDate : ValueClass.dayFirst) + timed) as ValueClass;
}

function skipDigits(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at]! >= ZERO && bytes[at]! <= 0x39) at++;
  return at;
}

function isCurrency(bytes: Uint8Array, start: number): boolean {
  return isCapital(bytes[start]!) && isCapital(bytes[start + 1]!) && isCapital(bytes[start + 2]!);
}

function isCapital(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

function isBoolean(bytes: Uint8Array, start: number, length: number): boolean {
  const word = length === 4 ? TRUE : FALSE;
  for (let at = 0; at < length; at++) {
    if ((bytes[start + at]! | 0x20) !== word[at]) return false;
  }
  return true;
}

const PLUS = 0x2b;
const MINUS = 0x2d;
const POINT = 0x2e;
const SLASH = 0x2f;
const ZERO = 0x30;
const TRUE = Uint8Array.of(0x74, 0x72, 0x75, 0x65);
const FALSE = Uint8Array.of(0x66, 0x61, 0x6c, 0x73, 0x65);
