/**
 * One file for each value of a column, in an archive, with their exact totals beside them in a file of
 * their own: a CSV that holds anything but rows is no longer a table, and of workbooks no two are of the
 * same client.
 */

import { ALTERATIONS, noAlterations } from "../model/alterations.ts";
import { CellKind, type CellView, isCommaNumber, textCell, writtenText } from "../model/cell.ts";
import type { SplitColumn, ViewExport } from "../model/viewExport.ts";
import { encodeText } from "../engine/wtf8.ts";
import { ByteBuffer } from "./byteBuffer.ts";
import { csvForm } from "./csvForm.ts";
import { currencyWords, totalLines } from "./exportTotals.ts";
import type { FileSink } from "./fileSink.ts";
import { fileNames } from "./sheetName.ts";
import { splitRows } from "./splitRows.ts";
import type { RowsToWrite } from "./writeCsv.ts";
import type { WrittenParts } from "./writeXlsx.ts";
import { createZipWriter } from "./zipWriter.ts";

const TOTALS = "_totals";

export type WriteFile = (rows: RowsToWrite, sink: FileSink) => Promise<WrittenParts>;

export async function writeArchive(
  rows: RowsToWrite,
  view: ViewExport,
  splitBy: SplitColumn,
  sink: FileSink,
  now: Date,
  write: WriteFile,
): Promise<WrittenParts> {
  const { table, order, turn } = rows;
  const { format, totals, soFar } = view;
  const groups = await splitRows(table, order, splitBy.id, turn);
  const altered = noAlterations();
  const zip = createZipWriter(sink, now);
  const nameOf = fileNames([TOTALS]);
  const lines: Line[] = [
    [
      "File",
      splitBy.label,
      "Rows",
      "Column",
      "Currency",
      soFar ? "Sum so far" : "Sum",
      "Numbers",
    ].map(textCell),
  ];
  const addLines = async (file: string, value: CellView, own: typeof order): Promise<void> => {
    for (const { label, figures } of await totalLines(table, own, totals, turn)) {
      lines.push([
        textCell(file),
        value,
        number(String(own.rowCount)),
        textCell(label),
        textCell(currencyWords(figures.currency)),
        number(figures.sum),
        number(String(figures.numbers)),
      ]);
    }
  };

  let written = 0;
  for (const { value, order: own } of groups) {
    const name = `${nameOf(writtenText(value))}.${format}`;
    await zip.entry(name, async (entry) => {
      const found = await write(
        { ...rows, order: own, onRows: (done) => rows.onRows(written + done) },
        entry,
      );
      for (const kind of ALTERATIONS) altered[kind] += found.altered[kind];
    });
    written += own.rowCount;
    await addLines(
      name,
      isCommaNumber(value.kind) ? value : textCell(value.text || "(blank)"),
      own,
    );
  }
  await addLines("", textCell("All"), order);
  await zip.entry(`${TOTALS}.csv`, async (entry) => entry.write(csvOf(lines, view)));
  await zip.finish();
  return { parts: groups.length, altered };
}

type Line = readonly CellView[];

function number(text: string): CellView {
  return { text, kind: CellKind.number };
}

function csvOf(lines: readonly Line[], { dialect }: ViewExport): Uint8Array<ArrayBuffer> {
  const out = new ByteBuffer();
  if (dialect.mark) out.text("\ufeff");
  const words = csvForm("text", dialect);
  const numbers = csvForm("decimal", dialect);
  for (const line of lines) {
    line.forEach(({ text, kind }, at) => {
      if (at > 0) out.text(dialect.separator);
      const bytes = encodeText(text);
      const form = kind === CellKind.number ? numbers : words;
      form.text(bytes, 0, bytes.length, kind, out, false);
    });
    out.text(dialect.lineEnd);
  }
  return out.take();
}
