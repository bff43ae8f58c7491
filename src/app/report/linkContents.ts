/** What a view link carries, part by part, in words. Pure. */

import type { ColumnKey } from "../../model/column.ts";
import type { ViewState } from "../../model/viewState.ts";
import { countText, counted } from "../figures.ts";
import { filterWords } from "../filterWords.ts";

export interface LinkPartWords {
  readonly name: string;
  readonly says: string;
}

type LabelOf = (column: ColumnKey) => string;

export function linkContents(
  view: ViewState,
  columnCount: number,
  labelOf: LabelOf,
): readonly LinkPartWords[] {
  const layout = layoutWords(view);
  const parts: readonly LinkPartWords[] = [
    { name: "Report", says: "its id" },
    { name: "Columns", says: columnWords(view, columnCount) },
    {
      name: "Filters",
      says: view.filters.map((filter) => filterWords(filter, labelOf)).join("; ") || "none",
    },
    { name: "Search", says: view.search === "" ? "none" : `"${view.search}"` },
    { name: "Order", says: orderWords(view, labelOf) },
    { name: "Layout", says: layout },
  ];
  return layout === "" ? parts.slice(0, -1) : parts;
}

function columnWords({ shown }: ViewState, columnCount: number): string {
  if (shown === undefined) return "all, in the report's order";
  const count =
    columnCount === 0
      ? counted(shown.length, "column")
      : `${countText(shown.length)} of ${countText(columnCount)}`;
  return `${count}, in the order shown`;
}

function orderWords({ sort }: ViewState, labelOf: LabelOf): string {
  if (sort.length === 0) return "the report's own";
  return sort
    .map(
      ({ column, descending }) => `${labelOf(column)}, ${descending ? "descending" : "ascending"}`,
    )
    .join("; then ");
}

function layoutWords({ pinned, widths, kinds, currencies, totals, exact }: ViewState): string {
  const pins = pinned.left.length + pinned.right.length;
  return [
    pins === 0 ? "" : counted(pins, "pinned column"),
    widths.size === 0 ? "" : counted(widths.size, "changed width"),
    kinds.size === 0 ? "" : counted(kinds.size, "changed kind"),
    currencies.size === 0 ? "" : counted(currencies.size, "chosen currency", "chosen currencies"),
    totals === undefined ? "" : counted(totals.length, "totalled column"),
    exact ? "values exactly as in the report" : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}
