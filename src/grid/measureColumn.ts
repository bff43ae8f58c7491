/**
 * The width at which nothing of a column is cut, measured on what is drawn: the header and the
 * cells on screen and just around it. One read of the layout per cell, only when asked for.
 */

import { clampColumnWidth } from "./columnWidth.ts";
import type { GridColumn } from "./gridProps.ts";

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
  const range = document.createRange();
  let widest = 0;
  for (const cell of grid.querySelectorAll(`[aria-colindex="${position + 1}"]`)) {
    const isHeader = cell.role === "columnheader";
    const content = isHeader ? (cell.querySelector("button > span") ?? cell) : cell;
    range.selectNodeContents(content);
    const extra = isHeader ? HEADER_EXTRA + signsWidth(cell) : 0;
    widest = Math.max(widest, range.getBoundingClientRect().width + extra);
  }
  return Math.min(clampColumnWidth(Math.ceil(widest) + CELL_EXTRA), WIDEST_FIT);
}

function signsWidth(header: Element): number {
  return header.querySelector(":scope > span")?.getBoundingClientRect().width ?? 0;
}
