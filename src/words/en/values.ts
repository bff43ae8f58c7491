/** The list of a column's values, and the span of its numbers or dates. */

import { area } from "../area.ts";
import { countText } from "../figures.ts";

export const valueWords = area("values", {
  value: "value",
  values: "values",
  row: "row",
  rows: "rows",
  /** What bars and shares are of. */
  shareOf: "Share of",
  allRows: "Rows",
  counting: "Counting…",
  cannotList: "The values can’t be listed.",
  noneFound: "No value has this text in it.",
  found: (found: string, all: string) => `${found} of ${all}`,
  soFar: (words: string) => `${words} so far`,
  chosen: (words: string, count: string) => `${words}, ${count} chosen`,
  list: "Values",
  onlyThis: "Only this",
  onlyThisOf: (value: string) => `Only this: ${value}`,
  selectAll: "Select all",
  selectFound: (count: number) => `Select ${count === 1 ? "the" : "all"} ${countText(count)} found`,
  selectNone: "Select none",
  tooMany: (most: string) =>
    `More than ${most} values make no filter that a link could hold. Type to find fewer.`,
  /** Instead of ticking all that were found. */
  containsInstead: (text: string) => `Use “contains ${text}” instead`,
  excludesInstead: (text: string) => `Use “does not contain ${text}” instead`,
  span: "Span",
  cannotSpan: "The span can’t be read.",
  noNumbers: "No cell here is a number or a date.",
  /** Before the least and the greatest. */
  from: "from",
  to: "to",
  /** Where the others are not: blanks and texts. */
  outside: (rows: string) => `${rows} without a number or date`,
  /** Where most rows are. */
  most: (from: string, to: string, rows: string, all: string) =>
    from === to
      ? `Most are ${from}: ${rows} of ${all}`
      : `Most from ${from} to ${to}: ${rows} of ${all}`,
  bin: (from: string, to: string, rows: string) =>
    from === to ? `${from}: ${rows}` : `${from} to ${to}: ${rows}`,
});
