/**
 * The width at which nothing of a column is cut, measured on what is drawn: the header and the
 * cells on screen and just around it. One read of the layout per cell, only when asked for. Columns
 * that are not drawn are measured by their texts of the same rows, as far as these are here.
 */

import { clampColumnWidth } from "./columnWidth.ts";
import { viewRow, type RowRange } from "../model/positions.ts";
import type { FormatCell, GridColumn } from "./gridProps.ts";
import type { RowSource } from "./rowSource.ts";

/** Padding and border of a cell; the header's signs and menu button. */
const CELL_EXTRA = 26;
const HEADER_EXTRA = 30;
const WIDEST_FIT = 800;

export function measureColumn(
  grid: HTMLElement | null,
  position: number | undefined,
  column: GridColumn,
): number {
  if (grid === null || position === undefined) return column.width;
  const cells = grid.querySelectorAll(`[aria-colindex="${position + 1}"]`);
  const range = document.createRange();
  let widest = 0;
  for (const cell of cells) {
    const isHeader = cell.role === "columnheader";
    const content = isHeader ? (cell.querySelector("button > span") ?? cell) : cell;
    range.selectNodeContents(content);
    const extra = isHeader ? HEADER_EXTRA + signsWidth(cell) : 0;
    widest = Math.max(widest, range.getBoundingClientRect().width + extra);
  }
  return Math.min(clampColumnWidth(Math.ceil(widest) + CELL_EXTRA), WIDEST_FIT);
}

/** Of a column that need not be drawn; its width as it is where none of its cells is here. */
export function measureTexts(
  grid: HTMLElement | null,
  column: GridColumn,
  rows: RowSource,
  { start, end }: RowRange,
  formatCell: FormatCell,
): number {
  const pen = document.createElement("canvas").getContext("2d");
  if (grid === null || pen === null) return column.width;
  const { fontSize, fontFamily } = getComputedStyle(grid);
  pen.font = `600 ${fontSize} ${fontFamily}`;
  let widest = pen.measureText(column.label).width + HEADER_EXTRA;
  pen.font = `${fontSize} ${fontFamily}`;
  let isKnown = false;
  for (let row: number = start; row < end; row += 1) {
    const cell = rows.group?.(viewRow(row)) === undefined && rows.cell(viewRow(row), column.id);
    if (cell === undefined || cell === false) continue;
    isKnown = true;
    const { pieces, pad } = formatCell(column, cell);
    const text = pieces.map((piece) => (piece.gap === true ? `\u2009${piece.text}` : piece.text));
    widest = Math.max(widest, pen.measureText(text.join("").slice(0, 500) + pad).width);
  }
  if (!isKnown) return column.width;
  return Math.min(clampColumnWidth(Math.ceil(widest) + CELL_EXTRA), WIDEST_FIT);
}

function signsWidth(header: Element): number {
  return header.querySelector(":scope > span")?.getBoundingClientRect().width ?? 0;
}
