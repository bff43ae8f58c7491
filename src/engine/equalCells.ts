/**
 * Whether the cells of some rows are equal in the order of their column: the same text, or numbers
 * or moments of the same value. May say no of some that are equal, never yes of others.
 */

import { parseDateBytes } from "../model/dateValue.ts";
import type { Turn } from "../model/turn.ts";
import { compareBytes, type SortMode } from "./cellSorter.ts";
import type { ColumnSnapshot } from "./columnSnapshot.ts";
import { found, readNumber, SHORT_NUMBER } from "./numberBytes.ts";
import { visitCells } from "./visitCells.ts";
import { POWERS_OF_TEN } from "./powersOfTen.ts";

interface Texts {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

/** A number or a moment; the text when it is neither. */
interface Cell {
  readonly text: Uint8Array | undefined;
  readonly mantissa: number;
  readonly scale: number;
  readonly isValue: boolean;
}

/** The rows are ascending. */
export async function areSame(
  column: ColumnSnapshot,
  mode: SortMode,
  rows: Uint32Array,
  turn: Turn,
): Promise<boolean> {
  let first: Cell | undefined;
  let isSame = true;
  const meet = (cell: Cell): void => {
    if (first === undefined) first = cell;
    else isSame &&= equals(first, cell);
  };
  await visitCells<Texts>(
    column,
    rows,
    {
      source: (bytes, offsets) => ({ bytes, offsets }),
      text: (_, { bytes, offsets }, index) => {
        if (isSame) meet(readCell(bytes, offsets[index]!, offsets[index + 1]!, mode));
      },
      number:
        mode.first === "numbers"
          ? (_, mantissa, scale) => {
              if (isSame) meet({ text: undefined, mantissa, scale, isValue: true });
            }
          : undefined,
    },
    turn,
  );
  return isSame;
}

function readCell(bytes: Uint8Array, start: number, end: number, { first }: SortMode): Cell {
  const text = bytes.subarray(start, end);
  if (first === "numbers") {
    const isValue = readNumber(bytes, start, end) === SHORT_NUMBER;
    return { text, mantissa: found.mantissa, scale: found.scale, isValue };
  }
  const time = first === "texts" ? Number.NaN : parseDateBytes(bytes, start, end, first);
  return { text, mantissa: time, scale: 0, isValue: time === time };
}

function equals(a: Cell, b: Cell): boolean {
  if (a.isValue !== b.isValue) return false;
  if (a.isValue) return sameValue(a.mantissa, a.scale, b.mantissa, b.scale);
  return a.text !== undefined && b.text !== undefined && compareBytes(a.text, b.text) === 0;
}

function sameValue(a: number, aScale: number, b: number, bScale: number): boolean {
  if (aScale === bScale || a === 0 || b === 0) return a === b;
  if (aScale > bScale) return sameValue(b, bScale, a, aScale);
  const power = POWERS_OF_TEN[bScale - aScale];
  // Beyond 53 bits the product may be rounded, but then it is no mantissa anyway.
  return power !== undefined && a * power === b && Math.abs(b) <= Number.MAX_SAFE_INTEGER;
}
