/**
 * One opened report: a table that may still grow, and the answers to questions about it. Questions
 * see the rows there were when they came; an order is named by its query and that row count, so
 * any order can be dropped and made again.
 */

import { ENCODING_LIMITS } from "../../engine/columnBuilder.ts";
import { findBlocks } from "../../engine/findBlocks.ts";
import { kindIn } from "../../engine/queryRunner.ts";
import { readRows, readWindow } from "../../engine/readWindow.ts";
import { ReportHash, type StartDigestThread } from "../../engine/reportHash.ts";
import { reportRow, type PartOfOrder, type RowOrder } from "../../engine/rowOrder.ts";
import { rowsOfView } from "../../engine/rowSet.ts";
import { spreadOf } from "../../engine/spreadOf.ts";
import { summarise } from "../../engine/summarise.ts";
import { createTableBuilder } from "../../engine/tableBuilder.ts";
import { totalCells } from "../../engine/totals.ts";
import { workAhead } from "../../engine/workAhead.ts";
import { copyBlock } from "../../export/copyBlock.ts";
import { copyLines } from "../../export/copyLines.ts";
import { exportView } from "../../export/exportView.ts";
import type { FileSink } from "../../export/fileSink.ts";
import type { ReportSink } from "../../model/cellBatch.ts";
import type { ValuePage } from "../../model/columnValues.ts";
import type { CopiedBlock } from "../../model/copiedBlock.ts";
import type { Fingerprint } from "../../model/fingerprint.ts";
import type { FoundCells } from "../../model/found.ts";
import { viewRow } from "../../model/positions.ts";
import { queryText, ungrouped, unsorted } from "../../model/query.ts";
import type { RowWindow } from "../../model/rowWindow.ts";
import type { Spread } from "../../model/spread.ts";
import type { BlockColumn, TableSummary } from "../../model/tableSummary.ts";
import type { CellTotals } from "../../model/totals.ts";
import type { Turn } from "../../model/turn.ts";
import type { ExportSummary } from "../../model/viewExport.ts";
import type { Look, OrderSummary, RequestOf } from "../protocol.ts";
import { createMatchCache } from "./matchCache.ts";
import type { Work } from "./idleWork.ts";
import { createReadings } from "./readings.ts";
import { createRest } from "./rest.ts";
import type { TurnMaker } from "./turns.ts";
import { createViewRows, type RowsAhead, rowsIn, windowOf } from "./viewRows.ts";

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
  const views = createViewRows(table, readings, turns);
  const matches = createMatchCache();
  let blocks: readonly BlockColumn[] = [];

  const thereOf = ({ range, columns }: Look): Look => ({
    range,
    columns: columns.filter((column) => column < table.columns.length),
  });

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
    rows: (look) => {
      const { range, columns } = thereOf(look);
      return readWindow(readings.usual.table, readings.order(), range, columns);
    },
    seal: async () => {
      builder.seal();
      views.clear();
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
      const { table, runner, kindsNow } = readings.usual;
      return workAhead(table, runner, kindsNow(), resting(turns(signal)), views.collation());
    },
    order: async ({ query, look }, signal, tell) => {
      const tableRows = table.rowCount;
      // Lines are counted when all groups are known: there is nothing to tell before.
      const isTellable = look !== undefined && query.groups === undefined;
      const part = isTellable ? await views.ahead(query, look.range, tableRows, signal) : undefined;
      if (look !== undefined && part !== undefined) {
        tell({ tableRows, rowCount: part.rowCount, window: windowAhead(part, thereOf(look)) });
      }
      const view = await views.of(query, tableRows, signal);
      const { order, grouped } = view;
      // While the table grows its kinds may change, and with them the order, between the two.
      const isTold = part !== undefined && isPartOf(part, order);
      const window =
        isTold || look === undefined
          ? undefined
          : await windowOf(view, thereOf(look), turns(signal));
      const { rowCount } = order;
      return grouped === undefined
        ? { tableRows, rowCount, window }
        : { tableRows, rowCount: grouped.lines.count, groupedRows: rowCount, window };
    },
    window: async ({ query, tableRows, range, columns }, signal) => {
      const look = { range, columns };
      // Scrolling need not wait for an order that takes seconds. A table that grows may change its mind.
      if (table.sealed && query.groups === undefined && views.isUnderWay(query, tableRows)) {
        const part = await views.ahead(query, range, tableRows, signal);
        if (part !== undefined) return windowAhead(part, look);
      }
      return windowOf(await views.of(query, tableRows, signal), look, turns(signal));
    },
    values: async ({ query, column, asked }, signal) => {
      const rows = unsorted(query);
      const { order, reading } = await views.of(rows, table.rowCount, signal);
      const name = `${order.tableRows} ${queryText(rows)}`;
      const kind = kindIn(query.kinds, reading.kindsNow())(column);
      const { collation } = query;
      const values = { name, order, column, kind, collation };
      return reading.valueLists.page(values, asked, turns(signal));
    },
    spread: async ({ query, column, asked }, signal) => {
      const { order, reading } = await views.of(unsorted(query), table.rowCount, signal);
      const kind = kindIn(query.kinds, reading.kindsNow())(column);
      const isDate = kind === "date" || kind === "datetime";
      const rows = rowsOfView(order);
      return spreadOf(reading.table, column, isDate, rows, order.tableRows, asked, turns(signal));
    },
    totals: async ({ query, tableRows, range, groups }, signal) => {
      // All rows are the same in groups: they are not made for that.
      const view = await views.of(range ? query : ungrouped(query), tableRows, signal);
      const turn = turns(signal);
      const rowsOf = await rowsIn(view, range, turn);
      const totals: CellTotals[] = [];
      for (const columns of groups)
        totals.push(await totalCells(view.reading.table, columns, rowsOf, turn));
      return totals;
    },
    export: async ({ query, tableRows, view }, sink, onRows, signal) => {
      const { order: made, reading, grouped } = await views.of(query, tableRows, signal);
      // Of a view in groups, all rows, also folded ones, as they stand in their groups.
      const groups = grouped?.reader.grouped;
      const order = groups === undefined ? made : { ...made, rows: groups.rows };
      return exportView(
        {
          table: reading.table,
          order,
          groups,
          turn: turns(signal),
          onRows: (written) => onRows(written, order.rowCount),
        },
        view,
        sink,
      );
    },
    find: async (request, signal) => {
      const { order, reading, grouped } = await views.of(request.query, request.tableRows, signal);
      return matches.find(reading.table, request, order, grouped, turns(signal));
    },
    copy: async ({ query, tableRows, block }, signal) => {
      const { order, reading, grouped } = await views.of(query, tableRows, signal);
      const { table } = reading;
      if (grouped === undefined) return copyBlock(table, order, block, turns(signal));
      return copyLines(table, grouped, query.groups?.totals ?? [], block, turns(signal));
    },
  };
}

function windowAhead({ table, start, rows }: RowsAhead, { columns }: Look): RowWindow {
  return readRows(table, start, rows, columns);
}

function isPartOf({ rowCount, start, rows }: PartOfOrder, order: RowOrder): boolean {
  return (
    rowCount === order.rowCount &&
    rows.every((row, at) => reportRow(order, viewRow(start + at)) === row)
  );
}
