/**
 * What the worker is told of a file to be made: the view's columns as they stand on the screen, and what
 * the page knows of the file beside its cells. Pure.
 */

import type { ColumnKey } from "../../model/column.ts";
import type { TableSummary } from "../../model/tableSummary.ts";
import { totalledColumns } from "../../model/totalledColumns.ts";
import type { ViewExport } from "../../model/viewExport.ts";
import { inFile } from "../filterText.ts";
import type { Report } from "../report/useReport.ts";
import { exportAbout } from "./exportAbout.ts";
import type { ExportedSource } from "./exportWords.ts";

export interface ViewToExport {
  readonly report: Pick<Report, "columns" | "plan" | "view" | "shown">;
  readonly table: TableSummary;
  readonly source: ExportedSource;
  readonly labelOf: (column: ColumnKey) => string;
}

export function viewExportOf(
  { report, table, source, labelOf }: ViewToExport,
  order: Pick<ViewExport, "format" | "splitBy" | "dialect">,
  now: Date,
): ViewExport {
  const { columns: all, plan, view, shown } = report;
  const columns = plan.shown.flatMap((id) => all[id] ?? []);
  const filled = plan.filled.flatMap((id) => all[id] ?? []);
  return {
    ...order,
    columns: columns.map(({ id, name, label, kind, fractionDigits, longest }) => ({
      id,
      name,
      label,
      kind,
      fractionDigits,
      longest,
    })),
    totals: totalledColumns(all, plan).map(({ column, total }) => ({ label: column.label, total })),
    about: exportAbout(
      { source, view: inFile(view, all), table, columns: columns.length, labelOf, filled },
      now,
    ),
    soFar: !table.sealed || shown.tableRows !== table.rowCount,
    asideRows: table.setAside?.rows ?? 0,
    isFilled: plan.filled.length > 0,
  };
}
