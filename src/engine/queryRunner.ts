/**
 * Answers queries on one table: filters and search become masks, the masks rows, sort keys ranks,
 * the ranks an order. Masks and ranks are kept while they fit a budget, so that a change of one
 * part of the query pays for that part only; a mask made while the table was shorter is continued.
 * Pauses between blocks: stopped work stops.
 */

import type { ColumnKind } from "../model/column.ts";
import type { SlashOrder } from "../model/dateValue.ts";
import type { Filter } from "../model/filter.ts";
import type { ColumnId } from "../model/positions.ts";
import type { Query } from "../model/query.ts";
import type { Turn } from "../model/turn.ts";
import { testColumn, type CellTest } from "./cellTest.ts";
import type { Ranks } from "./cellRanker.ts";
import { columnRanks, rankMode } from "./columnRanks.ts";
import { snapshotOf } from "./columnSnapshot.ts";
import { isNoCondition, isOpposite, readsDates, testOf } from "./filterTest.ts";
import { createKeptBytes } from "./keptBytes.ts";
import { rowsInAll, type RowMask } from "./rowMask.ts";
import { allRows, type RowOrder } from "./rowOrder.ts";
import { slashOrder } from "./slashOrder.ts";
import { sortByRanks, type RankedKey } from "./sortRows.ts";
import type { ReportTable } from "./table.ts";
import { containsTest } from "./textMatch.ts";

/** The kinds found; what the query says of a column's kind goes before. */
export type KindOf = (column: ColumnId) => ColumnKind;

export interface QueryRunner {
  /** The order of the table's first `rowCount` rows, by default of all there are. */
  run(query: Query, turn: Turn, kindOf: KindOf, rowCount?: number): Promise<RowOrder>;
}

/** Bytes kept per row of the table: a few sorted columns and a dozen filters. */
const KEPT_BYTES_PER_ROW = 24;
const KEPT_BYTES_AT_LEAST = 1 << 20;
/** A selection this many times smaller than the table is sorted for itself. */
const SMALL_SHARE = 4;

export function createQueryRunner(table: ReportTable): QueryRunner {
  const limit = (): number => Math.max(KEPT_BYTES_AT_LEAST, table.rowCount * KEPT_BYTES_PER_ROW);
  const masks = createKeptBytes<RowMask>(limit, (mask) => mask.byteLength);
  const rankings = createKeptBytes<Ranks>(limit, ({ ranks }) => ranks.byteLength);

  const maskOf = async (
    name: string,
    rowCount: number,
    fill: (mask: RowMask, from: number) => Promise<void>,
  ): Promise<RowMask> => {
    const known = masks.get(name);
    if (known !== undefined && known.length >= rowCount) return known;
    const mask = new Uint8Array(rowCount);
    if (known !== undefined) mask.set(known);
    await fill(mask, known?.length ?? 0);
    masks.keep(name, mask);
    return mask;
  };

  const filterMask = async (
    filter: Filter<ColumnId>,
    rowCount: number,
    turn: Turn,
  ): Promise<RowMask> => {
    const column = snapshotOf(table, filter.column);
    const slashes: SlashOrder = readsDates(filter)
      ? await slashOrder(column, rowCount, turn)
      : "monthFirst";
    return maskOf(`${slashes} ${JSON.stringify(filter)}`, rowCount, async (mask, from) => {
      await testColumn(column, testOf(filter, slashes), from, rowCount, mask, turn);
      if (isOpposite(filter)) for (let row = from; row < rowCount; row += 1) mask[row]! ^= 1;
    });
  };

  const searchMask = (text: string, rowCount: number, turn: Turn): Promise<RowMask> =>
    maskOf(`search ${text}`, rowCount, async (mask, from) => {
      const test: CellTest = containsTest(text);
      const found = new Uint8Array(rowCount);
      for (const { id } of table.columns) {
        await testColumn(snapshotOf(table, id), test, from, rowCount, found, turn);
        for (let row = from; row < rowCount; row += 1) mask[row]! |= found[row]!;
      }
    });

  const ranksOf = async (
    column: ColumnId,
    kind: ColumnKind,
    list: Uint32Array | undefined,
    rowCount: number,
    turn: Turn,
  ): Promise<Ranks> => {
    const snapshot = snapshotOf(table, column);
    const isDate = kind === "date" || kind === "datetime";
    const slashes = isDate ? await slashOrder(snapshot, rowCount, turn) : "monthFirst";
    const mode = rankMode(kind, slashes);
    const name = `${rowCount} ${column} ${mode}`;
    let all = rankings.get(name);
    if (all === undefined) {
      if (list !== undefined && list.length * SMALL_SHARE < rowCount) {
        return columnRanks(snapshot, mode, list, rowCount, turn);
      }
      all = await columnRanks(snapshot, mode, undefined, rowCount, turn);
      rankings.keep(name, all);
    }
    if (list === undefined) return all;
    const ranks = new Uint32Array(list.length);
    for (let at = 0; at < list.length; at += 1) ranks[at] = all.ranks[list[at]!]!;
    return { ranks, values: all.values };
  };

  return {
    run: async (query, turn, kindOf, rowCount = table.rowCount) => {
      const chosen = new Map(query.kinds);
      const found: RowMask[] = [];
      for (const filter of query.filters) {
        if (!isNoCondition(filter)) found.push(await filterMask(filter, rowCount, turn));
      }
      if (query.search !== "") found.push(await searchMask(query.search, rowCount, turn));
      const list = await rowsInAll(found, rowCount, turn);
      if (query.sort.length === 0 || rowCount === 0) {
        return list === undefined
          ? allRows(rowCount)
          : { tableRows: rowCount, rowCount: list.length, rows: list };
      }
      const keys: RankedKey[] = [];
      for (const { column, descending } of query.sort) {
        const kind = chosen.get(column) ?? kindOf(column);
        keys.push({ ...(await ranksOf(column, kind, list, rowCount, turn)), descending });
      }
      const rows = await sortByRanks(keys, list?.length ?? rowCount, turn);
      if (list !== undefined)
        for (let at = 0; at < rows.length; at += 1) rows[at] = list[rows[at]!]!;
      return { tableRows: rowCount, rowCount: rows.length, rows };
    },
  };
}
