/**
 * The distinct texts of a column among some rows, with how many rows have each: most rows first,
 * ties in text order. Rows of a dictionary are counted by code; only the few values that are
 * handed out become strings.
 */

import { MAX_COLUMN_VALUES, type ColumnValues } from "../model/columnValues.ts";
import type { ColumnId } from "../model/positions.ts";
import type { Turn } from "../model/turn.ts";
import { CellSorter } from "./cellSorter.ts";
import { eachBlock } from "./eachBlock.ts";
import { firstWord } from "./firstWord.ts";
import { keysAt } from "./keysAt.ts";
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
  await eachBlock(byCode.length, turn, (from, to) => {
    for (let code = from; code < to; code += 1) {
      const count = byCode[code]!;
      if (count > 0) texts.add(bytes, offsets[code]!, offsets[code + 1]!, count);
    }
  });
  return mostFrequent(texts, limit, turn);
}

async function mostFrequent(texts: TextCounts, limit: number, turn: Turn): Promise<ColumnValues> {
  const { size, counts, bytes, offsets } = texts;
  const blank = await blankAmong(texts, turn);
  const blankRows = counts[blank] ?? 0;
  if (blank < size) counts[blank] = 0;
  const least = await leastCountAmong(counts.subarray(0, size), limit, turn);
  const more: number[] = [];
  /** The ones of the least count fill what the more frequent leave, in text order. */
  const ties = new Uint32Array(size);
  let tied = 0;
  await eachBlock(size, turn, (from, to) => {
    for (let text = from; text < to; text += 1) {
      const count = counts[text]!;
      if (count > least) more.push(text);
      else if (count === least) ties[tied++] = text;
    }
  });
  const some = await firstInOrder(texts, ties.subarray(0, tied), limit - more.length, turn);
  const chosen = [...(await inTextOrder(texts, more, turn)), ...some];
  chosen.sort((a, b) => counts[b]! - counts[a]!);
  const values = chosen.map((text) => ({
    text: decodeText(bytes, offsets[text]!, offsets[text + 1]!),
    rows: counts[text]!,
  }));
  const blanks = blankRows === 0 ? [] : [{ text: "", rows: blankRows }];
  return { values: [...blanks, ...values], distinct: size };
}

/** Which text is the empty one; `size` when none is. */
async function blankAmong({ size, offsets }: TextCounts, turn: Turn): Promise<number> {
  let blank = size;
  await eachBlock(size, turn, (from, to) => {
    for (let text = from; text < to; text += 1) {
      if (offsets[text] === offsets[text + 1]) blank = text;
    }
  });
  return blank;
}

/** Up to here, all are sorted to know the first ones. */
const FEW = 1 << 12;

/** The first `room` texts in text order: only those that may be among them are sorted. */
async function firstInOrder(
  texts: TextCounts,
  candidates: Uint32Array,
  room: number,
  turn: Turn,
): Promise<readonly number[]> {
  if (room === 0 || candidates.length <= Math.max(FEW, room)) {
    return (await inTextOrder(texts, [...candidates], turn)).slice(0, room);
  }
  const { bytes, offsets } = texts;
  const keys = new Float64Array(candidates.length);
  await eachBlock(keys.length, turn, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const text = candidates[at]!;
      keys[at] = firstWord(bytes, offsets[text]!, offsets[text + 1]!);
    }
  });
  const { atLow, between, atHigh } = await keysAt(keys, 0, room, turn);
  const near: number[] = [];
  for (const items of [atLow, between, atHigh]) {
    for (const item of items) near.push(candidates[item]!);
  }
  return (await inTextOrder(texts, near, turn)).slice(0, room);
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
    await eachBlock(texts.length, turn, (from, to) => {
      for (let at = from; at < to; at += 1) sorter.addText(texts[at]!, source, texts[at]!);
    });
    const { order, valued } = await sorter.sorted(turn);
    // Sorting puts the empty text last; as a text it is the first.
    return [...order.subarray(valued), ...order.subarray(0, valued)];
  } finally {
    room.release();
  }
}

/** Counts up to here are counted themselves; few texts can have more. */
const COUNTED = 1 << 16;

/** The count that the `limit` most frequent texts have at the least. */
async function leastCountAmong(counts: Uint32Array, limit: number, turn: Turn): Promise<number> {
  if (counts.length <= limit) return 1;
  const textsOf = new Uint32Array(COUNTED);
  const larger: number[] = [];
  await eachBlock(counts.length, turn, (from, to) => {
    for (let text = from; text < to; text += 1) {
      const count = counts[text]!;
      if (count < COUNTED) textsOf[count]! += 1;
      else larger.push(count);
    }
  });
  if (larger.length >= limit) return larger.sort((a, b) => b - a)[limit - 1]!;
  let found = larger.length;
  let count = COUNTED - 1;
  while (count > 1 && found + textsOf[count]! < limit) {
    found += textsOf[count]!;
    count -= 1;
  }
  return count;
}
