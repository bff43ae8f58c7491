/**
 * Where columns are: a running sum of widths, searched by halving, so 2,000 columns cost no more
 * than twenty to look at. Positions count the shown columns from 0, pinned ones included: first
 * the ones kept at the left, then those that scroll, then the ones kept at the right.
 */

import type { ColumnId } from "../model/positions.ts";
import type { GridColumn } from "./gridProps.ts";

export interface ColumnLayout {
  readonly columns: readonly GridColumn[];
  /** Position of each shown column. */
  readonly positions: ReadonlyMap<ColumnId, number>;
  /** `starts[p]` is where column p begins, gutter included; one more entry for the end of all. */
  readonly starts: Float64Array;
  /** Width of the row numbers at the left. */
  readonly gutter: number;
  /** How many columns at each end don't scroll. */
  readonly leftCount: number;
  readonly rightCount: number;
  /** Too narrow to keep anything in sight: gutter and pinned columns scroll with the others. */
  readonly narrow: boolean;
}

/** Columns that scroll: start included, end excluded. */
export interface ColumnRange {
  readonly start: number;
  readonly end: number;
}

/** Pinned columns may take at most this part of the viewport. */
const PINNED_SHARE = 0.6;
/** Viewports below this keep nothing in sight. */
export const NARROW = 480;
/** Pixels of columns drawn beyond both edges, and the step in which they come and go. */
const OVERSCAN = 240;
/** Columns asked for beside the drawn ones: what a touchpad passes in half a second. */
const AHEAD = 8;
const STEP = 160;

/** `resized` is a width that is being dragged and is not in `columns` yet. */
export function layoutColumns(
  columns: readonly GridColumn[],
  gutter: number,
  viewport: number,
  resized: { readonly id: ColumnId; readonly width: number } | undefined,
): ColumnLayout {
  const starts = new Float64Array(columns.length + 1);
  const positions = new Map<ColumnId, number>();
  let end = gutter;
  let pinned = gutter;
  let leftCount = 0;
  let rightCount = 0;
  columns.forEach((column, position) => {
    const width = column.id === resized?.id ? resized.width : column.width;
    starts[position] = end;
    positions.set(column.id, position);
    end += width;
    if (column.pinned === "left") leftCount += 1;
    else if (column.pinned === "right") rightCount += 1;
    if (column.pinned !== undefined) pinned += width;
  });
  starts[columns.length] = end;
  const narrow = viewport < NARROW;
  const drop = narrow || pinned > viewport * PINNED_SHARE;
  return {
    columns,
    positions,
    starts,
    gutter,
    leftCount: drop ? 0 : leftCount,
    rightCount: drop ? 0 : rightCount,
    narrow,
  };
}

export function columnStart(layout: ColumnLayout, position: number): number {
  return layout.starts[position] ?? totalWidth(layout);
}

export function widthAt(layout: ColumnLayout, position: number): number {
  return columnStart(layout, position + 1) - columnStart(layout, position);
}

export function totalWidth(layout: ColumnLayout): number {
  return layout.starts[layout.columns.length] ?? layout.gutter;
}

/** Width of what stays at the left: the gutter and the pinned columns. */
export function leftWidth(layout: ColumnLayout): number {
  return layout.narrow ? 0 : columnStart(layout, layout.leftCount);
}

export function rightWidth(layout: ColumnLayout): number {
  return totalWidth(layout) - columnStart(layout, layout.columns.length - layout.rightCount);
}

/** Scrolling columns to draw: those in sight and a few around them. */
export function renderedColumns(
  layout: ColumnLayout,
  scrollLeft: number,
  viewport: number,
): ColumnRange {
  const first = layout.leftCount;
  const last = layout.columns.length - layout.rightCount;
  const from = Math.floor((scrollLeft + leftWidth(layout) - OVERSCAN) / STEP) * STEP;
  const to = Math.ceil((scrollLeft + viewport - rightWidth(layout) + OVERSCAN) / STEP) * STEP;
  const start = Math.min(Math.max(columnAt(layout, from), first), last);
  const end = Math.max(Math.min(columnAt(layout, to) + 1, last), start);
  return { start, end };
}

/** Scrolling columns worth having when these are drawn; may reach beyond both ends. */
export function wantedColumns({ start, end }: ColumnRange): ColumnRange {
  return { start: start - AHEAD, end: end + AHEAD };
}

/** Position of the column at a pixel of the canvas; the nearest one beyond the ends. */
export function columnAt(layout: ColumnLayout, x: number): number {
  let low = 0;
  let high = layout.columns.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (columnStart(layout, middle) <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Position of the column under a pixel of the viewport, pinned ones first. */
export function columnUnder(
  layout: ColumnLayout,
  x: number,
  scrollLeft: number,
  viewport: number,
): number {
  if (x < leftWidth(layout)) return columnAt(layout, x);
  if (x >= viewport - rightWidth(layout))
    return columnAt(layout, totalWidth(layout) - viewport + x);
  return columnAt(layout, x + scrollLeft);
}

/** The scrollLeft that brings a column into view, moving as little as possible. */
export function scrollLeftFor(
  layout: ColumnLayout,
  position: number,
  scrollLeft: number,
  viewport: number,
): number {
  const scrolls =
    position >= layout.leftCount && position < layout.columns.length - layout.rightCount;
  if (!scrolls) return scrollLeft;
  // The first column brings the row numbers back where these scroll too.
  const start = position === 0 && layout.narrow ? 0 : columnStart(layout, position);
  const end = columnStart(layout, position + 1);
  const left = scrollLeft + leftWidth(layout);
  const right = scrollLeft + viewport - rightWidth(layout);
  if (start < left || end - start > right - left) return start - leftWidth(layout);
  return end > right ? end - viewport + rightWidth(layout) : scrollLeft;
}

/** Room for the highest row number, bold: for 4 digits, 6 or 8, so that few rows that arrive move it. */
export function gutterWidth(rowCount: number): number {
  return Math.max(2, Math.ceil(String(rowCount).length / 2)) * 17 + 24;
}
