/**
 * How a cell's exact text is drawn when nobody else decides: amounts aligned by their decimal
 * point, zeros at the end quieter, negative ones toned. The pieces joined are always the text.
 */

import type { CellDisplay, CellPiece, FormatCell } from "./gridProps.ts";
import { isAmount } from "./columnWidth.ts";

/** Figures that are never drawn quieter: an amount keeps its cents. */
const CENTS = 2;
/** Alignment has its limit: a column of 1,000 decimals is not padded by 1,000 figures. */
const MAX_PAD = 40;

const PLAIN_NUMBER = /^([+-]?)(\d+)(?:\.(\d+))?$/;

export const displayCell: FormatCell = (column, { text }) => {
  const number = isAmount(column.kind) ? PLAIN_NUMBER.exec(text) : null;
  if (number === null) return plain(text);
  const [, sign, , fraction = ""] = number;
  return {
    pieces: quietZeros(text, fraction),
    tone: sign === "-" ? "negative" : "normal",
    pad: padding(fraction.length, column.fractionDigits),
    share: undefined,
  };
};

function plain(text: string): CellDisplay {
  const pieces = text === "" ? [] : [{ text }];
  return { pieces, tone: "normal", pad: "", share: undefined };
}

function quietZeros(text: string, fraction: string): readonly CellPiece[] {
  const loud = Math.max(fraction.replace(/0+$/, "").length, Math.min(CENTS, fraction.length));
  const quiet = fraction.length - loud;
  if (quiet === 0) return [{ text }];
  return [{ text: text.slice(0, -quiet) }, { text: text.slice(-quiet), quiet: true }];
}

/** What is missing to the column's longest fraction. */
function padding(digits: number, columnDigits: number): string {
  const missing = Math.min(columnDigits, MAX_PAD) - digits;
  if (missing <= 0) return "";
  return (digits === 0 ? "." : "") + "0".repeat(missing);
}
