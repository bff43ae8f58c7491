/**
 * What a column's kind means and why it was found, in words. A kind is a promise about what happens
 * to the values, so the words say that rather than name a type.
 */

import type { Column, CurrencySource } from "../model/column.ts";
import { kindWords } from "../words/en/kinds.ts";
import { inSentence } from "./inSentence.ts";

/** Why the column was found to be of its kind: "1,204 of 1,204 values are decimals; named like…". */
export function reasonText(
  found: Pick<Column, "kind" | "reason" | "fractionDigits">,
  isSettled: boolean,
): string {
  const parts = [valueText(found), nameText(found), isSettled ? "" : kindWords.provisional];
  return parts.filter((part) => part !== "").join("; ");
}

function valueText({
  kind,
  reason: { values, fitting },
  fractionDigits,
}: Pick<Column, "kind" | "reason" | "fractionDigits">): string {
  if (values === 0) return kindWords.noValues;
  if (kind !== "text") {
    const isWhole = kind === "money" && fractionDigits === 0;
    return kindWords.values[isWhole ? "integer" : kind](fitting, values);
  }
  return fitting === 0 ? kindWords.noNumber(values) : kindWords.staysText(fitting, values);
}

function nameText({ kind, reason: { values, named } }: Pick<Column, "kind" | "reason">): string {
  if (values === 0) return "";
  if (kind === "money") return named ? kindWords.namedAmount : kindWords.besideCurrency;
  if (kind !== "id") return "";
  return named ? kindWords.namedId : kindWords.likeId;
}

/** "in the currency of column Currency", "in EUR", "no currency stated". */
export function currencyText(
  currency: CurrencySource | undefined,
  columns: readonly Pick<Column, "label">[],
): string {
  if (currency === undefined) return kindWords.noCurrency;
  if (currency.from === "code") return kindWords.inCurrency(currency.code);
  return kindWords.currencyOf(
    inSentence(columns[currency.column]?.label ?? String(currency.column + 1)),
  );
}
