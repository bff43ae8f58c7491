/**
 * Comparisons: every condition is a range, of numbers or of moments, and a cell fits when it is one
 * and lies inside. Numbers compare exactly: for numbers stored as mantissas the range is brought to
 * their scale once, as whole numbers. A date without time stands for its whole day.
 */

import {
  DAY_MICROSECONDS,
  hasTime,
  parseDate,
  parseDateBytes,
  type SlashOrder,
} from "../model/dateValue.ts";
import { compareDecimals, parseDecimal, type Decimal } from "../model/decimal.ts";
import type { CompareCondition } from "../model/filter.ts";
import type { CellTest } from "./cellTest.ts";
import { found, LONG_NUMBER, NOT_A_NUMBER, readNumber } from "./numberBytes.ts";

/** Limits left out do not limit; an open limit is not in the range itself. */
interface Range<Value> {
  readonly low?: Value | undefined;
  readonly lowOpen?: boolean;
  readonly high?: Value | undefined;
  readonly highOpen?: boolean;
}

/** Cells within the condition; `ne` is asked as `eq` and turned around by the caller. */
export function compareTest(
  kind: Exclude<CompareCondition, "ne">,
  value: string,
  slashes: SlashOrder,
): CellTest {
  const number = parseDecimal(value);
  if (number !== undefined) {
    switch (kind) {
      case "eq":
        return numberTest({ low: number, high: number });
      case "lt":
        return numberTest({ high: number, highOpen: true });
      case "lte":
        return numberTest({ high: number });
      case "gt":
        return numberTest({ low: number, lowOpen: true });
      case "gte":
        return numberTest({ low: number });
    }
  }
  const start = parseDate(value, slashes);
  const end = endOf(value, slashes);
  switch (kind) {
    case "eq":
      return dateTest({ low: start, ...end }, slashes);
    case "lt":
      return dateTest({ high: start, highOpen: true }, slashes);
    case "lte":
      return dateTest(end, slashes);
    case "gt":
      return dateTest({ low: end.high, lowOpen: !end.highOpen }, slashes);
    case "gte":
      return dateTest({ low: start }, slashes);
  }
}

/** Both ends included. */
export function betweenTest(from: string, to: string, slashes: SlashOrder): CellTest {
  const low = parseDecimal(from);
  const high = parseDecimal(to);
  if (low !== undefined && high !== undefined) return numberTest({ low, high });
  return dateTest({ low: parseDate(from, slashes), ...endOf(to, slashes) }, slashes);
}

/** The last moment a date stands for, as the upper limit of a range. */
function endOf(date: string, slashes: SlashOrder): { high: number; highOpen: boolean } {
  const start = parseDate(date, slashes);
  return hasTime(date)
    ? { high: start, highOpen: false }
    : { high: start + DAY_MICROSECONDS, highOpen: true };
}

function dateTest(range: Range<number>, slashes: SlashOrder): CellTest {
  const { low = -Infinity, lowOpen = false, high = Infinity, highOpen = false } = range;
  return {
    numbers: "none",
    texts: (bytes, offsets, from, to, fits) => {
      for (let i = from; i < to; i += 1) {
        // Not a date is NaN, which is in no range.
        const time = parseDateBytes(bytes, offsets[i]!, offsets[i + 1]!, slashes);
        const isIn =
          (lowOpen ? time > low : time >= low) && (highOpen ? time < high : time <= high);
        fits[i - from] = isIn ? 1 : 0;
      }
    },
  };
}

function numberTest(range: Range<Decimal>): CellTest {
  /** Limits by scale, as mantissas: both included. */
  const limits: { readonly least: number; readonly most: number }[] = [];
  const limitsAt = (scale: number) =>
    (limits[scale] ??= { least: leastMantissa(range, scale), most: mostMantissa(range, scale) });
  return {
    numbers: ({ mantissas, scales, scale }, from, to, fits) => {
      let { least, most } = limitsAt(scale);
      for (let row = from; row < to; row += 1) {
        if (scales !== undefined) ({ least, most } = limitsAt(scales[row]!));
        const mantissa = mantissas[row]!;
        fits[row - from] = mantissa >= least && mantissa <= most ? 1 : 0;
      }
    },
    texts: (bytes, offsets, from, to, fits) => {
      for (let i = from; i < to; i += 1) {
        const read = readNumber(bytes, offsets[i]!, offsets[i + 1]!);
        if (read === NOT_A_NUMBER) fits[i - from] = 0;
        else if (read === LONG_NUMBER) fits[i - from] = isInRange(found.long, range) ? 1 : 0;
        else {
          const { least, most } = limitsAt(found.scale);
          fits[i - from] = found.mantissa >= least && found.mantissa <= most ? 1 : 0;
        }
      }
    },
  };
}

function isInRange(value: Decimal, { low, lowOpen, high, highOpen }: Range<Decimal>): boolean {
  if (low !== undefined) {
    const order = compareDecimals(value, low);
    if (order < 0 || (order === 0 && lowOpen === true)) return false;
  }
  if (high !== undefined) {
    const order = compareDecimals(value, high);
    if (order > 0 || (order === 0 && highOpen === true)) return false;
  }
  return true;
}

/** The smallest mantissa inside. Beyond 2^53 it may be rounded: no mantissa is that large. */
function leastMantissa({ low, lowOpen }: Range<Decimal>, scale: number): number {
  if (low === undefined) return -Infinity;
  const { whole, exact } = scaled(low, scale);
  return Number(exact && lowOpen !== true ? whole : whole + 1n);
}

function mostMantissa({ high, highOpen }: Range<Decimal>, scale: number): number {
  if (high === undefined) return Infinity;
  const { whole, exact } = scaled(high, scale);
  return Number(exact && highOpen === true ? whole - 1n : whole);
}

/** value × 10^scale, rounded down. */
function scaled(value: Decimal, scale: number): { whole: bigint; exact: boolean } {
  const shift = scale - value.scale;
  if (shift >= 0) return { whole: value.units * 10n ** BigInt(shift), exact: true };
  const divisor = 10n ** BigInt(-shift);
  const quotient = value.units / divisor;
  const rest = value.units % divisor;
  return { whole: rest < 0n ? quotient - 1n : quotient, exact: rest === 0n };
}
