/**
 * Which rows meet a query's filters and search. Each condition's mask is kept within a budget and
 * continued when rows have arrived since; leaving a condition out costs nothing but joining the
 * rest.
 */

import type { Filter } from "../model/filter.ts";
import type { ColumnId } from "../model/positions.ts";
import type { SearchedTexts } from "../model/query.ts";
import type { Turn } from "../model/turn.ts";
import { testColumn } from "./cellTest.ts";
import { snapshotOf } from "./columnSnapshot.ts";
import { eachBlock } from "./eachBlock.ts";
import { isNoCondition, isOpposite, readsDates, testOf } from "./filterTest.ts";
import { createKeptBytes } from "./keptBytes.ts";
import { rowsInAll, type RowMask } from "./rowMask.ts";
import { slashOrder } from "./slashOrder.ts";
import type { ReportTable } from "./table.ts";
import { searchName, searchTest } from "./textMatch.ts";

export interface RowMasks {
  /** The fitting rows among the first `rowCount`, ascending; undefined when all of them fit. */
  rows(
    filters: readonly Filter<ColumnId>[],
    searched: SearchedTexts,
    rowCount: number,
    turn: Turn,
  ): Promise<Uint32Array | undefined>;
}

export function createRowMasks(table: ReportTable, keptBytes: () => number): RowMasks {
  const kept = createKeptBytes<RowMask>(keptBytes, (mask) => mask.byteLength);

  const maskOf = async (
    name: string,
    rowCount: number,
    fill: (mask: RowMask, from: number) => Promise<void>,
  ): Promise<RowMask> => {
    const known = kept.get(name);
    if (known !== undefined && known.length >= rowCount) return known;
    const mask = new Uint8Array(rowCount);
    if (known !== undefined) mask.set(known);
    await fill(mask, known?.length ?? 0);
    kept.keep(name, mask);
    return mask;
  };

  const filterMask = async (
    filter: Filter<ColumnId>,
    rowCount: number,
    turn: Turn,
  ): Promise<RowMask> => {
    const column = snapshotOf(table, filter.column);
    const slashes = readsDates(filter) ? await slashOrder(column, rowCount, turn) : "monthFirst";
    return maskOf(`${slashes} ${JSON.stringify(filter)}`, rowCount, async (mask, from) => {
      await testColumn(column, testOf(filter, slashes), from, rowCount, mask, turn);
      if (!isOpposite(filter)) return;
      await eachBlock(rowCount - from, turn, (start, end) => {
        for (let row = from + start; row < from + end; row += 1) mask[row]! ^= 1;
      });
    });
  };

  const searchMask = (searched: SearchedTexts, rowCount: number, turn: Turn): Promise<RowMask> =>
    maskOf(`search ${searchName(searched)}`, rowCount, async (mask, from) => {
      const test = searchTest(searched);
      const found = new Uint8Array(rowCount);
      for (const { id } of table.columns) {
        await testColumn(snapshotOf(table, id), test, from, rowCount, found, turn);
        await eachBlock(rowCount - from, turn, (start, end) => {
          for (let row = from + start; row < from + end; row += 1) mask[row]! |= found[row]!;
        });
      }
    });

  return {
    rows: async (filters, searched, rowCount, turn) => {
      const masks: RowMask[] = [];
      for (const filter of filters) {
        if (!isNoCondition(filter)) masks.push(await filterMask(filter, rowCount, turn));
      }
      if (searched.search !== "") masks.push(await searchMask(searched, rowCount, turn));
      return rowsInAll(masks, rowCount, turn);
    },
  };
}
