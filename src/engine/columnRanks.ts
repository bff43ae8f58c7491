/**
 * The order of a column's cells as a rank for each row. Each distinct cell of a dictionary is
 * ranked once, for all its rows, and the ranks are kept with the dictionary; cells stored by
 * themselves are ranked each. What comes first follows the column's kind (`rankMode`).
 */

import type { ColumnKind } from "../model/column.ts";
import type { SlashOrder } from "../model/dateValue.ts";
import type { Turn } from "../model/turn.ts";
import { CellRanker, type RankMode, type Ranks } from "./cellRanker.ts";
import { segmentAt, type ColumnSnapshot } from "./columnSnapshot.ts";
import { writeDecimals } from "./decimalBytes.ts";
import { SEGMENT_ROWS, SEGMENT_SHIFT, type DecimalSegment, type Dictionary } from "./table.ts";

/**
 * - date, datetime: dates by time, then all else as text;
 * - id: everything as text, so that `007` stays beside `7` and no digit is lost;
 * - any other: numbers by exact value, then all else as text.
 */
export function rankMode(kind: ColumnKind, slashes: SlashOrder): RankMode {
  if (kind === "date" || kind === "datetime") return slashes;
  return kind === "id" ? "texts" : "numbers";
}

/**
 * Ranks of the rows of an ascending list, or of all rows below `rowCount`; rank i belongs to the
 * list's place i.
 */
export async function columnRanks(
  column: ColumnSnapshot | undefined,
  mode: RankMode,
  list: Uint32Array | undefined,
  rowCount: number,
  turn: Turn,
): Promise<Ranks> {
  const size = list?.length ?? rowCount;
  if (column === undefined) return { ranks: new Uint32Array(size), values: 0 };
  const segments = column.segments.slice(0, Math.ceil(rowCount / SEGMENT_ROWS));
  if (segments.every(({ encoding }) => encoding === "codes")) {
    const { ranks: byCode, values } = await dictionaryRanks(column.dictionary, mode, turn);
    const ranks = new Uint32Array(size);
    await eachRun(list, size, turn, (from, to, base) => {
      const segment = segmentAt(column, base);
      if (segment.encoding !== "codes") return;
      const { codes } = segment;
      if (list === undefined) {
        for (let at = from; at < to; at += 1) ranks[at] = byCode[codes[at - base]!]!;
      } else {
        for (let at = from; at < to; at += 1) ranks[at] = byCode[codes[list[at]! - base]!]!;
      }
    });
    return { ranks, values };
  }

  const cells = new Uint32Array(size);
  const ranker = new CellRanker(mode, size, bytesOf(column, list === undefined ? rowCount : 0));
  const { dictionary } = column;
  const cellsOfCodes = new Uint32Array(dictionary.count);
  const cellOfCode = (code: number): number => {
    const known = cellsOfCodes[code]!;
    if (known !== 0) return known - 1;
    const cell = ranker.addText(dictionary.bytes, dictionary.offsets, code);
    cellsOfCodes[code] = cell + 1;
    return cell;
  };
  await eachRun(list, size, turn, (from, to, base) => {
    const rowOf = (at: number): number => (list === undefined ? at : list[at]!) - base;
    const segment = segmentAt(column, base);
    switch (segment.encoding) {
      case "codes":
        for (let at = from; at < to; at += 1) cells[at] = cellOfCode(segment.codes[rowOf(at)]!);
        break;
      case "text": {
        const { bytes, offsets } = segment;
        for (let at = from; at < to; at += 1) cells[at] = ranker.addText(bytes, offsets, rowOf(at));
        break;
      }
      case "decimal": {
        const { exceptions, mantissas } = segment;
        // Codes first, then the numbers: texts of one source stay together.
        if (exceptions.size > 0) {
          for (let at = from; at < to; at += 1) {
            const row = rowOf(at);
            if (mantissas[row] !== mantissas[row]) cells[at] = cellOfCode(exceptions.get(row)!);
          }
        }
        addNumbers(ranker, segment, from, to, rowOf, cells);
        break;
      }
    }
  });
  const { ranks: byCell, values } = await ranker.ranks(turn);
  for (let at = 0; at < size; at += 1) cells[at] = byCell[cells[at]!]!;
  return { ranks: cells, values };
}

function addNumbers(
  ranker: CellRanker,
  segment: DecimalSegment,
  from: number,
  to: number,
  rowOf: (at: number) => number,
  cells: Uint32Array,
): void {
  const { mantissas, scales, scale } = segment;
  if (ranker.mode === "numbers") {
    for (let at = from; at < to; at += 1) {
      const row = rowOf(at);
      const mantissa = mantissas[row]!;
      if (mantissa === mantissa) {
        cells[at] = ranker.addNumber(mantissa, scales === undefined ? scale : scales[row]!);
      }
    }
    return;
  }
  const first = rowOf(from);
  const { bytes, offsets } = writeDecimals(segment, first, rowOf(to - 1) + 1);
  for (let at = from; at < to; at += 1) {
    const row = rowOf(at);
    if (mantissas[row] === mantissas[row]) {
      cells[at] = ranker.addText(bytes, offsets, row - first);
    }
  }
}

/**
 * Visits the list in runs of places whose rows share a segment (and are not too many for one
 * slice); `base` is the segment's first row.
 */
async function eachRun(
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

const RUN_ROWS = 1 << 14;

/** Bytes of the texts of the first rows stored as texts: about as many as their keys have. */
function bytesOf({ segments }: ColumnSnapshot, rowCount: number): number {
  let bytes = 1024;
  for (let base = 0; base < rowCount; base += SEGMENT_ROWS) {
    const segment = segments[base / SEGMENT_ROWS]!;
    if (segment.encoding !== "text") continue;
    bytes += segment.offsets[Math.min(SEGMENT_ROWS, rowCount - base)]! * 1.1;
  }
  return Math.ceil(bytes);
}

interface DictionaryRanks extends Ranks {
  readonly count: number;
}

const ranksOfDictionaries = new WeakMap<Dictionary, Map<RankMode, DictionaryRanks>>();

async function dictionaryRanks(dictionary: Dictionary, mode: RankMode, turn: Turn): Promise<Ranks> {
  const { bytes, offsets, count } = dictionary;
  const byMode = ranksOfDictionaries.get(dictionary) ?? new Map<RankMode, DictionaryRanks>();
  ranksOfDictionaries.set(dictionary, byMode);
  const known = byMode.get(mode);
  if (known !== undefined && known.count === count) return known;
  const ranker = new CellRanker(mode, count, offsets[count]! + 1024);
  for (let code = 0; code < count; code += 1) ranker.addText(bytes, offsets, code);
  const ranks = { ...(await ranker.ranks(turn)), count };
  byMode.set(mode, ranks);
  return ranks;
}
