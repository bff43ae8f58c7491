/**
 * Some rows of the report, in any order: what totals and values are counted over. Either a run of
 * the report's own rows or a list of them; a part of a view is a subarray of its order.
 */

import type { RowRange } from "../model/positions.ts";
import type { RowOrder } from "./rowOrder.ts";

export type RowSet =
  | { readonly start: number; readonly end: number; readonly list: undefined }
  | { readonly list: Uint32Array };

export function rowsOfView(order: RowOrder, range?: RowRange): RowSet {
  const start = range?.start ?? 0;
  const end = range?.end ?? order.rowCount;
  if (order.rows === undefined) return { start, end, list: undefined };
  return { list: order.rows.subarray(start, end) };
}

export function sizeOf(rows: RowSet): number {
  return rows.list === undefined ? rows.end - rows.start : rows.list.length;
}

/** The row of the report at a place. */
export function rowAt(rows: RowSet, place: number): number {
  return rows.list === undefined ? rows.start + place : rows.list[place]!;
}
