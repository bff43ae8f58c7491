/** Words beside totals, as a bookkeeper says them. Amounts stay exact decimal texts throughout. */

import type { CurrencyTotals } from "../../model/totals.ts";
import { decimalMark } from "../../grid/localWriting.ts";
import { totalWords } from "../../words/en/totals.ts";

/** The code, or that there is none. */
export function currencyName(currency: string): string {
  return currency === "" ? totalWords.noCurrency : currency;
}

/** "Lines rounded to cents", "Lines rounded to whole JPY". */
export function roundedName({ coinDigits, currency }: CurrencyTotals): string {
  if (coinDigits === 2) return totalWords.roundedToCents;
  if (coinDigits === 0) return totalWords.roundedToWhole(currency);
  return totalWords.roundedToPlaces(coinDigits);
}

/** "12 places", "whole numbers": what an average is rounded to. */
export function placesText(digits: number): string {
  return digits === 0 ? totalWords.wholeNumbers : totalWords.places(digits);
}

/** "the same", "0.03 more", "0.0072 less": the rounded lines against the exact sum. */
export function differenceText(difference: string): string {
  const trimmed = trimZeros(difference).replace(".", decimalMark());
  if (trimmed === "0") return totalWords.same;
  return trimmed.startsWith("-") ? totalWords.less(trimmed.slice(1)) : totalWords.more(trimmed);
}

/** Zeros at the end of a fraction say nothing about a difference. */
function trimZeros(amount: string): string {
  return amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
}
