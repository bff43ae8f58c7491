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
} from "../../model/viewExport.ts";
import type { EngineClient } from "../../worker/client.ts";
import { saveBlob } from "../saveBlob.ts";
import type { Report } from "../report/useReport.ts";
import { totalledColumns } from "../../model/totalledColumns.ts";
import { excelDialect, ownLocale } from "./csvLocales.ts";
import { exportAbout } from "./exportAbout.ts";
import { exportName } from "./exportWords.ts";
import { chooseTarget } from "./chooseTarget.ts";

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
    const { open, columns: all, plan, view, shown, isShown } = report;
    if (open?.data === undefined) return;
    const { dataset, table } = open.data;
    const columns = plan.shown.flatMap((id) => all[id] ?? []);
    const soFar = !table.sealed || shown.tableRows !== table.rowCount;
    const { format, splitBy } = order;
    const source = reportId ?? { file: open.file?.file.name ?? "report" };
    let name = exportName(source, format, soFar, splitBy);
    setForm(chosen);
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    const tell = (next: ExportState) => {
      if (running.current === abort) setState(next);
    };
    if (format === "xlsx" && columns.length > MAX_SHEET_COLUMNS) {
      tell({ phase: "tooWide", name, order, columns: columns.length });
      return;
    }
    // Of another view they are not known yet: at most all.
    const rows = isShown ? shown.rowCount : table.rowCount;
    const isFilled = plan.filled.length > 0;
    const about = exportAbout(
      {
        source,
        view,
        table,
        columns: columns.length,
        labelOf,
        filled: plan.filled.flatMap((id) => all[id] ?? []),
      },
      new Date(),
    );
    const viewExport = {
      format,
      dialect: chosen.dialect,
      columns: columns.map(({ id, name, label, kind, fractionDigits, longest }) => ({
        id,
        name,
        label,
        kind,
        fractionDigits,
        longest,
      })),
      totals: totalledColumns(all, plan).map(({ column, total }) => ({
        label: column.label,
        total,
      })),
      about,
      soFar,
      asideRows: table.setAside?.rows ?? 0,
      isFilled,
      splitBy,
    };
    const make = async (): Promise<void> => {
      const file = rows * columns.length > CELLS_FOR_DISK ? await chooseTarget(name) : undefined;
      if (file === "none") {
        if (running.current === abort) stop();
        return;
      }
      if (file !== undefined) ({ name } = file);
      tell({ phase: "writing", name, order, rows: 0, of: rows });
      const { blob, ...summary } = await engine.export(
        dataset,
        plan.query,
        shown.tableRows,
        viewExport,
        file,
        (progress) => tell({ ...progress, name, order }),
        abort.signal,
      );
      if (running.current !== abort) return;
      if (blob !== undefined) saveBlob({ blob, name });
      tell({
        phase: "done",
        name,
        order,
        summary,
        columns: columns.length,
        soFar,
        isFilled,
        form: chosen,
      });
    };
    make().catch((error: unknown) => {
      if (error instanceof ReportFailure) {
        tell({ phase: "failed", name, order, error: error.error });
      }
    });
  };

  return { state, form, start, stop };
}

function firstForm(): CsvForm {
  const locale = ownLocale(navigator.language);
  return { locale, isForExcel: true, dialect: excelDialect(locale) };
}
