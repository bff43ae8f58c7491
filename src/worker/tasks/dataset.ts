/**
 * One opened report: a table that may still grow, and the answers to questions about it. Questions
 * see the rows there were when they came; an order is named by its query and that row count, so
 * any order can be dropped and made again.
 */

import { ENCODING_LIMITS } from "../../engine/columnBuilder.ts";
import { createQueryRunner, kindIn } from "../../engine/queryRunner.ts";
import { readLines } from "../../engine/readLines.ts";
import { readRows, readWindow } from "../../engine/readWindow.ts";
import { ReportHash, type StartDigestThread } from "../../engine/reportHash.ts";
import { allRows, reportRow, type PartOfOrder, type RowOrder } from "../../engine/rowOrder.ts";
import { rowsOfView, type RowSet } from "../../engine/rowSet.ts";
import { summarise } from "../../engine/summarise.ts";
import { createTableBuilder } from "../../engine/tableBuilder.ts";
import { createValueLists } from "../../engine/valueLists.ts";
import { totalCells } from "../../engine/totals.ts";
import { copyBlock } from "../../export/copyBlock.ts";
import { copyLines } from "../../export/copyLines.ts";
import { workAhead } from "../../engine/workAhead.ts";
import type { FileSink } from "../../export/fileSink.ts";
import type { ReportSink } from "../../model/cellBatch.ts";
import type { ColumnKind } from "../../model/column.ts";
import type { ValuePage } from "../../model/columnValues.ts";
import type { CopiedBlock } from "../../model/copiedBlock.ts";
import type { Fingerprint } from "../../model/fingerprint.ts";
import type { FoundCells } from "../../model/found.ts";
import { viewRow, type ColumnId, type RowRange } from "../../model/positions.ts";
import { type Query, ungrouped } from "../../model/query.ts";
import type { RowWindow } from "../../model/rowWindow.ts";
import type { Spread } from "../../model/spread.ts";
import type { TableSummary } from "../../model/tableSummary.ts";
import type { CellTotals } from "../../model/totals.ts";
import type { Turn } from "../../model/turn.ts";
import type { ExportSummary } from "../../model/viewExport.ts";
import type { Look, OrderSummary, RequestOf } from "../protocol.ts";
import { createGroupCache, type Grouped } from "./groupCache.ts";
import { createMatchCache } from "./matchCache.ts";
import type { Work } from "./idleWork.ts";
import { createOrderCache } from "./orderCache.ts";
import type { TurnMaker } from "./turns.ts";

export interface Dataset {
  readonly sink: ReportSink;
  /** The turn of what fills the sink: it also waits while the fingerprint lags behind. */
  filling(turn: Turn): Turn;
  rowCount(): number;
  summary(): TableSummary;
  /** Rows of the report in its own order. */
  rows(look: Look): RowWindow;
  /**
   * The whole report is in: orders made with provisional kinds are forgotten. Done when the
   * fingerprint is known.
   */
  seal(): Promise<void>;
  /** Nothing more comes in: there will be no fingerprint. */
  giveUp(): void;
  /** What may be asked next; for when nothing is asked. */
  readonly workAhead: Work;
  /** Tells the rows that are looked at first as soon as they are known. */
  order(
    request: RequestOf<"order">,
    signal: AbortSignal,
    tell: (first: OrderSummary) => void,
  ): Promise<OrderSummary>;
  window(request: RequestOf<"window">, signal: AbortSignal): Promise<RowWindow>;
  values(request: RequestOf<"values">, signal: AbortSignal): Promise<ValuePage>;
  spread(request: RequestOf<"spread">, signal: AbortSignal): Promise<Spread>;
  totals(request: RequestOf<"totals">, signal: AbortSignal): Promise<readonly CellTotals[]>;
  find(request: RequestOf<"find">, signal: AbortSignal): Promise<FoundCells>;
  copy(request: RequestOf<"copy">, signal: AbortSignal): Promise<CopiedBlock>;
  /** Writes a file of an order's rows; `onRows` hears how many are written, of all. */
  export(
    request: RequestOf<"export">,
    sink: FileSink,
    onRows: (rows: number, of: number) => void,
    signal: AbortSignal,
  ): Promise<ExportSummary>;
}

/** `mostBytes`: what the cells may take; a report of more ends with `tooLarge`. */
export function createDataset(
  turns: TurnMaker,
  mostBytes?: number,
  startDigests?: StartDigestThread,
): Dataset {
  const builder = createTableBuilder(ENCODING_LIMITS, mostBytes);
  const { table } = builder;
  const hash = new ReportHash(startDigests);
  let fingerprint: Fingerprint | undefined;
  const runner = createQueryRunner(table);
  const orders = createOrderCache((query, tableRows, signal) =>
    runner.run(query, turns(signal), kindsNow(), tableRows),
  );

  /** The kinds found so far, the same ones from the beginning of an order to its end. */
  const kindsNow = (): ((column: ColumnId) => ColumnKind) => {
    const { columns } = summarise(table);
    return (column) => columns[column]?.kind ?? "text";
  };

  const groupCache = createGroupCache(table, kindsNow);
  const matches = createMatchCache(table);
  /** Of their own, so that a list of values costs the groups on screen nothing. */
  const valueCache = createGroupCache(table, kindsNow);
  const valueLists = createValueLists(table);

  /** The order a view shows, made again if it was dropped. */
  const orderOf = (query: Query, tableRows: number, signal: AbortSignal): Promise<RowOrder> =>
    orders.get(ungrouped(query), Math.min(tableRows, table.rowCount), signal);

  const groupedOf = async (
    query: Query,
    order: RowOrder,
    signal: AbortSignal,
  ): Promise<Grouped | undefined> =>
    query.groups && groupCache.get(query, query.groups, order, turns(signal));

  const linesOf = (
    query: Query,
    grouped: Grouped,
    { range, columns }: Look,
    signal: AbortSignal,
  ): Promise<RowWindow> => {
    const totals = query.groups?.totals ?? [];
    return readLines(table, grouped, range, columns, totals, turns(signal));
  };

  /** Lines are counted when all groups are known: there is nothing to tell before. */
  const groupedOrder = async (
    query: Query,
    tableRows: number,
    look: Look | undefined,
    signal: AbortSignal,
  ): Promise<OrderSummary> => {
    const order = await orderOf(query, tableRows, signal);
    const grouped = await groupedOf(query, order, signal);
    if (grouped === undefined) return { tableRows, rowCount: order.rowCount };
    const seen = look && { ...look, columns: thereOf(look.columns) };
    const window = seen && (await linesOf(query, grouped, seen, signal));
    const { lines } = grouped;
    return { tableRows, rowCount: lines.count, groupedRows: order.rowCount, window };
  };

  /** The rows that a range of the view's places stands for. */
  const rowsIn = async (
    query: Query,
    order: RowOrder,
    range: RowRange | undefined,
    signal: AbortSignal,
  ): Promise<RowSet> => {
    const grouped = range && (await groupedOf(query, order, signal));
    if (range === undefined || grouped === undefined) return rowsOfView(order, range);
    const { reader, lines } = grouped;
    const [start, end] = [lines.rowsBefore(range.start), lines.rowsBefore(range.end)];
    return { list: reader.grouped.rows.subarray(start, end) };
  };

  const thereOf = (columns: readonly ColumnId[]): readonly ColumnId[] =>
    columns.filter((column) => column < table.columns.length);

  const windowOf = (order: RowOrder, { range, columns }: Look): RowWindow =>
    readWindow(table, order, range, thereOf(columns));

  /** Rows of an order that isn't made yet. */
  const lookAhead = async (
    query: Query,
    { range }: Look,
    tableRows: number,
    signal: AbortSignal,
  ): Promise<PartOfOrder | undefined> =>
    orders.has(query, tableRows)
      ? undefined
      : runner.look(query, range, turns(signal), kindsNow(), tableRows);

  return {
    sink: {
      headers: (names) => {
        hash.headers(names);
        builder.sink.headers(names);
      },
      append: (batch) => {
        hash.append(batch);
        builder.sink.append(batch);
      },
    },
    filling: (turn) => ({
      due: () => hash.behind || turn.due(),
      next: async () => {
        await hash.caughtUp();
        await turn.next();
      },
    }),
    rowCount: () => table.rowCount,
    summary: () => ({ ...summarise(table), fingerprint }),
    rows: (look) => windowOf(allRows(table.rowCount), look),
    seal: async () => {
      builder.seal();
      orders.clear();
      groupCache.clear();
      matches.clear();
      valueCache.clear();
      fingerprint = await hash.finish();
    },
    giveUp: () => hash.end(),
    workAhead: (signal, resting) => workAhead(table, runner, kindsNow(), resting(turns(signal))),
    order: async ({ query, look }, signal, tell) => {
      const tableRows = table.rowCount;
      if (query.groups !== undefined) return groupedOrder(query, tableRows, look, signal);
      const part = look && (await lookAhead(query, look, tableRows, signal));
      if (look !== undefined && part !== undefined) {
        const { rowCount, start, rows } = part;
        const columns = thereOf(look.columns);
        tell({ tableRows, rowCount, window: readRows(table, start, rows, columns) });
      }
      const order = await orders.get(query, tableRows, signal);
      const { rowCount } = order;
      // While the table grows its kinds may change, and with them the order, between the two.
      const isTold = part !== undefined && isPartOf(part, order);
      return { tableRows, rowCount, window: isTold ? undefined : look && windowOf(order, look) };
    },
    window: async ({ query, tableRows, range, columns }, signal) => {
      // Scrolling need not wait for an order that takes seconds. A table that grows may change its mind.
      if (table.sealed && query.groups === undefined && orders.isUnderWay(query, tableRows)) {
        const part = await lookAhead(query, { range, columns }, tableRows, signal);
        if (part !== undefined) return readRows(table, part.start, part.rows, columns);
      }
      const order = await orderOf(query, tableRows, signal);
      const grouped = await groupedOf(query, order, signal);
      if (grouped === undefined) return readWindow(table, order, range, columns);
      return linesOf(query, grouped, { range, columns }, signal);
    },
    values: async ({ query, column, asked }, signal) => {
      const levels = [{ column, order: { by: "value", descending: false } as const }];
      const groups = { levels, totals: [], folds: { open: false, except: [] } };
      const rows = unsorted(query);
      const order = await orderOf(rows, table.rowCount, signal);
      const { reader } = await valueCache.get(rows, groups, order, turns(signal));
      return valueLists.page(reader, asked, turns(signal));
    },
    spread: async ({ query, column, asked }, signal) => {
      const order = await orderOf(unsorted(query), table.rowCount, signal);
      const kind = kindIn(query.kinds, kindsNow())(column);
      const isDate = kind === "date" || kind === "datetime";
      const rows = rowsOfView(order);
      // Loaded when the first spread is asked for.
      const { spreadOf } = await import("../../engine/spreadOf.ts");
      const { tableRows } = order;
      return spreadOf(table, column, isDate, rows, tableRows, asked, turns(signal));
    },
    totals: async ({ query, tableRows, range, groups }, signal) => {
      const order = await orderOf(query, tableRows, signal);
      const rows = await rowsIn(query, order, range, signal);
      const turn = turns(signal);
      const totals: CellTotals[] = [];
      for (const columns of groups) totals.push(await totalCells(table, columns, rows, turn));
      return totals;
    },
    export: async ({ query, tableRows, view }, sink, onRows, signal) => {
      const found = await orderOf(query, tableRows, signal);
      // Of a view in groups, all rows, also folded ones, as they stand in their groups.
      const groups = (await groupedOf(query, found, signal))?.reader.grouped;
      const order = groups === undefined ? found : { ...found, rows: groups.rows };
      // Loaded when the first file is asked for.
      const { exportView } = await import("../../export/exportView.ts");
      const rows = { table, order, groups, turn: turns(signal) };
      return exportView(
        { ...rows, onRows: (written) => onRows(written, order.rowCount) },
        view,
        sink,
      );
    },
    find: async (request, signal) => {
      const order = await orderOf(request.query, request.tableRows, signal);
      const grouped = await groupedOf(request.query, order, signal);
      return matches.find(request, order, grouped, turns(signal));
    },
    copy: async ({ query, tableRows, block }, signal) => {
      const order = await orderOf(query, tableRows, signal);
      const grouped = await groupedOf(query, order, signal);
      if (grouped === undefined) return copyBlock(table, order, block, turns(signal));
      return copyLines(table, grouped, query.groups?.totals ?? [], block, turns(signal));
    },
  };
}

/** The rows alone: what is counted needs no order. */
function unsorted(query: Query): Query {
  return { ...ungrouped(query), sort: [] };
}

function isPartOf({ rowCount, start, rows }: PartOfOrder, order: RowOrder): boolean {
  return (
    rowCount === order.rowCount &&
    rows.every((row, at) => reportRow(order, viewRow(start + at)) === row)
  );
}
