/**
 * A file of the view, in any of the formats, into a sink: the one door to this folder for whoever has
 * a table and an order. Nothing is left behind when it is stopped; the sink's owner ends the file.
 */

import {
  alterationWords,
  GROUP_LINES_LEFT_OUT,
  NO_SUBTOTALS,
  noAlterations,
} from "../model/alterations.ts";
import { ReportFailure } from "../model/reportError.ts";
import type { ExportSummary, ViewExport } from "../model/viewExport.ts";
import type { FileSink } from "./fileSink.ts";
import { writeArchive } from "./writeArchive.ts";
import { writeCsv, type RowsToWrite } from "./writeCsv.ts";
import { writeJson } from "./writeJson.ts";

export async function exportView(
  rows: Omit<RowsToWrite, "columns">,
  view: ViewExport,
  target: FileSink,
  now: Date = new Date(),
): Promise<ExportSummary> {
  const { columns, dialect, splitBy, format } = view;
  const all = { ...rows, columns };
  let bytes = 0;
  const sink: FileSink = {
    write: (chunk) => {
      bytes += chunk.length;
      return target.write(chunk);
    },
  };
  const summary = (
    parts: number,
    altered: ExportSummary["altered"],
    groupLinesLeftOut = rows.groups !== undefined && splitBy === undefined,
  ): ExportSummary => ({
    bytes,
    rows: rows.order.rowCount,
    parts,
    groupLinesLeftOut,
    altered,
    said: [
      ...(groupLinesLeftOut ? [format === "xlsx" ? GROUP_LINES_LEFT_OUT : NO_SUBTOTALS] : []),
      ...alterationWords(format, altered),
    ],
  });
  switch (format) {
    case "xlsx": {
      // A part of its own: most files are not workbooks.
      const { writeXlsx } = await import("./writeXlsx.ts").catch(() => {
        throw new ReportFailure({ code: "workerUnloadable" });
      });
      const { parts, altered, groupLinesLeftOut } = await writeXlsx(rows, view, sink, now);
      return summary(parts, altered, groupLinesLeftOut);
    }
    case "json":
      await writeJson(all, sink);
      return summary(1, noAlterations());
    case "csv": {
      if (splitBy === undefined) return summary(1, await writeCsv(all, dialect, sink));
      const { parts, altered } = await writeArchive(all, view, splitBy, sink, now);
      return summary(parts, altered);
    }
  }
}
