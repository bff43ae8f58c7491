/**
 * Orders of a table's rows by its columns. Columns sorted once are kept within a budget, so that
 * turning an order around or filtering it costs next to nothing; few rows of many are sorted for
 * themselves.
 */

import type { Collation } from "../model/collation.ts";
import type { ColumnKind } from "../model/column.ts";
import type { ColumnId, RowRange } from "../model/positions.ts";
import type { SortKey } from "../model/query.ts";
import type { Turn } from "../model/turn.ts";
import { modeName, type SortedPlaces, type SortMode } from "./cellSorter.ts";
import { snapshotOf, type ColumnSnapshot } from "./columnSnapshot.ts";
import { eachBlock } from "./eachBlock.ts";
import { createKeptBytes } from "./keptBytes.ts";
import { selectRows, type SomeRows } from "./selectRows.ts";
import { codeRanks, columnSortMode, isCoded, ranksOf, sortCells } from "./sortColumn.ts";
import { descendingOrder, sortByRanks, type RankedKey } from "./sortRows.ts";
import type { ReportTable } from "./table.ts";

/** Which rows are sorted, and by what. */
export interface RowSort extends SomeRows {
  readonly keys: readonly SortKey<ColumnId>[];
  readonly kindOf: (column: ColumnId) => ColumnKind;
  readonly collation: Collation | undefined;
}

export interface RowOrders {
  sort(what: RowSort, turn: Turn): Promise<Uint32Array>;
  /**
   * The rows at some places of what `sort` would answer; undefined when that is had as soon, or when
   * only sorting can tell.
   */
  select(what: RowSort, places: RowRange, turn: Turn): Promise<Uint32Array | undefined>;
  /** Sorts by a column, to have it when it is asked for. */
  prepare(
    column: ColumnId,
    kind: ColumnKind,
    collation: Collation | undefined,
    rowCount: number,
    turn: Turn,
  ): Promise<void>;
}

/** Up to so many rows, sorting them all is as quick as looking for the first ones. */
const SELECT_ROWS = 1 << 15;
/** A selection this many times smaller than the table is sorted for itself. */
const SMALL_SHARE = 4;

interface SortColumn {
  readonly column: ColumnSnapshot;
  readonly mode: SortMode;
  readonly descending: boolean;
  /** Its name among the sorted columns that are kept; undefined when it is stored as codes. */
  readonly name: string | undefined;
}

export function createRowOrders(table: ReportTable, keptBytes: () => number): RowOrders {
  const kept = createKeptBytes<SortedPlaces>(
    keptBytes,
    ({ order, same }) => order.byteLength + same.byteLength,
  );

  const columnOf = async (
    { column: id, descending }: SortKey<ColumnId>,
    kind: ColumnKind,
    collation: Collation | undefined,
    rowCount: number,
    turn: Turn,
  ): Promise<SortColumn | undefined> => {
    const column = snapshotOf(table, id);
    if (column === undefined) return undefined;
    const mode = await columnSortMode(column, kind, collation, rowCount, turn);
    const name = isCoded(column, rowCount) ? undefined : `${rowCount} ${id} ${modeName(mode)}`;
    return { column, mode, descending, name };
  };

  const sortWhole = async (
    { column, mode }: SortColumn,
    name: string,
    rowCount: number,
    turn: Turn,
  ): Promise<SortedPlaces> => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const sorted = await sortCells(column, mode, undefined, rowCount, turn);
    kept.keep(name, sorted);
    return sorted;
  };

  const columnsOf = async (
    { keys, kindOf, collation, rowCount }: RowSort,
    turn: Turn,
  ): Promise<readonly SortColumn[]> => {
    const columns: SortColumn[] = [];
    for (const key of keys) {
      const column = await columnOf(key, kindOf(key.column), collation, rowCount, turn);
      if (column !== undefined) columns.push(column);
    }
    return columns;
  };

  /** Whether a column needs no sorting (any more). */
  const isKnown = ({ name }: SortColumn): boolean =>
    name === undefined || kept.get(name) !== undefined;

  /** Sorts a small list for itself, or all rows, of which those in the list are then taken. */
  const sortBy = async (
    columns: readonly SortColumn[],
    own: Uint32Array | undefined,
    list: Uint32Array | undefined,
    rowCount: number,
    turn: Turn,
  ): Promise<Uint32Array> => {
    let order = own === undefined ? list : undefined;
    const ranked: RankedKey[] = [];
    for (const [at, sortColumn] of columns.entries()) {
      const { column, mode, descending, name } = sortColumn;
      if (name === undefined) {
        ranked.push({ ...(await codeRanks(column, mode, own, rowCount, turn)), descending });
        continue;
      }
      const sorted =
        own === undefined
          ? await sortWhole(sortColumn, name, rowCount, turn)
          : await sortCells(column, mode, own, rowCount, turn);
      if (at < columns.length - 1) ranked.push({ ...(await ranksOf(sorted, turn)), descending });
      else {
        const places = descending ? await descendingOrder(sorted, turn) : sorted.order;
        order = order === undefined ? places : await onlyThose(places, order, rowCount, turn);
      }
      if (turn.due()) await turn.next();
    }
    const places = await sortByRanks(ranked, order, own?.length ?? rowCount, turn);
    return own === undefined ? places : places.map((place) => own[place]!);
  };

  return {
    sort: async (what, turn) => {
      const { list, rowCount } = what;
      const columns = await columnsOf(what, turn);
      const isSmall = list !== undefined && list.length * SMALL_SHARE < rowCount;
      const own = isSmall && !columns.every(isKnown) ? list : undefined;
      return sortBy(columns, own, list, rowCount, turn);
    },
    prepare: async (id, kind, collation, rowCount, turn) => {
      const key = { column: id, descending: false };
      const column = await columnOf(key, kind, collation, rowCount, turn);
      if (column?.name !== undefined) await sortWhole(column, column.name, rowCount, turn);
    },
    select: async (what, places, turn) => {
      const { list, rowCount } = what;
      if ((list?.length ?? rowCount) < SELECT_ROWS) return undefined;
      const columns = await columnsOf(what, turn);
      if (columns.every(isKnown)) return undefined;
      const sortFew = (rows: Uint32Array) => sortBy(columns, rows, rows, rowCount, turn);
      return selectRows(columns, what, places, sortFew, turn);
    },
  };
}

/** The rows of an order that are in a list, in that order. */
async function onlyThose(
  order: Uint32Array,
  list: Uint32Array,
  rowCount: number,
  turn: Turn,
): Promise<Uint32Array> {
  const isIn = new Uint8Array(rowCount);
  await eachBlock(list.length, turn, (from, to) => {
    for (let at = from; at < to; at += 1) isIn[list[at]!] = 1;
  });
  const rows = new Uint32Array(list.length + 1);
  let count = 0;
  await eachBlock(order.length, turn, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const row = order[at]!;
      rows[count] = row;
      count += isIn[row]!;
    }
  });
  return rows.subarray(0, count);
}
