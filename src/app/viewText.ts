/**
 * What a link carries, in words: for the person who opens one and for the one who shares it. Names
 * of columns come from the link itself, as no report is needed to say this.
 */

import type { LinkUnread } from "../link/decodeView.ts";
import type { ColumnKey } from "../model/column.ts";
import type { ViewState } from "../model/viewState.ts";
import { viewWords } from "../words/en/view.ts";
import { inSentence } from "./inSentence.ts";

/** " with 2 filters, sorted by Cost"; empty for the view a report opens with. */
export function viewText(view: ViewState): string {
  const parts = [
    view.filters.length > 0 ? viewWords.filters(view.filters.length) : "",
    view.search === "" ? "" : viewWords.search(inSentence(view.search)),
    view.sort.length > 0 ? viewWords.sort(namesOf(view.sort.map(({ column }) => column))) : "",
    view.grouping === undefined ? "" : viewWords.groups(namesOf(view.grouping.columns)),
    view.shown === undefined ? "" : viewWords.columns(view.shown.length),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : ` ${parts.join(", ")}`;
}

/** "2 parts of this link were not understood: a, b."; empty when all of it was. */
export function unreadText({ notUnderstood, newer, cut }: LinkUnread): string {
  if (newer) return viewWords.newerLink;
  const parts =
    notUnderstood.length === 0
      ? ""
      : viewWords.notUnderstood(notUnderstood.length, notUnderstood.join(", "));
  const cutText = cut ? viewWords.cutLink : "";
  return [parts, cutText].filter((text) => text !== "").join(". ");
}

function namesOf(keys: readonly ColumnKey[]): string {
  return keys.map((key) => inSentence(keyName(key))).join(", ");
}

/** A column's header from its name in a link: `Cost~2` is the second column of that name. */
export function keyName(key: ColumnKey): string {
  return key.replaceAll("~~", "~");
}
