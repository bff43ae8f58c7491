/**
 * What a link carries, in words: for the person who opens one and for the one who shares it. Names
 * of columns come from the link itself, as no report is needed to say this.
 */

import type { ColumnKey } from "../model/column.ts";
import type { ViewState } from "../model/viewState.ts";
import { counted } from "../words/figures.ts";
import { inSentence } from "./inSentence.ts";

/** " with 2 filters, sorted by Cost"; empty for the view a report opens with. */
export function viewWords(view: ViewState): string {
  const parts = [
    view.filters.length > 0 ? `with ${counted(view.filters.length, "filter")}` : "",
    view.search === "" ? "" : `searched for "${inSentence(view.search)}"`,
    view.sort.length > 0
      ? `sorted by ${view.sort.map((key) => inSentence(keyName(key.column))).join(", ")}`
      : "",
    view.grouping === undefined
      ? ""
      : `grouped by ${view.grouping.columns.map(keyName).join(", ")}`,
    view.shown === undefined ? "" : `showing ${counted(view.shown.length, "column")}`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : ` ${parts.join(", ")}`;
}

/** "2 parts of this link were not understood: a, b." */
export function partsText(parts: readonly string[]): string {
  const verb = parts.length === 1 ? "was" : "were";
  return `${counted(parts.length, "part")} of this link ${verb} not understood: ${parts.join(", ")}`;
}

/** A column's header from its name in a link: `Cost~2` is the second column of that name. */
export function keyName(key: ColumnKey): string {
  return key.replaceAll("~~", "~");
}
