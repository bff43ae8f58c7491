/**
 * The cells of a few rows and columns of a view, ready to cross to the page.
 */

import { CellKind } from "../model/cell.ts";
import { viewRow, type ColumnId, type RowRange, type ViewRow } from "../model/positions.ts";
import type { RowWindow, WindowColumn } from "../model/rowWindow.ts";
import { kindOf, textOf } from "./readCell.ts";
import { reportRow, type RowOrder } from "./rowOrder.ts";
import type { ReportTable, TableColumn } from "./table.ts";

/** Rows beyond the order's end are left out: the window's range says which ones are in it. */
export function readWindow(
  table: ReportTable,
  order: RowOrder,
  range: RowRange,
  columns: readonly ColumnId[],
): RowWindow {
  const start = viewRow(Math.min(Math.max(range.start, 0), order.rowCount));
  const end = Math.min(Math.max(range.end, start), order.rowCount);
  const rowIndices = new Uint32Array(end - start);
  for (let at = 0; at < rowIndices.length; at++) {
    rowIndices[at] = reportRow(order, viewRow(start + at));
  }
  return readRows(table, start, rowIndices, columns);
}

/** The cells of these rows of the report, which stand at `start` and on in the view. */
export function readRows(
  table: ReportTable,
  start: ViewRow,
  rowIndices: Uint32Array,
  columns: readonly ColumnId[],
): RowWindow {
  return {
    range: { start, end: viewRow(start + rowIndices.length) },
    rowIndices,
    columns: columns.map((id) => readColumn(table, id, rowIndices)),
  };
}

function readColumn(table: ReportTable, id: ColumnId, rows: Uint32Array): WindowColumn {
  const column = table.columns[id];
  const texts: string[] = [];
  const kinds: CellKind[] = [];
  for (const row of rows) {
    texts.push(column === undefined ? "" : textOf(column, row));
    kinds.push(column === undefined ? CellKind.missing : kindOf(column, row));
  }
  return { id, texts, kinds, ...filledIn(column, rows) };
}

/** Where the values of these rows are from, for a column whose blanks are filled. */
export function filledIn(
  column: TableColumn | undefined,
  rows: Iterable<number>,
): Pick<WindowColumn, "filledFrom"> {
  const { filledFrom } = column ?? {};
  if (column === undefined || filledFrom === undefined) return {};
  return {
    filledFrom: Array.from(rows, (row) =>
      textOf(column, row) === "" ? undefined : filledFrom(row),
    ),
  };
}
