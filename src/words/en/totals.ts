/** Exact figures of what is shown and of what is selected. */

import { area } from "../area.ts";
import { counted } from "../figures.ts";

export const totalWords = area("totals", {
  region: "Totals",
  failed: "The totals can’t be made right now.",
  none: "No column is totalled",
  all: "All figures",
  allSoFar: "All figures so far",
  /** With the column’s name. */
  shown: "{column} shown",
  shownSoFar: "{column} shown so far",
  noAmounts: "no amounts",
  leftOut: (cells: number) =>
    `without ${counted(cells, "cell")} that ${cells === 1 ? "is no number" : "are no numbers"}`,
  moreCurrencies: (count: number) => `and ${counted(count, "more currency", "more currencies")}`,
  noCurrency: "no currency stated",
  roundedToCents: "Lines rounded to cents",
  roundedToWhole: (currency: string) => `Lines rounded to whole ${currency}`,
  roundedToPlaces: (places: number) => `Lines rounded to ${counted(places, "place")}`,
  wholeNumbers: "whole numbers",
  places: (count: number) => counted(count, "place"),
  same: "the same",
  less: (amount: string) => `${amount} less`,
  more: (amount: string) => `${amount} more`,
  noneYet: "No amounts are totalled. Choose columns below.",
  choose: "Columns totalled",
  totalMoney: "Total all amounts of money",
  copy: "Copy figures",
  figures: "Figures",
  heads: {
    column: "Column",
    currency: "Currency",
    sum: "Sum",
    rounded: "Lines rounded",
    difference: "Difference",
    average: (rounding: string) => `Average, rounded to ${rounding}`,
    lowest: "Lowest",
    highest: "Highest",
    numbers: "Numbers",
    blank: "Blank",
    others: "Not a number",
  },
  sumsPlaces: "its sum’s places",
  missing: "so far: rows of the report are missing",
  selection: "Selection",
  fromTo: (first: string, last: string) => `${first} to ${last}`,
  selected: (cells: number, isWhole: boolean) =>
    `${counted(cells, "cell")}${isWhole ? "" : " so far"}`,
  selectedNumbers: (cells: number, numbers: number, isWhole: boolean) =>
    `${counted(cells, "cell")}, ${counted(numbers, "number")}${isWhole ? "" : " so far"}`,
  /** Each with its amount. */
  average: (rounding: string) => `average {amount}, rounded to ${rounding}`,
  least: "min {amount}",
  most: "max {amount}",
  copying: "Copying…",
  tooLarge: "Too much for the clipboard",
  exportInstead: "Export the view instead",
});
