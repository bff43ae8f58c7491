/**
 * Sheets with few rows (totals, what the file is), made in one go. A cell is a text, or a number in
 * its exact digits where a spreadsheet keeps them.
 */

import { parseDecimal } from "../model/decimal.ts";
import { columnLetters } from "./cellPlace.ts";
import { keptNumber, numberFormat } from "./sheetForm.ts";
import type { StyleBook } from "./styleBook.ts";
import { keepsSpace, xmlText } from "./xmlText.ts";

export type SmallCell = string | { readonly number: string };

export interface SmallSheet {
  /** In bold, kept in sight; none for a list of names and words. */
  readonly header: readonly string[] | undefined;
  readonly rows: readonly (readonly SmallCell[])[];
  /** In characters. */
  readonly widths: readonly number[];
}

export function smallSheetXml({ header, rows, widths }: SmallSheet, styles: StyleBook): string {
  const bold = styles.styleOf({ format: "@", bold: true }) ?? 0;
  const wrapped = styles.styleOf({ format: "@", wrapped: true }) ?? 0;
  const lines = header === undefined ? rows : [header, ...rows];
  const xml = lines.map((cells, row) => {
    const isHeader = header !== undefined && row === 0;
    const written = cells.map((cell, column) => {
      const place = `${columnLetters(column)}${row + 1}`;
      if (typeof cell !== "string") return numberCell(cell.number, place, styles);
      const isName = header === undefined && column === 0;
      return textCell(cell, place, isHeader || isName ? bold : wrapped);
    });
    return `<row r="${row + 1}">${written.join("")}</row>`;
  });
  const pane =
    header === undefined
      ? ""
      : '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';
  const columns = widths.map(
    (width, column) =>
      `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join("")}</cols>` +
    `<sheetData>${xml.join("")}</sheetData>`
  );
}

export function textCell(text: string, place: string, style: number): string {
  if (text === "") return "";
  const { xml } = xmlText(text);
  const space = keepsSpace(xml) ? ' xml:space="preserve"' : "";
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t${space}>${xml}</t></is></c>`;
}

function numberCell(number: string, place: string, styles: StyleBook): string {
  const value = parseDecimal(number);
  const kept = value && keptNumber(value);
  if (value === undefined || kept === undefined) {
    return textCell(number, place, styles.styleOf({ format: "@" }) ?? 0);
  }
  const style = styles.styleOf({ format: numberFormat(value.scale) }) ?? 0;
  return `<c r="${place}" s="${style}"><v>${kept}</v></c>`;
}
