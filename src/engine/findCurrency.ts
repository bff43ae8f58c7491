/**
 * Which currency the amounts of a column are in: the code its header states, else the currency
 * column that is nearest to it by name, then by place. Nothing is guessed from the amounts.
 */

import type { CurrencySource } from "../model/column.ts";
import { isNamedCurrency, statedCurrency, wordsOf } from "./columnName.ts";
import type { ColumnProfile, ProfiledColumn } from "./columnProfile.ts";
import { ValueClass } from "./valueClass.ts";

/** A column of currency codes: it is named so, and all its values are three capital letters. */
export function isCurrencyColumn(profile: ColumnProfile, name: string): boolean {
  const codes = profile.count(ValueClass.currency);
  return codes > 0 && codes === profile.values && isNamedCurrency(name);
}

export function findCurrency(
  amounts: ProfiledColumn,
  currencies: readonly ProfiledColumn[],
): CurrencySource | undefined {
  const code = statedCurrency(amounts.name);
  if (code !== undefined) return { from: "code", code };
  const words = wordsOf(amounts.name);
  let nearest: ProfiledColumn | undefined;
  let best: Nearness | undefined;
  for (const currency of currencies) {
    const nearness = nearnessOf(words, amounts.id, currency);
    if (best !== undefined && !isNearer(nearness, best)) continue;
    nearest = currency;
    best = nearness;
  }
  return nearest && { from: "column", column: nearest.id };
}

interface Nearness {
  /** Words of the currency's name, other than "currency code", that the amount's name has too. */
  readonly contained: number;
  readonly prefix: number;
  readonly distance: number;
}

function nearnessOf(words: readonly string[], place: number, currency: ProfiledColumn): Nearness {
  const currencyWords = wordsOf(currency.name);
  const base = currencyWords.filter((word) => !CURRENCY_WORDS.has(word));
  const differing = words.findIndex((word, at) => word !== currencyWords[at]);
  return {
    contained: base.every((word) => words.includes(word)) ? base.length : 0,
    prefix: differing === -1 ? words.length : differing,
    distance: Math.abs(currency.id - place),
  };
}

function isNearer(a: Nearness, b: Nearness): boolean {
  if (a.contained !== b.contained) return a.contained > b.contained;
  return a.prefix === b.prefix ? a.distance < b.distance : a.prefix > b.prefix;
}

const CURRENCY_WORDS = new Set(["currency", "ccy", "curr", "code"]);
