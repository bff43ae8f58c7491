/**
 * Where things are: one type per way of counting, so that a row of the file is never used as
 * a row of the screen. All are 0-based except `AriaRow` and `AriaColumn`, which are 1-based.
 * Ranges include their start and exclude their end.
 */

import type { Brand } from "./brand.ts";

/** Position of a column in the report's rows, 0-based. Headers may repeat; positions don't. */
export type ColumnId = Brand<number, "ColumnId">;

/** A row's place in the report as sent, 0-based. */
export type RowIndex = Brand<number, "RowIndex">;

/** A row's place on screen after filter and sort, 0-based. */
export type ViewRow = Brand<number, "ViewRow">;

/** `aria-rowindex`: 1-based, the header line is 1, the first row of data is 2. */
export type AriaRow = Brand<number, "AriaRow">;

/** Rows of the view: start included, end excluded. */
export interface RowRange {
  readonly start: ViewRow;
  readonly end: ViewRow;
}

export const columnId = (position: number): ColumnId => position as ColumnId;
export const rowIndex = (position: number): RowIndex => position as RowIndex;
export const viewRow = (position: number): ViewRow => position as ViewRow;

export function ariaRowOf(row: ViewRow): AriaRow {
  return (row + 2) as AriaRow;
}
