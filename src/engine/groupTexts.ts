/**
 * The rows of a view in groups by the text of one column, the groups as their first rows come: what
 * a list of values is counted from. Nothing is sorted, so it costs two passes over the rows even
 * when each has a text of its own.
 */

import type { ColumnId } from "../model/positions.ts";
import type { Turn } from "../model/turn.ts";
import { snapshotOf } from "./columnSnapshot.ts";
import { eachBlock } from "./eachBlock.ts";
import type { GroupedRows } from "./groupRows.ts";
import type { RowOrder } from "./rowOrder.ts";
import { rowAt, rowsOfView } from "./rowSet.ts";
import type { ReportTable } from "./table.ts";
import { textsOfRows } from "./textsOfRows.ts";

export interface GroupedTexts {
  readonly grouped: GroupedRows;
  /** The group of the blank cells. */
  readonly blank: number | undefined;
}

export async function groupTexts(
  table: ReportTable,
  order: RowOrder,
  column: ColumnId,
  turn: Turn,
): Promise<GroupedTexts> {
  const { tableRows, rowCount } = order;
  const rows = rowsOfView(order);
  const snapshot = snapshotOf(table, column);
  const list = new Uint32Array(rowCount);
  const found = snapshot && (await textsOfRows(snapshot, rows, turn));
  const size = found?.texts.size ?? Math.min(1, rowCount);
  const starts = new Uint32Array(size + 1);
  starts[size] = rowCount;
  let blank = found === undefined && rowCount > 0 ? 0 : undefined;
  const next = new Uint32Array(size);
  if (found !== undefined) {
    const { counts, offsets } = found.texts;
    await eachBlock(size, turn, (from, to) => {
      for (let text = from; text < to; text += 1) {
        starts[text + 1] = starts[text]! + counts[text]!;
        next[text] = starts[text]!;
        if (offsets[text] === offsets[text + 1]) blank = text;
      }
    });
  }
  await eachBlock(rowCount, turn, (from, to) => {
    for (let place = from; place < to; place += 1) {
      list[next[found === undefined ? 0 : found.textOfPlace[place]!]!++] = rowAt(rows, place);
    }
  });
  return { grouped: { tableRows, columns: [column], rows: list, levels: [starts] }, blank };
}
