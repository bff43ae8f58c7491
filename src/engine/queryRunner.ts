/**
 * Answers queries on one table, which may grow meanwhile: filters and search choose rows, sort keys
 * order them. What earlier queries worked out is kept, so that a change of one part of the query
 * pays for that part only. Pauses between blocks of rows: stopped work stops.
 */

import type { Collation } from "../model/collation.ts";
import type { ColumnKind } from "../model/column.ts";
import { viewRow, type ColumnId, type RowRange } from "../model/positions.ts";
import type { Query } from "../model/query.ts";
import type { Turn } from "../model/turn.ts";
import { withoutAside } from "./asideRows.ts";
import { createRowMasks } from "./rowMasks.ts";
import { allRows, type PartOfOrder, type RowOrder } from "./rowOrder.ts";
import { createRowOrders, type RowSort } from "./rowOrders.ts";
import type { ReportTable } from "./table.ts";

/** The kinds found; what the query says of a column's kind goes before. */
export type KindOf = (column: ColumnId) => ColumnKind;

export interface QueryRunner {
  /** The order of the table's first `rowCount` rows, by default of all there are. */
  run(query: Query, turn: Turn, kindOf: KindOf, rowCount?: number): Promise<RowOrder>;
  /**
   * Rows at some places of that order, before it is made; undefined when it is made as soon, or
   * when only making it can tell.
   */
  look(
    query: Query,
    range: RowRange,
    turn: Turn,
    kindOf: KindOf,
    rowCount?: number,
  ): Promise<PartOfOrder | undefined>;
  /** Puts a column in order before it is asked for. */
  prepare(
    column: ColumnId,
    kind: ColumnKind,
    collation: Collation | undefined,
    turn: Turn,
    rowCount?: number,
  ): Promise<void>;
}

/** Bytes kept per row of the table: a few sorted columns, a dozen conditions. */
const ORDER_BYTES = 16;
const MASK_BYTES = 12;
const BYTES_AT_LEAST = 1 << 20;

export function createQueryRunner(table: ReportTable): QueryRunner {
  const budget = (perRow: number) => () => Math.max(BYTES_AT_LEAST, table.rowCount * perRow);
  const masks = createRowMasks(table, budget(MASK_BYTES));
  const orders = createRowOrders(table, budget(ORDER_BYTES));
  /** The rows that a query chooses, and what it sorts them by. */
  const sortOf = async (
    query: Query,
    turn: Turn,
    kindOf: KindOf,
    rowCount: number,
  ): Promise<RowSort> => {
    const { filters, sort: keys, kinds, collation } = query;
    const list = withoutAside(await masks.rows(filters, query, rowCount, turn), table, rowCount);
    return { list, rowCount, keys, kindOf: kindIn(kinds, kindOf), collation };
  };

  return {
    run: async (query, turn, kindOf, rowCount = table.rowCount) => {
      const sort = await sortOf(query, turn, kindOf, rowCount);
      if (sort.keys.length === 0) {
        const { list } = sort;
        return list === undefined
          ? allRows(rowCount)
          : { tableRows: rowCount, rowCount: list.length, rows: list };
      }
      const rows = await orders.sort(sort, turn);
      return { tableRows: rowCount, rowCount: rows.length, rows };
    },
    prepare: (column, kind, collation, turn, rowCount = table.rowCount) =>
      orders.prepare(column, kind, collation, rowCount, turn),
    look: async (query, range, turn, kindOf, rowCount = table.rowCount) => {
      if (query.sort.length === 0) return undefined;
      const sort = await sortOf(query, turn, kindOf, rowCount);
      const rows = await orders.select(sort, range, turn);
      if (rows === undefined) return undefined;
      const shown = sort.list?.length ?? rowCount;
      const start = viewRow(Math.min(range.start, shown));
      return { tableRows: rowCount, rowCount: shown, start, rows };
    },
  };
}

/** The kinds that the query states, else the ones found. */
export function kindIn(kinds: Query["kinds"], kindOf: KindOf): KindOf {
  const chosen = new Map(kinds);
  return (column) => chosen.get(column) ?? kindOf(column);
}
