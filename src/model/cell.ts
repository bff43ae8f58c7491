/**
 * What a cell of a report is. A cell may be any JSON value; its text is what the report says:
 * a string's characters, a number's own digits, `true` or `false`, nothing for null, and the
 * JSON source, as sent, for an array or an object.
 */

/** The JSON type a cell had; `missing` is a cell that a short row does not have at all. */
export const CellKind = {
  missing: 0,
  null: 1,
  string: 2,
  number: 3,
  boolean: 4,
  nested: 5,
} as const;

export type CellKind = (typeof CellKind)[keyof typeof CellKind];

/** One cell as a reader sees it. `text` is exact: never rounded, grouped, trimmed or cut. */
export interface CellView {
  readonly text: string;
  readonly kind: CellKind;
}

/** Blank: missing, null or the empty text. A cell of spaces is not blank, as in a spreadsheet. */
export function isBlank(cell: CellView): boolean {
  return cell.text === "";
}
