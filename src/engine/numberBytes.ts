/**
 * Numbers read straight from bytes, agreeing with `parseDecimal`. Nearly all have 15 digits or
 * fewer and become a mantissa and a scale without any object; the rest become a `Decimal`.
 */

import { parseDecimal, type Decimal } from "../model/decimal.ts";
import { decodeText } from "./wtf8.ts";

/** What `readNumber` answers. */
export const NOT_A_NUMBER = 0;
export const SHORT_NUMBER = 1;
export const LONG_NUMBER = 2;

/** What the last call of `readNumber` found. */
export const found = {
  /** The value of a short number is mantissa / 10^scale, |mantissa| < 2^53, scale 0 to 255. */
  mantissa: 0,
  scale: 0,
  long: { units: 0n, scale: 0 } as Decimal,
};

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/** What `bytes[start … end)` is; a number is left in `found`. */
export function readNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const first = bytes[at]!;
  if (first > 0x39 || first < 0x2b || start === end) return NOT_A_NUMBER;
  if (first === 0x2d || first === 0x2b) at += 1;
  let mantissa = 0;
  let digits = 0;
  let scale = -1;
  for (; at < end; at += 1) {
    const byte = bytes[at]!;
    const digit = byte - 0x30;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      digits += 1;
      if (scale >= 0) scale += 1;
    } else if (byte === 0x2e && scale < 0) scale = 0;
    else if ((byte | 0x20) === 0x65)
      return digits === 0 ? NOT_A_NUMBER : readLong(bytes, start, end);
    else return NOT_A_NUMBER;
  }
  if (digits === 0) return NOT_A_NUMBER;
  if (digits > 15) return readLong(bytes, start, end);
  found.mantissa = first === 0x2d && mantissa !== 0 ? -mantissa : mantissa;
  found.scale = Math.max(scale, 0);
  return SHORT_NUMBER;
}

function readLong(bytes: Uint8Array, start: number, end: number): number {
  const value = parseDecimal(decodeText(bytes, start, end));
  if (value === undefined) return NOT_A_NUMBER;
  if (value.units <= LARGEST && value.units >= -LARGEST && value.scale <= 255) {
    found.mantissa = Number(value.units);
    found.scale = value.scale;
    return SHORT_NUMBER;
  }
  found.long = value;
  return LONG_NUMBER;
}
