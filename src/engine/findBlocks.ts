/**
 * Whether the leading columns of a report are named once per block: a value on the block's first
 * row, blanks below. Only a pattern that all rows keep counts, since a filled cell says what the report
 * did not: each block begins with a name, a column is named again where the one before it is, no name
 * is said twice in a row, and there are at least as many blanks as names.
 */

import { canBeFilled, type ColumnKind } from "../model/column.ts";
import type { ColumnId } from "../model/positions.ts";
import type { BlockColumn } from "../model/tableSummary.ts";
import type { Turn } from "../model/turn.ts";
import { viewOf } from "./columnCells.ts";
import type { ProfiledColumn, ProfiledTable } from "./columnProfile.ts";
import { sameBytes } from "./dictionaryBuilder.ts";
import { cellsOf } from "./storedCells.ts";
import { SEGMENT_SHIFT } from "./table.ts";

/** Further columns say things, not where one is. */
const LEADING = 6;
const LEAST_NAMES = 2;

/** The first columns that are named once per block, most often none. */
export async function findBlocks(
  table: ProfiledTable,
  kindOf: (column: ColumnId) => ColumnKind,
  turn: Turn,
): Promise<readonly BlockColumn[]> {
  const { columns, rowCount, aside = [] } = table;
  const blanksOf = ({ profile }: ProfiledColumn) => rowCount - aside.length - profile.values;
  const found: BlockColumn[] = [];
  if (columns[0] === undefined || blanksOf(columns[0]) === 0) return found;
  /** Rows at which a name must stand. */
  const begins = new Uint8Array(rowCount);
  let first = 0;
  for (const row of aside) {
    if (row + 1 < rowCount) begins[row + 1] = 1;
    if (row === first) first += 1;
  }
  if (first < rowCount) begins[first] = 1;
  for (const column of columns.slice(0, Math.min(LEADING, columns.length - 1))) {
    const blanks = blanksOf(column);
    if (blanks === 0 || !canBeFilled(kindOf(column.id))) break;
    const names = await namesIn(column, begins, aside, rowCount, turn);
    if (names === undefined || names < LEAST_NAMES || blanks < names) break;
    found.push({ column: column.id, blanks });
  }
  return found;
}

/**
 * How many names the column has; undefined when it does not keep the pattern. Marks its names in
 * `begins`.
 */
async function namesIn(
  column: ProfiledColumn,
  begins: Uint8Array,
  aside: readonly number[],
  rowCount: number,
  turn: Turn,
): Promise<number | undefined> {
  let names = 0;
  let passed = 0;
  let above = new Uint8Array(0);
  for (let place = 0; place < column.segments.length; place += 1) {
    const { bytes, view, starts, ends, count } = cellsOf(
      column.segments[place]!,
      column.dictionary,
    );
    const base = place << SEGMENT_SHIFT;
    for (let at = 0; at < count && base + at < rowCount; at += 1) {
      const row = base + at;
      if (aside[passed] === row) {
        passed += 1;
        continue;
      }
      const start = starts[at]!;
      const length = ends[at]! - start;
      if (length === 0) {
        if (begins[row] === 1) return undefined;
        continue;
      }
      const isSame = length === above.length && sameBytes(view, start, viewOf(above), 0, length);
      if (isSame && begins[row] === 0) return undefined;
      if (!isSame) above = bytes.slice(start, start + length);
      begins[row] = 1;
      names += 1;
    }
    if (turn.due()) await turn.next();
  }
  return names;
}
