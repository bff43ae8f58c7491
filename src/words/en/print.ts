/** The view on paper. */

import { area } from "../area.ts";
import { countText, counted } from "../figures.ts";

export const printWords = area("print", {
  title: "Print this view",
  what: (rows: number, columns: number, isGrouped: boolean) =>
    `${counted(rows, isGrouped ? "line" : "row")} × ${counted(columns, "column")}, with the filters in words and the totals.`,
  tooLong: (all: number, printed: number, isGrouped: boolean) =>
    `The view has ${counted(all, isGrouped ? "line" : "row")}. Only the first ${countText(printed)} are printed; the totals are of all of them.`,
  preparing: "Preparing pages",
  progress: (rows: number, of: number, isGrouped: boolean) =>
    `${countText(rows)} of ${counted(of, isGrouped ? "line" : "row")}`,
  failed: "The rows can’t be read right now.",
  ready: "The pages are ready for the browser’s print dialog.",
  print: "Print",
  pages: "Pages to print",
  rows: (shown: number, all: number, isWhole: boolean) =>
    `${countText(shown)} of ${counted(all, "row")}${isWhole ? "" : " so far"}`,
  firstPrinted: (rows: string, printed: number) =>
    `${rows}; the first ${countText(printed)} are printed`,
  sum: (column: string, isWhole: boolean) => `${column}, sum${isWhole ? "" : " so far"}`,
  search: (text: string) => `Any column contains ${text}`,
  sorted: (by: string) => `Sorted by ${by}`,
  alphabet: (language: string) => `alphabet: ${language}`,
  descending: (column: string) => `${column}, descending`,
});
