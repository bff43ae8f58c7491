/**
 * The two sheets beside the rows: "Totals", exact and per currency, of the whole view and of each of
 * its parts, and "About", which says what the file is and what in it differs from the report.
 */

import { alterationWords, GROUP_LINES_LEFT_OUT } from "../model/alterations.ts";
import type { ExportSummary, ViewExport } from "../model/viewExport.ts";
import type { RowOrder } from "../engine/rowOrder.ts";
import { currencyWords, type TotalLine } from "./exportTotals.ts";
import type { SmallCell, SmallSheet } from "./smallSheet.ts";

const COUNT = new Intl.NumberFormat("en");

export interface PartTotals {
  /** A value of the column the view is split by. */
  readonly value: string;
  readonly rows: number;
  readonly lines: readonly TotalLine[];
}

export function totalsSheet(
  view: ViewExport,
  all: readonly TotalLine[],
  rows: number,
  parts: readonly PartTotals[],
): SmallSheet {
  const { splitBy, soFar } = view;
  const isSplit = splitBy !== undefined;
  const header = [
    ...(isSplit ? [splitBy.label, "Rows"] : []),
    "Column",
    "Currency",
    soFar ? "Sum so far" : "Sum",
    "Sum of lines rounded to coins",
    "Difference",
    "Numbers",
  ];
  const linesOf = (value: string, count: number, lines: readonly TotalLine[]) =>
    lines.map(({ label, figures }): SmallCell[] => [
      ...(isSplit ? [value, { number: String(count) }] : []),
      label,
      currencyWords(figures.currency),
      { number: figures.sum },
      { number: figures.roundedSum },
      { number: figures.difference },
      { number: String(figures.numbers) },
    ]);
  const listed = [
    ...parts.flatMap((part) => linesOf(part.value || "(blank)", part.rows, part.lines)),
    ...linesOf("All", rows, all),
  ];
  return {
    header,
    rows: listed.length > 0 ? listed : [["No column is totalled."]],
    widths: [...(isSplit ? [32, 10] : []), 24, 20, 26, 30, 20, 12],
  };
}

const FILLED_ALONE = "Nothing but the filled cells: every other cell is as in the report.";

export function aboutSheet(
  { about, format, soFar, asideRows = 0, isFilled = false }: ViewExport,
  { altered, groupLinesLeftOut }: Pick<ExportSummary, "altered" | "groupLinesLeftOut">,
  { rowCount, tableRows }: Pick<RowOrder, "rowCount" | "tableRows">,
): SmallSheet {
  const words = alterationWords(format, altered);
  return {
    header: undefined,
    rows: [
      ...about.map(({ name, says }) => [name, says]),
      [
        "Rows",
        `${COUNT.format(rowCount)} of ${COUNT.format(tableRows - asideRows)}${soFar ? " that have arrived so far" : ""}`,
      ],
      ...(groupLinesLeftOut ? [["Groups left out", GROUP_LINES_LEFT_OUT]] : []),
      ...(words.length === 0
        ? [["Altered", isFilled ? FILLED_ALONE : "Nothing: every cell is as in the report."]]
        : words.map((says, i) => [i === 0 ? "Altered" : "", says])),
    ],
    widths: [24, 100],
  };
}
