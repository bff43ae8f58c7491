/** What a view link carries, in words: as one sentence, and part by part. Pure. */

import type { LinkedData } from "../../link/format.ts";
import type { ColumnKey } from "../../model/column.ts";
import { fingerprintWords } from "../../model/fingerprint.ts";
import type { ViewGrouping } from "../../model/grouping.ts";
import type { ViewState } from "../../model/viewState.ts";
import type { OpenReport } from "../data/reportSession.ts";
import { isLoading } from "../data/reportSession.ts";
import { allOf } from "../../words/figures.ts";
import { shareWords as words } from "../../words/en/share.ts";
import { filterText, valueName } from "../filterText.ts";
import { inSentence } from "../inSentence.ts";
import { linesWords } from "../../words/en/lines.ts";
import { pictureWords } from "../../words/en/picture.ts";
import { collationName } from "../look/collationName.ts";
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
    isFile ? words.aFileView : words.reportId,
    shown === undefined ? "" : words.columns(shown.length),
    filters.length === 0 ? "" : filtersText(view),
    search === "" ? "" : words.search(inSentence(search)),
    sort.length === 0 && view.collation === undefined ? "" : words.order,
    view.fill.length === 0 ? "" : linesWords.filledCount(view.fill.length),
    grouping === undefined ? "" : words.groups(grouping.columns.length),
    view.picture === undefined ? "" : pictureWords.aPicture,
    layoutWords(view),
    data.fingerprint === undefined ? "" : words.fingerprintOf(data.rowCount ?? 0),
  ].filter((part) => part !== "");
  return words.carries(allOf(parts));
}

export function linkContents(
  view: ViewState,
  data: LinkedData,
  columnCount: number,
  labelOf: LabelOf,
  isFile = false,
): readonly LinkPartWords[] {
  const { names } = words;
  const parts: readonly LinkPartWords[] = [
    isFile
      ? { name: names.file, says: words.notTheFile }
      : { name: names.report, says: words.itsId },
    { name: names.columns, says: columnWords(view, columnCount) },
    {
      name: names.filters,
      says: view.filters.map((filter) => filterText(filter, labelOf)).join("; ") || words.none,
    },
    { name: names.search, says: view.search === "" ? words.none : words.quoted(view.search) },
    { name: names.order, says: orderWords(view, labelOf) },
    {
      name: names.groups,
      says: view.grouping === undefined ? "" : groupWords(view.grouping, labelOf),
    },
    { name: linesWords.lines, says: readingWords(view, labelOf) },
    {
      name: pictureWords.title,
      says: view.picture === undefined ? "" : pictureWords.carried(labelOf(view.picture.by)),
    },
    { name: names.layout, says: layoutWords(view) },
    {
      name: names.data,
      says:
        data.fingerprint === undefined
          ? words.noFingerprint
          : words.fingerprint(fingerprintWords(data.fingerprint), data.rowCount ?? 0),
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
  if (open !== undefined && isLoading(open.load)) return words.loading;
  return open?.data?.table.sealed === true ? words.unable : words.incomplete;
}

/** What leaving the filter values out changes; undefined when there are none. */
export function leftOutWords(view: ViewState): string | undefined {
  const filters = view.filters.length - withoutFilterValues(view).filters.length;
  const parts = [
    filters === 0 ? "" : words.filters(filters),
    view.search === "" ? "" : words.theSearch,
  ].filter((part) => part !== "");
  return parts.length === 0 ? undefined : allOf(parts);
}

/** A long list of names is told by its first. */
const NAMED = 3;

function filtersText({ filters }: ViewState): string {
  const names = namesInFilters(filters);
  if (names.length === 0) return words.filters(filters.length);
  const named = names.slice(0, NAMED).map((value) => inSentence(valueName(value)));
  const more = names.length - named.length;
  const list = more === 0 ? allOf(named) : words.andMore(named.join(", "), more);
  return words.filtersWith(filters.length, names.length, list);
}

function columnWords({ shown }: ViewState, columnCount: number): string {
  if (shown === undefined) return words.allColumns;
  return columnCount === 0
    ? words.someColumns(shown.length)
    : words.ofColumns(shown.length, columnCount);
}

function orderWords({ sort, collation }: ViewState, labelOf: LabelOf): string {
  const order = sort.length === 0 ? words.reportsOrder : sortWords(sort, labelOf);
  return collation === undefined ? order : words.alphabet(order, collationName(collation));
}

function sortWords(sort: ViewState["sort"], labelOf: LabelOf): string {
  return sort
    .map(({ column, descending }) =>
      descending ? words.descending(labelOf(column)) : words.ascending(labelOf(column)),
    )
    .join(words.thenSort);
}

function groupWords({ columns, open, byRows }: ViewGrouping, labelOf: LabelOf): string {
  const named = columns.map(labelOf).join(words.thenBy);
  const groups = open ? words.groupsOpen(named) : words.groupsFolded(named);
  if (byRows === undefined) return groups;
  return `${groups}, ${byRows === "descending" ? words.mostRows : words.fewestRows}`;
}

function readingWords({ lines, fill }: ViewState, labelOf: LabelOf): string {
  const named = fill.map(labelOf).join(", ");
  return [
    lines === undefined ? "" : lines === "sent" ? linesWords.allAsSent : linesWords.withoutLines,
    fill.length === 0 ? "" : linesWords.filledColumns(named),
  ]
    .filter((part) => part !== "")
    .join("; ");
}

function layoutWords({ pinned, widths, kinds, currencies, totals, exact }: ViewState): string {
  const pins = pinned.left.length + pinned.right.length;
  return [
    pins === 0 ? "" : words.pins(pins),
    widths.size === 0 ? "" : words.widths(widths.size),
    kinds.size === 0 ? "" : words.kinds(kinds.size),
    currencies.size === 0 ? "" : words.currencies(currencies.size),
    totals === undefined ? "" : words.totals(totals.length),
    exact ? words.exact : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}
