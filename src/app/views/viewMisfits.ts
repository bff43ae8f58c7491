/**
 * What of a view can't be shown of this report, in words: for each column it lacks, what the view says
 * about it. Pure.
 */

import { pictureWords } from "../../words/en/picture.ts";
import type { ColumnKey } from "../../model/column.ts";
import type { ViewState } from "../../model/viewState.ts";
import { shelfWords } from "../../words/en/shelf.ts";
import { filterText, valueName } from "../filterText.ts";
import { keyName } from "../viewText.ts";

/** "the filter “Client is Acme”", "the order by Client"; in the order of the view's parts. */
export function viewMisfits(view: ViewState, unknown: readonly ColumnKey[]): readonly string[] {
  const words = shelfWords.misfits;
  const lacks = new Set(unknown);
  const named = (keys: Iterable<ColumnKey>, wordsOf: (name: string) => string) =>
    [...keys].filter((key) => lacks.has(key)).map((key) => wordsOf(missingName(key)));
  const {
    shown = [],
    sort,
    filters,
    grouping,
    picture,
    pinned,
    kinds,
    currencies,
    totals = [],
    widths,
  } = view;
  const isAllShown = shown.length > 0 && shown.every((key) => lacks.has(key));
  return [
    ...(isAllShown ? [words.allColumns] : named(shown, words.column)),
    ...named(
      sort.map((key) => key.column),
      words.order,
    ),
    ...filters
      .filter(({ column }) => lacks.has(column))
      .map((filter) => words.filter(filterText(filter, missingName))),
    ...named(picture === undefined ? [] : [picture.by], pictureWords.misfit),
    ...named(grouping?.columns ?? [], words.groups),
    ...named([...pinned.left, ...pinned.right], words.edge),
    ...named(kinds.keys(), words.kind),
    ...[...currencies]
      .filter(([key, from]) => lacks.has(key) || (from.from === "column" && lacks.has(from.column)))
      .map(([key]) => words.currency(missingName(key))),
    ...named(totals, words.total),
    ...named(view.fill, words.fill),
    ...named(widths.keys(), words.width),
  ];
}

/** The name of a column that the report lacks; one without a header has a word of its own. */
export function missingName(key: ColumnKey): string {
  return valueName(keyName(key));
}
