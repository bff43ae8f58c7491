/**
 * The screen asks for rows and columns, the cache keeps blocks of them. Pure: which blocks cover a
 * window. A block of a view that only grows keeps its name once it is full, so rows already here
 * are not asked for again while a report loads.
 */

import type { ColumnId, RowRange } from "../../model/positions.ts";
import { columnId, viewRow } from "../../model/positions.ts";
import type { Query } from "../../model/query.ts";
import { ALL_ROWS, queryText } from "../../model/query.ts";

const TILE_ROWS = 128;
export const TILE_COLUMNS = 16;

/** Rows in an order, as one answer of the engine: what blocks are cut from. */
export interface RowsView {
  readonly query: Query;
  /** The query's text: views of the same name differ only in how much of the report they saw. */
  readonly name: string;
  /** All rows in the report's order: nothing already there moves when rows arrive. */
  readonly isWhole: boolean;
  readonly tableRows: number;
  readonly rowCount: number;
  /** The table was complete, its column kinds settled. */
  readonly sealed: boolean;
  readonly columnCount: number;
}

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

export function isWholeReport(query: Query): boolean {
  return query.filters.length === 0 && query.search === "" && query.sort.length === 0;
}

/** A view of all rows does not depend on the kinds of its columns: one name for all of them. */
export function nameOfQuery(query: Query): string {
  return queryText(isWholeReport(query) ? ALL_ROWS : query);
}

/** Changes when an order must be asked for anew. */
export function versionOf(view: Pick<RowsView, "tableRows" | "sealed">): string {
  return view.sealed ? `${view.tableRows} all` : String(view.tableRows);
}

/** For at most 65,536 columns. */
export function placeOf(row: number, column: number): number {
  return Math.floor(row / TILE_ROWS) * 0x1_0000 + Math.floor(column / TILE_COLUMNS);
}

/** The blocks of a view that hold the wanted cells. */
export function tilesFor(view: RowsView, wanted: Wanted): readonly Tile[] {
  const end = Math.min(wanted.range.end, view.rowCount);
  const columnBlocks = [
    ...new Set(
      wanted.columns
        .filter((column) => column < view.columnCount)
        .map((column) => Math.floor(column / TILE_COLUMNS)),
    ),
  ];
  const tiles: Tile[] = [];
  for (let block = Math.floor(wanted.range.start / TILE_ROWS); block * TILE_ROWS < end; block++) {
    for (const columnBlock of columnBlocks) tiles.push(tileAt(view, block, columnBlock));
  }
  return tiles;
}

function tileAt(view: RowsView, block: number, columnBlock: number): Tile {
  const start = block * TILE_ROWS;
  const end = Math.min(start + TILE_ROWS, view.rowCount);
  const firstColumn = columnBlock * TILE_COLUMNS;
  const endColumn = Math.min(firstColumn + TILE_COLUMNS, view.columnCount);
  const isSettled = view.isWhole && end - start === TILE_ROWS;
  const version = isSettled ? "full" : versionOf(view);
  return {
    place: placeOf(start, firstColumn),
    name: `${view.name} ${version} ${start} ${firstColumn}-${endColumn}`,
    range: { start: viewRow(start), end: viewRow(end) },
    columns: Array.from({ length: endColumn - firstColumn }, (_, i) => columnId(firstColumn + i)),
  };
}
