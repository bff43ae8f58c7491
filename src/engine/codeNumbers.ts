/**
 * What the entries of a dictionary are worth in sums, worked out once per state of the dictionary:
 * a mantissa and its scale, or why there is none. A number too long for that is read from its
 * text, one by one.
 */

import { CellKind } from "../model/cell.ts";
import { parseDecimal } from "../model/decimal.ts";
import type { Dictionary } from "./table.ts";

/** Scales below this have a slot; numbers with more digits after the point are added one by one. */
export const SCALES = 32;

/** In the place of a scale, where a cell has no mantissa: it is no number, blank, or too long for one. */
export const NO_SCALE = 255;
export const BLANK_SCALE = 254;
export const LONG_SCALE = 253;

export function isNumeric(kind: number): boolean {
  return (
    kind === CellKind.string ||
    kind === CellKind.number ||
    kind === CellKind.comma ||
    kind === CellKind.grouped
  );
}

/** By code: the value is mantissa / 10^scale, unless the scale is one of the three above. */
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
  const scales = new Uint8Array(dictionary.count).fill(NO_SCALE);
  for (let code = 0; code < dictionary.count; code += 1) {
    const start = dictionary.offsets[code]!;
    const end = dictionary.offsets[code + 1]!;
    if (start === end) scales[code] = BLANK_SCALE;
    else if (isNumeric(dictionary.kinds[code]!)) {
      const value = parseDecimal(decoder.decode(dictionary.bytes.subarray(start, end)));
      if (value === undefined) continue;
      const short = value.scale < SCALES && isSafe(value.units);
      scales[code] = short ? value.scale : LONG_SCALE;
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
