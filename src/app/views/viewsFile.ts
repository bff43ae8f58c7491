/** Saved views out to a file and in from one. The file is text; reading it never throws. */

import { saveBlob } from "../saveBlob.ts";
import { MAX_TEXT, readViews, type SavedView, writeViews } from "./savedViews.ts";
import { importWords } from "./shelfText.ts";
import { isRefused, type ViewShelf } from "./viewShelf.ts";

export function saveViewsFile(views: readonly SavedView[]): void {
  const blob = new Blob([writeViews(views)], { type: "application/json" });
  saveBlob({ blob, name: "billscope-views.json" });
}

/** Gives what happened, in words. */
export async function takeViewsFile(
  file: Pick<Blob, "size" | "text">,
  shelf: ViewShelf,
): Promise<string> {
  const text = file.size > MAX_TEXT ? "" : await file.text().catch(() => "");
  const read = readViews(text);
  const added = typeof read === "object" ? shelf.add(read.views) : 0;
  // The dialog says then why nothing was changed.
  return added === 0 && isRefused(shelf.getSnapshot()) ? "" : importWords(read, added);
}
