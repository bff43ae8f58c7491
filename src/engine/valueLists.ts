/**
 * Windows of the list of a column's values: found by a text in them, ordered by rows or by amounts.
 * The groups of the last two lists are kept, with what was last asked of them, so that scrolling and
 * typing cost no counting. Linear in the rows for a new list and in the values for a new text; only
 * what a window shows is put in order (`tiedValues.ts`), and no value's text is kept.
 */

import { type CellView, writtenText } from "../model/cell.ts";
import type { Collation } from "../model/collation.ts";
import type { ColumnKind } from "../model/column.ts";
import type { ColumnValue, Measure, ValuePage, ValuesAsked } from "../model/columnValues.ts";
import type { ColumnId } from "../model/positions.ts";
import type { SearchedTexts } from "../model/query.ts";
import type { Turn } from "../model/turn.ts";
import { type CellTest, testColumn } from "./cellTest.ts";
import { snapshotOf } from "./columnSnapshot.ts";
import { eachBlock } from "./eachBlock.ts";
import { isTest } from "./exactMatch.ts";
import { sumText } from "./groupSums.ts";
import { type GroupedTexts, groupTexts } from "./groupTexts.ts";
import { NONE, rankValues, type RankedValues, type SizedValues } from "./rankValues.ts";
import { readCell } from "./readCell.ts";
import { createGroupReader, type GroupReader } from "./readGroups.ts";
import type { RowMask } from "./rowMask.ts";
import type { RowOrder } from "./rowOrder.ts";
import { createSharedWork, type SharedWork } from "./sharedWork.ts";
import { columnSortMode } from "./sortColumn.ts";
import type { ReportTable } from "./table.ts";
import { searchName, searchTest } from "./textMatch.ts";
import { createTiedValues, type TiedValues } from "./tiedValues.ts";

/** What a list is made of. */
export interface ListedColumn {
  /** The same for the same rows of the same query. */
  readonly name: string;
  /** In the report's own order. */
  readonly order: RowOrder;
  readonly column: ColumnId;
  readonly kind: ColumnKind;
  readonly collation: Collation | undefined;
}

export interface ValueLists {
  page(listed: ListedColumn, asked: ValuesAsked, turn: Turn): Promise<ValuePage>;
  clear(): void;
}

interface Found extends TiedValues {
  readonly count: number;
}

interface List extends GroupedTexts {
  readonly reader: GroupReader;
  readonly ranked: SharedWork<RankedValues>;
  readonly found: SharedWork<Found>;
  readonly missing: SharedWork<readonly string[]>;
}

/** The one on screen and the one that will replace it; a picture has one of its own. */
const KEPT = 2;
/** Values of one size that are sorted rather than selected from. */
const FEW = 1 << 12;

export function createValueLists(table: ReportTable, few: number = FEW): ValueLists {
  const lists = createSharedWork<List>(KEPT);

  const listOf = async ({ order, column }: ListedColumn, turn: Turn): Promise<List> => {
    const groups = await groupTexts(table, order, column, turn);
    return {
      ...groups,
      reader: createGroupReader(table, groups.grouped),
      ranked: createSharedWork(2),
      found: createSharedWork(2),
      missing: createSharedWork(1),
    };
  };

  /** Marks the rows of the table whose cell fits. */
  const maskOf = async (
    { order, column }: ListedColumn,
    test: CellTest,
    turn: Turn,
  ): Promise<RowMask> => {
    const mask = new Uint8Array(order.tableRows);
    await testColumn(snapshotOf(table, column), test, 0, order.tableRows, mask, turn);
    return mask;
  };

  const find = async (
    listed: ListedColumn,
    { grouped }: List,
    sized: SizedValues,
    searched: SearchedTexts,
    turn: Turn,
  ): Promise<Found> => {
    const fitting =
      searched.search === ""
        ? sized
        : await onlyFitting(grouped, sized, await maskOf(listed, searchTest(searched), turn), turn);
    const { column, kind, collation, order } = listed;
    const snapshot = snapshotOf(table, column);
    const mode = await columnSortMode(snapshot, kind, collation, order.tableRows, turn);
    const tied = createTiedValues(grouped, fitting, snapshot, mode, few);
    return { count: fitting.order.length, ...tied };
  };

  const missingOf = async (
    listed: ListedColumn,
    { grouped: { rows, levels } }: List,
    chosen: readonly string[],
    turn: Turn,
  ): Promise<readonly string[]> => {
    const missing = new Set(chosen);
    if (missing.size === 0) return [];
    const mask = await maskOf(listed, isTest(chosen), turn);
    const starts = levels[0]!;
    await eachBlock(starts.length - 1, turn, (from, to) => {
      for (let group = from; group < to; group += 1) {
        const row = rows[starts[group]!]!;
        if (mask[row] === 1) missing.delete(readCell(table, row, listed.column).text);
      }
    });
    return [...missing];
  };

  return {
    clear: () => lists.clear(),
    page: async (listed, { measure, search, also, start, end, chosen }, turn) => {
      const { name, column } = listed;
      const list = await lists.get(
        JSON.stringify([name, column]),
        () => listOf(listed, turn),
        turn,
      );
      const { rows, levels } = list.grouped;
      const of = JSON.stringify(measure ?? null);
      const ranked = await list.ranked.get(
        of,
        () => rankValues(list.reader, list.blank, measure, turn),
        turn,
      );
      const found = await list.found.get(
        JSON.stringify([of, searchName({ search, also })]),
        () => find(listed, list, ranked, { search, also }, turn),
        turn,
      );
      const missing = await list.missing.get(
        JSON.stringify(chosen),
        () => missingOf(listed, list, chosen, turn),
        turn,
      );
      const starts = levels[0]!;
      const window = await found.window(start, end, turn);
      return {
        distinct: starts.length - 1,
        found: found.count,
        start,
        values: Array.from(window, (group) => {
          const cell = readCell(table, rows[starts[group]!]!, column);
          return valueOf(list.reader, ranked, group, cell, measure);
        }),
        rows: rows.length,
        sum: ranked.sum,
        missing,
      };
    },
  };
}

/** The values whose first row is in the mask, of equal size as before. */
async function onlyFitting(
  { rows, levels }: GroupedTexts["grouped"],
  { order, same }: SizedValues,
  mask: RowMask,
  turn: Turn,
): Promise<SizedValues> {
  const starts = levels[0]!;
  const fitting = new Uint32Array(order.length);
  const ties = new Uint8Array(order.length);
  let count = 0;
  /** Whether a value of the size at hand is among those that fit. */
  let isAfter = 0;
  await eachBlock(order.length, turn, (from, to) => {
    for (let at = from; at < to; at += 1) {
      if (same[at] === 0) isAfter = 0;
      if (mask[rows[starts[order[at]!]!]!] === 0) continue;
      fitting[count] = order[at]!;
      ties[count] = isAfter;
      isAfter = 1;
      count += 1;
    }
  });
  return { order: fitting.slice(0, count), same: ties.slice(0, count) };
}

function valueOf(
  { grouped }: GroupReader,
  { sums, sumOf, mostRows }: RankedValues,
  group: number,
  cell: CellView,
  measure: Measure | undefined,
): ColumnValue {
  const starts = grouped.levels[0]!;
  const rows = starts[group + 1]! - starts[group]!;
  const value = { text: cell.text, written: writtenText(cell), rows };
  if (measure === undefined || sums === undefined) {
    return { ...value, sum: undefined, share: rows / mostRows };
  }
  const at = sumOf[group]!;
  return at === NONE ? { ...value, sum: undefined, share: 0 } : { ...value, ...sumText(sums, at) };
}
