/**
 * For each of some rows, the rank of its value in one column: what rows are put in groups by.
 * Values are told apart by their exact text, whatever a cell's kind, and ranked as the column's
 * kind sorts them, numbers that differ only in spelling by their text. One pass over the rows, no
 * string per row.
 */

import type { ColumnKind } from "../model/column.ts";
import type { ColumnId } from "../model/positions.ts";
import type { Turn } from "../model/turn.ts";
import { CellSorter, type SortMode } from "./cellSorter.ts";
import { segmentAt, snapshotOf } from "./columnSnapshot.ts";
import { writeDecimal } from "./decimalBytes.ts";
import { rowAt, sizeOf, type RowSet } from "./rowSet.ts";
import { slashOrder } from "./slashOrder.ts";
import { sortMode, type Ranks } from "./sortColumn.ts";
import { SEGMENT_ROWS, type ReportTable } from "./table.ts";
import { TextCounts } from "./textCounts.ts";
import { openWorkRoom } from "./workRoom.ts";

const BLOCK = 1 << 14;
const NO_TEXT = 0xffff_ffff;

/** `tableRows`: rows of the table that the column is read with, as its sort reads it. */
export async function groupRanks(
  table: ReportTable,
  id: ColumnId,
  kind: ColumnKind,
  rows: RowSet,
  tableRows: number,
  turn: Turn,
): Promise<Ranks> {
  const size = sizeOf(rows);
  const column = snapshotOf(table, id);
  if (column === undefined) return { ranks: new Uint32Array(size), values: 0 };
  const { dictionary } = column;
  const texts = new TextCounts();
  const textOfRow = new Uint32Array(size);
  const textOfCode = new Uint32Array(dictionary.count).fill(NO_TEXT);
  const digits = new Uint8Array(64);
  const codeText = (code: number): number => {
    const known = textOfCode[code]!;
    if (known !== NO_TEXT) return known;
    const { bytes, offsets } = dictionary;
    return (textOfCode[code] = texts.add(bytes, offsets[code]!, offsets[code + 1]!, 1));
  };

  for (let from = 0; from < size; from += BLOCK) {
    const to = Math.min(size, from + BLOCK);
    for (let place = from; place < to; place += 1) {
      const row = rowAt(rows, place);
      const segment = segmentAt(column, row);
      const at = row % SEGMENT_ROWS;
      if (segment.encoding === "codes") textOfRow[place] = codeText(segment.codes[at]!);
      else if (segment.encoding === "text") {
        const { bytes, offsets } = segment;
        textOfRow[place] = texts.add(bytes, offsets[at]!, offsets[at + 1]!, 1);
      } else {
        const { mantissas, scales, scale, exceptions } = segment;
        const mantissa = mantissas[at]!;
        if (mantissa !== mantissa) textOfRow[place] = codeText(exceptions.get(at)!);
        else {
          const end = writeDecimal(digits, 0, mantissa, scales === undefined ? scale : scales[at]!);
          textOfRow[place] = texts.add(digits, 0, end, 1);
        }
      }
    }
    if (turn.due()) await turn.next();
  }

  const isDate = kind === "date" || kind === "datetime";
  const slashes = isDate ? await slashOrder(column, tableRows, turn) : "monthFirst";
  const { ranks: byText, values } = await rankTexts(texts, sortMode(kind, slashes), turn);
  for (let from = 0; from < size; from += BLOCK) {
    const to = Math.min(size, from + BLOCK);
    for (let place = from; place < to; place += 1) {
      textOfRow[place] = byText[textOfRow[place]!]!;
    }
    if (turn.due()) await turn.next();
  }
  return { ranks: textOfRow, values };
}

/** No two texts have one rank; the empty one, if there is one, has the rank `values`. */
async function rankTexts(texts: TextCounts, mode: SortMode, turn: Turn): Promise<Ranks> {
  const { size } = texts;
  const ranks = new Uint32Array(size);
  // Equal cells keep the order they come in: that of their texts.
  const inTextOrder = mode === "texts" ? undefined : (await sortTexts(texts, "texts", turn)).order;
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
