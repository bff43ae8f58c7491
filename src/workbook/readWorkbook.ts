/**
 * A sheet of a workbook as the JSON text of a report: the column names, then the rows below them.
 * Only the sheet that is wanted is read; without a wish, the first that has rows. Of a workbook that
 * Billscope wrote, the lines of groups and the sums are no rows.
 */

import { type ParsingOptions, type SheetProps, type WorkBook, read, utils } from "xlsx";
import { findHeader } from "../load/file/findHeader.ts";
import type { FileSettings, WorkbookText } from "../model/fileSource.ts";
import { ReportFailure } from "../model/reportError.ts";
import { cellJson, cellText, type SheetCell } from "./cellJson.ts";
import { longNumbers } from "./longNumbers.ts";

type Row = readonly (SheetCell | undefined)[];

interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
}

export function readWorkbook(bytes: Uint8Array, settings: FileSettings): WorkbookText {
  const sheets = sheetNames(bytes);
  const wanted = sheets.filter((name) => name === settings.sheet);
  for (const name of wanted.length > 0 ? wanted : sheets) {
    const own = isOurs(sheets);
    // The outline comes with the styles.
    const book = parse(bytes, { sheets: name, cellStyles: own, bookFiles: true });
    const rows = rowsOf(book, name);
    for (const [address, digits] of longNumbers(partOf(book, name))) {
      const { r, c } = utils.decode_cell(address);
      const cell = rows[r]?.[c];
      if (cell?.v === Number(digits)) cell.digits = digits;
    }
    const above = own ? withoutSums(rows, book, name) : rows;
    const sheet = { name, rows: own ? withoutGroups(above, book, name) : above };
    if (sheet.rows.length > 1 || (wanted.length > 0 && sheet.rows.length > 0)) {
      // Ours have the report's headers, whatever they are, and nothing above them.
      const headerLine = settings.headerLine ?? (own ? 1 : undefined);
      const text = textOf(sheet, sheets, headerLine, is1904(book));
      const sumsLeftOut = above.length < rows.length;
      const groupsLeftOut = above.length - sheet.rows.length;
      return { ...text, reading: { ...text.reading, sumsLeftOut, groupsLeftOut } };
    }
  }
  throw new ReportFailure({ code: "noTable", found: "emptyWorkbook" });
}

function sheetNames(bytes: Uint8Array): readonly string[] {
  return parse(bytes, { bookSheets: true }).SheetNames;
}

function parse(
  bytes: Uint8Array,
  options: Pick<ParsingOptions, "sheets" | "bookSheets" | "bookFiles" | "cellStyles">,
): WorkBook {
  try {
    return read(bytes, {
      type: "array",
      dense: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      nodim: true,
      ...options,
    });
  } catch {
    throw new ReportFailure({ code: "noTable", found: "damagedWorkbook" });
  }
}

/** The part of the file that a sheet is in, where SheetJS has found it; empty elsewhere. */
function partOf(book: WorkBook, name: string): Uint8Array {
  const sheet: (SheetProps & { id?: unknown }) | undefined =
    book.Workbook?.Sheets?.[book.SheetNames.indexOf(name)];
  const files: Readonly<Record<string, { content?: unknown }>> =
    "files" in book ? (book.files as Record<string, { content?: unknown }>) : {};
  const contentOf = (path: string) => {
    const content = files[path]?.content;
    return content instanceof Uint8Array ? content : new Uint8Array(0);
  };
  const relations = new TextDecoder().decode(contentOf("xl/_rels/workbook.xml.rels"));
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    if (/\sId="([^"]*)"/.exec(tag)?.[1] !== sheet?.id) continue;
    const target = /\sTarget="([^"]*)"/.exec(tag)?.[1] ?? "";
    return contentOf(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  return new Uint8Array(0);
}

/** Up to the last row with a cell that isn't blank. */
function rowsOf(book: WorkBook, name: string): readonly Row[] {
  const data = book.Sheets[name]?.["!data"] ?? [];
  let end = data.length;
  while (end > 0 && widthOf(data[end - 1]) === 0) end--;
  return Array.from({ length: end }, (_, at) => data[at] ?? []);
}

/** Billscope's own exports end with these two. */
function isOurs(sheets: readonly string[]): boolean {
  return sheets.at(-2) === "Totals" && sheets.at(-1) === "About";
}

/** The rows our filter covers: the sums that follow it stand below them. */
function withoutSums(rows: readonly Row[], book: WorkBook, name: string): readonly Row[] {
  const filter = book.Sheets[name]?.["!autofilter"]?.ref;
  return filter === undefined ? rows : rows.slice(0, utils.decode_range(filter).e.r + 1);
}

/** "Acme (12 rows)", in any language. */
const GROUP_WORDS = /\(\d+ [\p{L}\p{M}]+\)$/u;

/** Our groups stand above their rows in an outline, whose innermost level is that of the rows. */
function withoutGroups(rows: readonly Row[], book: WorkBook, name: string): readonly Row[] {
  const outline = book.Sheets[name]?.["!rows"] ?? [];
  const levelOf = (at: number) => outline[at]?.level ?? 0;
  const depth = rows.reduce((most, _, at) => Math.max(most, levelOf(at)), 0);
  return rows.filter(
    (row, at) =>
      at === 0 ||
      levelOf(at) === depth ||
      !row.some((cell) => typeof cell?.v === "string" && GROUP_WORDS.test(cell.v)),
  );
}

/** Cells up to the last that isn't blank. */
function widthOf(row: Row | undefined): number {
  let width = row?.length ?? 0;
  while (width > 0 && isBlank(row?.[width - 1])) width--;
  return width;
}

function isBlank(cell: SheetCell | undefined): boolean {
  return cell === undefined || cell.t === "z" || cell.v === undefined || cell.v === "";
}

function is1904(book: WorkBook): boolean {
  return book.Workbook?.WBProps?.date1904 === true;
}

/** Characters of JSON that are encoded at once. */
const PART_LENGTH = 1 << 20;

function textOf(
  { name, rows }: Sheet,
  sheets: readonly string[],
  chosenHeader: number | undefined,
  from1904: boolean,
): WorkbookText {
  const texts = (row: Row | undefined) =>
    Array.from({ length: widthOf(row) }, (_, at) => cellText(row?.[at], from1904));
  const headerLine = chosenHeader ?? findHeader(rows.slice(0, 200).map(texts));
  if (headerLine > rows.length) {
    throw new ReportFailure({ code: "noHeaderLine", lines: rows.length });
  }
  const headers = texts(rows[headerLine - 1]);
  const parts: Blob[] = [];
  let text = `{"headers":${JSON.stringify(headers)},"rows":[`;
  for (let at = headerLine; at < rows.length; at++) {
    const row = rows[at];
    const cells = Array.from({ length: Math.max(headers.length, widthOf(row)) }, (_, column) =>
      cellJson(row?.[column], from1904),
    );
    text += `${at === headerLine ? "" : ","}[${cells.join(",")}]`;
    if (text.length >= PART_LENGTH) {
      parts.push(new Blob([text]));
      text = "";
    }
  }
  parts.push(new Blob([`${text}]}`]));
  return {
    text: new Blob(parts),
    reading: {
      format: "xlsx",
      sheet: name,
      sheets,
      headerLine,
      sumsLeftOut: false,
      groupsLeftOut: 0,
    },
  };
}
