/**
 * What of a report's amounts can be chosen in a list: each in its currencies, those of the most
 * numbers first. Browsers take long over lists of many thousands, so rare currencies are left out.
 */

import type { Column, ColumnKey } from "../../model/column.ts";
import type { Measure } from "../../model/columnValues.ts";
import type { CellTotals } from "../../model/totals.ts";
import type { TotalledName } from "../../model/totalledColumns.ts";
import { inSentence } from "../inSentence.ts";
import { currencyName } from "../totals/totalText.ts";

export interface MeasureChoice {
  readonly id: string;
  /** "Cost, EUR". */
  readonly label: string;
  readonly column: Column;
  readonly measure: Measure;
}

export interface ChosenMeasure {
  readonly column: ColumnKey;
  readonly currency: string;
}

/** Of all amounts together; each has at least one. */
const MOST_CHOICES = 1000;

export function measureChoices(
  amounts: readonly TotalledName[],
  totals: readonly Pick<CellTotals, "currencies">[],
  /** Never left out. */
  chosen?: ChosenMeasure,
): readonly MeasureChoice[] {
  const most = MOST_CHOICES / amounts.length;
  return amounts.flatMap(({ column, total }, index) =>
    (totals[index]?.currencies ?? [])
      .filter(
        ({ currency }, at) =>
          at < most || (column.key === chosen?.column && currency === chosen.currency),
      )
      .map(({ currency }) => ({
        id: `${column.id} ${currency}`,
        label: inSentence(`${column.label}, ${currencyName(currency)}`),
        column,
        measure: { total, currency },
      })),
  );
}
