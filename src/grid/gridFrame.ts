/**
 * What of the grid is drawn at a time, and how two such frames differ. A part that is equal keeps its
 * identity, so that nothing is drawn again for it. Pure.
 */

import type { RowRange } from "../model/positions.ts";
import type { ColumnRange } from "./columnLayout.ts";

/** What React draws. */
export interface GridFrame {
  readonly rows: RowRange;
  /** Rows worth having when these are drawn. */
  readonly wanted: RowRange;
  /** Where the first drawn row begins, canvas pixels below the header. */
  readonly sheetTop: number;
  readonly canvasHeight: number;
  readonly columns: ColumnRange;
  /** Inner size of the scroller, header included, scroll bars excluded. */
  readonly width: number;
  readonly height: number;
  /** Set when the scroller has to be moved once this frame is drawn. */
  readonly moves: number;
  /** A row's element is the one numbered `row - shift`: far jumps use the same elements again. */
  readonly shift: number;
}

/** The old frame where nothing differs, else the new one with the old one's equal ranges. */
export function keepParts(old: GridFrame, next: GridFrame): GridFrame {
  const rows = sameRange(old.rows, next.rows) ? old.rows : next.rows;
  const columns = sameRange(old.columns, next.columns) ? old.columns : next.columns;
  const same =
    rows === old.rows &&
    columns === old.columns &&
    old.sheetTop === next.sheetTop &&
    old.canvasHeight === next.canvasHeight &&
    old.width === next.width &&
    old.height === next.height &&
    old.moves === next.moves &&
    old.shift === next.shift;
  return same ? old : { ...next, rows, columns };
}

/** Nothing of the one is in the other, and both are something. */
export function isJump(from: RowRange, to: RowRange): boolean {
  const isFar = to.start >= from.end || to.end <= from.start;
  return isFar && from.end > from.start && to.end > to.start;
}

export function isWithin(outer: RowRange, inner: RowRange): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function sameRange(a: ColumnRange, b: ColumnRange): boolean {
  return a.start === b.start && a.end === b.end;
}
