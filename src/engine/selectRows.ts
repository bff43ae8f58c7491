/**
 * The rows at some places of an order, without making the order: for the screen, which shows a few
 * rows and should not wait for a million to be sorted. Rows are told apart by keys that are right
 * from afar (`orderKeys.ts`); the few that stand near the places wanted are then sorted exactly,
 * as a small selection is. The answer is the one the whole order gives, or none when too many
 * rows are equal from afar.
 */

import type { Turn } from "../model/turn.ts";
import type { SortMode } from "./cellSorter.ts";
import type { ColumnSnapshot } from "./columnSnapshot.ts";
import { eachBlock } from "./eachBlock.ts";
import { areSame } from "./equalCells.ts";
import { isDear } from "./firstWord.ts";
import { keysAt } from "./keysAt.ts";
import { orderKeys, TEXT_UNIT } from "./orderKeys.ts";
import { TextWords, WORD_BYTES, type TextSource } from "./textWords.ts";
import { visitCells } from "./visitCells.ts";
import { openWorkRoom, type WorkRoom } from "./workRoom.ts";

export interface SelectColumn {
  readonly column: ColumnSnapshot;
  readonly mode: SortMode;
  readonly descending: boolean;
}

/** Rows of the report. */
export interface SomeRows {
  /** Ascending; undefined for all below `rowCount`. */
  readonly list: Uint32Array | undefined;
  readonly rowCount: number;
}

/** Sorts a few rows, given ascending, by all columns. */
export type SortFew = (rows: Uint32Array) => Promise<Uint32Array>;

/** Up to here, sorting is as fast. */
const FEW = 1 << 12;
/** The share of all rows that may be sorted when keys don't tell them apart. */
const SOME = 1 / 16;
/** Words of texts that are looked at. */
const MOST_WORDS = 6;

interface Work {
  readonly columns: readonly SelectColumn[];
  readonly sortFew: SortFew;
  readonly room: WorkRoom;
  readonly turn: Turn;
  readonly few: number;
  /** The most rows to be sorted. */
  readonly most: number;
}

/** The rows at some places of the order, `end` excluded. */
export async function selectRows(
  columns: readonly SelectColumn[],
  { list, rowCount }: SomeRows,
  places: { readonly start: number; readonly end: number },
  sortFew: SortFew,
  turn: Turn,
  few: number = FEW,
): Promise<Uint32Array | undefined> {
  const size = list?.length ?? rowCount;
  const { start } = places;
  const end = Math.min(places.end, size);
  if (start >= end) return new Uint32Array(0);
  const room = openWorkRoom();
  try {
    const most = Math.max(few, size * SOME);
    const keys = room.floats(size);
    return await select({ columns, sortFew, room, turn, few, most }, list, keys, 0, 0, start, end);
  } finally {
    room.release();
  }
}

/** `column` and `word` say by what the rows are to be told apart next. */
async function select(
  work: Work,
  list: Uint32Array | undefined,
  room: Float64Array,
  column: number,
  word: number,
  from: number,
  to: number,
): Promise<Uint32Array | undefined> {
  const { turn } = work;
  const keys = room.subarray(0, list?.length ?? room.length);
  const by = work.columns[column]!;
  if (word === 0 && (await hasDearKeys(by, list, keys.length, turn))) return undefined;
  if (word === 0) await orderKeys(by.column, by.mode, by.descending, list, keys, turn);
  else await wordKeys(work, list!, keys, by, word);
  const { low, high, below, atLow, between, atHigh } = await keysAt(keys, from, to, turn);
  // Items are places of the list.
  const rowsOf = async (items: Uint32Array): Promise<Uint32Array> => {
    if (list === undefined) return items;
    await eachBlock(items.length, turn, (start, end) => {
      for (let at = start; at < end; at += 1) items[at] = list[items[at]!]!;
    });
    return items;
  };
  const lowEnd = below + atLow.length;
  const highStart = lowEnd + between.length;
  const parts = [
    await among(
      work,
      await rowsOf(atLow),
      room,
      column,
      word,
      low,
      from - below,
      Math.min(to, lowEnd) - below,
    ),
    await work.sortFew(await rowsOf(between)),
    high === low
      ? new Uint32Array(0)
      : await among(work, await rowsOf(atHigh), room, column, word, high, 0, to - highStart),
  ];
  const rows = new Uint32Array(to - from);
  let at = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    rows.set(part, at);
    at += part.length;
  }
  return rows;
}

const PROBES = 256;
const MOST_DEAR = PROBES / 16;

/** Whether looking at all keys would cost as much as the order itself: texts in other scripts. */
async function hasDearKeys(
  { column, mode }: SelectColumn,
  list: Uint32Array | undefined,
  size: number,
  turn: Turn,
): Promise<boolean> {
  const rows = Uint32Array.from({ length: Math.min(PROBES, size) }, (_, probe) => {
    const at = Math.floor((probe * size) / PROBES);
    return list === undefined ? at : list[at]!;
  });
  let dear = 0;
  await visitCells<Pick<TextSource, "bytes" | "offsets">>(
    column,
    size < PROBES ? rows.subarray(0, 0) : rows,
    {
      source: (bytes, offsets) => ({ bytes, offsets }),
      text: (_, { bytes, offsets }, index) => {
        if (isDear(bytes, offsets[index]!, offsets[index + 1]!, mode.texts)) dear += 1;
      },
      number: () => undefined,
    },
    turn,
  );
  return dear > MOST_DEAR;
}

/** Places of rows that have the same key. */
async function among(
  work: Work,
  rows: Uint32Array,
  room: Float64Array,
  at: number,
  word: number,
  key: number,
  from: number,
  to: number,
): Promise<Uint32Array | undefined> {
  const { columns, sortFew, turn, few, most } = work;
  if (rows.length <= few) return (await sortFew(rows)).subarray(from, to);
  const { column, mode } = columns[at]!;
  const isText = Math.abs(key) >= TEXT_UNIT && key !== Infinity;
  if (isText && (Math.abs(key) / TEXT_UNIT) % 256 !== 0 && word < MOST_WORDS) {
    return select(work, rows, room, at, word + 1, from, to);
  }
  if (key === Infinity || (await areSame(column, mode, rows, turn))) {
    if (at === columns.length - 1) return rows.subarray(from, to);
    return select(work, rows, room, at + 1, 0, from, to);
  }
  return rows.length <= most ? (await sortFew(rows)).subarray(from, to) : undefined;
}

const BLOCK = 1 << 14;

/** Keys of texts that were the same up to their word number `word`. */
async function wordKeys(
  { room, turn }: Work,
  rows: Uint32Array,
  keys: Float64Array,
  { column, mode, descending }: SelectColumn,
  word: number,
): Promise<void> {
  const texts = new TextWords(rows.length, mode.texts, room);
  await visitCells<TextSource>(
    column,
    rows,
    {
      source: (bytes, offsets) => texts.source(bytes, offsets),
      text: (_, source, index) => texts.add(source, index),
      number: undefined,
    },
    turn,
  );
  const order = room.words(rows.length);
  await eachBlock(order.length, turn, (from, to) => {
    for (let at = from; at < to; at += 1) order[at] = at;
  });
  const unit = descending ? -TEXT_UNIT : TEXT_UNIT;
  for (let depth = 0; depth <= word; depth += 1) {
    for (let from = 0; from < rows.length; from += BLOCK) {
      const to = Math.min(rows.length, from + BLOCK);
      texts.read(keys, order, from, to, depth * WORD_BYTES);
      if (turn.due()) await turn.next();
    }
  }
  await eachBlock(keys.length, turn, (from, to) => {
    for (let at = from; at < to; at += 1) keys[at]! *= unit;
  });
}
