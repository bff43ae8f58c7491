/**
 * The distinct texts of a column among some rows, with how many rows have each: most rows first,
 * ties in text order. Rows of a dictionary are counted by code; only the few values that are
 * handed out become strings.
 */

import { MAX_COLUMN_VALUES, type ColumnValues } from "../model/columnValues.ts";
import type { ColumnId } from "../model/positions.ts";
import type { Turn } from "../model/turn.ts";
import { CellSorter } from "./cellSorter.ts";
import { segmentAt, snapshotOf } from "./columnSnapshot.ts";
import { writeDecimal } from "./decimalBytes.ts";
import { rowAt, sizeOf, type RowSet } from "./rowSet.ts";
import { SEGMENT_ROWS, type ReportTable } from "./table.ts";
import { TextCounts } from "./textCounts.ts";
import { openWorkRoom } from "./workRoom.ts";
import { decodeText } from "./wtf8.ts";

const BLOCK = 1 << 14;

export async function distinctValues(
  table: ReportTable,
  column: ColumnId,
  rows: RowSet,
  turn: Turn,
  limit: number = MAX_COLUMN_VALUES,
): Promise<ColumnValues> {
  const size = sizeOf(rows);
  const texts = new TextCounts();
  const found = snapshotOf(table, column);
  if (found === undefined) {
    if (size > 0) texts.add(texts.bytes, 0, 0, size);
    return mostFrequent(texts, limit, turn);
  }
  const { dictionary } = found;
  const byCode = new Uint32Array(dictionary.count);
  const digits = new Uint8Array(64);
  for (let from = 0; from < size; from += BLOCK) {
    const to = Math.min(size, from + BLOCK);
    for (let place = from; place < to; place += 1) {
      const row = rowAt(rows, place);
      const segment = segmentAt(found, row);
      const at = row % SEGMENT_ROWS;
      if (segment.encoding === "codes") byCode[segment.codes[at]!]! += 1;
      else if (segment.encoding === "text") {
        texts.add(segment.bytes, segment.offsets[at]!, segment.offsets[at + 1]!, 1);
      } else {
        const { mantissas, scales, scale, exceptions } = segment;
        const mantissa = mantissas[at]!;
        if (mantissa !== mantissa) byCode[exceptions.get(at)!]! += 1;
        else {
          const end = writeDecimal(digits, 0, mantissa, scales === undefined ? scale : scales[at]!);
          texts.add(digits, 0, end, 1);
        }
      }
    }
    if (turn.due()) await turn.next();
  }
  const { bytes, offsets } = dictionary;
  for (let code = 0; code < byCode.length; code += 1) {
    const count = byCode[code]!;
    if (count > 0) texts.add(bytes, offsets[code]!, offsets[code + 1]!, count);
  }
  return mostFrequent(texts, limit, turn);
}

async function mostFrequent(texts: TextCounts, limit: number, turn: Turn): Promise<ColumnValues> {
  const { size, counts, bytes, offsets } = texts;
  const least = leastCountAmong(counts.subarray(0, size), limit);
  // Only texts that can be among the first are put in text order.
  const candidates: number[] = [];
  for (let text = 0; text < size; text += 1) if (counts[text]! >= least) candidates.push(text);
  const ordered = await inTextOrder(texts, candidates, turn);
  // The ones of the least count fill what the more frequent leave, in text order.
  let room = limit;
  for (const text of ordered) if (counts[text]! > least) room -= 1;
  const chosen = ordered.filter((text) => counts[text]! > least || room-- > 0);
  chosen.sort((a, b) => counts[b]! - counts[a]!);
  const values = chosen.map((text) => ({
    text: decodeText(bytes, offsets[text]!, offsets[text + 1]!),
    rows: counts[text]!,
  }));
  return { values, distinct: size };
}

async function inTextOrder(
  { bytes, offsets }: TextCounts,
  texts: readonly number[],
  turn: Turn,
): Promise<readonly number[]> {
  const room = openWorkRoom();
  try {
    const sorter = new CellSorter("texts", texts.length, room);
    const source = sorter.source(bytes, offsets);
    for (const text of texts) sorter.addText(text, source, text);
    const { order, valued } = await sorter.sorted(turn);
    // Sorting puts the empty text last; as a text it is the first.
    return [...order.subarray(valued), ...order.subarray(0, valued)];
  } finally {
    room.release();
  }
}

/** The count that the `limit` most frequent texts have at the least. */
function leastCountAmong(counts: Uint32Array, limit: number): number {
  if (counts.length <= limit) return 1;
  return counts.slice().sort()[counts.length - limit]!;
}
