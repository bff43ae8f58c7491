/**
 * Every way a view can change, as one pure function from view and action to view. What stays the
 * same stays the same object, so that `===` tells whether anything changed. Lists of columns keep
 * no column twice. Where all columns are shown (`shown` is undefined) an action brings the
 * report's columns along: the view alone does not know them.
 */

import type { Collation } from "./collation.ts";
import type { ColumnKey, ColumnKind } from "./column.ts";
import type { Filter } from "./filter.ts";
import { MAX_GROUP_COLUMNS, type ViewGrouping } from "./grouping.ts";
import type { ViewPicture } from "./picture.ts";
import type { SortKey } from "./query.ts";
import { same } from "./same.ts";
import {
  CURRENCY_CODE,
  MAX_FILTERS,
  MAX_SORT_KEYS,
  MAX_WIDTH,
  type ViewCurrency,
  type ViewLines,
  type ViewState,
} from "./viewState.ts";

export type ViewAction =
  /** Ascending, descending, none. With `add` the other sort keys stay. */
  | { readonly type: "toggleSort"; readonly column: ColumnKey; readonly add: boolean }
  | { readonly type: "setSort"; readonly sort: readonly SortKey<ColumnKey>[] }
  | { readonly type: "setCollation"; readonly collation: Collation | undefined }
  | { readonly type: "addFilter"; readonly filter: Filter<ColumnKey> }
  /** All at once: one step back undoes them. */
  | { readonly type: "addFilters"; readonly filters: readonly Filter<ColumnKey>[] }
  | { readonly type: "replaceFilter"; readonly index: number; readonly filter: Filter<ColumnKey> }
  | { readonly type: "removeFilter"; readonly index: number }
  | {
      readonly type: "search";
      readonly text: string;
      readonly also?: string | undefined;
    }
  | { readonly type: "clearSearch" }
  /** Filters and search. */
  | { readonly type: "clearRows" }
  /** All rows, in the report's order. */
  | { readonly type: "showAll" }
  /** A column comes back to its place in the report. */
  | ({ readonly type: "showColumn"; readonly column: ColumnKey } & InReport)
  | ({ readonly type: "hideColumn"; readonly column: ColumnKey } & InReport)
  /** Many at once, one step back undoes them; of all columns, the first shown one stays. */
  | ({ readonly type: "showColumns"; readonly some: readonly ColumnKey[] } & InReport)
  | ({ readonly type: "hideColumns"; readonly some: readonly ColumnKey[] } & InReport)
  /** To the place of `before`, taking over whether that one is pinned; undefined for the end. */
  | ({
      readonly type: "moveColumn";
      readonly column: ColumnKey;
      readonly before: ColumnKey | undefined;
      /** The order on the screen, where groups made it another than the view's. */
      readonly shown?: readonly ColumnKey[] | undefined;
    } & InReport)
  /** All columns in the report's order, none pinned. */
  | { readonly type: "resetColumns" }
  /** In CSS pixels. */
  | { readonly type: "setWidth"; readonly column: ColumnKey; readonly width: number }
  | { readonly type: "setWidths"; readonly widths: ReadonlyMap<ColumnKey, number> }
  | { readonly type: "resetWidth"; readonly column: ColumnKey }
  | { readonly type: "pin"; readonly column: ColumnKey; readonly side: "left" | "right" }
  | { readonly type: "unpin"; readonly column: ColumnKey }
  /** What a column is taken for; undefined for what was found. A code that can't be one
   * (`CURRENCY_CODE`) changes nothing. */
  | {
      readonly type: "setMeaning";
      readonly column: ColumnKey;
      readonly kind: ColumnKind | undefined;
      readonly currency: ViewCurrency | undefined;
    }
  /** Undefined for the columns chosen by their kind. */
  | { readonly type: "setTotals"; readonly totals: readonly ColumnKey[] | undefined }
  | { readonly type: "setExact"; readonly exact: boolean }
  | { readonly type: "setLines"; readonly lines: ViewLines }
  /** Filling one more is also leaving the report as sent. */
  | { readonly type: "fill"; readonly columns: readonly ColumnKey[] }
  | { readonly type: "unfill"; readonly columns: readonly ColumnKey[] }
  | { readonly type: "setPicture"; readonly picture: ViewPicture | undefined }
  /** Groups by one more column, within the groups there are. */
  | { readonly type: "addGroup"; readonly column: ColumnKey }
  | { readonly type: "removeGroup"; readonly column: ColumnKey }
  /** One place outwards or inwards. */
  | { readonly type: "moveGroup"; readonly column: ColumnKey; readonly by: -1 | 1 }
  | { readonly type: "setGroupsOpen"; readonly open: boolean }
  | { readonly type: "setGroupsByRows"; readonly byRows: ViewGrouping["byRows"] };

interface InReport {
  /** All columns of the report, in its order. */
  readonly columns: readonly ColumnKey[];
}

/** Typing and dragging: their many steps share one history entry. */
export function isContinuous(action: ViewAction): boolean {
  return action.type === "search" || action.type === "setWidth";
}

export function changeView(view: ViewState, action: ViewAction): ViewState {
  switch (action.type) {
    case "toggleSort":
      return withSort(view, toggled(view.sort, action.column, action.add));
    case "setSort":
      return withSort(view, action.sort);
    case "setCollation":
      return view.collation === action.collation ? view : { ...view, collation: action.collation };
    case "addFilter":
      return view.filters.some((filter) => same(filter, action.filter))
        ? view
        : withFilters(view, [...view.filters, action.filter]);
    case "addFilters": {
      const fresh = action.filters.filter((one) => !view.filters.some((old) => same(old, one)));
      return withFilters(view, [...view.filters, ...fresh]);
    }
    case "replaceFilter":
      return withFilters(
        view,
        view.filters.map((filter, index) => (index === action.index ? action.filter : filter)),
      );
    case "removeFilter":
      return withFilters(
        view,
        view.filters.filter((_, index) => index !== action.index),
      );
    case "search":
      return withSearch(view, action.text, action.also);
    case "clearSearch":
      return withSearch(view, "");
    case "clearRows":
      return withFilters(withSearch(view, ""), []);
    case "showAll":
      return withSort(withGroups(changeView(view, { type: "clearRows" }), []), []);
    case "showColumn":
      return changeView(view, { ...action, type: "showColumns", some: [action.column] });
    case "hideColumn":
      return withShown(view, without(view.shown ?? action.columns, action.column), action.columns);
    case "showColumns": {
      const { some, columns } = action;
      const ranks = new Map(columns.map((key, rank) => [key, rank]));
      const add = (shown: readonly ColumnKey[] | undefined, key: ColumnKey) =>
        shownWith(shown, key, ranks);
      return withShown(view, some.reduce(add, view.shown), columns);
    }
    case "hideColumns": {
      const hidden = new Set(action.some);
      const before = view.shown ?? action.columns;
      const rest = before.filter((key) => !hidden.has(key));
      return withShown(view, rest.length === 0 ? before.slice(0, 1) : rest, action.columns);
    }
    case "moveColumn":
      return moved(view, action);
    case "resetColumns":
      return withPinned(withShown(view, undefined, []), { left: [], right: [] });
    case "setWidth":
      return withEntry(view, "widths", action.column, pixelsOf(action.width));
    case "setWidths": {
      const widths = new Map(view.widths);
      for (const [key, width] of action.widths) widths.set(key, pixelsOf(width));
      return same([...widths], [...view.widths]) ? view : { ...view, widths };
    }
    case "resetWidth":
      return withEntry(view, "widths", action.column, undefined);
    case "pin":
      return pinnedAt(view, action.column, action.side);
    case "unpin":
      return withPinned(view, unpinned(view, action.column));
    case "setMeaning": {
      const { column, kind, currency } = action;
      if (currency?.from === "code" && !CURRENCY_CODE.test(currency.code)) return view;
      return withEntry(withEntry(view, "kinds", column, kind), "currencies", column, currency);
    }
    case "setTotals": {
      const totals = action.totals && [...new Set(action.totals)];
      return same(totals, view.totals) ? view : { ...view, totals };
    }
    case "setExact":
      return view.exact === action.exact ? view : { ...view, exact: action.exact };
    case "setLines":
      return view.lines === action.lines ? view : { ...view, lines: action.lines };
    case "fill": {
      const fill = [...new Set([...view.fill, ...action.columns])];
      const lines = view.lines === "sent" ? "aside" : view.lines;
      return same(fill, view.fill) && lines === view.lines ? view : { ...view, fill, lines };
    }
    case "unfill": {
      const fill = view.fill.filter((key) => !action.columns.includes(key));
      return same(fill, view.fill) ? view : { ...view, fill };
    }
    case "setPicture":
      return same(view.picture, action.picture) ? view : { ...view, picture: action.picture };
    case "addGroup":
      return withGroups(view, [...groupsOf(view), action.column]);
    case "removeGroup":
      return withGroups(view, without(groupsOf(view), action.column));
    case "moveGroup": {
      const columns = groupsOf(view);
      const place = columns.indexOf(action.column);
      if (place < 0 || columns[place + action.by] === undefined) return view;
      const rest = without(columns, action.column);
      return withGroups(view, rest.toSpliced(place + action.by, 0, action.column));
    }
    case "setGroupsOpen":
      return withGrouping(view, { open: action.open });
    case "setGroupsByRows":
      return withGrouping(view, { byRows: action.byRows });
  }
}

function toggled(
  sort: readonly SortKey<ColumnKey>[],
  column: ColumnKey,
  add: boolean,
): readonly SortKey<ColumnKey>[] {
  const now = sort.find((key) => key.column === column);
  const next = now?.descending === true ? [] : [{ column, descending: now !== undefined }];
  if (!add) return next;
  if (now === undefined) return [...sort, ...next];
  return sort.flatMap((key) => (key === now ? next : [key]));
}

function withSort(view: ViewState, sort: readonly SortKey<ColumnKey>[]): ViewState {
  // A second key of one column never decides anything.
  const first = sort.filter((key, i) => sort.findIndex((k) => k.column === key.column) === i);
  const kept = first.slice(0, MAX_SORT_KEYS);
  return same(kept, view.sort) ? view : { ...view, sort: kept };
}

function groupsOf({ grouping }: ViewState): readonly ColumnKey[] {
  return grouping?.columns ?? [];
}

function withGroups(view: ViewState, columns: readonly ColumnKey[]): ViewState {
  const kept = [...new Set(columns)].slice(0, MAX_GROUP_COLUMNS);
  if (same(kept, groupsOf(view))) return view;
  const { open = false, byRows } = view.grouping ?? {};
  return { ...view, grouping: kept.length === 0 ? undefined : { columns: kept, open, byRows } };
}

function withGrouping(view: ViewState, part: Partial<ViewGrouping>): ViewState {
  if (view.grouping === undefined) return view;
  const grouping = { ...view.grouping, ...part };
  return same(grouping, view.grouping) ? view : { ...view, grouping };
}

function withFilters(view: ViewState, filters: readonly Filter<ColumnKey>[]): ViewState {
  const kept = filters.slice(0, MAX_FILTERS);
  return same(kept, view.filters) ? view : { ...view, filters: kept };
}

function withSearch(view: ViewState, search: string, also?: string): ViewState {
  return view.search === search && view.also === also ? view : { ...view, search, also };
}

function withShown(
  view: ViewState,
  shown: readonly ColumnKey[] | undefined,
  columns: readonly ColumnKey[],
): ViewState {
  const next = shown !== undefined && same(shown, columns) ? undefined : shown;
  return same(next, view.shown) ? view : { ...view, shown: next };
}

function shownWith(
  shown: readonly ColumnKey[] | undefined,
  column: ColumnKey,
  ranks: ReadonlyMap<ColumnKey, number>,
): readonly ColumnKey[] | undefined {
  if (shown === undefined || shown.includes(column)) return shown;
  const rankOf = (key: ColumnKey) => ranks.get(key) ?? Number.POSITIVE_INFINITY;
  // A column the report lacks stands first.
  const own = ranks.get(column) ?? 0;
  const place = shown.findLastIndex((key) => rankOf(key) < own) + 1;
  return shown.toSpliced(place, 0, column);
}

function pixelsOf(width: number): number {
  return Math.min(Math.max(Math.round(width), 1), MAX_WIDTH);
}

function moved(
  view: ViewState,
  { column, before, shown: onScreen, columns }: Extract<ViewAction, { type: "moveColumn" }>,
): ViewState {
  if (column === before) return view;
  const { left, right } = unpinned(view, column);
  const rest = without(onScreen ?? view.shown ?? columns, column);
  const shown = insertedBefore(rest, column, before) ?? [...rest, column];
  return withPinned(withShown(view, shown, columns), {
    left: insertedBefore(left, column, before) ?? left,
    right: insertedBefore(right, column, before) ?? right,
  });
}

/** Undefined when `before` is not in the list. */
function insertedBefore(
  list: readonly ColumnKey[],
  column: ColumnKey,
  before: ColumnKey | undefined,
): readonly ColumnKey[] | undefined {
  const place = before === undefined ? -1 : list.indexOf(before);
  return place < 0 ? undefined : list.toSpliced(place, 0, column);
}

function pinnedAt(view: ViewState, column: ColumnKey, side: "left" | "right"): ViewState {
  if (view.pinned[side].includes(column)) return view;
  const pinned = unpinned(view, column);
  return withPinned(view, { ...pinned, [side]: [...pinned[side], column] });
}

function withPinned(view: ViewState, pinned: ViewState["pinned"]): ViewState {
  const unchanged = same(pinned.left, view.pinned.left) && same(pinned.right, view.pinned.right);
  return unchanged ? view : { ...view, pinned };
}

function unpinned(view: ViewState, column: ColumnKey): ViewState["pinned"] {
  return {
    left: without(view.pinned.left, column),
    right: without(view.pinned.right, column),
  };
}

function without(list: readonly ColumnKey[], column: ColumnKey): readonly ColumnKey[] {
  return list.filter((key) => key !== column);
}

/** Sets, or with undefined removes, what a column has in one of the view's maps. */
function withEntry<Name extends "widths" | "kinds" | "currencies">(
  view: ViewState,
  name: Name,
  column: ColumnKey,
  value: MapValue<ViewState[Name]> | undefined,
): ViewState {
  const map: ReadonlyMap<ColumnKey, unknown> = view[name];
  if (same(map.get(column), value)) return view;
  const next = new Map(map);
  if (value === undefined) next.delete(column);
  else next.set(column, value);
  return { ...view, [name]: next };
}

type MapValue<M> = M extends ReadonlyMap<ColumnKey, infer Value> ? Value : never;
