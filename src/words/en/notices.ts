/** Buttons and notes beside a failure, a wait or an end. */

import { area } from "../area.ts";
import { counted } from "../figures.ts";

export const noticeWords = area("notices", {
  tryAgain: "Try again",
  loadAgain: "Load again",
  keepRows: "Keep these rows",
  changeKey: "Change key",
  otherReport: "Open another report",
  tryFormat: (format: string) => `Try ${format}`,
  otherFile: "Open another file…",
  changeReading: "Change how it is read…",
  reloadPage: "Reload the page",
  tryNow: "Try now",
  stop: "Stop",
  stoppedReading: {
    none: "You stopped reading the file. No row had been read.",
    rows: (rows: number) =>
      `You stopped reading the file. The ${counted(rows, "row that was read is", "rows that were read are")} shown; totals say "so far".`,
  },
  stoppedDownload: {
    none: "You stopped the download. No row had arrived.",
    rows: (rows: number) =>
      `You stopped the download. The ${counted(rows, "row that arrived is", "rows that arrived are")} shown; totals say "so far".`,
  },
  showUnequal: "Show them",
  unequal: (rows: number, isWhole: boolean) =>
    `${counted(rows, "row")} ${rows === 1 ? "has" : "have"} more or fewer cells than the header${isWhole ? "" : " so far"}.`,
  downloading: (format: string) => `Downloading ${format}`,
  fileOpen:
    "The CSV that was saved ends in the middle of a cell: it broke off on its way. Don’t rely on it.",
  fileShort: (lines: number, rows: number) =>
    `The CSV that was saved has ${counted(lines, "row")}, the report ${counted(rows, "row")}: it may have broken off on its way. Don’t rely on it.`,
  close: "Close",
  connecting: "Connecting…",
  viewTooLong: "This view would be too long for a link, so nothing was changed.",
  noColumns: (columns: number, names: string, leftOut: string) =>
    `This report has no ${columns === 1 ? "column" : "columns"} named ${names}. Left out of the view: ${leftOut}.`,
  badFilters: (filters: number, which: string) =>
    `${counted(filters, "filter")} can’t work and ${filters === 1 ? "is" : "are"} left out: ${which}`,
  empty: "This report has no rows.",
  noRowFits: (cause: string, isWhole: boolean) =>
    `No row fits ${cause}${isWhole ? "" : " so far"}.`,
  filters: (filters: number) =>
    filters === 1 ? "this filter" : `these ${counted(filters, "filter")}`,
  search: (text: string) => `the search for “${text}”`,
  filtersAndSearch: (filters: string) => `${filters} and the search`,
  removeLast: "Remove the last one",
  clearSearch: "Clear the search",
  clearAll: "Clear all",
});
