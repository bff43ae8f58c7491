/**
 * A view as the query part of its link, version 1 (docs/link-format.md). Defaults are left out,
 * values stay as written, and only what this list names ever gets in. The text is ASCII, so it is the
 * same in the dialog, the address bar and a message; its last character is a letter or a digit,
 * because programs cut punctuation off the end of a link.
 */

import type { ColumnKey } from "../model/column.ts";
import type { Filter } from "../model/filter.ts";
import type { ViewGrouping } from "../model/grouping.ts";
import { USUAL_SIZE, type ViewPicture } from "../model/picture.ts";
import type { SortKey } from "../model/query.ts";
import type { ViewState } from "../model/viewState.ts";
import { escapeAtom } from "./atom.ts";
import {
  END_MARK,
  GROUPS_OPEN,
  GROUPS_BY_ROWS,
  NEEDS_END,
  NONE,
  PICTURE_ROWS,
  RIGHT,
} from "./format.ts";
import type { ViewLink } from "./format.ts";

/** Without the question mark; empty for the default view. */
export function encodeView({ view, fingerprint, rowCount }: ViewLink): string {
  const parts = [...viewParts(view)];
  if (fingerprint !== undefined) {
    if (rowCount !== undefined) parts.push(`rows=${rowCount}`);
    parts.push(`data=${fingerprint}`);
  }
  const text = parts.join("&");
  const open = fingerprint === undefined && text.length > NEEDS_END;
  return open || /[^A-Za-z0-9]$/.test(text) ? `${text}&${END_MARK}` : text;
}

function* viewParts(view: ViewState): Generator<string> {
  if (view.shown !== undefined) yield `show=${keyList(view.shown)}`;
  if (view.sort.length > 0) yield `sort=${view.sort.map(sortItem).join(",")}`;
  if (view.collation !== undefined) yield `collate=${view.collation}`;
  for (const filter of view.filters) yield `where=${filterText(filter)}`;
  if (view.grouping !== undefined) yield `group=${groupItems(view.grouping)}`;
  if (view.picture !== undefined) yield `picture=${pictureItems(view.picture)}`;
  if (view.search !== "") yield `find=${escapeAtom(view.search)}`;
  if (view.also !== undefined) yield `also=${escapeAtom(view.also)}`;
  const { left, right } = view.pinned;
  if (left.length + right.length > 0) {
    const rightItems = right.map((key) => `${escapeAtom(key)}:${RIGHT}`);
    yield `pin=${[...left.map(escapeAtom), ...rightItems].join(",")}`;
  }
  if (view.widths.size > 0) yield `width=${items(view.widths, String)}`;
  if (view.kinds.size > 0) yield `kind=${items(view.kinds, String)}`;
  if (view.currencies.size > 0) {
    const text = items(view.currencies, (currency) =>
      currency.from === "code" ? escapeAtom(currency.code) : `by:${escapeAtom(currency.column)}`,
    );
    yield `money=${text}`;
  }
  if (view.totals !== undefined) yield `totals=${keyList(view.totals)}`;
  if (view.exact) yield "exact=1";
  if (view.lines !== undefined) yield `lines=${view.lines}`;
  if (view.fill.length > 0) yield `fill=${keyList(view.fill)}`;
}

function keyList(keys: readonly ColumnKey[]): string {
  return keys.length === 0 ? NONE : keys.map(escapeAtom).join(",");
}

function groupItems({ columns, open, byRows }: ViewGrouping): string {
  const words = columns.map(escapeAtom);
  if (open) words.push(GROUPS_OPEN);
  if (byRows !== undefined) words.push(GROUPS_BY_ROWS[byRows]);
  return words.join(",");
}

function pictureItems({ by, of, when, most }: ViewPicture): string {
  const words = [escapeAtom(by)];
  if (of === "rows") words.push(PICTURE_ROWS);
  else if (of !== undefined) words.push(`of:${escapeAtom(of.column)}:${escapeAtom(of.currency)}`);
  if (when !== undefined) words.push(`when:${escapeAtom(when)}`);
  if (most !== USUAL_SIZE) words.push(`top:${most}`);
  return words.join(",");
}

function sortItem({ column, descending }: SortKey<ColumnKey>): string {
  const atom = escapeAtom(column);
  if (descending) return `-${atom}`;
  return atom.startsWith("-") ? `${atom}:asc` : atom;
}

function filterText(filter: Filter<ColumnKey>): string {
  const start = `${escapeAtom(filter.column)}:${filter.kind}`;
  if (filter.kind === "is" || filter.kind === "isnt") {
    const values = filter.values.map(escapeAtom).join("|");
    return `${start}:${filter.values.length === 0 ? NONE : values}`;
  }
  if (filter.kind === "between") {
    return `${start}:${escapeAtom(filter.from)}|${escapeAtom(filter.to)}`;
  }
  return "value" in filter ? `${start}:${escapeAtom(filter.value)}` : start;
}

function items<Value>(
  map: ReadonlyMap<ColumnKey, Value>,
  textOf: (value: Value) => string,
): string {
  return [...map].map(([key, value]) => `${escapeAtom(key)}:${textOf(value)}`).join(",");
}
