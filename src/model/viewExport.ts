/**
 * A file to be made of the view: which columns, in which format, and what is known of it beside its
 * cells. It crosses to the worker as plain data, the file to write to with it.
 */

import type { Alterations, ExportFormat } from "./alterations.ts";
import type { Column } from "./column.ts";
import type { ColumnId } from "./positions.ts";
import type { TotalledColumn } from "./totals.ts";

export type ExportedColumn = Pick<
  Column,
  "id" | "name" | "label" | "kind" | "fractionDigits" | "longest"
>;

/** How a CSV file is written. */
export interface CsvDialect {
  readonly separator: "," | ";" | "\t";
  /** Of numbers; never the same as the separator. */
  readonly decimal: "." | ",";
  /** A byte-order mark at the start: Excel takes the file for UTF-8 only with it. */
  readonly mark: boolean;
  readonly lineEnd: "\r\n" | "\n";
}

export const PLAIN_CSV: CsvDialect = {
  separator: ",",
  decimal: ".",
  mark: false,
  lineEnd: "\n",
};

export interface ExportedTotal {
  readonly label: string;
  readonly total: TotalledColumn;
}

/** A line of the "About" sheet: a name and what is said. */
export interface AboutLine {
  readonly name: string;
  readonly says: string;
}

export interface ViewExport {
  readonly format: ExportFormat;
  /** For CSV. */
  readonly dialect: CsvDialect;
  /** In order of the screen. */
  readonly columns: readonly ExportedColumn[];
  readonly totals: readonly ExportedTotal[];
  /** What the page knows of the file; what was altered is added by whoever writes it. */
  readonly about: readonly AboutLine[];
  /** Rows of the report are missing. */
  readonly soFar: boolean;
  /** Lines of the report that are no rows of it. */
  readonly asideRows?: number;
  /** Blank cells of some columns have the value above. */
  readonly isFilled?: boolean;
  /** One part for each value of this column. */
  readonly splitBy: SplitColumn | undefined;
}

export interface SplitColumn {
  readonly id: ColumnId;
  readonly label: string;
  /** The parts are files of an archive, as those of a CSV always are; else sheets of a workbook. */
  readonly inFiles: boolean;
}

export interface ExportSummary {
  readonly bytes: number;
  readonly rows: number;
  /** Sheets with rows, or files of an archive. */
  readonly parts: number;
  /** The view has groups, but the file has no lines for them. */
  readonly groupLinesLeftOut: boolean;
  readonly altered: Alterations;
  /** A sentence for each of these, as the file's "About" says it. */
  readonly said: readonly string[];
}

/** Lines of groups on a sheet: more are no help to anybody, and would be held in memory. */
export const MAX_GROUP_LINES = 50_000;

/** A sheet holds no more. */
export const MAX_SHEET_ROWS = 1_048_576;
export const MAX_SHEET_COLUMNS = 16_384;
/** More sheets or files than anybody opens. */
export const MAX_SHEETS = 500;
export const MAX_FILES = 10_000;
