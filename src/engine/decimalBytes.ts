/**
 * The numbers of a decimal segment written out as bytes, for conditions on their text. The same
 * digits as `decimalText`, without a string per number.
 */

import { MAX_SCALE, type DecimalSegment } from "./table.ts";

export interface DecimalTexts {
  readonly bytes: Uint8Array;
  /** Number i of the range is `bytes[offsets[i] … offsets[i + 1])`. */
  readonly offsets: Uint32Array;
}

/** A sign, a point, and digits: 16 of the mantissa or zeros down to the scale. */
const LONGEST = 3 + Math.max(16, MAX_SCALE);

/** Rows `from` and on, `to` excluded; exceptions are empty. Reuses `room` when it is large enough. */
export function writeDecimals(
  segment: DecimalSegment,
  from: number,
  to: number,
  room?: DecimalTexts,
): DecimalTexts {
  const enough = room !== undefined && room.offsets.length > to - from;
  const bytes = enough ? room.bytes : new Uint8Array((to - from) * LONGEST);
  const offsets = enough ? room.offsets : new Uint32Array(to - from + 1);
  const { mantissas, scales, scale } = segment;
  let end = 0;
  for (let row = from; row < to; row += 1) {
    offsets[row - from] = end;
    const mantissa = mantissas[row]!;
    if (mantissa === mantissa) {
      end = writeDecimal(bytes, end, mantissa, scales === undefined ? scale : scales[row]!);
    }
  }
  offsets[to - from] = end;
  return { bytes, offsets };
}

/** Writes `mantissa` / 10^`scale` at `start` and returns where it ends. */
export function writeDecimal(
  bytes: Uint8Array,
  start: number,
  mantissa: number,
  scale: number,
): number {
  const size = Math.abs(mantissa);
  let high = Math.floor(size / 1e8);
  let low = size - high * 1e8;
  let length = digitCount(high > 0 ? high : low) + (high > 0 ? 8 : 0);
  if (length <= scale) length = scale + 1;
  let at = start;
  if (mantissa < 0) bytes[at++] = 0x2d;
  const end = at + length + (scale > 0 ? 1 : 0);
  const point = scale > 0 ? end - scale - 1 : -1;
  let left = 8;
  for (let to = end - 1; to >= at; to -= 1) {
    if (to === point) {
      bytes[to] = 0x2e;
      continue;
    }
    if (left === 0) {
      low = high;
      high = 0;
      left = 8;
    }
    const rest = (low / 10) | 0;
    bytes[to] = 0x30 + low - rest * 10;
    low = rest;
    left -= 1;
  }
  return end;
}

/** Digits of a whole number below 10^8; 1 for 0. */
function digitCount(value: number): number {
  if (value < 1e4) return value < 100 ? (value < 10 ? 1 : 2) : value < 1000 ? 3 : 4;
  return value < 1e6 ? (value < 1e5 ? 5 : 6) : value < 1e7 ? 7 : 8;
}
