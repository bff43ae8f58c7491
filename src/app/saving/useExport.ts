/**
 * Making a file of the view: one at a time, in the worker; Stop ends it for real. A very large one goes
 * straight to disk where the browser lets the person choose a file; any other becomes a download.
 */

import { useCallback, useEffect, useRef, useState } from "react";
import type { ExportFormat } from "../../model/alterations.ts";
import type { ColumnKey } from "../../model/column.ts";
import { type ReportError, ReportFailure } from "../../model/reportError.ts";
import type { ReportId } from "../../model/reportId.ts";
import {
  type CsvDialect,
  type ExportSummary,
  MAX_SHEET_COLUMNS,
  type SplitColumn,
  type ViewExport,
} from "../../model/viewExport.ts";
import type { EngineClient } from "../../worker/client.ts";
import type { ExportProgress } from "../../worker/protocol.ts";
import { saveBlob } from "../saveBlob.ts";
import type { Report } from "../report/useReport.ts";
import { excelDialect, ownLocale } from "./csvLocales.ts";
import { exportName } from "./exportWords.ts";
import { chooseTarget } from "./chooseTarget.ts";
import { viewExportOf } from "./viewExportOf.ts";

export interface ExportOrder {
  readonly format: ExportFormat;
  readonly splitBy?: SplitColumn | undefined;
}

/** How CSV files are written: for Excel in a country, or for other programs. */
export interface CsvForm {
  readonly locale: string;
  readonly isForExcel: boolean;
  readonly dialect: CsvDialect;
}

export type ExportState = { readonly name: string; readonly order: ExportOrder } & (
  | { readonly phase: "writing"; readonly rows: number; readonly of: number }
  | {
      readonly phase: "done";
      readonly summary: ExportSummary;
      readonly columns: number;
      readonly soFar: boolean;
      readonly isFilled: boolean;
      /** For CSV. */
      readonly form: CsvForm;
    }
  | { readonly phase: "failed"; readonly error: ReportError }
  | { readonly phase: "tooWide"; readonly columns: number }
);

export interface Export {
  readonly state: ExportState | undefined;
  readonly form: CsvForm;
  readonly start: (order: ExportOrder, form?: CsvForm) => void;
  /** Ends what is being written and puts its result away. */
  readonly stop: () => void;
}

/** More cells than this are better not kept by the browser: some gigabytes. */
const CELLS_FOR_DISK = 25_000_000;

export function useExport(
  engine: EngineClient,
  reportId: ReportId | undefined,
  report: Report,
  labelOf: (column: ColumnKey) => string,
): Export {
  const [state, setState] = useState<ExportState>();
  const [form, setForm] = useState(firstForm);
  const running = useRef<AbortController>(undefined);

  const stop = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setState(undefined);
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const start = (order: ExportOrder, chosen: CsvForm = form) => {
    const { open, plan, shown, isShown } = report;
    if (open?.data === undefined) return;
    const { dataset, table } = open.data;
    const source = reportId ?? { file: open.file?.file.name ?? "report" };
    const { format, splitBy } = order;
    const view = viewExportOf(
      { report, table, source, labelOf },
      { format, splitBy, dialect: chosen.dialect },
      new Date(),
    );
    const named = { order, name: exportName(source, format, view.soFar, splitBy) };
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    const { signal } = abort;
    setForm(chosen);
    const columns = view.columns.length;
    if (format === "xlsx" && columns > MAX_SHEET_COLUMNS) {
      setState({ phase: "tooWide", ...named, columns });
      return;
    }
    // Of another view they are not known yet: at most all.
    const rows = isShown ? shown.rowCount : table.rowCount;
    const write: WriteFile = (file, onProgress) =>
      engine.export(dataset, plan.query, shown.tableRows, view, file, onProgress, signal);
    void make({ ...named, view, rows, form: chosen }, write, setState, signal);
  };

  return { state, form, start, stop };
}

interface ExportJob {
  readonly name: string;
  readonly order: ExportOrder;
  readonly form: CsvForm;
  readonly view: ViewExport;
  /** How many are to be written, as far as it is known. */
  readonly rows: number;
}

/** Into `file`, or without one into a blob. */
type WriteFile = (
  file: FileSystemFileHandle | undefined,
  onProgress: (progress: ExportProgress) => void,
) => ReturnType<EngineClient["export"]>;

/** From the click to the file on disk. `show` is given each state, and undefined where no file was chosen. */
async function make(
  { order, form, view, rows, ...job }: ExportJob,
  write: WriteFile,
  show: (state: ExportState | undefined) => void,
  signal: AbortSignal,
): Promise<void> {
  const tell: typeof show = (state) => {
    if (!signal.aborted) show(state);
  };
  const columns = view.columns.length;
  const file = rows * columns > CELLS_FOR_DISK ? await chooseTarget(job.name) : undefined;
  if (file === "none") {
    tell(undefined);
    return;
  }
  const named = { order, name: file?.name ?? job.name };
  tell({ phase: "writing", ...named, rows: 0, of: rows });
  try {
    const { blob, ...summary } = await write(file, (progress) => tell({ ...progress, ...named }));
    if (signal.aborted) return;
    if (blob !== undefined) saveBlob({ blob, name: named.name });
    const { soFar } = view;
    const isFilled = view.isFilled === true;
    tell({ phase: "done", ...named, summary, columns, soFar, isFilled, form });
  } catch (error) {
    if (error instanceof ReportFailure) tell({ phase: "failed", ...named, error: error.error });
  }
}

function firstForm(): CsvForm {
  const locale = ownLocale(navigator.language);
  return { locale, isForExcel: true, dialect: excelDialect(locale) };
}
