/** What people read about their saved views: when the browser can't keep them, after an import. */

import { shelfWords } from "../../words/en/shelf.ts";
import { MAX_VIEWS, type ReadViews } from "./savedViews.ts";
import type { ShelfProblem } from "./viewShelf.ts";

export function problemWords(problem: ShelfProblem): string {
  return shelfWords.problems[problem](MAX_VIEWS);
}

/** `added` of the views read are new here; undefined `read` for a file that holds none. */
export function importWords(read: ReadViews | "newer" | undefined, added: number): string {
  if (read === "newer") return shelfWords.newer;
  if (read === undefined) return shelfWords.noViews;
  const known = read.views.length - added;
  return [
    shelfWords.imported(added),
    known === 0 ? "" : shelfWords.known(known),
    read.leftOut === 0 ? "" : shelfWords.leftOut(read.leftOut),
    read.notUnderstood === 0 ? "" : shelfWords.notUnderstood(read.notUnderstood),
  ]
    .filter((part) => part !== "")
    .join(" ");
}
