/** Finding a text in the cells on screen. */

import { area } from "../area.ts";
import { counted, countText } from "../figures.ts";

export const findWords = area("find", {
  open: "Find in the grid…",
  bar: "Find",
  field: "Find in the grid",
  next: "Next match",
  previous: "Previous match",
  close: "Close find",
  status: "Matches",
  place: "Current match",
  looking: "Looking…",
  failed: "The search failed. Try again.",
  none: "Not found",
  noneInSight: "None in sight",
  at: (number: number, count: number) => `${countText(number)} of ${countText(count)}`,
  matches: (count: number) => counted(count, "match", "matches"),
  soFar: (matches: string) => `${matches} so far`,
  folded: (matches: string, count: number) =>
    `${matches} · ${countText(count)} more in folded groups`,
});
