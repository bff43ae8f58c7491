/** All figures of the totalled columns as lines of a table, and as text for a spreadsheet. */

import type { ColumnKey } from "../../model/column.ts";
import { tabField } from "../../model/tabField.ts";
import type { CellTotals } from "../../model/totals.ts";
import { currencyName, placesText } from "./totalText.ts";
import type { TotalledName } from "../../model/totalledColumns.ts";
import { totalWords } from "../../words/en/totals.ts";

export interface FigureLine {
  readonly key: ColumnKey;
  readonly label: string;
  readonly currency: string;
  /** Digits after the point of the average. */
  readonly averageDigits: number;
  /** Sum, lines rounded, difference, average, lowest, highest. */
  readonly amounts: readonly string[];
  /** Numbers, blank cells, other cells. The last two are of the whole column. */
  readonly counts: readonly number[];
}

/** Heads of the columns; the average's says how it is rounded. */
export function figureNames(lines: readonly FigureLine[]): readonly string[] {
  const [first] = lines;
  const isSame = lines.every(({ averageDigits }) => averageDigits === first?.averageDigits);
  const rounding =
    first === undefined || !isSame ? totalWords.sumsPlaces : placesText(first.averageDigits);
  const { heads } = totalWords;
  return [
    heads.column,
    heads.currency,
    heads.sum,
    heads.rounded,
    heads.difference,
    heads.average(rounding),
    heads.lowest,
    heads.highest,
    heads.numbers,
    heads.blank,
    heads.others,
  ];
}

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
      averageDigits: line.averageDigits,
      amounts: [line.sum, line.roundedSum, line.difference, line.average, line.min, line.max],
      counts: [line.numbers, blanks, others],
    }));
  });
}

/** Tab-separated, exact; says so when rows are missing. */
export function linesAsText(lines: readonly FigureLine[], isWhole: boolean): string {
  const table = lines.map(({ label, currency, amounts, counts }) =>
    [tabField(label), tabField(currency), ...amounts, ...counts].join("\t"),
  );
  const note = isWhole ? [] : [totalWords.missing];
  return [figureNames(lines).join("\t"), ...table, ...note].join("\r\n");
}
