/**
 * The rows of one report as a query shows them: the reading it asks for, the order, the groups. What
 * is asked of a view begins here. An order that was dropped is made again, of the same rows.
 */

import { readLines } from "../../engine/readLines.ts";
import { readWindow } from "../../engine/readWindow.ts";
import type { PartOfOrder, RowOrder } from "../../engine/rowOrder.ts";
import { rowsOfView, type RowSet } from "../../engine/rowSet.ts";
import type { ReportTable } from "../../engine/table.ts";
import type { Collation } from "../../model/collation.ts";
import type { ColumnId, RowRange } from "../../model/positions.ts";
import { type Query, ungrouped } from "../../model/query.ts";
import type { RowWindow } from "../../model/rowWindow.ts";
import type { Turn } from "../../model/turn.ts";
import type { Look } from "../protocol.ts";
import type { Grouped } from "./groupCache.ts";
import { createOrderCache } from "./orderCache.ts";
import type { Reading, Readings } from "./readings.ts";
import type { TurnMaker } from "./turns.ts";

export interface ViewRows {
  readonly query: Query;
  readonly reading: Reading;
  readonly order: RowOrder;
  /** With it, places of the view are those of lines, else those of rows of the order. */
  readonly grouped: Grouped | undefined;
}

/** Some rows of an order, with the table they are of. */
export interface RowsAhead extends PartOfOrder {
  readonly table: ReportTable;
}

export interface ViewRowsMaker {
  /** `tableRows`: of how many rows of the report, as they came. */
  of(query: Query, tableRows: number, signal: AbortSignal): Promise<ViewRows>;
  /** The rows at a range of an order that isn't made yet; undefined for one that is. */
  ahead(
    query: Query,
    range: RowRange,
    tableRows: number,
    signal: AbortSignal,
  ): Promise<RowsAhead | undefined>;
  /** The order is being made. */
  isUnderWay(query: Query, tableRows: number): boolean;
  /** Of what was asked last: what is asked next has most likely the same. */
  collation(): Collation | undefined;
  /** The kinds of columns may be others from now on: no order is kept. */
  clear(): void;
}

export function createViewRows(
  table: ReportTable,
  readings: Readings,
  turns: TurnMaker,
): ViewRowsMaker {
  const orders = createOrderCache(
    async (query, tableRows, signal) => {
      const { runner, kindsNow } = await readings.of(query);
      return runner.run(query, turns(signal), kindsNow(), tableRows);
    },
    (query) => readings.hasAll(query),
  );
  let collation: Collation | undefined;

  return {
    of: async (query, tableRows, signal) => {
      collation = query.collation;
      const rows = Math.min(tableRows, table.rowCount);
      const order = await orders.get(ungrouped(query), rows, signal);
      const reading = await readings.of(query);
      const { groups } = query;
      const grouped = groups && (await reading.groupCache.get(query, groups, order, turns(signal)));
      return { query, reading, order, grouped };
    },
    ahead: async (query, range, tableRows, signal) => {
      if (orders.has(query, tableRows)) return undefined;
      const { table, runner, kindsNow } = await readings.of(query);
      const part = await runner.look(query, range, turns(signal), kindsNow(), tableRows);
      return part && { ...part, table };
    },
    isUnderWay: (query, tableRows) => orders.isUnderWay(query, tableRows),
    collation: () => collation,
    clear: () => orders.clear(),
  };
}

/** The cells of some places of a view. */
export async function windowOf(
  { query, reading, order, grouped }: ViewRows,
  { range, columns }: Look,
  turn: Turn,
): Promise<RowWindow> {
  const { table } = reading;
  if (grouped === undefined) return readWindow(table, order, range, columns);
  return readLines(table, grouped, range, columns, query.groups?.totals ?? [], turn);
}

/**
 * The rows that a range of a view's places stands for in each column; without one all. A folded
 * group's line stands for its rows where it has a subtotal, and is blank in the other columns.
 */
export async function rowsIn(
  { query, order, grouped }: ViewRows,
  range: RowRange | undefined,
  turn: Turn,
): Promise<(column: ColumnId) => RowSet> {
  if (range === undefined || grouped === undefined) {
    const rows = rowsOfView(order, range);
    return () => rows;
  }
  const { reader, lines } = grouped;
  const { rows } = reader.grouped;
  const [start, end] = [lines.rowsBefore(range.start), lines.rowsBefore(range.end)];
  const all = { list: rows.subarray(start, end) };
  const own = rows.slice(start, end);
  let count = 0;
  for (let line: number = range.start; line < range.end && line < lines.count; line += 1) {
    const place = lines.at(line);
    if (place.level === undefined) own[count++] = rows[place.at]!;
    if (turn.due()) await turn.next();
  }
  const seen = { list: own.subarray(0, count) };
  const isSummed = (id: ColumnId) => query.groups?.totals.some(({ column }) => column === id);
  return (column) => (isSummed(column) === true ? all : seen);
}
