/**
 * For each of some rows, the rank of its value in one column: what rows are put in groups by.
 * Values are told apart by their exact text, whatever a cell's kind, and ranked as the column's
 * kind sorts them, numbers that differ only in spelling by their text. One pass over the rows, then
 * the distinct texts are sorted.
 */

import type { Collation } from "../model/collation.ts";
import type { ColumnKind } from "../model/column.ts";
import type { ColumnId } from "../model/positions.ts";
import type { Turn } from "../model/turn.ts";
import { asTexts, CellSorter, type SortMode } from "./cellSorter.ts";
import { snapshotOf } from "./columnSnapshot.ts";
import { eachBlock } from "./eachBlock.ts";
import { sizeOf, type RowSet } from "./rowSet.ts";
import { columnSortMode, type Ranks } from "./sortColumn.ts";
import type { ReportTable } from "./table.ts";
import type { TextCounts } from "./textCounts.ts";
import { textsOfRows } from "./textsOfRows.ts";
import { openWorkRoom } from "./workRoom.ts";

const BLOCK = 1 << 14;

/** `tableRows`: rows of the table that the column is read with, as its sort reads it. */
export async function groupRanks(
  table: ReportTable,
  id: ColumnId,
  kind: ColumnKind,
  collation: Collation | undefined,
  rows: RowSet,
  tableRows: number,
  turn: Turn,
): Promise<Ranks> {
  const size = sizeOf(rows);
  const column = snapshotOf(table, id);
  if (column === undefined) return { ranks: new Uint32Array(size), values: 0 };
  const { texts, textOfPlace } = await textsOfRows(column, rows, turn);
  const mode = await columnSortMode(column, kind, collation, tableRows, turn);
  const { ranks: byText, values } = await rankTexts(texts, mode, turn);
  await eachBlock(size, turn, (from, to) => {
    for (let place = from; place < to; place += 1) {
      textOfPlace[place] = byText[textOfPlace[place]!]!;
    }
  });
  return { ranks: textOfPlace, values };
}

/** No two texts have one rank; the empty one, if there is one, has the rank `values`. */
async function rankTexts(texts: TextCounts, mode: SortMode, turn: Turn): Promise<Ranks> {
  const { size } = texts;
  const ranks = new Uint32Array(size);
  // Equal cells keep the order they come in: that of their texts.
  const inTextOrder =
    mode.first === "texts" ? undefined : (await sortTexts(texts, asTexts(mode), turn)).order;
  const { order, valued } = await sortTexts(texts, mode, turn, inTextOrder);
  for (let at = 0; at < size; at += 1) ranks[order[at]!] = at;
  return { ranks, values: valued };
}

async function sortTexts(
  { bytes, offsets, size }: TextCounts,
  mode: SortMode,
  turn: Turn,
  before?: Uint32Array,
) {
  const room = openWorkRoom();
  try {
    const sorter = new CellSorter(mode, size, room);
    const source = sorter.source(bytes, offsets);
    for (let from = 0; from < size; from += BLOCK) {
      const to = Math.min(size, from + BLOCK);
      for (let at = from; at < to; at += 1) {
        const text = before === undefined ? at : before[at]!;
        sorter.addText(text, source, text);
      }
      if (turn.due()) await turn.next();
    }
    return await sorter.sorted(turn);
  } finally {
    room.release();
  }
}
