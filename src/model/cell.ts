/**
 * What a cell of a report is. A cell may be any JSON value; its text is what the report says:
 * a string's characters, a number's own digits, `true` or `false`, nothing for null, and the
 * JSON source, as sent, for an array or an object.
 */

import type { RowIndex } from "./positions.ts";

/** The JSON type a cell had; `missing` is a cell that a short row does not have at all. */
export const CellKind = {
  missing: 0,
  null: 1,
  string: 2,
  number: 3,
  boolean: 4,
  nested: 5,
  /** A number the file wrote with a decimal comma: `1234,56` has the text `1234.56`. */
  comma: 6,
  /** The same with points between its groups: `1.234,56`. */
  grouped: 7,
} as const;

/** How many kinds there are. */
export const CELL_KINDS = 8;

export type CellKind = (typeof CellKind)[keyof typeof CellKind];

/** One cell as a reader sees it. `text` is exact: never rounded, grouped, trimmed or cut. Only a
 * number with a decimal comma has it with a point; `writtenText` gives it as written. */
export interface CellView {
  readonly text: string;
  readonly kind: CellKind;
  /** The cell is blank in the report: this is the value of that row above. */
  readonly filledFrom?: RowIndex;
}

/** A number of a file with decimal commas: `text` has a point, the file's own text may not. */
export function isCommaNumber(kind: number): boolean {
  return kind === CellKind.comma || kind === CellKind.grouped;
}

/** The cell as its file wrote it: other than its text only where that had decimal commas. */
export function writtenText({ text, kind }: CellView): string {
  if (kind === CellKind.comma) return text.replace(".", ",");
  if (kind !== CellKind.grouped) return text;
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ".");
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

/** A text of our own, or one whose kind of cell says nothing. */
export function textCell(text: string): CellView {
  return { text, kind: CellKind.string };
}

/** Blank: missing, null or the empty text. A cell of spaces is not blank, as in a spreadsheet. */
export function isBlank(cell: CellView): boolean {
  return cell.text === "";
}
