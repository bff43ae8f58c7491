/**
 * One sheet of rows as XML, a chunk at a time: header bold and frozen, filter buttons on it, widths,
 * and below the rows, one line apart so that the filter leaves it alone, a sum that follows the filter.
 */

import { CellKind } from "../model/cell.ts";
import type { Turn } from "../model/turn.ts";
import type { ExportedColumn } from "../model/viewExport.ts";
import { encodeText } from "../engine/wtf8.ts";
import { ByteBuffer, bytesOf, CHUNK_BYTES } from "./byteBuffer.ts";
import { cellRange, columnLetters } from "./cellPlace.ts";
import { Mark, type ColumnFields } from "./columnFields.ts";
import type { FileSink } from "./fileSink.ts";
import { looksLikeFormula } from "./formulaGuard.ts";
import type { SumLine } from "./sheetSums.ts";
import { textCell } from "./smallSheet.ts";
import type { StyleBook } from "./styleBook.ts";
import { xmlText } from "./xmlText.ts";

export interface SheetOfRows {
  readonly columns: readonly ExportedColumn[];
  readonly fields: readonly ColumnFields[];
  /** Rows of the report, in order: all from `start` to `end`, or of the list. */
  readonly rows: Uint32Array | undefined;
  readonly start: number;
  readonly end: number;
  readonly isFirst: boolean;
  readonly styles: StyleBook;
  readonly turn: Turn;
  readonly onRows: (rows: number) => void;
  /** What stands below the rows, asked for when all of them are written. */
  readonly sums: () => Promise<readonly SumLine[]>;
}

const ROWS_PER_LOOK = 32;
const NARROWEST = 8;
const WIDEST = 60;

const OPEN_ROW = bytesOf('<row r="');
const OPEN_CELLS = bytesOf('">');
const CLOSE_ROW = bytesOf("</row>");
const QUOTE = 0x22;

/** The rows a filter of this sheet covers, its header with them. */
function filterRange(columnCount: number, rowCount: number): string {
  return cellRange(0, 1, columnCount - 1, rowCount + 1);
}

/** Returns what was altered in the header, as marks of each name. */
export async function writeSheetRows(
  sheet: SheetOfRows,
  sink: FileSink,
): Promise<readonly number[]> {
  const { columns, fields, rows, start, end, turn, onRows } = sheet;
  const out = new ByteBuffer();
  const rowCount = end - start;
  out.text(head(sheet));
  const marks = writeHeader(sheet, out);

  const openCells = columns.map((_, column) => bytesOf(`<c r="${columnLetters(column)}`));
  for (let place = start; place < end; place += 1) {
    const row = rows === undefined ? place : rows[place]!;
    const number = bytesOf(String(place - start + 2));
    out.all(OPEN_ROW);
    out.all(number);
    out.all(OPEN_CELLS);
    for (let column = 0; column < fields.length; column += 1) {
      const before = out.at;
      out.all(openCells[column]!);
      out.all(number);
      out.reserve(1);
      out.bytes[out.at++] = QUOTE;
      if ((fields[column]!.write(row, out) & Mark.blank) !== 0) out.at = before;
    }
    out.all(CLOSE_ROW);
    if (out.at >= CHUNK_BYTES) {
      await sink.write(out.take());
      onRows(place - start + 1);
    }
    if (place % ROWS_PER_LOOK === 0 && turn.due()) await turn.next();
  }
  onRows(rowCount);

  // A line apart, so that no filter takes them in.
  const sums = rowCount === 0 ? [] : await sheet.sums();
  sums.forEach((line, at) => out.text(sumRow(sheet, line, rowCount + 3 + at)));
  out.text("</sheetData>");
  out.text(`<autoFilter ref="${filterRange(columns.length, rowCount)}"/>`);
  const cells = cellRange(0, 1, columns.length - 1, rowCount + 1);
  out.text(
    `<ignoredErrors><ignoredError sqref="${cells}" numberStoredAsText="1"/></ignoredErrors>`,
  );
  await sink.write(out.take());
  return marks;
}

function head({ columns, start, end, isFirst }: SheetOfRows): string {
  const widths = columns.map(({ name, longest }, column) => {
    const width = Math.min(WIDEST, Math.max(NARROWEST, longest, name.length + 3) + 2);
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  return (
    `<dimension ref="${filterRange(columns.length, end - start)}"/>` +
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join("")}</cols><sheetData>`
  );
}

function writeHeader({ columns, styles }: SheetOfRows, out: ByteBuffer): readonly number[] {
  const bold = styles.styleOf({ format: "@", bold: true }) ?? 0;
  const quoted = styles.styleOf({ format: "@", bold: true, quoted: true }) ?? bold;
  out.text('<row r="1">');
  const marks = columns.map(({ name }, column) => {
    const bytes = encodeText(name);
    const isQuoted = looksLikeFormula(bytes, 0, bytes.length, CellKind.string);
    out.text(textCell(name, `${columnLetters(column)}1`, isQuoted ? quoted : bold));
    return xmlText(name).marks | (isQuoted ? Mark.guarded : 0);
  });
  out.text("</row>");
  return marks;
}

function sumRow({ columns, styles }: SheetOfRows, { label, cells }: SumLine, row: number): string {
  const bold = styles.styleOf({ format: "@", bold: true }) ?? 0;
  const labelAt = columns.findIndex((_, column) => !cells.has(column));
  const written = columns.map((_, column) => {
    const place = `${columnLetters(column)}${row}`;
    const cell = cells.get(column);
    if (cell === undefined) return column === labelAt ? textCell(label, place, bold) : "";
    if ("note" in cell) return textCell(cell.note, place, bold);
    const style = styles.styleOf({ format: cell.format, bold: true }) ?? 0;
    return `<c r="${place}" s="${style}"><f>${xmlText(cell.formula).xml}</f><v>${cell.sum}</v></c>`;
  });
  return `<row r="${row}">${written.join("")}</row>`;
}
