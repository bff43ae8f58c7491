/**
 * The cells of a view that contain a text, as the search understands it, counted rather than
 * listed: for each place of the view, how many stand before it. So the n-th is found by halving, and which
 * cells of a row they are is asked of that row alone. One pass over the columns' bytes and four
 * bytes a place, whether the view has ten matches or twenty million.
 */

import type { FoundCells, TextToFind } from "../model/found.ts";
import { lastAtMost } from "../model/lastAtMost.ts";
import { viewRow, type ColumnId } from "../model/positions.ts";
import type { SearchedTexts } from "../model/query.ts";
import type { TotalledColumn } from "../model/totals.ts";
import type { Turn } from "../model/turn.ts";
import { testColumn } from "./cellTest.ts";
import { snapshotOf } from "./columnSnapshot.ts";
import { eachBlock } from "./eachBlock.ts";
import type { GroupLines } from "./groupLines.ts";
import type { GroupReader } from "./readGroups.ts";
import { readLines } from "./readLines.ts";
import { readWindow } from "./readWindow.ts";
import type { RowOrder } from "./rowOrder.ts";
import { rowAt, rowsOfView } from "./rowSet.ts";
import type { ReportTable } from "./table.ts";
import { searchTest } from "./textMatch.ts";

/** The matches of a view, for one text and some columns in their order. */
export interface CellMatches {
  readonly columns: readonly ColumnId[];
  /** `before[p]` is how many there are before place p; one more entry for all. */
  readonly before: Uint32Array;
  readonly folded: number;
  /** The positions in `columns` of those at a place. */
  readonly at: (place: number, turn: Turn) => Promise<readonly number[]>;
}

export async function matchesInRows(
  table: ReportTable,
  order: RowOrder,
  columns: readonly ColumnId[],
  searched: SearchedTexts,
  turn: Turn,
): Promise<CellMatches> {
  const { tableRows, rowCount } = order;
  const matches = await matchesOfRows(table, tableRows, columns, searched, turn);
  const rows = rowsOfView(order);
  const before = new Uint32Array(rowCount + 1);
  let count = 0;
  await eachBlock(rowCount, turn, (from, to) => {
    for (let place = from; place < to; place += 1) {
      count += matches[rowAt(rows, place)]!;
      before[place + 1] = count;
    }
  });
  const fits = fitsText(searched);
  return {
    columns,
    before,
    folded: 0,
    at: async (place) =>
      positionsOf(readWindow(table, order, rangeOf(place), columns).columns, fits),
  };
}

/** Of lines: a group's own texts, also those of its sums, and the rows of groups that are open. */
export async function matchesInLines(
  table: ReportTable,
  view: { readonly reader: GroupReader; readonly lines: GroupLines },
  totals: readonly TotalledColumn[],
  columns: readonly ColumnId[],
  searched: SearchedTexts,
  turn: Turn,
): Promise<CellMatches> {
  const { lines, reader } = view;
  const { rows, levels, tableRows } = reader.grouped;
  const matches = await matchesOfRows(table, tableRows, columns, searched, turn);
  const fits = fitsText(searched);
  const at: CellMatches["at"] = async (place, turn) => {
    const window = await readLines(table, view, rangeOf(place), columns, totals, turn);
    return positionsOf(window.columns, fits);
  };

  const before = new Uint32Array(lines.count + 1);
  let line = 0;
  let count = 0;
  let inRows = 0;
  while (line < lines.count) {
    const place = lines.at(line);
    if (place.level === undefined) throw new Error("a row outside of its group");
    count += (await at(line, turn)).length;
    before[++line] = count;
    if (turn.due()) await turn.next();
    if (!place.open || place.level < levels.length - 1) continue;
    const starts = levels[place.level]!;
    const first = starts[place.group]!;
    await eachBlock(starts[place.group + 1]! - first, turn, (from, to) => {
      for (let row = first + from; row < first + to; row += 1) {
        count += matches[rows[row]!]!;
        inRows += matches[rows[row]!]!;
        before[++line] = count;
      }
    });
  }
  let inAllRows = 0;
  await eachBlock(rows.length, turn, (from, to) => {
    for (let row = from; row < to; row += 1) inAllRows += matches[rows[row]!]!;
  });
  return { columns, before, folded: inAllRows - inRows, at };
}

/** Where to go, and the number of that match among all. */
export async function goToMatch(
  { columns, before, folded, at }: CellMatches,
  { from, way }: Pick<TextToFind, "from" | "way">,
  turn: Turn,
): Promise<FoundCells> {
  const count = before.at(-1)!;
  if (count === 0) return { count, folded, hit: undefined };
  const number = (await matchAfter({ columns, before, at }, from, way, turn)) % count;
  const place = lastAtMost(before, number, before.length - 1);
  const position = (await at(place, turn))[number - before[place]!]!;
  const hit = { number: number + 1, row: viewRow(place), column: columns[position]! };
  return { count, folded, hit };
}

/** The match to go to, from 0; the number of all of them beyond the last. */
async function matchAfter(
  { columns, before, at }: Pick<CellMatches, "columns" | "before" | "at">,
  from: TextToFind["from"],
  way: TextToFind["way"],
  turn: Turn,
): Promise<number> {
  const last = before.length - 2;
  // A view that became shorter ends before the place.
  const row = from === undefined ? 0 : Math.min(from.row, last + 1);
  const position = from === undefined ? 0 : columns.indexOf(from.column);
  const inRow = row > last ? [] : await at(row, turn);
  const isBefore = (one: number): boolean =>
    way === "next" && from !== undefined ? one <= position : one < position;
  const number = before[row]! + inRow.filter(isBefore).length;
  return way === "previous" ? number - 1 + (number === 0 ? before.at(-1)! : 0) : number;
}

/** How many of the columns' cells match, for each row of the report. */
async function matchesOfRows(
  table: ReportTable,
  tableRows: number,
  columns: readonly ColumnId[],
  searched: SearchedTexts,
  turn: Turn,
): Promise<Uint16Array | Uint32Array> {
  const test = searchTest(searched);
  // Few reports have more columns than two bytes count.
  const counts = columns.length < 1 << 16 ? new Uint16Array(tableRows) : new Uint32Array(tableRows);
  if (tableRows === 0) return counts;
  const mask = new Uint8Array(tableRows);
  for (const column of columns) {
    await testColumn(snapshotOf(table, column), test, 0, tableRows, mask, turn);
    await eachBlock(tableRows, turn, (from, to) => {
      for (let row = from; row < to; row += 1) counts[row]! += mask[row]!;
    });
  }
  return counts;
}

function fitsText({ search, also }: SearchedTexts): (cell: string) => boolean {
  const needles = [search, also || search].map((text) => text.toLowerCase());
  return (cell) => needles.some((needle) => cell.toLowerCase().includes(needle));
}

function positionsOf(
  columns: readonly { readonly texts: readonly string[] }[],
  fits: (text: string) => boolean,
): readonly number[] {
  return columns.flatMap(({ texts }, position) => (fits(texts[0] ?? "") ? [position] : []));
}

function rangeOf(place: number): {
  start: ReturnType<typeof viewRow>;
  end: ReturnType<typeof viewRow>;
} {
  return { start: viewRow(place), end: viewRow(place + 1) };
}
