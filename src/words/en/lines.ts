/** Lines of a report that are no data, and blank cells filled from above. */

import { area } from "../area.ts";
import { counted } from "../figures.ts";

export const linesWords = area("lines", {
  fill: "Fill blank cells from above",
  fillDown: "Fill down",
  notNow: "Not now",
  unfill: "Do not fill",
  showAsSent: "Show the report as sent",
  setAside: "Set them aside",
  amountsStayBlank:
    "Its blank cells are never filled: an amount that a line does not state is none.",
  filledFrom: (row: string) => `filled from row ${row}`,
  filledCell: (text: string, row: string) => `${text}, filled from row ${row}`,
  lines: "Lines",
  filledName: "Filled",
  allAsSent: "all lines as sent",
  withoutLines: "title and repeated header lines set aside",
  filledColumns: (names: string) => `blank cells filled from above in ${names}`,
  filledCount: (columns: number) => counted(columns, "filled column"),
  aside: (titles: number, headers: number) =>
    `${linesText(titles, headers)} ${titles + headers === 1 ? "is" : "are"} set aside.`,
  namesInRow: "The columns are named by row 1.",
  sentWith: (titles: number, headers: number) =>
    `The report is shown exactly as sent, with ${linesText(titles, headers)} in it.`,
  sent: "The report is shown exactly as sent: no blank cell is filled.",
  filled: (names: string) => `Blank cells of ${names} show the value above, marked ↑.`,
  unfillable: (names: string) => `Blank amounts stay blank in ${names}.`,
  suggestion: (names: string, blanks: number, columns: number) =>
    `${names} ${columns === 1 ? "is" : "are"} named once per block: ${counted(blanks, "blank cell")}. Fill them from the line above?`,
  filledIn: (name: string, blanks: number) =>
    `${name}: the value above stands in blank cells (the report has ${counted(blanks, "blank cell")} there)`,
  everyOther: "Filled cells have the value above; every other cell is as in the report.",
});

function linesText(titles: number, headers: number): string {
  return [
    titles === 0 ? "" : counted(titles, "title line"),
    headers === 0 ? "" : counted(headers, "repeated header line"),
  ]
    .filter((part) => part !== "")
    .join(" and ");
}
