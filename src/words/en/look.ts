/** How the page looks and speaks to this person. */

import { area } from "../area.ts";

export const lookWords = area("look", {
  title: "Appearance",
  theme: "Theme",
  themes: { system: "Like the system", light: "Light", dark: "Dark" },
  rows: "Rows",
  heights: {
    compact: "Compact: more rows on the screen",
    comfortable: "Comfortable: more room for each row",
  },
  language: "Language",
  browsers: "Like the browser",
  /** The host’s choice. */
  usualHere: (language: string) => `As usual here (${language})`,
  numbers: "Numbers and dates",
  numbersHint:
    "How they are drawn: gaps between digits, the decimal sign, the order of dates. “Cell value”, copies and files keep the report’s own text.",
  reports: "As in the report",
  order: "Order of texts",
  orderHint:
    "Whose alphabet texts are sorted by. It is part of the view: whoever opens your link sees your order, and links you open keep theirs.",
  everybodys: "The same for everybody",
  otherOrder: (order: string) => `The view you see came with another order: “${order}”.`,
  ownOrder: "Sort it in my order",
  notLoaded: "This language could not be loaded. Reload the page and try again.",
  kept: "Kept in this browser. Only the order of texts is part of links.",
});
