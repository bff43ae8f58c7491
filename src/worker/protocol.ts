/**
 * Everything that crosses between the page and the worker. Each request has one id and ends
 * exactly once: done, failed or cancelled, with any number of progress notes between. Answers
 * with an id nobody waits for are dropped.
 */

import type { FileFormat, ReportError } from "../model/reportError.ts";
import type { Brand } from "../model/brand.ts";
import type { ValuePage, ValuesAsked } from "../model/columnValues.ts";
import type { BlockToCopy, CopiedBlock } from "../model/copiedBlock.ts";
import type { FileReading, FileSource } from "../model/fileSource.ts";
import type { FoundCells, TextToFind } from "../model/found.ts";
import type { ColumnId, RowRange } from "../model/positions.ts";
import type { Query } from "../model/query.ts";
import type { LinesOfFile, Receiving, ReportSource, Waiting } from "../model/reportSource.ts";
import type { RowWindow } from "../model/rowWindow.ts";
import type { SentRequest } from "../model/sentRequest.ts";
import type { Spread, SpreadAsked } from "../model/spread.ts";
import type { TableSummary } from "../model/tableSummary.ts";
import type { CellTotals, TotalledColumn } from "../model/totals.ts";
import type { ExportSummary, ViewExport } from "../model/viewExport.ts";

export type RequestId = Brand<number, "RequestId">;

/** One opening of a report; a random number, so that the key is never needed to name it. */
export type DatasetId = Brand<string, "DatasetId">;

export type { Receiving, ReportSource, Waiting };

/** From the API, or a file of the person's own. */
export type OpenSource = ReportSource | FileSource;

export type EngineRequest =
  | {
      readonly type: "open";
      readonly dataset: DatasetId;
      readonly source: OpenSource;
      /** Rows told together with the first ones that came. */
      readonly look?: Look | undefined;
    }
  | {
      readonly type: "order";
      readonly dataset: DatasetId;
      readonly query: Query;
      /** Rows that are told as soon as they are known, or answered together with the count. */
      readonly look?: Look | undefined;
    }
  | {
      readonly type: "window";
      readonly dataset: DatasetId;
      readonly query: Query;
      /** The `tableRows` of the order that the view shows. */
      readonly tableRows: number;
      readonly range: RowRange;
      readonly columns: readonly ColumnId[];
    }
  | {
      readonly type: "values";
      readonly dataset: DatasetId;
      /** Counts are of the rows this query shows. */
      readonly query: Query;
      readonly column: ColumnId;
      readonly asked: ValuesAsked;
    }
  | {
      readonly type: "spread";
      readonly dataset: DatasetId;
      /** Of the rows this query shows. */
      readonly query: Query;
      readonly column: ColumnId;
      readonly asked: SpreadAsked;
    }
  | {
      readonly type: "totals";
      readonly dataset: DatasetId;
      readonly query: Query;
      readonly tableRows: number;
      /** Some rows of the order; undefined for all of them. */
      readonly range: RowRange | undefined;
      /** Each list is added together and answered by one `CellTotals`, in this order. */
      readonly groups: readonly (readonly TotalledColumn[])[];
    }
  | {
      readonly type: "find";
      readonly dataset: DatasetId;
      readonly query: Query;
      readonly tableRows: number;
      readonly find: TextToFind;
    }
  | {
      readonly type: "copy";
      readonly dataset: DatasetId;
      readonly query: Query;
      readonly tableRows: number;
      readonly block: BlockToCopy;
    }
  | {
      readonly type: "export";
      readonly dataset: DatasetId;
      readonly query: Query;
      readonly tableRows: number;
      readonly view: ViewExport;
      /** The file to write to; undefined for a blob. */
      readonly target: FileSystemFileHandle | undefined;
    }
  | { readonly type: "save"; readonly source: ReportSource; readonly format: FileFormat };

/** What will be looked at first. Rows and columns that there are not are left out of the answer. */
export interface Look {
  readonly range: RowRange;
  readonly columns: readonly ColumnId[];
}

export type RequestType = EngineRequest["type"];
export type RequestOf<Type extends RequestType> = Extract<EngineRequest, { readonly type: Type }>;

/** What each request answers when it is done. */
export interface EngineResults {
  open: OpenResult;
  order: OrderSummary;
  window: RowWindow;
  values: ValuePage;
  spread: Spread;
  totals: readonly CellTotals[];
  find: FoundCells;
  copy: CopiedBlock;
  export: ExportedFile;
  save: SavedFile;
}

/** What may be told on the way. */
export interface EngineProgress {
  open: OpenProgress;
  order: OrderSummary;
  window: never;
  values: never;
  spread: never;
  totals: never;
  find: never;
  copy: never;
  export: ExportProgress;
  save: SaveProgress;
}

export interface OpenResult {
  readonly table: TableSummary;
  readonly bytes: number;
  readonly elapsedMs: number;
  /** How a file was read; undefined for a report of the API. */
  readonly reading?: FileReading | undefined;
}

export type OpenProgress =
  | { readonly phase: "connecting" }
  | Waiting
  /** Also sent once, with everything that arrived, before an open fails or is cancelled midway. */
  | ({
      readonly phase: "receiving";
      readonly table: TableSummary;
      readonly reading?: FileReading | undefined;
      /** Until all that is looked at first is here. */
      readonly first?: RowWindow;
    } & Receiving);

export type SaveProgress =
  | { readonly phase: "connecting" }
  | Waiting
  | ({ readonly phase: "receiving" } & Receiving);

export interface ExportProgress {
  readonly phase: "writing";
  /** Rows written, of all that are to be. */
  readonly rows: number;
  readonly of: number;
}

/**
 * Orders follow the column kinds of their moment, which settle when the table is sealed: ask again
 * then, even when no row was added.
 */
export interface OrderSummary {
  /** Rows of the table when the order was made. */
  readonly tableRows: number;
  /** Rows shown; of a query in groups, lines. */
  readonly rowCount: number;
  /**
   * The rows that were to be looked at. Told before the order is whole where they can be; then the
   * answer has them only if they became others, as the kinds of columns may while rows arrive.
   */
  readonly window?: RowWindow | undefined;
  /** Rows in all groups; only of a query in groups. */
  readonly groupedRows?: number;
}

export interface ExportedFile extends ExportSummary {
  /** Undefined when it went to a file. */
  readonly blob: Blob | undefined;
}

export interface SavedFile {
  readonly blob: Blob;
  readonly name: string;
  /** Of a CSV. */
  readonly lines: LinesOfFile | undefined;
}

/** Page to worker. */
export type ToWorker =
  | { readonly id: RequestId; readonly request: EngineRequest }
  | { readonly cancel: RequestId }
  /** Ends the wait before the next try of an open or save. */
  | { readonly tryNow: RequestId }
  /** Wants a sign of life; names the last request that was sent before. */
  | { readonly areYouThere: RequestId }
  /** Forgets a table and stops what still loads it. */
  | { readonly close: DatasetId };

/** Worker to page. */
export type FromWorker =
  | { readonly ready: true }
  /** The answer to `areYouThere`, with its id and every request at work. */
  | { readonly alive: RequestId; readonly working: readonly RequestId[] }
  /** A request leaves, or its answer begins. */
  | { readonly sent: SentRequest }
  | { readonly id: RequestId; readonly progress: EngineProgress[RequestType] }
  | { readonly id: RequestId; readonly done: EngineResults[RequestType] }
  | { readonly id: RequestId; readonly failed: ReportError }
  | { readonly id: RequestId; readonly cancelled: true };
