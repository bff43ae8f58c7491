/**
 * The screen asks for rows and columns, the cache keeps blocks of them. Pure: which blocks cover a
 * window. A block of a view that only grows keeps its name once it is full, so rows already here
 * are not asked for again while a report loads.
 */

import type { ColumnId, RowRange } from "../../model/positions.ts";
import { columnId, viewRow } from "../../model/positions.ts";
import type { RowWindow, WindowColumn } from "../../model/rowWindow.ts";
import type { Look } from "../../worker/protocol.ts";
import { type RowsView, versionOf } from "./rowsView.ts";

/** More than any screen shows: the first block of a view is all that its first sight needs. */
const TILE_ROWS = 128;
/** As many as most reports have: one question for the rows in sight, not two. */
export const TILE_COLUMNS = 32;

/** The first block of any view. */
export const FIRST_LOOK: Look = {
  range: { start: viewRow(0), end: viewRow(TILE_ROWS) },
  columns: Array.from({ length: TILE_COLUMNS }, (_, i) => columnId(i)),
};

export interface Tile {
  /** Place among the blocks of its view. */
  readonly place: number;
  /** Name among all blocks of a dataset. */
  readonly name: string;
  readonly range: RowRange;
  readonly columns: readonly ColumnId[];
}

/** Rows and columns that are on screen, or worth having around it. */
export interface Wanted {
  readonly range: RowRange;
  readonly columns: readonly ColumnId[];
}

/** For at most 65,536 columns. */
export function placeOf(row: number, column: number): number {
  return Math.floor(row / TILE_ROWS) * 0x1_0000 + Math.floor(column / TILE_COLUMNS);
}

/** The blocks of a view that hold the wanted cells. */
export function tilesFor(view: RowsView, wanted: Wanted): readonly Tile[] {
  const end = Math.min(wanted.range.end, view.rowCount);
  const columnBlocks = columnBlocksOf(view, wanted);
  const tiles: Tile[] = [];
  for (let block = Math.floor(wanted.range.start / TILE_ROWS); block * TILE_ROWS < end; block++) {
    for (const columnBlock of columnBlocks) tiles.push(tileAt(view, block, columnBlock));
  }
  return tiles;
}

/** What is in sight is in the middle of what is wanted. */
export function nearestFirst(tiles: readonly Tile[], { range }: Wanted): readonly Tile[] {
  const middle = range.start + range.end;
  const distance = (tile: Tile) => Math.abs(tile.range.start + tile.range.end - middle);
  return tiles.toSorted((a, b) => distance(a) - distance(b));
}

/** The wanted cells and what shares a block with them, before it is known how many rows there are. */
export function lookFor(view: Pick<RowsView, "columnCount">, wanted: Wanted): Look {
  const { start, end } = wanted.range;
  const firstBlock = Math.floor(start / TILE_ROWS);
  const endBlock = Math.max(firstBlock + 1, Math.ceil(end / TILE_ROWS));
  return {
    range: { start: viewRow(firstBlock * TILE_ROWS), end: viewRow(endBlock * TILE_ROWS) },
    columns: columnBlocksOf(view, wanted).flatMap((block) => columnsOf(view, block)),
  };
}

/** A block out of an answer that holds all of it; undefined when something is missing. */
export function cutTile(
  { range, rowIndices, columns, groups }: RowWindow,
  tile: Tile,
): RowWindow | undefined {
  const start = tile.range.start - range.start;
  const end = tile.range.end - range.start;
  const cut = tile.columns.flatMap((id): WindowColumn[] => {
    const column = columns.find((one) => one.id === id);
    if (column === undefined) return [];
    const { texts, kinds, filledFrom } = column;
    const cells = { id, texts: texts.slice(start, end), kinds: kinds.slice(start, end) };
    return [filledFrom ? { ...cells, filledFrom: filledFrom.slice(start, end) } : cells];
  });
  if (start < 0 || end > rowIndices.length || cut.length < tile.columns.length) return undefined;
  const rows = { range: tile.range, rowIndices: rowIndices.slice(start, end), columns: cut };
  return groups === undefined ? rows : { ...rows, groups: groups.slice(start, end) };
}

function columnBlocksOf({ columnCount }: Pick<RowsView, "columnCount">, wanted: Wanted) {
  const there = wanted.columns.filter((column) => column < columnCount);
  return [...new Set(there.map((column) => Math.floor(column / TILE_COLUMNS)))];
}

function columnsOf({ columnCount }: Pick<RowsView, "columnCount">, block: number) {
  const first = block * TILE_COLUMNS;
  const end = Math.min(first + TILE_COLUMNS, columnCount);
  return Array.from({ length: end - first }, (_, i) => columnId(first + i));
}

function tileAt(view: RowsView, block: number, columnBlock: number): Tile {
  const start = block * TILE_ROWS;
  const end = Math.min(start + TILE_ROWS, view.rowCount);
  const firstColumn = columnBlock * TILE_COLUMNS;
  const columns = columnsOf(view, columnBlock);
  const isSettled = view.isWhole && end - start === TILE_ROWS;
  // Headers that come late may show that rows were lines to be set aside.
  const settled = view.rowCount === view.tableRows ? "full" : "read";
  const version = isSettled ? settled : versionOf(view);
  return {
    place: placeOf(start, firstColumn),
    name: `${view.name} ${version} ${start} ${firstColumn}-${firstColumn + columns.length}`,
    range: { start: viewRow(start), end: viewRow(end) },
    columns,
  };
}
