/** Words beside totals, as a bookkeeper says them. Amounts stay exact decimal texts throughout. */

import { counted } from "../../words/figures.ts";
import type { CurrencyTotals } from "../../model/totals.ts";

/** The code, or that there is none. */
export function currencyName(currency: string): string {
  return currency === "" ? "no currency stated" : currency;
}

/** "Lines rounded to cents", "Lines rounded to whole JPY". */
export function roundedName({ coinDigits, currency }: CurrencyTotals): string {
  if (coinDigits === 2) return "Lines rounded to cents";
  if (coinDigits === 0) return `Lines rounded to whole ${currency}`;
  return `Lines rounded to ${coinDigits} places`;
}

/** "12 places", "whole numbers": what an average is rounded to. */
export function placesText(digits: number): string {
  return digits === 0 ? "whole numbers" : counted(digits, "place");
}

/** "the same", "0.03 more", "0.0072 less": the rounded lines against the exact sum. */
export function differenceText(difference: string): string {
  const trimmed = trimZeros(difference);
  if (trimmed === "0") return "the same";
  return trimmed.startsWith("-") ? `${trimmed.slice(1)} less` : `${trimmed} more`;
}

/** Zeros at the end of a fraction say nothing about a difference. */
function trimZeros(amount: string): string {
  return amount.includes(".") ? amount.replace(/\.?0+$/, "") : amount;
}
