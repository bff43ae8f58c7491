/** Files made of the view. */

import { area } from "../area.ts";
import { countText, counted } from "../figures.ts";

export const savingWords = area("saving", {
  menu: "Export view",
  onePerClient: "One file per client…",
  separators: "Separators and decimal sign…",
  stop: "Stop",
  tryAgain: "Try again",
  otherSeparators: "Other separators…",
  exporting: "Exporting",
  progress: (rows: number, of: number) => `${countText(rows)} of ${counted(of, "row")}`,
  writing: (progress: string) => `Writing ${progress}`,
  tooWide: (columns: number) =>
    `A sheet has 16,384 columns at most; this view has ${countText(columns)}. Hide some, or take CSV.`,
  extent: (rows: number, columns: number) =>
    `${counted(rows, "row")} × ${counted(columns, "column")}`,
  extentSoFar: (extent: string) => `${extent} so far`,
  files: (count: number) => counted(count, "file"),
  sheets: (count: number) => counted(count, "sheet"),
  saved: (what: string) => `Saved: ${what}.`,
  savedSoFar: (what: string) => `Saved so far: ${what}.`,
  missing: "Rows of the report are missing; the file’s name says so.",
  forExcel: (dialect: string) => `For Excel: ${dialect}.`,
  plain: (dialect: string) => `Plain UTF-8: ${dialect}.`,
  unaltered: "Every cell is as in the report.",
  tooLarge:
    "The file is larger than this browser can make. Filter the rows or hide columns, then export again.",
  crashed: "The browser ended the export, most likely for want of memory. Nothing was saved.",
  silent:
    "The part of the app that makes files no longer answered and was ended. Nothing was saved.",
  noRoom: "There is not enough room for the file. Nothing was saved.",
  failed: (cause: string) => `The export failed (${cause}). Nothing was saved.`,
  between: { ";": "semicolons", ",": "commas", "\t": "tabs" },
  decimal: { ",": "comma", ".": "point" },
  dialect: (between: string, decimal: string) => `${between} between fields, decimal ${decimal}`,
  form: {
    title: "Separators and decimal sign",
    legend: "The CSV file is",
    forExcel: "for Excel, set to",
    country: "Country of Excel",
    plain: "for other programs: plain UTF-8",
    warning:
      "Excel may still read ids and dates of a CSV in its own way. An XLSX keeps them as they are.",
    export: "Export CSV",
  },
  split: {
    title: "One file per client",
    column: "Column",
    hint: "One part for each of its values.",
    legend: "Made as",
    workbook: "one workbook, a sheet for each",
    workbooks: "a ZIP archive, a workbook for each",
    archive: "a ZIP archive, a CSV file for each",
    counting: "Counting…",
    tooManyFiles: (files: number, most: number) =>
      `${counted(files, "file")}: more than the ${countText(most)} that can be made. Choose another column.`,
    tooManySheets: (sheets: number, most: number) =>
      `${counted(sheets, "sheet")}: more than the ${countText(most)} that can be made. Take the archive, or choose another column.`,
    export: "Export",
  },
});
