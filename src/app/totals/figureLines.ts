/** All figures of the totalled columns as lines of a table, and as text for a spreadsheet. */

import type { ColumnKey } from "../../model/column.ts";
import type { CellTotals } from "../../model/totals.ts";
import { currencyName } from "./totalWords.ts";
import type { TotalledName } from "./totalledColumns.ts";

export interface FigureLine {
  readonly key: ColumnKey;
  readonly label: string;
  readonly currency: string;
  /** Sum, lines rounded, difference, average, lowest, highest. */
  readonly amounts: readonly string[];
  /** Numbers, blank cells, other cells. The last two are of the whole column. */
  readonly counts: readonly number[];
}

export const FIGURE_NAMES = [
  "Column",
  "Currency",
  "Sum",
  "Lines rounded",
  "Difference",
  "Average, rounded",
  "Lowest",
  "Highest",
  "Numbers",
  "Blank",
  "Not a number",
] as const;

export function figureLines(
  names: readonly TotalledName[],
  figures: readonly CellTotals[],
): readonly FigureLine[] {
  return names.flatMap(({ column }, index) => {
    const figure = figures[index];
    if (figure === undefined) return [];
    const { currencies, blanks, others } = figure;
    return currencies.map((line) => ({
      key: column.key,
      label: column.label,
      currency: currencyName(line.currency),
      amounts: [line.sum, line.roundedSum, line.difference, line.average, line.min, line.max],
      counts: [line.numbers, blanks, others],
    }));
  });
}

/** Tab-separated, exact; says so when rows are missing. */
export function linesAsText(lines: readonly FigureLine[], isWhole: boolean): string {
  const table = lines.map(({ label, currency, amounts, counts }) =>
    [label, currency, ...amounts, ...counts].join("\t"),
  );
  const note = isWhole ? [] : ["so far: rows of the report are missing"];
  return [FIGURE_NAMES.join("\t"), ...table, ...note].join("\r\n");
}
