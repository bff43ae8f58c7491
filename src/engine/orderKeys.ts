/**
 * A double for each row by which a column's order can be judged from afar: never in the wrong
 * order, but equal for texts that begin alike and for numbers that doubles can't tell apart. Blank
 * cells are Infinity, in both directions. One pass over the column, nothing is copied.
 */

import { parseDateBytes } from "../model/dateValue.ts";
import { formatDecimal } from "../model/decimal.ts";
import type { Turn } from "../model/turn.ts";
import type { SortMode } from "./cellSorter.ts";
import { segmentAt, type ColumnSnapshot } from "./columnSnapshot.ts";
import { writeDecimals } from "./decimalBytes.ts";
import { firstWord } from "./firstWord.ts";
import { found, NOT_A_NUMBER, readNumber, SHORT_NUMBER } from "./numberBytes.ts";
import { eachRun } from "./sortColumn.ts";
import type { DecimalSegment } from "./table.ts";
import { POWERS_OF_TEN } from "./powersOfTen.ts";

/** Texts stand above all numbers: their words are multiplied by this, which keeps them exact. */
export const TEXT_UNIT = 2 ** 900;
const LARGEST_NUMBER = 2 ** 899;

/** Writes the keys of an ascending list's rows, or of all below `keys.length`. */
export async function orderKeys(
  column: ColumnSnapshot,
  mode: SortMode,
  descending: boolean,
  list: Uint32Array | undefined,
  keys: Float64Array,
  turn: Turn,
): Promise<void> {
  const { bytes, offsets, count } = column.dictionary;
  const sign = descending ? -1 : 1;
  /** By code, made when first asked for. */
  const ofCodes = new Float64Array(count).fill(Number.NaN);
  const ofCode = (code: number): number => {
    const known = ofCodes[code]!;
    if (known === known) return known;
    return (ofCodes[code] = keyOf(bytes, offsets[code]!, offsets[code + 1]!, mode, sign));
  };
  await eachRun(list, keys.length, turn, (from, to, base) => {
    const segment = segmentAt(column, base);
    if (segment.encoding === "codes") {
      const { codes } = segment;
      for (let at = from; at < to; at += 1) keys[at] = ofCode(codes[rowOf(list, at) - base]!);
    } else if (segment.encoding === "text") {
      const { bytes, offsets } = segment;
      for (let at = from; at < to; at += 1) {
        const row = rowOf(list, at) - base;
        keys[at] = keyOf(bytes, offsets[row]!, offsets[row + 1]!, mode, sign);
      }
    } else {
      if (mode.first === "numbers") numberKeys(segment, list, base, from, to, sign, keys);
      else writtenKeys(segment, list, base, from, to, mode, sign, keys);
      if (segment.exceptions.size === 0) return;
      for (let at = from; at < to; at += 1) {
        const row = rowOf(list, at) - base;
        const mantissa = segment.mantissas[row]!;
        if (mantissa !== mantissa) keys[at] = ofCode(segment.exceptions.get(row)!);
      }
    }
  });
}

function rowOf(list: Uint32Array | undefined, at: number): number {
  return list === undefined ? at : list[at]!;
}

function numberKeys(
  { mantissas, scales, scale }: DecimalSegment,
  list: Uint32Array | undefined,
  base: number,
  from: number,
  to: number,
  sign: number,
  keys: Float64Array,
): void {
  const power = POWERS_OF_TEN[scale]! * sign;
  for (let at = from; at < to; at += 1) {
    const row = rowOf(list, at) - base;
    keys[at] =
      mantissas[row]! / (scales === undefined ? power : POWERS_OF_TEN[scales[row]!]! * sign);
  }
}

/** Numbers that are read as texts or dates. */
function writtenKeys(
  segment: DecimalSegment,
  list: Uint32Array | undefined,
  base: number,
  from: number,
  to: number,
  mode: SortMode,
  sign: number,
  keys: Float64Array,
): void {
  const first = rowOf(list, from) - base;
  const { bytes, offsets } = writeDecimals(segment, first, rowOf(list, to - 1) - base + 1);
  for (let at = from; at < to; at += 1) {
    const row = rowOf(list, at) - base - first;
    keys[at] = keyOf(bytes, offsets[row]!, offsets[row + 1]!, mode, sign);
  }
}

function keyOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  mode: SortMode,
  sign: number,
): number {
  if (start === end) return Infinity;
  const { first, texts } = mode;
  if (first === "numbers") {
    const read = readNumber(bytes, start, end);
    if (read !== NOT_A_NUMBER)
      return sign * (read === SHORT_NUMBER ? nearestShort() : nearestLong());
  } else if (first !== "texts") {
    const time = parseDateBytes(bytes, start, end, first);
    if (time === time) return sign * time;
  }
  return sign * firstWord(bytes, start, end, texts) * TEXT_UNIT;
}

function nearestShort(): number {
  const { mantissa, scale } = found;
  const power = POWERS_OF_TEN[scale];
  if (power !== undefined) return mantissa / power;
  return clamped(Number(formatDecimal({ units: BigInt(mantissa), scale })));
}

function nearestLong(): number {
  return clamped(Number(formatDecimal(found.long)));
}

function clamped(value: number): number {
  return Math.max(-LARGEST_NUMBER, Math.min(LARGEST_NUMBER, value));
}
