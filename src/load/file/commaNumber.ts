/**
 * Numbers of a file with decimal commas, rewritten in place as the rest of the program reads
 * numbers: `1.234,56` to `1234.56`. How the file wrote it is kept in the cell's kind, from which
 * `writtenText` makes exactly the file's text again; what could not be made again is left alone.
 */

import { CellKind } from "../../model/cell.ts";

export class CommaNumbers {
  /** By column, the kind of its numbers so far: short ones are written the same way in both. */
  #usual = new Uint8Array(64).fill(CellKind.string);
  /** Of the cell converted last. */
  end = 0;
  kind: CellKind = CellKind.string;

  /** Rewrites `bytes[start … end)` when it is a number; sets `end` and `kind`. */
  convert(bytes: Uint8Array, start: number, end: number, column: number): void {
    this.end = end;
    this.kind = CellKind.string;
    const first = bytes[start]!;
    if (start === end || first > NINE || first < PLUS) return;
    if (column >= this.#usual.length) this.#widen(column);

    let at = first === MINUS || first === PLUS ? start + 1 : start;
    const wholeStart = at;
    at = skipDigits(bytes, at, end);
    const lead = at - wholeStart;
    let whole = lead;
    let groups = 0;
    while (at < end && bytes[at] === POINT && skipDigits(bytes, at + 1, end) === at + 4) {
      at += 4;
      whole += 3;
      groups += 1;
    }
    if (groups > 0 && (lead > 3 || lead === 0 || bytes[wholeStart] === ZERO)) return;
    const comma = at < end && bytes[at] === COMMA ? at : -1;
    if (comma >= 0) {
      at = skipDigits(bytes, comma + 1, end);
      if (at === comma + 1) return;
      if (groups === 0) at = skipExponent(bytes, at, end);
    }
    if (at !== end || whole + (comma < 0 ? 0 : 1) === 0) return;

    const usual = this.#usual[column]!;
    if (groups > 0) this.kind = this.#usual[column] = CellKind.grouped;
    else if (comma >= 0) {
      this.kind = whole > 3 || usual !== CellKind.grouped ? CellKind.comma : CellKind.grouped;
      if (hasExponent(bytes, comma, end)) this.kind = CellKind.comma;
      if (usual === CellKind.string) this.#usual[column] = CellKind.comma;
    } else if (whole <= 3 || usual === CellKind.comma) this.kind = usual as CellKind;
    if (comma >= 0) bytes[comma] = POINT;
    if (groups > 0) this.end = dropGroups(bytes, wholeStart + lead, comma < 0 ? end : comma, end);
  }

  #widen(column: number): void {
    const wider = new Uint8Array(2 * column).fill(CellKind.string);
    wider.set(this.#usual);
    this.#usual = wider;
  }
}

/** Takes the points out of `bytes[from … to)` and moves the rest up. Gives the new end. */
function dropGroups(bytes: Uint8Array, from: number, to: number, end: number): number {
  let into = from;
  for (let at = from; at < end; at++) {
    if (at < to && bytes[at] === POINT) continue;
    bytes[into++] = bytes[at]!;
  }
  return into;
}

function skipDigits(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at]! >= ZERO && bytes[at]! <= NINE) at++;
  return at;
}

/** Past `E-3` at `start`; `start` when there is none. */
function skipExponent(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end || (bytes[start]! | 0x20) !== 0x65) return start;
  const signed = bytes[start + 1] === MINUS || bytes[start + 1] === PLUS;
  const digits = start + (signed ? 2 : 1);
  const after = skipDigits(bytes, digits, end);
  return after === digits ? start : after;
}

function hasExponent(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if ((bytes[at]! | 0x20) === 0x65) return true;
  return false;
}

const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
