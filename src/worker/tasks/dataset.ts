/**
 * One opened report: a table that may still grow, and the answers to questions about it. Questions
 * see the rows there were when they came; an order is named by its query and that row count, so
 * any order can be dropped and made again.
 */

import { ENCODING_LIMITS } from "../../engine/columnBuilder.ts";
import { findBlocks } from "../../engine/findBlocks.ts";
import { kindIn } from "../../engine/queryRunner.ts";
import { readLines } from "../../engine/readLines.ts";
import { readRows, readWindow } from "../../engine/readWindow.ts";
import { ReportHash, type StartDigestThread } from "../../engine/reportHash.ts";
import { reportRow, type PartOfOrder, type RowOrder } from "../../engine/rowOrder.ts";
import { rowsOfView, type RowSet } from "../../engine/rowSet.ts";
import { spreadOf } from "../../engine/spreadOf.ts";
import { summarise } from "../../engine/summarise.ts";
import { createTableBuilder } from "../../engine/tableBuilder.ts";
import { totalCells } from "../../engine/totals.ts";
import { copyBlock } from "../../export/copyBlock.ts";
import { copyLines } from "../../export/copyLines.ts";
import { exportView } from "../../export/exportView.ts";
import { workAhead } from "../../engine/workAhead.ts";
import type { FileSink } from "../../export/fileSink.ts";
import type { ReportSink } from "../../model/cellBatch.ts";
import type { ValuePage } from "../../model/columnValues.ts";
import type { CopiedBlock } from "../../model/copiedBlock.ts";
import type { Fingerprint } from "../../model/fingerprint.ts";
import type { FoundCells } from "../../model/found.ts";
import { viewRow, type ColumnId, type RowRange } from "../../model/positions.ts";
import { type Query, queryText, ungrouped, unsorted } from "../../model/query.ts";
import type { RowWindow } from "../../model/rowWindow.ts";
import type { Spread } from "../../model/spread.ts";
import type { BlockColumn, TableSummary } from "../../model/tableSummary.ts";
import type { CellTotals } from "../../model/totals.ts";
import type { Turn } from "../../model/turn.ts";
import type { ExportSummary } from "../../model/viewExport.ts";
import type { Look, OrderSummary, RequestOf } from "../protocol.ts";
import type { Grouped } from "./groupCache.ts";
import { createMatchCache } from "./matchCache.ts";
import type { Work } from "./idleWork.ts";
import { createOrderCache } from "./orderCache.ts";
import { createReadings } from "./readings.ts";
import { createRest } from "./rest.ts";
import type { TurnMaker } from "./turns.ts";

export interface Dataset {
  readonly sink: ReportSink;
  /** The turn of what fills the sink: it also rests, and waits while the fingerprint lags behind. */
  filling(turn: Turn): Turn;
  /** The page has its first rows to draw: filling rests until it asks something, or for a moment. */
  rest(): void;
  /** Something is asked. */
  asked(): void;
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
  const rest = createRest();
  let fingerprint: Fingerprint | undefined;
  const readings = createReadings(builder, turns);
  let blocks: readonly BlockColumn[] = [];
  const orders = createOrderCache(
    async (query, tableRows, signal) => {
      const { runner, kindsNow } = await readings.of(query);
      return runner.run(query, turns(signal), kindsNow(), tableRows);
    },
    (query) => readings.hasAll(query),
  );
  const matches = createMatchCache();
  /** Of what was asked last: what is asked next has most likely the same. */
  let collation: Query["collation"];

  /** The order a view shows, made again if it was dropped. */
  const orderOf = (query: Query, tableRows: number, signal: AbortSignal): Promise<RowOrder> => {
    collation = query.collation;
    return orders.get(ungrouped(query), Math.min(tableRows, table.rowCount), signal);
  };

  const groupedOf = async (
    query: Query,
    order: RowOrder,
    signal: AbortSignal,
  ): Promise<Grouped | undefined> => {
    if (query.groups === undefined) return undefined;
    const { groupCache } = await readings.of(query);
    return groupCache.get(query, query.groups, order, turns(signal));
  };

  const linesOf = async (
    query: Query,
    grouped: Grouped,
    { range, columns }: Look,
    signal: AbortSignal,
  ): Promise<RowWindow> => {
    const totals = query.groups?.totals ?? [];
    const { table } = await readings.of(query);
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

  const windowOf = async (query: Query, order: RowOrder, look: Look): Promise<RowWindow> =>
    readWindow((await readings.of(query)).table, order, look.range, thereOf(look.columns));

  /** The rows of a part of an order. */
  const rowsOf = async (
    query: Query,
    { start, rows }: PartOfOrder,
    columns: readonly ColumnId[],
  ): Promise<RowWindow> => readRows((await readings.of(query)).table, start, rows, columns);

  /** Rows of an order that isn't made yet. */
  const lookAhead = async (
    query: Query,
    { range }: Look,
    tableRows: number,
    signal: AbortSignal,
  ): Promise<PartOfOrder | undefined> => {
    if (orders.has(query, tableRows)) return undefined;
    const { runner, kindsNow } = await readings.of(query);
    return runner.look(query, range, turns(signal), kindsNow(), tableRows);
  };

  return {
    sink: {
      headers: (names) => {
        hash.headers(names);
        builder.sink.headers(names);
        readings.finder.setHeaders(names, table);
      },
      append: (batch) => {
        hash.append(batch);
        const firstRow = table.rowCount;
        builder.sink.append(batch);
        readings.finder.append(batch, firstRow);
      },
    },
    filling: (turn) =>
      rest.within({
        due: () => hash.behind || turn.due(),
        next: async () => {
          await hash.caughtUp();
          await turn.next();
        },
      }),
    rest: () => rest.begin(),
    asked: () => rest.end(),
    rowCount: () => table.rowCount,
    summary: () => ({
      ...summarise(table),
      fingerprint,
      setAside: readings.setAside(),
      blocks,
    }),
    rows: ({ range, columns }) =>
      readWindow(readings.usual.table, readings.order(), range, thereOf(columns)),
    seal: async () => {
      builder.seal();
      orders.clear();
      readings.clear();
      matches.clear();
      const { usual } = readings;
      const turn = turns(new AbortController().signal);
      blocks = await findBlocks(usual.table, usual.kindsNow(), turn);
      fingerprint = await hash.finish();
    },
    giveUp: () => {
      rest.end();
      hash.end();
    },
    workAhead: (signal, resting) => {
      const { runner, kindsNow } = readings.usual;
      const { table } = readings.usual;
      return workAhead(table, runner, kindsNow(), resting(turns(signal)), collation);
    },
    order: async ({ query, look }, signal, tell) => {
      const tableRows = table.rowCount;
      if (query.groups !== undefined) return groupedOrder(query, tableRows, look, signal);
      const part = look && (await lookAhead(query, look, tableRows, signal));
      if (look !== undefined && part !== undefined) {
        const { rowCount } = part;
        tell({ tableRows, rowCount, window: await rowsOf(query, part, thereOf(look.columns)) });
      }
      const order = await orders.get(query, tableRows, signal);
      const { rowCount } = order;
      // While the table grows its kinds may change, and with them the order, between the two.
      const isTold = part !== undefined && isPartOf(part, order);
      const window = isTold ? undefined : look && (await windowOf(query, order, look));
      return { tableRows, rowCount, window };
    },
    window: async ({ query, tableRows, range, columns }, signal) => {
      // Scrolling need not wait for an order that takes seconds. A table that grows may change its mind.
      if (table.sealed && query.groups === undefined && orders.isUnderWay(query, tableRows)) {
        const part = await lookAhead(query, { range, columns }, tableRows, signal);
        if (part !== undefined) return rowsOf(query, part, columns);
      }
      const order = await orderOf(query, tableRows, signal);
      const grouped = await groupedOf(query, order, signal);
      if (grouped === undefined) {
        return readWindow((await readings.of(query)).table, order, range, columns);
      }
      return linesOf(query, grouped, { range, columns }, signal);
    },
    values: async ({ query, column, asked }, signal) => {
      const rows = unsorted(query);
      const order = await orderOf(rows, table.rowCount, signal);
      const { valueLists, kindsNow } = await readings.of(query);
      const name = `${order.tableRows} ${queryText(rows)}`;
      const kind = kindIn(query.kinds, kindsNow())(column);
      const { collation } = query;
      return valueLists.page({ name, order, column, kind, collation }, asked, turns(signal));
    },
    spread: async ({ query, column, asked }, signal) => {
      const order = await orderOf(unsorted(query), builder.table.rowCount, signal);
      const { table, kindsNow } = await readings.of(query);
      const kind = kindIn(query.kinds, kindsNow())(column);
      const isDate = kind === "date" || kind === "datetime";
      const rows = rowsOfView(order);
      const { tableRows } = order;
      return spreadOf(table, column, isDate, rows, tableRows, asked, turns(signal));
    },
    totals: async ({ query, tableRows, range, groups }, signal) => {
      const order = await orderOf(query, tableRows, signal);
      const rows = await rowsIn(query, order, range, signal);
      const turn = turns(signal);
      const totals: CellTotals[] = [];
      const reading = await readings.of(query);
      for (const columns of groups)
        totals.push(await totalCells(reading.table, columns, rows, turn));
      return totals;
    },
    export: async ({ query, tableRows, view }, sink, onRows, signal) => {
      const found = await orderOf(query, tableRows, signal);
      // Of a view in groups, all rows, also folded ones, as they stand in their groups.
      const groups = (await groupedOf(query, found, signal))?.reader.grouped;
      const order = groups === undefined ? found : { ...found, rows: groups.rows };
      const { table } = await readings.of(query);
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
      const { table } = await readings.of(request.query);
      return matches.find(table, request, order, grouped, turns(signal));
    },
    copy: async ({ query, tableRows, block }, signal) => {
      const order = await orderOf(query, tableRows, signal);
      const grouped = await groupedOf(query, order, signal);
      const { table } = await readings.of(query);
      if (grouped === undefined) return copyBlock(table, order, block, turns(signal));
      return copyLines(table, grouped, query.groups?.totals ?? [], block, turns(signal));
    },
  };
}

function isPartOf({ rowCount, start, rows }: PartOfOrder, order: RowOrder): boolean {
  return (
    rowCount === order.rowCount &&
    rows.every((row, at) => reportRow(order, viewRow(start + at)) === row)
  );
}
