/** How a file is read. */

import { area } from "../area.ts";
import { counted } from "../figures.ts";

export const fileWords = area("file", {
  title: "How the file is read",
  reading: "Reading the file…",
  readAs: (how: string) => `Read as: ${how}`,
  change: "Change",
  changeLong: "Change how the file is read",
  staysHere: "It stays in this browser.",
  encoding: "Encoding",
  encodingHint: "Wrong when letters such as ä or é look broken.",
  separator: "Separator",
  separators: { ",": "comma ,", ";": "semicolon ;", "\t": "tab", "|": "bar |" },
  decimal: "Decimal sign",
  decimalHint:
    "Texts stay as they are in the file; this only decides which numbers they stand for.",
  decimals: { point: "point 1234.56", comma: "comma 1.234,56" },
  sheet: "Sheet",
  headerLine: "Column names are in line",
  headerHint: "Lines above it are left out.",
  badLine: "A line number, from 1.",
  reset: "Detect again",
  readAgain: "Read again",
  readSeparator: {
    ",": "separator “,”",
    ";": "separator “;”",
    "\t": "separator tab",
    "|": "separator “|”",
  },
  readDecimal: { point: "decimal point", comma: "decimal comma" },
  oneSheet: (name: string) => `sheet “${name}”`,
  sheetOf: (name: string, count: number) => `sheet “${name}” of ${count}`,
  headerIn: (line: number, above: number) =>
    `column names in line ${line}: ${counted(above, "line")} above left out`,
  groupsLeftOut: (lines: number) => `${counted(lines, "line")} of groups left out`,
  sumsLeftOut: "the sums below the rows left out",
});
