/**
 * What of a view can't be shown of this report, in words: for each column it lacks, what the view says
 * about it. Pure.
 */

import type { ColumnKey } from "../../model/column.ts";
import type { ViewState } from "../../model/viewState.ts";
import { filterText } from "../filterText.ts";
import { keyName } from "../viewText.ts";

/** "the filter “Client is Acme”", "the order by Client"; in the order of the view's parts. */
export function viewMisfits(view: ViewState, unknown: readonly ColumnKey[]): readonly string[] {
  const lacks = new Set(unknown);
  const named = (keys: Iterable<ColumnKey>, wordsOf: (name: string) => string) =>
    [...keys].filter((key) => lacks.has(key)).map((key) => wordsOf(keyName(key)));
  const {
    shown = [],
    sort,
    filters,
    grouping,
    pinned,
    kinds,
    currencies,
    totals = [],
    widths,
  } = view;
  const isAllShown = shown.length > 0 && shown.every((key) => lacks.has(key));
  return [
    ...(isAllShown
      ? ["the choice of columns (all are shown)"]
      : named(shown, (name) => `the column ${name}`)),
    ...named(
      sort.map((key) => key.column),
      (name) => `the order by ${name}`,
    ),
    ...filters
      .filter(({ column }) => lacks.has(column))
      .map((filter) => `the filter “${filterText(filter, keyName)}”`),
    ...named(grouping?.columns ?? [], (name) => `the groups by ${name}`),
    ...named([...pinned.left, ...pinned.right], (name) => `${name} at the edge`),
    ...named(kinds.keys(), (name) => `the kind of ${name}`),
    ...[...currencies]
      .filter(([key, from]) => lacks.has(key) || (from.from === "column" && lacks.has(from.column)))
      .map(([key]) => `the currency of ${keyName(key)}`),
    ...named(totals, (name) => `the total of ${name}`),
    ...named(widths.keys(), (name) => `the width of ${name}`),
  ];
}
