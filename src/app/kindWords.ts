/**
 * What a column's kind means and why it was found, in words. A kind is a promise about what happens
 * to the values, so the words say that rather than name a type.
 */

import type { Column, ColumnKind, CurrencySource } from "../model/column.ts";
import { countText, counted } from "../words/figures.ts";

/** What each kind does to its values. */
export const KIND_MEANINGS: Record<ColumnKind, string> = {
  text: "sorted as words, never added up",
  id: "every digit and leading zero kept, never added up",
  integer: "whole numbers, sorted by value",
  decimal: "numbers, sorted by value, points aligned",
  money: "amounts in a currency, added up per currency",
  date: "days, sorted by time",
  datetime: "days with a time, sorted by time",
  boolean: "true or false",
};

/** What all values of a column of this kind are. */
const VALUE_NAMES: Record<Exclude<ColumnKind, "text">, string> = {
  id: "whole numbers",
  integer: "whole numbers",
  decimal: "decimals",
  money: "decimals",
  date: "dates",
  datetime: "dates with a time",
  boolean: "true or false",
};

/** Why the column was found to be of its kind: "1,204 of 1,204 values are decimals; named like…". */
export function reasonWords(
  found: Pick<Column, "kind" | "reason" | "fractionDigits">,
  isSettled: boolean,
): string {
  const parts = [
    valueWords(found),
    nameWords(found),
    isSettled ? "" : "provisional while rows arrive",
  ];
  return parts.filter((part) => part !== "").join("; ");
}

function valueWords({
  kind,
  reason: { values, fitting },
  fractionDigits,
}: Pick<Column, "kind" | "reason" | "fractionDigits">): string {
  if (values === 0) return "no values";
  if (kind !== "text") {
    const isWhole = kind === "money" && fractionDigits === 0;
    const names = isWhole ? "whole numbers" : VALUE_NAMES[kind];
    return `${ofAll(fitting, values)} are ${names}`;
  }
  if (fitting === 0) return `none of ${counted(values, "value")} is a number`;
  const others = values - fitting;
  const staying = `${countText(others)} ${others === 1 ? "is" : "are"} not, so it stays text`;
  return `${ofAll(fitting, values)} are numbers; ${staying}`;
}

function ofAll(fitting: number, values: number): string {
  return `${countText(fitting)} of ${counted(values, "value")}`;
}

function nameWords({ kind, reason: { values, named } }: Pick<Column, "kind" | "reason">): string {
  if (values === 0) return "";
  if (kind === "money") return named ? "named like an amount" : "beside a currency";
  if (kind !== "id") return "";
  return named ? "named like an id" : "with leading zeros or too many digits for a count";
}

/** "in the currency of column Currency", "in EUR", "no currency stated". */
export function currencyWords(
  currency: CurrencySource | undefined,
  columns: readonly Pick<Column, "label">[],
): string {
  if (currency === undefined) return "no currency stated";
  if (currency.from === "code") return `in ${currency.code}`;
  return `in the currency of column ${columns[currency.column]?.label ?? currency.column + 1}`;
}
