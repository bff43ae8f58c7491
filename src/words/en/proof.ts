/** Whether the data is the one a link was made from. */

import { area } from "../area.ts";
import { countText, counted } from "../figures.ts";

export const proofWords = area("proof", {
  checking: "Checking whether this is the data the link was made from…",
  same: (rows: number) => `Same data as when this link was made: ${counted(rows, "row")} ✓`,
  differs: (rows: number) =>
    `Not the same data as when this link was made. It has ${counted(rows, "row")} now.`,
  differsInside: (rows: number) =>
    `Not the same data as when this link was made: ${counted(rows, "row")} then and now, but not the same content.`,
  differsInRows: (then: number, now: number) =>
    `Not the same data as when this link was made: ${counted(then, "row")} then, ${countText(now)} now.`,
  /** Fingerprints compare texts: `12.50` and `12.5` are two. */
  perhapsSpreadsheet:
    "If a spreadsheet saved this file, it may only have written the same values in another way; the original CSV or JSON can tell.",
  workbook: (rows: number, asThen: boolean) =>
    `This workbook can’t prove that it is the data the link was made from, as it writes numbers and dates in its own way; the report’s CSV or JSON can. It has ${counted(rows, "row")}${asThen ? ", as many as then" : ""}.`,
  incomplete:
    "This report is not complete, so it can’t be compared with the data the link was made from.",
  unable:
    "This browser can’t compare the data with the one the link was made from: it does so on secure pages (https) only.",
  fingerprint: "Fingerprint",
  whatIsThis: "What is this?",
  copy: "Copy",
  madeFrom: (rows: number) =>
    `These digits are made from the headers and ${rows === 1 ? "the" : "all"} ${counted(rows, "row")} of this report, to the last digit. Filters and order on screen don’t change them.`,
  compare:
    "Two people who see the same digits have the same data. If one cell differs, or the rows come in another order, the digits differ too.",
  inLinks:
    "A link made with Share carries them: whoever opens it is told whether the data is still the same.",
  copied: "Copied.",
  copyRefused: "The browser did not allow it.",
});
