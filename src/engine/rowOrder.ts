/**
 * The answer to a query: which rows of the report are shown, in which order.
 */

import { rowIndex, type RowIndex, type ViewRow } from "../model/positions.ts";

export interface RowOrder {
  /** Rows of the table the order was made for: rows that arrived later are not in it. */
  readonly tableRows: number;
  /** Rows shown. */
  readonly rowCount: number;
  /** Row of the report for each view row; undefined when all rows stand in the report's order. */
  readonly rows: Uint32Array | undefined;
}

/** Some of an order, known before the whole. */
export interface PartOfOrder {
  readonly tableRows: number;
  readonly rowCount: number;
  /** The first place told; `rows` has the rows of the report from there on. */
  readonly start: ViewRow;
  readonly rows: Uint32Array;
}

export function allRows(tableRows: number): RowOrder {
  return { tableRows, rowCount: tableRows, rows: undefined };
}

/** Row of the report at a place of the view; the place must be below `rowCount`. */
export function reportRow(order: RowOrder, row: ViewRow): RowIndex {
  return rowIndex(order.rows === undefined ? row : order.rows[row]!);
}
