/**
 * The answer to a query: which rows of the report are shown, in which order.
 */

import type { ViewRow } from "../model/positions.ts";

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
  /** Row of the report for the view rows `start` and on. */
  readonly start: number;
  readonly rows: Uint32Array;
}

export function allRows(tableRows: number): RowOrder {
  return { tableRows, rowCount: tableRows, rows: undefined };
}

/** Row of the report at a place of the view; the place must be below `rowCount`. */
export function reportRow(order: RowOrder, row: ViewRow): number {
  return order.rows === undefined ? row : order.rows[row]!;
}
