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
  numbers: "Numbers and dates",
  numbersHint:
    "How they are drawn: gaps between digits, the decimal sign, the order of dates. “Cell value”, copies and files keep the report’s own text. The order of rows is the same for everyone.",
  reports: "As in the report",
  notLoaded: "This language could not be loaded. Reload the page and try again.",
  kept: "Kept in this browser. It is not part of any link.",
});
