/** What people read about their saved views: when the browser can't keep them, after an import. */

import { countText, counted } from "../../words/figures.ts";
import { MAX_VIEWS, type ReadViews } from "./savedViews.ts";
import type { ShelfProblem } from "./viewShelf.ts";

export function problemWords(problem: ShelfProblem): string {
  switch (problem) {
    case "noStorage":
      return "This browser keeps nothing for this page: views last until it is closed. Export them to keep them.";
    case "full":
      return "This browser has no room left for this page, so nothing was changed. Export the views and delete some.";
    case "tooMany":
      return `${countText(MAX_VIEWS)} views are the most that are kept, so nothing was changed. Delete some first.`;
    case "damaged":
      return "The saved views in this browser can’t be read. Saving a view replaces them.";
  }
}

/** `added` of the views read are new here; undefined `read` for a file that holds none. */
export function importWords(read: ReadViews | "newer" | undefined, added: number): string {
  if (read === "newer") {
    return "This file was made by a newer version of Billscope. Reload the page to get it.";
  }
  if (read === undefined) return "This is not a file of Billscope views. Nothing was changed.";
  const known = read.views.length - added;
  return [
    `${counted(added, "view")} imported.`,
    known === 0 ? "" : `${countText(known)} ${known === 1 ? "was" : "were"} here already.`,
    read.leftOut === 0
      ? ""
      : `${counted(read.leftOut, "entry", "entries")} could not be read and ${read.leftOut === 1 ? "is" : "are"} left out.`,
    read.notUnderstood === 0
      ? ""
      : `${counted(read.notUnderstood, "part")} of the views ${read.notUnderstood === 1 ? "was" : "were"} not understood.`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}
