/**
 * A column at one moment, for work that pauses while the download goes on. The column may re-encode
 * its newest segment or begin a shorter dictionary meanwhile; segments and dictionary taken
 * together stay right for all rows there were.
 */

import type { ColumnId } from "../model/positions.ts";
import { SEGMENT_SHIFT, type Dictionary, type ReportTable, type Segment } from "./table.ts";

export interface ColumnSnapshot {
  readonly dictionary: Dictionary;
  readonly segments: readonly Segment[];
}

/** Undefined for a column the table does not have: missing in every row. */
export function snapshotOf(table: ReportTable, column: ColumnId): ColumnSnapshot | undefined {
  const found = table.columns[column];
  if (found === undefined) return undefined;
  return { dictionary: found.dictionary, segments: found.segments.slice() };
}

/** The segment a row is in; the rows of one segment share `row >>> SEGMENT_SHIFT`. */
export function segmentAt(column: ColumnSnapshot, row: number): Segment {
  return column.segments[row >>> SEGMENT_SHIFT]!;
}
