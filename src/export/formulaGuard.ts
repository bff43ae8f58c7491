/**
 * Which texts a spreadsheet would run or join to its own syntax when it reads them from a file:
 * those that begin with `=`, `+`, `-`, `@`, a tab, a line break, NUL, or the full-width forms of
 * the signs, also after a byte-order mark. A number is no such text, whatever its sign: `-70.00` stays.
 */

import { CellKind, isCommaNumber } from "../model/cell.ts";
import { NOT_A_NUMBER, readNumber } from "../engine/numberBytes.ts";

export function looksLikeFormula(
  bytes: Uint8Array,
  start: number,
  end: number,
  kind: CellKind,
): boolean {
  if (start === end || kind === CellKind.number || kind === CellKind.boolean) return false;
  if (isCommaNumber(kind)) return false;
  const first = bytes[start]!;
  if (first === 0xef) {
    if (isMark(bytes, start, end)) return looksLikeFormula(bytes, start + 3, end, kind);
    return end - start >= 3 && bytes[start + 1] === 0xbc && WIDE[bytes[start + 2]!] === 1;
  }
  return RISKY[first] === 1 && readNumber(bytes, start, end) === NOT_A_NUMBER;
}

const RISKY = new Uint8Array(256);
for (const sign of [0x00, 0x09, 0x0a, 0x0d, 0x2b, 0x2d, 0x3d, 0x40]) RISKY[sign] = 1;

/** Last byte of ＋, －, ＝ and ＠. */
const WIDE = new Uint8Array(256);
for (const sign of [0x8b, 0x8d, 0x9d, 0xa0]) WIDE[sign] = 1;

function isMark(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= 3 && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;
}
