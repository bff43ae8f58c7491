/**
 * How the dates with slashes of a column are to be read, if any of them says so (`13/05/2026`). Where
 * none does, or they contradict each other, no program should be told one or the other.
 */

import { slashOrderOf, type SlashOrder } from "../model/dateValue.ts";
import type { ColumnId } from "../model/positions.ts";
import type { Turn } from "../model/turn.ts";
import { snapshotOf } from "../engine/columnSnapshot.ts";
import { SEGMENT_ROWS, type ReportTable } from "../engine/table.ts";

export async function statedSlashes(
  table: ReportTable,
  column: ColumnId,
  rowCount: number,
  turn: Turn,
): Promise<SlashOrder | undefined> {
  const snapshot = snapshotOf(table, column);
  if (snapshot === undefined) return undefined;
  const orders = new Set<SlashOrder>();
  const look = (bytes: Uint8Array, offsets: Uint32Array, count: number): void => {
    for (let i = 0; i < count; i += 1) {
      const order = slashOrderOf(bytes, offsets[i]!, offsets[i + 1]!);
      if (order !== undefined) orders.add(order);
    }
  };
  const { bytes, offsets, count } = snapshot.dictionary;
  look(bytes, offsets, count);
  for (const [at, segment] of snapshot.segments.entries()) {
    if (segment.encoding !== "text") continue;
    look(segment.bytes, segment.offsets, Math.min(SEGMENT_ROWS, rowCount - at * SEGMENT_ROWS));
    if (turn.due()) await turn.next();
  }
  return orders.size === 1 ? [...orders][0] : undefined;
}
