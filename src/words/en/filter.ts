/** Filters, as sentences and while they are made. */

import { area } from "../area.ts";
import { countText } from "../figures.ts";

export const filterWords = area("filter", {
  conditions: {
    is: "is",
    isnt: "is not",
    contains: "contains",
    excludes: "does not contain",
    starts: "starts with",
    ends: "ends with",
    matches: "matches pattern",
    eq: "=",
    ne: "≠",
    lt: "<",
    lte: "≤",
    gt: ">",
    gte: "≥",
    between: "between",
    blank: "is blank",
    notblank: "is not blank",
  },
  isOneOf: "is one of",
  isNoneOf: "is none of",
  /** Between the last two of several values, and of the two ends of a range. */
  or: " or ",
  nor: " nor ",
  and: " and ",
  noneOfValues: "none of the values",
  more: (count: number) => `${countText(count)} more`,
  blankValue: "(blank)",
  quoted: (text: string) => `“${text}”`,
  list: "Filters",
  add: "Add filter",
  edit: (words: string) => `Edit filter: ${words}`,
  remove: (words: string) => `Remove filter: ${words}`,
  title: "Filter: ",
  column: "Column",
  condition: "Condition",
  groups: {
    values: "Values",
    text: "Text",
    compare: "Numbers and dates",
    blank: "Blank cells",
  },
  apply: "Apply",
  from: "From",
  to: "To",
  value: "Value",
  patternHint: "A regular expression, such as ^CDN|Cloud$. Upper and lower case are alike.",
  needsChoice: "Choose at least one value.",
  needsValue: "Enter a value. For empty cells choose “is blank”.",
  needsText: "Enter a text.",
  either: (typed: string, whole: string, decimal: string) =>
    `“${typed}” can be read in two ways: write ${whole} or ${decimal}.`,
});
