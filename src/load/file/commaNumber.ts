/**
 * Numbers of a file with decimal commas, rewritten in place as the rest of the program reads
 * numbers: `1.234,56` to `1234.56`. How the file wrote it is kept in the cell's kind, from which
 * `writtenText` makes exactly the file's text again; what could not be made again is left alone, and
 * so are points without a comma where the column does not show that they part groups.
 */

import { CellKind } from "../../model/cell.ts";

/** What points part in a value that has no comma; found from all of its column (`findPoints.ts`). */
export const Points = {
  /** Labels: `12.345`. */
  labels: 0,
  /** Groups of digits; labels where it looks like an address: `192.168.100.200`. */
  groups: 1,
  /** Groups of digits. */
  allGroups: 2,
} as const;

/** Where the parts of a number are. */
export interface CommaShape {
  /** Digits before the first point or comma: `bytes[wholeStart … leadEnd)`. */
  wholeStart: number;
  leadEnd: number;
  /** Digits before the comma. */
  whole: number;
  groups: number;
  /** -1 for none. */
  comma: number;
  hasExponent: boolean;
}

export function newShape(): CommaShape {
  return { wholeStart: 0, leadEnd: 0, whole: 0, groups: 0, comma: -1, hasExponent: false };
}

export class CommaNumbers {
  readonly #points: Uint8Array;
  readonly #shape = newShape();
  /** By column, the kind of its numbers so far: short ones are written the same way in both. */
  readonly #usual: Uint8Array;
  /** Of the cell converted last. */
  end = 0;
  kind: CellKind = CellKind.string;

  /** `points`: `Points` of each column. */
  constructor(points: Uint8Array) {
    this.#points = points;
    this.#usual = new Uint8Array(points.length).fill(CellKind.string);
  }

  /** Rewrites `bytes[start … end)` when it is a number; sets `end` and `kind`. */
  convert(bytes: Uint8Array, start: number, end: number, column: number): void {
    this.end = end;
    this.kind = CellKind.string;
    const shape = this.#shape;
    if (!readShape(bytes, start, end, shape)) return;
    const { leadEnd, whole, groups, comma } = shape;
    if (groups > 0 && comma < 0) {
      const points = this.#points[column]!;
      if (points === Points.labels) return;
      if (points === Points.groups && isAddress(bytes, start, end, shape)) return;
    }

    const usual = this.#usual[column]!;
    if (groups > 0) this.kind = this.#usual[column] = CellKind.grouped;
    else if (comma >= 0) {
      const isOther = whole > 3 || shape.hasExponent || usual !== CellKind.grouped;
      this.kind = isOther ? CellKind.comma : CellKind.grouped;
      if (usual === CellKind.string) this.#usual[column] = CellKind.comma;
    } else if (whole <= 3 || usual === CellKind.comma) this.kind = usual as CellKind;
    if (comma >= 0) bytes[comma] = POINT;
    if (groups > 0) this.end = dropGroups(bytes, leadEnd, comma < 0 ? end : comma, end);
  }
}

/** Whether `bytes[start … end)` is a number of a file with decimal commas; fills in `shape`. */
export function readShape(
  bytes: Uint8Array,
  start: number,
  end: number,
  shape: CommaShape,
): boolean {
  const first = bytes[start]!;
  if (start === end || first > NINE || first < PLUS) return false;
  let at = first === MINUS || first === PLUS ? start + 1 : start;
  shape.wholeStart = at;
  at = shape.leadEnd = skipDigits(bytes, at, end);
  const lead = at - shape.wholeStart;
  let groups = 0;
  while (at < end && bytes[at] === POINT && skipDigits(bytes, at + 1, end) === at + 4) {
    at += 4;
    groups += 1;
  }
  if (groups > 0 && (lead > 3 || lead === 0 || bytes[shape.wholeStart] === ZERO)) return false;
  shape.groups = groups;
  shape.whole = lead + 3 * groups;
  shape.comma = at < end && bytes[at] === COMMA ? at : -1;
  shape.hasExponent = false;
  if (shape.comma >= 0) {
    at = skipDigits(bytes, shape.comma + 1, end);
    if (at === shape.comma + 1) return false;
    const mantissaEnd = at;
    if (groups === 0) at = skipExponent(bytes, at, end);
    shape.hasExponent = at > mantissaEnd;
  }
  return at === end && (shape.whole > 0 || shape.comma >= 0);
}

/** A whole number in groups that may as well be an address: four parts up to 255, none `000`. */
export function isAddress(
  bytes: Uint8Array,
  start: number,
  end: number,
  { wholeStart, groups }: CommaShape,
): boolean {
  if (groups !== 3 || wholeStart !== start) return false;
  let part = 0;
  for (let at = start; at < end; at++) {
    part = bytes[at] === POINT ? 0 : part * 10 + bytes[at]! - ZERO;
    if (part > 255 || (part === 0 && bytes[at] === ZERO)) return false;
  }
  return true;
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

const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
