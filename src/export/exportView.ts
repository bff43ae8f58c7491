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
import { writeArchive, type WriteFile } from "./writeArchive.ts";
import { writeCsv, type RowsToWrite } from "./writeCsv.ts";
import { writeJson } from "./writeJson.ts";

export async function exportView(
  rows: Omit<RowsToWrite, "columns">,
  view: ViewExport,
  target: FileSink,
  now: Date = new Date(),
): Promise<ExportSummary> {
  const { columns, splitBy, format } = view;
  const all = { ...rows, columns };
  let bytes = 0;
  const sink: FileSink = {
    write: (chunk) => {
      bytes += chunk.length;
      return target.write(chunk);
    },
  };
  const write = await writerOf(view, now);
  const made =
    splitBy?.inFiles === true
      ? await writeArchive(all, view, splitBy, sink, now, write)
      : await write(all, sink);
  const { parts, altered, groupLinesLeftOut = rows.groups !== undefined } = made;
  return {
    bytes,
    rows: rows.order.rowCount,
    parts,
    groupLinesLeftOut,
    altered,
    said: [
      ...(groupLinesLeftOut ? [format === "xlsx" ? GROUP_LINES_LEFT_OUT : NO_SUBTOTALS] : []),
      ...alterationWords(format, altered),
    ],
  };
}

/** Writes one file. */
async function writerOf(view: ViewExport, now: Date): Promise<WriteFile> {
  switch (view.format) {
    case "xlsx": {
      // A part of its own: most files are not workbooks.
      const { writeXlsx } = await import("./writeXlsx.ts").catch(() => {
        throw new ReportFailure({ code: "workerUnloadable" });
      });
      return (rows, sink) => writeXlsx(rows, view, sink, now);
    }
    case "json":
      return async (rows, sink) => {
        await writeJson(rows, sink);
        return { parts: 1, altered: noAlterations() };
      };
    case "csv":
      return async (rows, sink) => ({
        parts: 1,
        altered: await writeCsv(rows, view.dialect, sink),
      });
  }
}
