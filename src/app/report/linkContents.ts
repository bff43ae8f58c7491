/** What a view link carries, in words: as one sentence, and part by part. Pure. */

import type { LinkedData } from "../../link/format.ts";
import type { ColumnKey } from "../../model/column.ts";
import { fingerprintWords } from "../../model/fingerprint.ts";
import type { ViewGrouping } from "../../model/grouping.ts";
import type { ViewState } from "../../model/viewState.ts";
import type { OpenReport } from "../data/reportSession.ts";
import { isLoading } from "../data/reportSession.ts";
import { countText, counted } from "../../words/figures.ts";
import { filterText, valueName } from "../filterText.ts";
import { namesInFilters, withoutFilterValues } from "./filterValues.ts";

export interface LinkPartWords {
  readonly name: string;
  readonly says: string;
}

type LabelOf = (column: ColumnKey) => string;

/** "It carries the report id, 4 columns, 2 filters including the names Acme GmbH and Globex, …" */
export function linkSentence(view: ViewState, data: LinkedData, isFile = false): string {
  const { shown, filters, grouping, search, sort } = view;
  const parts = [
    isFile ? "a view of a file" : "the report id",
    shown === undefined ? "" : counted(shown.length, "column"),
    filters.length === 0 ? "" : `${counted(filters.length, "filter")}${nameWords(view)}`,
    search === "" ? "" : `the search “${search}”`,
    sort.length === 0 ? "" : "the order of the rows",
    grouping === undefined ? "" : `groups by ${counted(grouping.columns.length, "column")}`,
    layoutWords(view),
    data.fingerprint === undefined
      ? ""
      : `the fingerprint of ${counted(data.rowCount ?? 0, "row")} of data`,
  ].filter((part) => part !== "");
  return `This link carries ${listWords(parts)}.`;
}

export function linkContents(
  view: ViewState,
  data: LinkedData,
  columnCount: number,
  labelOf: LabelOf,
  isFile = false,
): readonly LinkPartWords[] {
  const parts: readonly LinkPartWords[] = [
    isFile ? { name: "File", says: "neither it nor its name" } : { name: "Report", says: "its id" },
    { name: "Columns", says: columnWords(view, columnCount) },
    {
      name: "Filters",
      says: view.filters.map((filter) => filterText(filter, labelOf)).join("; ") || "none",
    },
    { name: "Search", says: view.search === "" ? "none" : `"${view.search}"` },
    { name: "Order", says: orderWords(view, labelOf) },
    { name: "Groups", says: view.grouping === undefined ? "" : groupWords(view.grouping, labelOf) },
    { name: "Layout", says: layoutWords(view) },
    {
      name: "Data",
      says:
        data.fingerprint === undefined
          ? "no fingerprint"
          : `fingerprint ${fingerprintWords(data.fingerprint)}, ${counted(data.rowCount ?? 0, "row")}`,
    },
  ];
  return parts.filter(({ says }) => says !== "");
}

/** What the link proves of the data here; nothing of a report that is not whole. */
export function linkedData(open: OpenReport | undefined): LinkedData {
  const table = open?.data?.table;
  return { fingerprint: table?.fingerprint, rowCount: table?.rowCount };
}

/** Why the link can't prove its numbers; undefined when it can. */
export function unprovenWords(open: OpenReport | undefined): string | undefined {
  if (linkedData(open).fingerprint !== undefined) return undefined;
  const meaning = "whoever opens it can’t check that the data is the same";
  if (open !== undefined && isLoading(open.load)) {
    return `The report is still loading, so this link has no fingerprint yet: ${meaning}. It gets one here as soon as all rows are in.`;
  }
  if (open?.data?.table.sealed === true) {
    return `This browser makes fingerprints on secure pages (https) only, so this link has none: ${meaning}.`;
  }
  return `The report is not complete, so this link has no fingerprint: ${meaning}.`;
}

/** What leaving the filter values out changes; undefined when there are none. */
export function leftOutWords(view: ViewState): string | undefined {
  const filters = view.filters.length - withoutFilterValues(view).filters.length;
  const parts = [
    filters === 0 ? "" : counted(filters, "filter"),
    view.search === "" ? "" : "the search",
  ].filter((part) => part !== "");
  return parts.length === 0 ? undefined : parts.join(" and ");
}

/** "a, b and c". */
function listWords(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

/** A long list of names is told by its first. */
const NAMED = 3;

function nameWords({ filters }: ViewState): string {
  const names = namesInFilters(filters);
  if (names.length === 0) return "";
  const named = names.slice(0, NAMED).map((value) => valueName(value));
  const more = names.length - named.length;
  const list = more === 0 ? listWords(named) : `${named.join(", ")} and ${countText(more)} more`;
  return ` including the ${names.length === 1 ? "name" : "names"} ${list}`;
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

function groupWords({ columns, open, byRows }: ViewGrouping, labelOf: LabelOf): string {
  const order =
    byRows === undefined ? "" : `, ${byRows === "descending" ? "most" : "fewest"} rows first`;
  return `by ${columns.map(labelOf).join(", then ")}, ${open ? "unfolded" : "folded"}${order}`;
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
