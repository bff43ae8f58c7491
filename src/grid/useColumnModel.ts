/**
 * The columns on screen, from the report's columns and the view: which, in which order, how wide,
 * kept where. TanStack Table is the model of that (visibility, order, sizes, pins); it never sees a
 * row, and its state is the view, so there is nothing to keep in step. Changes go through the view.
 *
 * A first width is decided when values are known, and then stays: columns must not move under a
 * reader while rows arrive. Once all are here it is decided by all of them, or it would hang on how
 * the download came in pieces, and two readers of one link would see two tables. Each batch of rows
 * brings new columns that differ in their counts only: Table is then given what it had, or 2,000
 * columns would cost a second per batch.
 * Use one component per report (give it a `key`).
 */

import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import type { ColumnDef, Column as TableColumn } from "@tanstack/react-table";
import { useMemo, useState } from "react";

import type { Column, ColumnKey } from "../model/column.ts";
import type { ViewState } from "../model/viewState.ts";
import { clampColumnWidth, columnWidth } from "./columnWidth.ts";
import type { ColumnSort, GridColumn } from "./gridProps.ts";
import { isSameColumn, keepEqualLists } from "./keepEqual.ts";

/** What of a view decides about columns. */
export type ColumnView = Pick<
  ViewState,
  "shown" | "sort" | "filters" | "widths" | "pinned" | "kinds"
>;

/** What groups' lines need of a column: pixels beside its values, within so many altogether. */
export interface ColumnRoom {
  readonly extra: number;
  readonly most: number;
}

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

/** Table needs a row type; no row is ever given to it. */
interface NoRow {
  readonly never: undefined;
}

const NO_ROWS: NoRow[] = [];
const NO_ROOM: ReadonlyMap<ColumnKey, ColumnRoom> = new Map();

export function useColumnModel(
  columns: readonly Column[],
  view: ColumnView,
  /** All rows are here. */
  isWhole: boolean,
  room: ReadonlyMap<ColumnKey, ColumnRoom> = NO_ROOM,
): readonly GridColumn[] {
  const { sort, filters, pinned, widths, kinds } = view;
  const [kept] = useState(createKept);
  const keys = kept.keys(useMemo(() => columns.map((column) => column.key), [columns]));
  const shown = view.shown === undefined ? undefined : kept.shown(view.shown);
  const sizes = kept.sizes(
    useMemo(
      () =>
        columns.map((column) =>
          widthOf(column, widths, isWhole ? undefined : kept.firstWidths, room),
        ),
      [columns, widths, isWhole, kept, room],
    ),
  );
  const options = useMemo(
    () => ({
      features,
      columns: keys.map((_, position): ColumnDef<typeof features, NoRow> => ({
        id: tableId(position),
      })),
      data: NO_ROWS,
      state: tableState(keys, sizes, shown, pinned),
    }),
    [keys, sizes, shown, pinned],
  );
  const table = useTable(options);
  const placed = useMemo(
    () => [
      ...table.getStartVisibleLeafColumns().map((leaf) => placedColumn(leaf, "left")),
      ...table.getCenterVisibleLeafColumns().map((leaf) => placedColumn(leaf, undefined)),
      ...table.getEndVisibleLeafColumns().map((leaf) => placedColumn(leaf, "right")),
    ],
    [table],
  );
  const current = useMemo(() => {
    const sorts = sortsOf(sort);
    const filtered = new Set(filters.map((filter) => filter.column));
    return placed.flatMap(({ position, width, pinned }): readonly GridColumn[] => {
      const column = columns[position];
      if (column === undefined) return [];
      const { id, key, label, fractionDigits } = column;
      const kind = kinds.get(key) ?? column.kind;
      const look = { sort: sorts.get(key), filtered: filtered.has(key), pinned };
      return [kept.column({ id, key, label, kind, width, fractionDigits, ...look })];
    });
  }, [columns, placed, sort, filters, kinds, kept]);
  return kept.list(current);
}

/** What was given out before, to be given out again while nothing about it changed. */
function createKept() {
  const drawn = new Map<ColumnKey, GridColumn>();
  return {
    firstWidths: new Map<ColumnKey, number>(),
    keys: keepEqualLists<ColumnKey>(),
    shown: keepEqualLists<ColumnKey>(),
    sizes: keepEqualLists<number>(),
    list: keepEqualLists<GridColumn>(),
    column: (column: GridColumn): GridColumn => {
      const old = drawn.get(column.key);
      if (old !== undefined && isSameColumn(old, column)) return old;
      drawn.set(column.key, column);
      return column;
    },
  };
}

/** Columns by position, not by name: a header may be called `__proto__`. */
function tableId(position: number): string {
  return `c${position}`;
}

function placedColumn(leaf: TableColumn<typeof features, NoRow>, pinned: GridColumn["pinned"]) {
  return { position: Number(leaf.id.slice(1)), width: leaf.getSize(), pinned };
}

function tableState(
  keys: readonly ColumnKey[],
  sizes: readonly number[],
  shown: readonly ColumnKey[] | undefined,
  pinned: ViewState["pinned"],
) {
  const ids = new Map(keys.map((key, position) => [key, tableId(position)]));
  const idsOf = (some: readonly ColumnKey[]) =>
    some.flatMap((key): string[] => {
      const id = ids.get(key);
      return id === undefined ? [] : [id];
    });
  const isShown = shown === undefined ? undefined : new Set(shown);
  const columnVisibility: Record<string, boolean> = {};
  const columnSizing: Record<string, number> = {};
  keys.forEach((key, position) => {
    const id = tableId(position);
    if (isShown?.has(key) === false) columnVisibility[id] = false;
    columnSizing[id] = sizes[position] ?? 0;
  });
  return {
    columnOrder: shown === undefined ? [] : idsOf(shown),
    columnVisibility,
    columnSizing,
    columnPinning: { start: idsOf(pinned.left), end: idsOf(pinned.right) },
  };
}

function widthOf(
  column: Column,
  widths: ViewState["widths"],
  firstWidths: Map<ColumnKey, number> | undefined,
  room: ReadonlyMap<ColumnKey, ColumnRoom>,
): number {
  const { extra, most } = room.get(column.key) ?? { extra: 0, most: Infinity };
  const chosen = widths.get(column.key);
  if (chosen !== undefined) return clampColumnWidth(chosen);
  const first = firstWidths?.get(column.key);
  if (first !== undefined) return Math.min(first + extra, most);
  const width = columnWidth(column);
  if (column.longest > 0) firstWidths?.set(column.key, width);
  return Math.min(width + extra, most);
}

function sortsOf(sort: ViewState["sort"]): ReadonlyMap<ColumnKey, ColumnSort> {
  const isNumbered = sort.length > 1;
  return new Map(
    sort.map(({ column, descending }, index) => [
      column,
      { descending, position: isNumbered ? index + 1 : undefined },
    ]),
  );
}
