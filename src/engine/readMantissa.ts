/**
 * From the bytes of a plain number to what a decimal segment keeps of it; `decimalText` is the way
 * back. Anything that would not come back digit for digit is refused. Digits are gathered nine at
 * a time in 32-bit whole numbers, which is faster than a float multiplication for each.
 */

import { MAX_SCALE } from "./table.ts";
import { POWERS_OF_TEN } from "./powersOfTen.ts";

export interface Mantissa {
  /** The number times 10^scale. */
  mantissa: number;
  /** Digits after the point. */
  scale: number;
  /** Digits before the point. */
  whole: number;
}

/** False for anything but a number as `DecimalSegment` defines it; `read` is then of no use. */
export function readMantissa(
  bytes: Uint8Array,
  start: number,
  end: number,
  read: Mantissa,
): boolean {
  const negative = bytes[start] === MINUS;
  const wholeStart = negative ? start + 1 : start;
  let point = -1;
  let high = 0;
  let low = 0;
  let held = 0;
  for (let at = wholeStart; at < end; at++) {
    const digit = bytes[at]! - ZERO;
    if (digit >>> 0 > 9) {
      if (digit !== POINT - ZERO || point !== -1) return false;
      point = at;
      continue;
    }
    low = (Math.imul(low, 10) + digit) | 0;
    held += 1;
    if (held === 9) {
      high = high * 1e9 + low;
      low = 0;
      held = 0;
    }
  }
  const whole = (point === -1 ? end : point) - wholeStart;
  const scale = point === -1 ? 0 : end - point - 1;
  if (whole < 1 || scale > MAX_SCALE || (point !== -1 && scale === 0)) return false;
  if (whole > 1 && bytes[wholeStart] === ZERO) return false;
  const size = high === 0 ? low : high * POWERS_OF_TEN[held]! + low;
  // Above 2^53 the sums round, but never back below it.
  if (size > Number.MAX_SAFE_INTEGER || (negative && size === 0)) return false;
  read.mantissa = negative ? -size : size;
  read.scale = scale;
  read.whole = whole;
  return true;
}

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
