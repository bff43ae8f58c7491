/**
 * The page's side of the engine: ordinary promises with a signal. A promise is never left open,
 * also when the worker can't be loaded or dies; it rejects with `ReportFailure` or `Cancelled`.
 * The key passes through `open` and `save` into one message each and is kept nowhere.
 */

import type { ValuePage, ValuesAsked } from "../model/columnValues.ts";
import type { BlockToCopy, CopiedBlock } from "../model/copiedBlock.ts";
import type { FoundCells, TextToFind } from "../model/found.ts";
import type { ColumnId, RowRange } from "../model/positions.ts";
import type { Query } from "../model/query.ts";
import type { FileFormat } from "../model/reportError.ts";
import type { RowWindow } from "../model/rowWindow.ts";
import type { Note } from "../model/sentRequest.ts";
import type { CellTotals, TotalledColumn } from "../model/totals.ts";
import type { Spread, SpreadAsked } from "../model/spread.ts";
import { Cancelled } from "../model/turn.ts";
import type { ViewExport } from "../model/viewExport.ts";
import {
  createConnection,
  type Connection,
  type ProgressListener,
  type WorkerLike,
} from "./connection.ts";
import type {
  DatasetId,
  EngineResults,
  ExportedFile,
  Look,
  OpenResult,
  OpenSource,
  OrderSummary,
  ReportSource,
  RequestOf,
  RequestType,
  SavedFile,
} from "./protocol.ts";
import { startWorker } from "./startWorker.ts";

export interface EngineClient {
  /** Loads the worker ahead of its first use. */
  warm(): void;
  /**
   * Reads a report, downloaded or from a file, into a new table. When it fails or is stopped midway,
   * the rows that arrived stay there to be asked for until `close`; a stopped open still tells one last
   * progress, with all of these rows, after its promise was rejected.
   */
  open(
    dataset: DatasetId,
    source: OpenSource,
    onProgress: ProgressListener<"open">,
    signal?: AbortSignal,
    look?: Look,
  ): Promise<OpenResult>;
  /** Ends the wait before the next try of that dataset's open. */
  tryNow(dataset: DatasetId): void;
  /**
   * Which rows are there now, for a query: their count and the few to look at, the order stays in
   * the worker. `onFirst` hears of these few before the order is whole, where they can be known.
   */
  order(
    dataset: DatasetId,
    query: Query,
    signal?: AbortSignal,
    look?: Look,
    onFirst?: (first: OrderSummary) => void,
  ): Promise<OrderSummary>;
  /** Cells of some rows of an order, named by its query and its `tableRows`. */
  window(
    dataset: DatasetId,
    query: Query,
    tableRows: number,
    range: RowRange,
    columns: readonly ColumnId[],
    signal?: AbortSignal,
  ): Promise<RowWindow>;
  /** A window of the list of a column's values. */
  values(
    dataset: DatasetId,
    query: Query,
    column: ColumnId,
    asked: ValuesAsked,
    signal?: AbortSignal,
  ): Promise<ValuePage>;
  /** How a column's numbers or dates lie between the least and the greatest. */
  spread(
    dataset: DatasetId,
    query: Query,
    column: ColumnId,
    asked: SpreadAsked,
    signal?: AbortSignal,
  ): Promise<Spread>;
  /** Exact figures over rows of an order (all for no range), one for each group of columns. */
  totals(
    dataset: DatasetId,
    query: Query,
    tableRows: number,
    range: RowRange | undefined,
    groups: readonly (readonly TotalledColumn[])[],
    signal?: AbortSignal,
  ): Promise<readonly CellTotals[]>;
  /** Counts the cells of an order that contain a text, and finds the one to go to. */
  find(
    dataset: DatasetId,
    query: Query,
    tableRows: number,
    find: TextToFind,
    signal?: AbortSignal,
  ): Promise<FoundCells>;
  /** Cells of an order for the clipboard. */
  copy(
    dataset: DatasetId,
    query: Query,
    tableRows: number,
    block: BlockToCopy,
    signal?: AbortSignal,
  ): Promise<CopiedBlock>;
  /**
   * A file of an order's rows: into `target`, which the person chose, or as a blob. Stopped or
   * failed, nothing of it is left.
   */
  export(
    dataset: DatasetId,
    query: Query,
    tableRows: number,
    view: ViewExport,
    target: FileSystemFileHandle | undefined,
    onProgress: ProgressListener<"export">,
    signal?: AbortSignal,
  ): Promise<ExportedFile>;
  /** The report's file as the server sent it. */
  save(
    source: ReportSource,
    format: FileFormat,
    onProgress: ProgressListener<"save">,
    signal?: AbortSignal,
  ): Promise<SavedFile>;
  /** Forgets a table and stops what still works on it. */
  close(dataset: DatasetId): void;
  /** Ends the worker for good. */
  dispose(): void;
}

export interface EngineClientOptions {
  readonly createWorker?: () => WorkerLike;
  /** Hears of each request that leaves the worker. */
  readonly onSent?: Note;
}

export function createEngineClient(options: EngineClientOptions = {}): EngineClient {
  const { createWorker = startWorker, onSent } = options;
  /** Where each dataset lives. One that was lost with its worker stays with that connection. */
  const homes = new Map<DatasetId, Connection>();
  let current: Connection | undefined;
  let disposed = false;

  /** The worker at hand, or a fresh one in place of one that was lost; none after `dispose`. */
  const connect = (): Connection | undefined => {
    if (disposed) return undefined;
    if (current === undefined || current.isLost()) {
      current = createConnection(createWorker, onSent);
    }
    return current;
  };

  return {
    warm: () => {
      connect();
    },
    open: (dataset, source, onProgress, signal, look) => {
      const home = connect();
      if (home !== undefined) homes.set(dataset, home);
      return ask<"open">(home, { type: "open", dataset, source, look }, signal, onProgress);
    },
    tryNow: (dataset) => homes.get(dataset)?.tryNow(dataset),
    order: (dataset, query, signal, look, onFirst) =>
      ask<"order">(homes.get(dataset), { type: "order", dataset, query, look }, signal, onFirst),
    window: (dataset, query, tableRows, range, columns, signal) =>
      ask<"window">(
        homes.get(dataset),
        { type: "window", dataset, query, tableRows, range, columns },
        signal,
      ),
    values: (dataset, query, column, asked, signal) =>
      ask<"values">(homes.get(dataset), { type: "values", dataset, query, column, asked }, signal),
    spread: (dataset, query, column, asked, signal) =>
      ask<"spread">(homes.get(dataset), { type: "spread", dataset, query, column, asked }, signal),
    totals: (dataset, query, tableRows, range, groups, signal) =>
      ask<"totals">(
        homes.get(dataset),
        { type: "totals", dataset, query, tableRows, range, groups },
        signal,
      ),
    find: (dataset, query, tableRows, find, signal) =>
      ask<"find">(homes.get(dataset), { type: "find", dataset, query, tableRows, find }, signal),
    copy: (dataset, query, tableRows, block, signal) =>
      ask<"copy">(homes.get(dataset), { type: "copy", dataset, query, tableRows, block }, signal),
    export: (dataset, query, tableRows, view, target, onProgress, signal) =>
      ask<"export">(
        homes.get(dataset),
        { type: "export", dataset, query, tableRows, view, target },
        signal,
        onProgress,
      ),
    save: (source, format, onProgress, signal) =>
      ask<"save">(connect(), { type: "save", source, format }, signal, onProgress),
    close: (dataset) => {
      homes.get(dataset)?.close(dataset);
      homes.delete(dataset);
    },
    dispose: () => {
      disposed = true;
      homes.clear();
      current?.end();
    },
  };
}

/** Without a home there is no answer: the dataset was closed or never opened. */
function ask<Type extends RequestType>(
  home: Connection | undefined,
  request: RequestOf<Type>,
  signal: AbortSignal | undefined,
  onProgress?: ProgressListener<Type>,
): Promise<EngineResults[Type]> {
  return home === undefined
    ? Promise.reject(new Cancelled())
    : home.request<Type>(request, signal, onProgress);
}
