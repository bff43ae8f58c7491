/**
 * All the grid knows of data: how many rows there are, the cells at hand, and a way to ask for
 * more. Ten lines implement it in a test. A new object means new content; the grid draws again.
 */

import type { CellView } from "../model/cell.ts";
import type { GroupLine } from "../model/grouping.ts";
import { viewRow } from "../model/positions.ts";
import type { ColumnId, RowIndex, RowRange, ViewRow } from "../model/positions.ts";

export interface RowSource {
  /** Rows of the view. */
  readonly rowCount: number;
  /** The cell, or undefined while it is not here yet. */
  cell(row: ViewRow, column: ColumnId): CellView | undefined;
  /** Equal marks mean an equal cell: rows whose cells kept theirs are not drawn again. */
  mark(row: ViewRow, column: ColumnId): unknown;
  /** The group whose line this is; undefined for a row of the report. */
  group?(row: ViewRow): GroupLine | undefined;
  /** Columns that rows are grouped by, the outermost first. */
  readonly groupColumns?: readonly ColumnId[];
  /** Which row of the report a view row is, or undefined while not known. */
  reportRow(row: ViewRow): RowIndex | undefined;
  /** Says what is on screen (with what is worth having around it). Cheap; call on each scroll. */
  want(range: RowRange, columns: readonly ColumnId[]): void;
}

export function hasAllRows(rows: RowSource, { start, end }: RowRange, column: ColumnId): boolean {
  for (let row: number = start; row < end; row += 1) {
    if (rows.cell(viewRow(row), column) === undefined) return false;
  }
  return true;
}
