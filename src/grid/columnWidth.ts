/**
 * The width a column first has, from what is known without measuring: its label, its kind, its
 * longest value and digits. Pixels at the app's 13 px type; a person's own width always wins.
 */

import type { Column, ColumnKind } from "../model/column.ts";
import { isWide } from "../model/wideLetter.ts";

const MIN_COLUMN_WIDTH = 48;
const MAX_COLUMN_WIDTH = 2000;

/** First widths stay within these, whatever the values. */
const NARROWEST = 64;
const WIDEST = 420;

/** One average letter, one figure, the padding of both sides, and the header's signs. */
const LETTER = 7.4;
const FIGURE = 8.4;
const PADDING = 26;
const HEADER_SIGNS = 34;

export type MeasuredColumn = Pick<
  Column,
  "label" | "kind" | "longest" | "wholeDigits" | "fractionDigits"
>;

export function columnWidth(column: MeasuredColumn): number {
  const header = labelLength(column.label) * LETTER * 1.06 + PADDING + HEADER_SIGNS;
  const values = valueWidth(column) + PADDING;
  // A long header may be cut before it makes a column of short values very wide.
  const wanted = Math.max(values, Math.min(header, 180));
  return Math.round(clamp(wanted, NARROWEST, WIDEST));
}

/** Keeps a width given by a person or a link to what can be drawn and gripped. */
export function clampColumnWidth(width: number): number {
  return Number.isFinite(width)
    ? Math.round(clamp(width, MIN_COLUMN_WIDTH, MAX_COLUMN_WIDTH))
    : NARROWEST;
}

export function isAmount(kind: ColumnKind): boolean {
  return kind === "integer" || kind === "decimal" || kind === "money";
}

function valueWidth({ kind, longest, wholeDigits, fractionDigits }: MeasuredColumn): number {
  if (!isAmount(kind)) return longest * (kind === "text" ? LETTER : FIGURE);
  const groups = Math.max(0, Math.ceil(wholeDigits / 3) - 1);
  const point = fractionDigits > 0 ? 0.6 : 0;
  // One more place for a minus sign.
  const aligned = wholeDigits + fractionDigits + groups * 0.6 + point + 1;
  return Math.max(aligned, Math.min(longest, 24)) * FIGURE;
}

/** Letters of scripts that are drawn at double width count twice. */
function labelLength(label: string): number {
  let length = 0;
  for (const letter of label.slice(0, 80)) length += isWide(letter.codePointAt(0) ?? 0) ? 1.8 : 1;
  return length;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
