/**
 * How a cell's exact text is drawn when nobody else decides: amounts aligned by their decimal
 * point, digits grouped, zeros at the end quieter, negative ones toned. The gaps between groups are
 * drawn, not written: the pieces joined are always the text, but for the reader's own decimal sign
 * and order of a date.
 */

import { CellKind, type CellView, writtenText } from "../model/cell.ts";
import type { CellDisplay, CellPiece, FormatCell, FormattedColumn } from "./gridProps.ts";
import { isAmount } from "./columnWidth.ts";
import { digitGroups } from "./digitGroups.ts";
import { dateText, decimalMark } from "./localWriting.ts";

/** Figures that are never drawn quieter: an amount keeps its cents. */
const CENTS = 2;
/** Alignment has its limit: a column of 1,000 decimals is not padded by 1,000 figures. */
const MAX_PAD = 40;

const THREES = { last: 3, others: 3, least: 4 };

const PLAIN_NUMBER = /^([+-]?)(\d+)(?:\.(\d+))?$/;

export function displayCell(column: FormattedColumn, cell: CellView): CellDisplay {
  const { text, kind } = cell;
  const number = isAmount(column.kind) ? PLAIN_NUMBER.exec(text) : null;
  if (number === null) {
    const isDate = column.kind === "date" || column.kind === "datetime";
    return plain(isDate ? dateText(text) : writtenText(cell));
  }
  // The comma of a file stays: it is its own text.
  const mark = kind === CellKind.comma || kind === CellKind.grouped ? "," : decimalMark();
  const [, sign = "", whole = "", fraction] = number;
  return {
    pieces: [
      ...wholePieces(sign, whole, kind === CellKind.grouped),
      ...fractionPieces(fraction, mark),
    ],
    tone: sign === "-" ? "negative" : "normal",
    pad: padding(fraction?.length ?? 0, column.fractionDigits),
    share: undefined,
  };
}

/** Another function whenever `displayCell` draws otherwise than before, so that cells are drawn anew. */
let local: FormatCell = displayCell;

export function localDisplay(): FormatCell {
  return local;
}

export function displayAnew(): void {
  local = (column, cell) => displayCell(column, cell);
}

/** Draws the text and nothing else: no groups, no quiet zeros, no alignment. */
export function exactCell(_column: FormattedColumn, cell: CellView): CellDisplay {
  return plain(writtenText(cell));
}

function plain(text: string): CellDisplay {
  const pieces = text === "" ? [] : [{ text }];
  return { pieces, tone: "normal", pad: "", share: undefined };
}

/** Points between groups that the file itself wrote are drawn instead of the gaps. */
function wholePieces(sign: string, whole: string, pointed: boolean): readonly CellPiece[] {
  return digitGroups(whole, pointed ? THREES : undefined).map((text, index) => {
    if (index === 0) return { text: sign + text };
    return pointed ? { text: `.${text}` } : { text, gap: true };
  });
}

/** The point goes with the digits that count. */
function fractionPieces(fraction: string | undefined, mark: string): readonly CellPiece[] {
  if (fraction === undefined) return [];
  const loud = Math.max(fraction.replace(/0+$/, "").length, Math.min(CENTS, fraction.length));
  const pieces = [{ text: mark + fraction.slice(0, loud) }];
  return loud === fraction.length
    ? pieces
    : [...pieces, { text: fraction.slice(loud), quiet: true }];
}

/** What is missing to the column's longest fraction. */
function padding(digits: number, columnDigits: number): string {
  const missing = Math.min(columnDigits, MAX_PAD) - digits;
  if (missing <= 0) return "";
  return (digits === 0 ? decimalMark() : "") + "0".repeat(missing);
}
