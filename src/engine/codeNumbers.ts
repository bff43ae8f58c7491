/**
 * What the entries of a dictionary are worth in sums, worked out once per state of the dictionary:
 * a mantissa and its scale, or why there is none. A number too long for that is read from its
 * text, one by one.
 */

import { CellKind } from "../model/cell.ts";
import { parseDecimal } from "../model/decimal.ts";
import type { Dictionary } from "./table.ts";

/** Scales a slot exists for; numbers with more digits after the point are added one by one. */
export const SCALES = 32;

/** How a cell of a code takes part; other values are the scale of its mantissa. */
export const NOT_A_NUMBER = 255;
export const BLANK = 254;
export const LONG = 253;

export function isNumeric(kind: number): boolean {
  return (
    kind === CellKind.string ||
    kind === CellKind.number ||
    kind === CellKind.comma ||
    kind === CellKind.grouped
  );
}

export interface CodeNumbers {
  readonly mantissas: Float64Array;
  readonly scales: Uint8Array;
}

const cachedNumbers = new WeakMap<Dictionary, CodeNumbers>();
const decoder = new TextDecoder();

/** What each code of a dictionary is worth; made once per state of the dictionary. */
export function numbersByCode(dictionary: Dictionary): CodeNumbers {
  const known = cachedNumbers.get(dictionary);
  if (known !== undefined && known.scales.length === dictionary.count) return known;
  const mantissas = new Float64Array(dictionary.count);
  const scales = new Uint8Array(dictionary.count).fill(NOT_A_NUMBER);
  for (let code = 0; code < dictionary.count; code += 1) {
    const start = dictionary.offsets[code]!;
    const end = dictionary.offsets[code + 1]!;
    if (start === end) scales[code] = BLANK;
    else if (isNumeric(dictionary.kinds[code]!)) {
      const value = parseDecimal(decoder.decode(dictionary.bytes.subarray(start, end)));
      if (value === undefined) continue;
      const short = value.scale < SCALES && isSafe(value.units);
      scales[code] = short ? value.scale : LONG;
      mantissas[code] = short ? Number(value.units) : Number.NaN;
    }
  }
  const made = { mantissas, scales };
  cachedNumbers.set(dictionary, made);
  return made;
}

function isSafe(units: bigint): boolean {
  return units <= BigInt(Number.MAX_SAFE_INTEGER) && units >= -BigInt(Number.MAX_SAFE_INTEGER);
}
