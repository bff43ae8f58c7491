/**
 * From a window of a column's values to the bars of a picture: the largest, sorted by amount, and
 * everything else as one. Together they are the total, to the last digit. Pure.
 */

import { countText, onePlaceText } from "../../words/figures.ts";
import type { ColumnValue, ValuePage } from "../../model/columnValues.ts";
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  formatDecimal,
  parseDecimal,
  subtractDecimals,
  ZERO,
} from "../../model/decimal.ts";

export interface Bar extends Pick<ColumnValue, "text" | "written" | "rows"> {
  /** The measured amount, exact; of rows their number. */
  readonly amount: string;
}

export interface Bars {
  readonly bars: readonly Bar[];
  readonly others: (Pick<Bar, "rows" | "amount"> & { readonly values: number }) | undefined;
  readonly total: string;
}

/** `page` begins at the first place and has one value more than `most`, for the blanks. */
export function pictureBars(page: ValuePage, most: number, isRows: boolean): Bars {
  const sized = page.values.flatMap((one) => {
    const amount = isRows ? String(one.rows) : one.sum;
    return amount === undefined ? [] : [{ ...one, amount, value: exact(amount) }];
  });
  const largest = sized
    .toSorted((a, b) => compareDecimals(sizeOf(b.value), sizeOf(a.value)))
    .slice(0, most)
    .sort((a, b) => compareDecimals(b.value, a.value));
  const total = isRows ? String(page.rows) : (page.sum ?? "0");
  const shown = largest.reduce((sum, { value }) => addDecimals(sum, value), ZERO);
  const rows = largest.reduce((sum, bar) => sum + bar.rows, 0);
  const values = page.distinct - largest.length;
  return {
    bars: largest,
    others:
      values > 0
        ? {
            values,
            rows: page.rows - rows,
            amount: formatDecimal(subtractDecimals(exact(total), shown)),
          }
        : undefined,
    total,
  };
}

export function sumOf(amounts: readonly string[]): string {
  return formatDecimal(amounts.map(exact).reduce(addDecimals, ZERO));
}

export interface BarPlace {
  /** Both 0 to 1, from the least to the greatest of all. */
  readonly start: number;
  readonly size: number;
  readonly negative: boolean;
}

/** Where each amount is drawn, with zero in one line: negative ones lie on its other side. */
export function barPlaces(amounts: readonly string[]): readonly BarPlace[] {
  const values = amounts.map(nearest);
  const low = Math.min(0, ...values);
  const span = Math.max(0, ...values) - low;
  return values.map((value) => ({
    start: span === 0 ? 0 : (Math.min(0, value) - low) / span,
    size: span === 0 ? 0 : Math.abs(value) / span,
    negative: value < 0,
  }));
}

/** "12 %", "0.4 %", "< 0.1 %"; empty where there is nothing to be part of. */
export function partText(amount: string, total: string): string {
  const [part, whole] = [nearest(amount), nearest(total)];
  const percent = (part / whole) * 100;
  if (!Number.isFinite(percent)) return "";
  const size = Math.abs(percent);
  if (size > 0 && size < 0.05) {
    return percent < 0 ? `> ${onePlaceText(-0.1)} %` : `< ${onePlaceText(0.1)} %`;
  }
  return size < 9.95 ? `${onePlaceText(percent)} %` : `${countText(Math.round(percent))} %`;
}

function nearest(amount: string): number {
  const value = Number(amount);
  return Math.max(-1e300, Math.min(1e300, Number.isNaN(value) ? 0 : value));
}

function exact(amount: string): Decimal {
  return parseDecimal(amount) ?? ZERO;
}

function sizeOf({ units, scale }: Decimal): Decimal {
  return { units: units < 0n ? -units : units, scale };
}
