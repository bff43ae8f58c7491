/**
 * A report's file from the person's own disk: what is opened, how it is to be read, and how it was
 * read. A setting that is undefined is recognised from the file. The file never leaves the browser;
 * neither it nor its name has a place in a view, so no link can carry them.
 */

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const SEPARATORS = [",", ";", "\t", "|"] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Which sign stands before the decimals: `1234.56`, or `1234,56` and `1.234,56`. */
export type DecimalSign = "point" | "comma";

export interface FileSettings {
  readonly encoding: Encoding | undefined;
  readonly separator: Separator | undefined;
  readonly decimal: DecimalSign | undefined;
  /** Which line holds the column names, from 1. */
  readonly headerLine: number | undefined;
  readonly sheet: string | undefined;
}

export const RECOGNISED: FileSettings = {
  encoding: undefined,
  separator: undefined,
  decimal: undefined,
  headerLine: undefined,
  sheet: undefined,
};

export interface FileSource {
  readonly file: Blob;
  readonly settings: FileSettings;
  /** How the workbook that the file's text was taken from was read. */
  readonly workbook?: WorkbookReading;
}

export interface CsvReading {
  readonly format: "csv";
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly decimal: DecimalSign;
  /** Lines before it are no part of the table. */
  readonly headerLine: number;
}

export interface JsonReading {
  readonly format: "json";
  readonly encoding: Encoding;
}

export interface WorkbookReading {
  readonly format: "xlsx";
  readonly sheet: string;
  /** All sheets that can be chosen, in the workbook's order. */
  readonly sheets: readonly string[];
  readonly headerLine: number;
  /** Billscope wrote the workbook: its sums below the rows are no rows. */
  readonly sumsLeftOut: boolean;
  /** … and how many lines of its groups. */
  readonly groupsLeftOut: number;
}

/** What the engine reads in a workbook's place: the JSON of a report. */
export interface WorkbookText {
  readonly text: Blob;
  readonly reading: WorkbookReading;
}

export type FileReading = CsvReading | JsonReading | WorkbookReading;
