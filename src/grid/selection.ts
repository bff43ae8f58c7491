/**
 * One rectangle of cells, as spreadsheets select: an anchor that stays (the active cell) and a head
 * that moves. Kept by column id and row of the view; `selectionRange` says which positions that is
 * with the columns and rows there are now. Pure.
 */

import type { ColumnId, RowRange, ViewRow } from "../model/positions.ts";
import { viewRow } from "../model/positions.ts";

export interface CellPlace {
  readonly row: ViewRow;
  readonly column: ColumnId;
}

export interface Selection {
  readonly anchor: CellPlace;
  readonly head: CellPlace;
  /** Whole rows or columns follow when columns or rows come and go. */
  readonly extent: "cells" | "rows" | "columns" | "all";
}

export type SelectionAction =
  /** Moves the head: by Shift+arrow, Shift+click or dragging. `from` is the active cell. */
  | { readonly type: "extend"; readonly from: CellPlace; readonly to: CellPlace }
  | { readonly type: "column" | "row" | "all"; readonly at: CellPlace }
  | { readonly type: "clear" };

/** Rows and columns by position: starts included, ends excluded. */
export interface CellRange {
  readonly rows: RowRange;
  readonly columns: { readonly start: number; readonly end: number };
}

export function changeSelection(
  selection: Selection | undefined,
  action: SelectionAction,
): Selection | undefined {
  switch (action.type) {
    case "clear":
      return undefined;
    case "extend": {
      const extent =
        selection === undefined || selection.extent === "all" ? "cells" : selection.extent;
      const anchor = selection?.anchor ?? action.from;
      return { anchor, head: action.to, extent };
    }
    case "column":
      return { anchor: action.at, head: action.at, extent: "columns" };
    case "row":
      return { anchor: action.at, head: action.at, extent: "rows" };
    case "all":
      return { anchor: action.at, head: action.at, extent: "all" };
  }
}

/**
 * The positions selected, or undefined when none is: no rows, or a corner's column is hidden.
 * `positions` gives each shown column's place from the left.
 */
export function selectionRange(
  selection: Selection,
  positions: ReadonlyMap<ColumnId, number>,
  rowCount: number,
): CellRange | undefined {
  if (rowCount === 0 || positions.size === 0) return undefined;
  const rows = rowsOf(selection, rowCount);
  const columns = columnsOf(selection, positions);
  return rows === undefined || columns === undefined ? undefined : { rows, columns };
}

function rowsOf({ anchor, head, extent }: Selection, rowCount: number): RowRange | undefined {
  if (extent === "columns" || extent === "all")
    return { start: viewRow(0), end: viewRow(rowCount) };
  const start = Math.min(anchor.row, head.row);
  const end = Math.min(Math.max(anchor.row, head.row) + 1, rowCount);
  return start < end ? { start: viewRow(start), end: viewRow(end) } : undefined;
}

function columnsOf(
  { anchor, head, extent }: Selection,
  positions: ReadonlyMap<ColumnId, number>,
): CellRange["columns"] | undefined {
  if (extent === "rows" || extent === "all") return { start: 0, end: positions.size };
  const from = positions.get(anchor.column);
  const to = positions.get(head.column);
  if (from === undefined || to === undefined) return undefined;
  return { start: Math.min(from, to), end: Math.max(from, to) + 1 };
}
