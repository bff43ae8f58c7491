/**
 * Whether a column's dates with slashes begin with the day or the month: the day when any of them
 * can't be read otherwise (`13/05/2026`), else the month. Decided over all cells, so that one
 * column is read in one way.
 */

import { slashOrderOf, type SlashOrder } from "../model/dateValue.ts";
import type { Turn } from "../model/turn.ts";
import type { ColumnSnapshot } from "./columnSnapshot.ts";
import { SEGMENT_ROWS } from "./table.ts";

export async function slashOrder(
  column: ColumnSnapshot | undefined,
  rowCount: number,
  turn: Turn,
): Promise<SlashOrder> {
  if (column === undefined) return "monthFirst";
  const { bytes, offsets, count } = column.dictionary;
  if (speaksForDay(bytes, offsets, count)) return "dayFirst";
  for (let base = 0; base < rowCount; base += SEGMENT_ROWS) {
    const segment = column.segments[base / SEGMENT_ROWS]!;
    if (segment.encoding !== "text") continue;
    const length = Math.min(SEGMENT_ROWS, rowCount - base);
    if (speaksForDay(segment.bytes, segment.offsets, length)) return "dayFirst";
    if (turn.due()) await turn.next();
  }
  return "monthFirst";
}

function speaksForDay(bytes: Uint8Array, offsets: Uint32Array, count: number): boolean {
  for (let i = 0; i < count; i += 1) {
    if (slashOrderOf(bytes, offsets[i]!, offsets[i + 1]!) === "dayFirst") return true;
  }
  return false;
}
