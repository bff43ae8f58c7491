/**
 * Puts rows in the order of one column. A column with few distinct values sorts its dictionary
 * (kept with it) and looks the rows' ranks up; otherwise each row's cell is sorted. What comes
 * first follows the column's kind (`sortMode`). Places are rows, or positions in a list of rows.
 */

import type { Collation } from "../model/collation.ts";
import type { ColumnKind } from "../model/column.ts";
import type { SlashOrder } from "../model/dateValue.ts";
import type { Turn } from "../model/turn.ts";
import { CellSorter, modeName, type SortedPlaces, type SortMode } from "./cellSorter.ts";
import { segmentAt, type ColumnSnapshot } from "./columnSnapshot.ts";
import { eachBlock } from "./eachBlock.ts";
import { writeDecimals } from "./decimalBytes.ts";
import { slashOrder } from "./slashOrder.ts";
import {
  SEGMENT_ROWS,
  SEGMENT_SHIFT,
  type CodeSegment,
  type DecimalSegment,
  type Dictionary,
} from "./table.ts";
import { textOrder } from "./textOrder.ts";
import type { TextSource } from "./textWords.ts";
import { openWorkRoom, type WorkRoom } from "./workRoom.ts";

/**
 * - date, datetime: dates by time, then all else as text;
 * - id: everything as text, so that `007` stays beside `7` and no digit is lost;
 * - any other: numbers by exact value, then all else as text.
 */
export function sortMode(
  kind: ColumnKind,
  slashes: SlashOrder,
  collation: Collation | undefined,
): SortMode {
  const texts = textOrder(collation);
  if (kind === "date" || kind === "datetime") return { first: slashes, texts };
  return { first: kind === "id" ? "texts" : "numbers", texts };
}

/** The same, with the dates of a column read in the way that all of them allow. */
export async function columnSortMode(
  column: ColumnSnapshot | undefined,
  kind: ColumnKind,
  collation: Collation | undefined,
  rowCount: number,
  turn: Turn,
): Promise<SortMode> {
  const isDate = kind === "date" || kind === "datetime";
  const slashes = isDate ? await slashOrder(column, rowCount, turn) : "monthFirst";
  return sortMode(kind, slashes, collation);
}

/** A number for each place, by which places are ordered. */
export interface Ranks {
  readonly ranks: Uint32Array;
  /** Ranks in use are 0 … values - 1; blank cells have the rank `values`. */
  readonly values: number;
}

/** Whether all rows are stored as codes, so that `codeRanks` can be had without sorting them. */
export function isCoded(column: ColumnSnapshot, rowCount: number): boolean {
  const count = Math.ceil(rowCount / SEGMENT_ROWS);
  return column.segments.slice(0, count).every(({ encoding }) => encoding === "codes");
}

/** Ranks of the rows of an ascending list, or of all rows below `rowCount`. */
export async function codeRanks(
  column: ColumnSnapshot,
  mode: SortMode,
  list: Uint32Array | undefined,
  rowCount: number,
  turn: Turn,
): Promise<Ranks> {
  const { ranks: byCode, values } = await dictionaryRanks(column.dictionary, mode, turn);
  const ranks = new Uint32Array(list?.length ?? rowCount);
  await eachRun(list, ranks.length, turn, (from, to, base) => {
    const { codes } = segmentAt(column, base) as CodeSegment;
    if (list === undefined) {
      for (let at = from; at < to; at += 1) ranks[at] = byCode[codes[at - base]!]!;
    } else {
      for (let at = from; at < to; at += 1) ranks[at] = byCode[codes[list[at]! - base]!]!;
    }
  });
  return { ranks, values };
}

/** The places of an ascending list of rows, or all rows below `rowCount`, in order. */
export async function sortCells(
  column: ColumnSnapshot,
  mode: SortMode,
  list: Uint32Array | undefined,
  rowCount: number,
  turn: Turn,
): Promise<SortedPlaces> {
  const room = openWorkRoom();
  try {
    return await sortCellsIn(room, column, mode, list, rowCount, turn);
  } finally {
    room.release();
  }
}

async function sortCellsIn(
  room: WorkRoom,
  column: ColumnSnapshot,
  mode: SortMode,
  list: Uint32Array | undefined,
  rowCount: number,
  turn: Turn,
): Promise<SortedPlaces> {
  const size = list?.length ?? rowCount;
  const sorter = new CellSorter(mode, size, room);
  const entries = sorter.source(column.dictionary.bytes, column.dictionary.offsets);
  await eachRun(list, size, turn, (from, to, base) => {
    const rowOf = (at: number): number => (list === undefined ? at : list[at]!) - base;
    const segment = segmentAt(column, base);
    if (segment.encoding === "codes") {
      const { codes } = segment;
      for (let at = from; at < to; at += 1) sorter.addText(at, entries, codes[rowOf(at)]!);
    } else if (segment.encoding === "text") {
      const texts = sorter.source(segment.bytes, segment.offsets);
      for (let at = from; at < to; at += 1) sorter.addText(at, texts, rowOf(at));
    } else if (
      sorter.mode.first === "numbers" &&
      list === undefined &&
      segment.exceptions.size === 0
    ) {
      sorter.addNumbers(segment, rowOf(from), rowOf(to - 1) + 1, from);
    } else addOneByOne(sorter, segment, entries, from, to, rowOf);
  });
  return sorter.sorted(turn);
}

/** In the order of places, as equal cells must keep it. */
function addOneByOne(
  sorter: CellSorter,
  segment: DecimalSegment,
  entries: TextSource,
  from: number,
  to: number,
  rowOf: (at: number) => number,
): void {
  const { mantissas, scales, scale, exceptions } = segment;
  const first = rowOf(from);
  let texts: TextSource | undefined;
  if (sorter.mode.first !== "numbers") {
    const { bytes, offsets } = writeDecimals(segment, first, rowOf(to - 1) + 1);
    texts = sorter.source(bytes, offsets);
  }
  for (let at = from; at < to; at += 1) {
    const row = rowOf(at);
    const mantissa = mantissas[row]!;
    if (mantissa !== mantissa) sorter.addText(at, entries, exceptions.get(row)!);
    else if (texts !== undefined) sorter.addText(at, texts, row - first);
    else sorter.addNumber(at, mantissa, scales === undefined ? scale : scales[row]!);
  }
}

const RUN_ROWS = 1 << 14;

/**
 * Visits the list in runs of places whose rows share a segment (and are not too many for one
 * slice); `base` is the segment's first row.
 */
export async function eachRun(
  list: Uint32Array | undefined,
  size: number,
  turn: Turn,
  visit: (from: number, to: number, base: number) => void,
): Promise<void> {
  let from = 0;
  while (from < size) {
    const row = list === undefined ? from : list[from]!;
    const base = (row >>> SEGMENT_SHIFT) * SEGMENT_ROWS;
    const limit = Math.min(size, from + RUN_ROWS);
    let to = from + 1;
    if (list === undefined) to = Math.min(limit, base + SEGMENT_ROWS);
    else while (to < limit && list[to]! - base < SEGMENT_ROWS) to += 1;
    visit(from, to, base);
    from = to;
    if (turn.due()) await turn.next();
  }
}

interface DictionaryRanks extends Ranks {
  readonly count: number;
}

const ranksOfDictionaries = new WeakMap<Dictionary, Map<string, DictionaryRanks>>();

async function dictionaryRanks(dictionary: Dictionary, mode: SortMode, turn: Turn): Promise<Ranks> {
  const { bytes, offsets, count } = dictionary;
  const byMode = ranksOfDictionaries.get(dictionary) ?? new Map<string, DictionaryRanks>();
  ranksOfDictionaries.set(dictionary, byMode);
  const known = byMode.get(modeName(mode));
  if (known !== undefined && known.count === count) return known;
  const room = openWorkRoom();
  try {
    const sorter = new CellSorter(mode, count, room);
    const entries = sorter.source(bytes, offsets);
    for (let code = 0; code < count; code += 1) sorter.addText(code, entries, code);
    const ranks = { ...(await ranksOf(await sorter.sorted(turn), turn)), count };
    byMode.set(modeName(mode), ranks);
    return ranks;
  } finally {
    room.release();
  }
}

/** A rank for each place of an order. */
export async function ranksOf({ order, same, valued }: SortedPlaces, turn: Turn): Promise<Ranks> {
  const ranks = new Uint32Array(order.length);
  let rank = -1;
  await eachBlock(order.length, turn, (from, to) => {
    const end = Math.min(to, valued);
    for (let at = from; at < end; at += 1) {
      rank += 1 - same[at]!;
      ranks[order[at]!] = rank;
    }
    for (let at = Math.max(from, valued); at < to; at += 1) ranks[order[at]!] = rank + 1;
  });
  return { ranks, values: rank + 1 };
}
