/** What columns are taken for, and why. */

import { area } from "../area.ts";
import { countText, counted } from "../figures.ts";

export const kindWords = area("kinds", {
  names: {
    text: "text",
    id: "id",
    integer: "integer",
    decimal: "decimal",
    money: "money",
    date: "date",
    datetime: "datetime",
    boolean: "boolean",
  },
  /** What each kind does to its values. */
  meanings: {
    text: "sorted as words, never added up",
    id: "every digit and leading zero kept, never added up",
    integer: "whole numbers, sorted by value",
    decimal: "numbers, sorted by value, points aligned",
    money: "amounts in a currency, added up per currency",
    date: "days, sorted by time",
    datetime: "days with a time, sorted by time",
    boolean: "true or false",
  },
  /** What so many of all values are. */
  values: {
    id: (fitting: number, all: number) => `${ofAll(fitting, all)} are whole numbers`,
    integer: (fitting: number, all: number) => `${ofAll(fitting, all)} are whole numbers`,
    decimal: (fitting: number, all: number) => `${ofAll(fitting, all)} are decimals`,
    money: (fitting: number, all: number) => `${ofAll(fitting, all)} are decimals`,
    date: (fitting: number, all: number) => `${ofAll(fitting, all)} are dates`,
    datetime: (fitting: number, all: number) => `${ofAll(fitting, all)} are dates with a time`,
    boolean: (fitting: number, all: number) => `${ofAll(fitting, all)} are true or false`,
  },
  noValues: "no values",
  noNumber: (all: number) => `none of ${counted(all, "value")} is a number`,
  staysText: (fitting: number, all: number) =>
    `${ofAll(fitting, all)} are numbers; ${countText(all - fitting)} ${all - fitting === 1 ? "is" : "are"} not, so it stays text`,
  namedAmount: "named like an amount",
  besideCurrency: "beside a currency",
  namedId: "named like an id",
  likeId: "with leading zeros or too many digits for a count",
  provisional: "provisional while rows arrive",
  noCurrency: "no currency stated",
  inCurrency: (code: string) => `in ${code}`,
  currencyOf: (column: string) => `in the currency of column ${column}`,
  moneyIn: (currency: string) => `money, ${currency}`,
  kind: (what: string) => `Kind: ${what}.`,
  kindAs: (what: string, reason: string) => `Kind: ${what}, as ${reason}.`,
  kindChosen: (what: string, found: string, reason: string) =>
    `Kind: ${what}, chosen. Found: ${found}, as ${reason}.`,
  title: "Kind: ",
  legend: "Kind",
  foundAs: (found: string, reason: string) => `Found: ${found}, as ${reason}.`,
  currency: "Currency",
  asFound: (currency: string) => `As found: ${currency}`,
  oneCode: "One code for all rows…",
  inColumn: "In the column",
  code: "Currency code",
  badCode: "Letters and digits only, such as EUR.",
  apply: "Apply",
});

function ofAll(fitting: number, all: number): string {
  return `${countText(fitting)} of ${counted(all, "value")}`;
}
