/**
 * From a view, which names columns by key, to what engine and grid need, which know them by
 * position. Decides only; the view itself keeps the names this report lacks, so that its link
 * still holds them. Nothing is dropped unsaid: missing columns and filters that can't work are named.
 * One pass over the view and the columns.
 */

import {
  canBeFilled,
  type Column,
  type ColumnKey,
  type ColumnKind,
  type CurrencySource,
} from "./column.ts";
import type { Filter } from "./filter.ts";
import { type FilterProblem, filterProblem } from "./filterProblem.ts";
import type { Folds, GroupLevel, GroupOrder, QueryGroups, ViewGrouping } from "./grouping.ts";
import type { ColumnId } from "./positions.ts";
import { ALL_ROWS, type Query, type SortKey } from "./query.ts";
import { type TotalledName, totalledColumns } from "./totalledColumns.ts";
import type { ViewCurrency, ViewState } from "./viewState.ts";

export interface ViewPlan {
  readonly query: Query;
  /**
   * Columns on screen from left to right: pinned left, the others, pinned right. Columns that
   * rows are grouped by come first, pinned left: they hold the groups' values. Those with subtotals stand
   * beside them, unless somebody put columns in an order of their own.
   */
  readonly shown: readonly ColumnId[];
  /** The other columns of the report, in its order. */
  readonly hidden: readonly ColumnId[];
  /** Those of `shown` that stay in sight. */
  readonly pinned: { readonly left: readonly ColumnId[]; readonly right: readonly ColumnId[] };
  /** Currencies the person chose. */
  readonly currencies: ReadonlyMap<ColumnId, CurrencySource>;
  /** Undefined for the columns chosen by their kind. */
  readonly totals: readonly ColumnId[] | undefined;
  /** Columns whose blanks are filled, and those that are not because they are amounts. */
  readonly filled: readonly ColumnId[];
  readonly unfillable: readonly ColumnId[];
  /** Columns the view names and the report lacks. While rows arrive, longer ones may add them. */
  readonly unknown: readonly ColumnKey[];
  /** Filters that can't work and are left out of the query. */
  readonly problems: readonly FilterFault[];
}

export interface FilterFault {
  readonly filter: Filter<ColumnKey>;
  readonly problem: FilterProblem;
}

/**
 * With no columns yet, nothing is known and nothing is missing. `except`: groups that are folded or
 * open against what the view says of all.
 */
export function planView(
  view: ViewState,
  columns: readonly Column[],
  except: Folds["except"] = [],
): ViewPlan {
  const known = columns.length > 0;
  const ids = new Map(columns.map((column) => [column.key, column.id]));
  const unknown = new Set<ColumnKey>();
  const find = (key: ColumnKey): ColumnId | undefined => {
    const id = ids.get(key);
    if (id === undefined && known) unknown.add(key);
    return id;
  };
  const findAll = (keys: readonly ColumnKey[]) =>
    keys.flatMap((key) => {
      const id = find(key);
      return id === undefined ? [] : [id];
    });

  const all = columns.map((column) => column.id);
  const chosen = view.shown === undefined ? all : findAll(view.shown);
  // A table without columns helps nobody: a view of another report falls back to all.
  const inSight = new Set(chosen.length === 0 && view.shown?.length !== 0 ? all : chosen);
  const groupColumns = findAll(view.grouping?.columns ?? []);
  const isGroup = new Set(groupColumns);
  const isEdge = (id: ColumnId) => inSight.has(id) && !isGroup.has(id);
  const left = [...groupColumns, ...findAll(view.pinned.left).filter(isEdge)];
  const right = findAll(view.pinned.right).filter(isEdge);
  const edges = new Set([...left, ...right]);

  const sort = view.sort.flatMap(({ column, descending }) => {
    const id = find(column);
    return id === undefined ? [] : [{ column: id, descending }];
  });
  const problems: FilterFault[] = [];
  // Named if they are missing; grid and picture find their columns themselves.
  findAll([...view.widths.keys()]);
  if (view.picture !== undefined) {
    const { by, of, when } = view.picture;
    findAll([
      by,
      ...(typeof of === "object" ? [of.column] : []),
      ...(when === undefined ? [] : [when]),
    ]);
  }
  const filters = view.filters.flatMap((filter): Filter<ColumnId>[] => {
    const column = find(filter.column);
    const problem = filterProblem(filter);
    if (problem !== undefined) problems.push({ filter, problem });
    return column === undefined || problem !== undefined ? [] : [{ ...filter, column }];
  });
  const kinds = entries(view.kinds, find, (kind): ColumnKind => kind);
  const currencies = new Map(entries(view.currencies, find, (currency) => source(currency, find)));
  const totals = view.totals && findAll(view.totals);
  const asSent = view.lines === "sent";
  const isFillable = (id: ColumnId) =>
    columns.some((one) => one.id === id && canBeFilled(one.kind));
  const toFill = asSent ? [] : findAll(view.fill);
  const filled = toFill.filter(isFillable);
  const fill = filled.toSorted((a, b) => a - b);
  const { search, also, collation } = view;
  const plain: Query = { filters, search, also, sort, kinds, collation };
  const rows = asSent || fill.length > 0 ? { ...plain, reading: { asSent, fill } } : plain;
  const totalled = totalledColumns(columns, { totals, currencies });
  const groups = groupsOf(view.grouping, groupColumns, sort, totalled, except);
  const isArranged = chosen.some((id, at) => id < (chosen[at - 1] ?? 0));
  const beside =
    groups === undefined || isArranged
      ? []
      : totalled.flatMap(({ column: { id } }) => (inSight.has(id) && !edges.has(id) ? [id] : []));
  const first = new Set([...edges, ...beside]);

  return {
    query: !known ? ALL_ROWS : groups === undefined ? rows : { ...rows, groups },
    shown: [...left, ...beside, ...[...inSight].filter((id) => !first.has(id)), ...right],
    hidden: all.filter((id) => !inSight.has(id) && !isGroup.has(id)),
    pinned: { left, right },
    currencies,
    totals,
    filled,
    unfillable: toFill.filter((id) => !isFillable(id)),
    unknown: [...unknown],
    problems,
  };
}

/** Groups follow the sort: by value for their own column, by subtotal for one that has subtotals. */
function groupsOf(
  grouping: ViewGrouping | undefined,
  columns: readonly ColumnId[],
  sort: readonly SortKey<ColumnId>[],
  totalled: readonly TotalledName[],
  except: Folds["except"],
): QueryGroups | undefined {
  if (grouping === undefined || columns.length === 0) return undefined;
  const { open, byRows } = grouping;
  const totals = totalled.map(({ total }) => total);
  const orderOf = (column: ColumnId): GroupOrder => {
    if (byRows !== undefined) return { by: "rows", descending: byRows === "descending" };
    for (const key of sort) {
      const { descending } = key;
      if (key.column === column) return { by: "value", descending };
      const total = totals.find((one) => one.column === key.column);
      if (total !== undefined && !columns.includes(key.column)) {
        return { by: "sum", total, descending };
      }
    }
    return { by: "value", descending: false };
  };
  const levels = columns.map((column): GroupLevel => ({ column, order: orderOf(column) }));
  return { levels, totals, folds: { open, except } };
}

function source(
  currency: ViewCurrency,
  find: (key: ColumnKey) => ColumnId | undefined,
): CurrencySource | undefined {
  if (currency.from === "code") return currency;
  const column = find(currency.column);
  return column === undefined ? undefined : { from: "column", column };
}

function entries<Value, Planned>(
  map: ReadonlyMap<ColumnKey, Value>,
  find: (key: ColumnKey) => ColumnId | undefined,
  plan: (value: Value) => Planned | undefined,
): (readonly [ColumnId, Planned])[] {
  return [...map].flatMap(([key, value]) => {
    const id = find(key);
    const planned = plan(value);
    return id === undefined || planned === undefined ? [] : [[id, planned] as const];
  });
}
