/**
 * The report that is open: its download, as a state the screen reads, and its rows. One at a time;
 * a later open wins. Rows outlive every failure: a new try replaces them only when it has rows of
 * its own. The key passes from its holder to the engine and is not kept here.
 */

import type { QueryClient } from "@tanstack/react-query";
import type { Query } from "../../model/query.ts";
import type { FileReading } from "../../model/fileSource.ts";
import { type ReportError, ReportFailure } from "../../model/reportError.ts";
import type { ReportId } from "../../model/reportId.ts";
import type { RowWindow } from "../../model/rowWindow.ts";
import type { TableSummary } from "../../model/tableSummary.ts";
import type { EngineClient } from "../../worker/client.ts";
import type { DatasetId, OpenProgress } from "../../worker/protocol.ts";
import type { HeldFile } from "../file/fileHolder.ts";
import { beginFile } from "../file/openFile.ts";
import type { KeyHolder } from "../keyHolder.ts";
import { type Begun, type Opening, beginOpening } from "./opening.ts";
import { type RowFeed, createRowFeed } from "./rowFeed.ts";

/** How far the download is. */
export type LoadState =
  | { readonly phase: "connecting" }
  | {
      readonly phase: "waiting";
      readonly error: ReportError;
      /** By `performance.now()`. */
      readonly until: number;
      readonly attempt: number;
      readonly of: number;
    }
  | {
      readonly phase: "receiving";
      readonly bytes: number;
      readonly totalBytes: number | undefined;
    }
  | { readonly phase: "complete"; readonly bytes: number; readonly elapsedMs: number }
  | { readonly phase: "stopped" }
  | { readonly phase: "failed"; readonly error: ReportError };

export interface OpenReport {
  /** Undefined for a file. */
  readonly reportId: ReportId | undefined;
  /** The file that is open, and how it is read as soon as that is known. */
  readonly file: HeldFile | undefined;
  readonly reading: FileReading | undefined;
  readonly load: LoadState;
  /** The rows on screen: of this try, or of an earlier one as long as this one has none. */
  readonly data: ReportData | undefined;
  /** The person read about the failure and keeps the rows that arrived. */
  readonly dismissed: boolean;
}

export interface ReportData {
  readonly dataset: DatasetId;
  readonly table: TableSummary;
  readonly feed: RowFeed;
}

export interface ReportSession {
  /** Opens a report unless it is the one open. Without a key nothing happens. */
  readonly open: (reportId: ReportId) => void;
  /** Opens a file, or opens it again when it is to be read in another way. */
  readonly openFile: (file: HeldFile) => void;
  /** Loads the report again from the start. */
  readonly again: () => void;
  readonly stop: () => void;
  readonly tryNow: () => void;
  readonly dismiss: () => void;
  /** The view in the address is another one. */
  readonly follow: () => void;
  readonly close: () => void;
  readonly getSnapshot: () => OpenReport | undefined;
  readonly subscribe: (listener: () => void) => () => void;
}

type Target = Pick<OpenReport, "reportId" | "file">;

export function isLoading({ phase }: LoadState): boolean {
  return phase === "connecting" || phase === "waiting" || phase === "receiving";
}

/** Gives the download of a report that began before the session did. */
export type TakeBegun = (reportId: ReportId) => Opening | undefined;

export interface SessionSurroundings {
  /**
   * What the view in the address asks of a report, or of the file for none; undefined while it is of
   * something else.
   */
  readonly queryOf: (reportId: ReportId | undefined, table: TableSummary) => Query | undefined;
  readonly takeBegun?: TakeBegun | undefined;
}

export function createReportSession(
  engine: Pick<EngineClient, "open" | "order" | "window" | "close" | "tryNow">,
  queries: QueryClient,
  keys: KeyHolder,
  { queryOf, takeBegun = () => undefined }: SessionSurroundings,
): ReportSession {
  const listeners = new Set<() => void>();
  let current: OpenReport | undefined;
  /** The try under way, or the last one. */
  let loading: Begun | undefined;

  function become(next: OpenReport | undefined) {
    current = next;
    for (const listener of listeners) listener();
  }

  function change(part: Partial<OpenReport>) {
    if (current !== undefined) become({ ...current, ...part });
  }

  function closeData(data: ReportData | undefined) {
    data?.feed.close();
    if (data !== undefined) engine.close(data.dataset);
  }

  /** Before the screen hears of a table, its rows are asked for, or are here with it. */
  function feedRows(feed: RowFeed, table: TableSummary, first: RowWindow | undefined) {
    if (first !== undefined) feed.seed(first, table);
    feed.show(current && queryOf(current.reportId, table), table);
  }

  /** Rows of a try that has some take the place of those of the try before. */
  function takeTable(
    dataset: DatasetId,
    table: TableSummary,
    isComplete: boolean,
    first: RowWindow | undefined,
  ) {
    const shown = current?.data;
    if (shown?.dataset === dataset) {
      feedRows(shown.feed, table, first);
      change({ data: { ...shown, table } });
    } else if (
      isComplete ||
      table.rowCount > 0 ||
      (shown === undefined && table.columns.length > 0)
    ) {
      const feed = createRowFeed(engine, queries, dataset);
      feedRows(feed, table, first);
      change({ data: { dataset, table, feed } });
      closeData(shown);
    }
  }

  function takeProgress(dataset: DatasetId, progress: OpenProgress) {
    if (loading?.dataset !== dataset || current === undefined) return;
    switch (progress.phase) {
      case "connecting":
        change({ load: progress });
        break;
      case "waiting": {
        const { error, attempt, of, delayMs } = progress;
        change({
          load: { phase: "waiting", error, attempt, of, until: performance.now() + delayMs },
        });
        break;
      }
      case "receiving": {
        const { bytes, totalBytes, table, reading, first } = progress;
        takeTable(dataset, table, false, first);
        if (reading !== undefined && reading !== current.reading) change({ reading });
        // The last note of a stopped download comes after its end.
        if (isLoading(current.load)) change({ load: { phase: "receiving", bytes, totalBytes } });
        break;
      }
    }
  }

  /** Undefined without the key that is needed. */
  function begin({ reportId, file }: Target): Begun | undefined {
    if (file !== undefined) return beginFile(engine, file);
    const source = reportId === undefined ? undefined : keys.sourceOf(reportId);
    return source && beginOpening(engine, source);
  }

  function start({ reportId, file }: Target, opening = begin({ reportId, file })) {
    if (opening === undefined) return;
    const { dataset } = opening;
    endLoading();
    loading = opening;
    become({
      reportId,
      file,
      reading: undefined,
      load: { phase: "connecting" },
      data: current?.data,
      dismissed: false,
    });
    opening.listen((progress) => takeProgress(dataset, progress));
    opening.result.then(
      ({ table, bytes, elapsedMs, reading }) => {
        if (loading?.dataset !== dataset) return;
        takeTable(dataset, table, true, undefined);
        change({ reading, load: { phase: "complete", bytes, elapsedMs } });
      },
      (error: unknown) => {
        if (loading?.dataset !== dataset || !(error instanceof ReportFailure)) return;
        change({ load: { phase: "failed", error: error.error } });
      },
    );
  }

  /** Stops the try under way; its rows stay if they are the ones on screen. */
  function endLoading() {
    if (loading === undefined) return;
    loading.stop();
    if (loading.dataset !== current?.data?.dataset) engine.close(loading.dataset);
    loading = undefined;
  }

  function close() {
    endLoading();
    closeData(current?.data);
    if (current !== undefined) become(undefined);
  }

  return {
    open: (reportId) => {
      if (current?.reportId === reportId || !keys.isHeld()) return;
      close();
      start({ reportId, file: undefined }, takeBegun(reportId));
    },
    openFile: (file) => {
      if (current?.file === file) return;
      close();
      start({ reportId: undefined, file });
    },
    again: () => {
      if (current !== undefined) start(current);
    },
    stop: () => {
      if (current === undefined || !isLoading(current.load)) return;
      change({ load: { phase: "stopped" } });
      loading?.stop();
    },
    tryNow: () => {
      if (loading !== undefined) engine.tryNow(loading.dataset);
    },
    follow: () => {
      if (current?.data !== undefined) feedRows(current.data.feed, current.data.table, undefined);
    },
    dismiss: () => change({ dismissed: true }),
    close,
    getSnapshot: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
