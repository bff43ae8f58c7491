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
import type { SheetGroup, SheetGroups } from "./sheetGroups.ts";
import type { SumCell, SumLine } from "./sheetSums.ts";
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
  readonly groups: SheetGroups | undefined;
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
  const { columns, fields, rows, start, end, groups, turn, onRows } = sheet;
  const out = new ByteBuffer();
  const lineCount = end - start + (groups?.count ?? 0);
  out.text(head(sheet));
  const marks = writeHeader(sheet, out);

  const openCells = columns.map((_, column) => bytesOf(`<c r="${columnLetters(column)}`));
  const openRow = groups === undefined ? OPEN_CELLS : outlined(groups.depth);
  let line = 1;
  for (let place = start; place < end; place += 1) {
    const row = rows === undefined ? place : rows[place]!;
    for (const group of groups?.before(place) ?? []) out.text(groupRow(sheet, group, (line += 1)));
    const number = bytesOf(String((line += 1)));
    out.all(OPEN_ROW);
    out.all(number);
    out.all(openRow);
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
  onRows(end - start);

  // A line apart, so that no filter takes them in.
  const sums = lineCount === 0 ? [] : await sheet.sums();
  sums.forEach((sum, at) => out.text(sumRow(sheet, sum, lineCount + 3 + at)));
  out.text("</sheetData>");
  out.text(`<autoFilter ref="${filterRange(columns.length, lineCount)}"/>`);
  const cells = cellRange(0, 1, columns.length - 1, lineCount + 1);
  out.text(
    `<ignoredErrors><ignoredError sqref="${cells}" numberStoredAsText="1"/></ignoredErrors>`,
  );
  await sink.write(out.take());
  return marks;
}

function head({ columns, start, end, isFirst, groups }: SheetOfRows): string {
  const widths = columns.map(({ name, longest }, column) => {
    const width = Math.min(WIDEST, Math.max(NARROWEST, longest, name.length + 3) + 2);
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  const lineCount = end - start + (groups?.count ?? 0);
  const depth = groups === undefined ? "" : ` outlineLevelRow="${outlineLevel(groups.depth)}"`;
  return (
    (groups === undefined ? "" : '<sheetPr><outlinePr summaryBelow="0"/></sheetPr>') +
    `<dimension ref="${filterRange(columns.length, lineCount)}"/>` +
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"${depth}/><cols>${widths.join("")}</cols><sheetData>`
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

function sumRow(sheet: SheetOfRows, { label, cells }: SumLine, row: number): string {
  const labelAt = sheet.columns.findIndex((_, column) => !cells.has(column));
  const labelled = labelAt === -1 ? cells : new Map([...cells, [labelAt, { note: label }]]);
  return `<row r="${row}">${boldCells(sheet, labelled, row)}</row>`;
}

function groupRow(sheet: SheetOfRows, { level, cells }: SheetGroup, row: number): string {
  // Always less than the rows have.
  const outline = level === 0 ? "" : ` outlineLevel="${Math.min(level, DEEPEST - 1)}"`;
  return `<row r="${row}"${outline}>${boldCells(sheet, cells, row)}</row>`;
}

function boldCells(
  { columns, styles }: SheetOfRows,
  cells: ReadonlyMap<number, SumCell>,
  row: number,
): string {
  const bold = styles.styleOf({ format: "@", bold: true }) ?? 0;
  const written = columns.map((_, column) => {
    const place = `${columnLetters(column)}${row}`;
    const cell = cells.get(column);
    if (cell === undefined) return "";
    if ("note" in cell) return textCell(cell.note, place, bold);
    const style = styles.styleOf({ format: cell.format, bold: true }) ?? 0;
    return `<c r="${place}" s="${style}"><f>${xmlText(cell.formula).xml}</f><v>${cell.sum}</v></c>`;
  });
  return written.join("");
}

/** Spreadsheets fold no deeper. */
const DEEPEST = 7;

function outlineLevel(depth: number): number {
  return Math.min(depth, DEEPEST);
}

function outlined(depth: number): Uint8Array {
  return bytesOf(`" outlineLevel="${outlineLevel(depth)}">`);
}
