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
    id: ofAll("a whole number", "whole numbers"),
    integer: ofAll("a whole number", "whole numbers"),
    decimal: ofAll("a decimal", "decimals"),
    money: ofAll("a decimal", "decimals"),
    date: ofAll("a date", "dates"),
    datetime: ofAll("a date with a time", "dates with a time"),
    boolean: ofAll("true or false"),
  },
  noValues: "there are no values",
  noNumber: (all: number) =>
    all === 1 ? "the only value is not a number" : `none of ${counted(all, "value")} is a number`,
  staysText: (fitting: number, all: number) =>
    `${ofAll("a number", "numbers")(fitting, all)}; ${countText(all - fitting)} ${all - fitting === 1 ? "is" : "are"} not, so it stays text`,
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

/** How many of all values are so: "1 of 2 values is a date". */
function ofAll(one: string, many = one) {
  return (fitting: number, all: number) =>
    `${countText(fitting)} of ${counted(all, "value")} ${fitting === 1 ? `is ${one}` : `are ${many}`}`;
}
