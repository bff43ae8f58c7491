/**
 * The columns on screen, from the report's columns and the view: which, in which order, how wide,
 * kept where. TanStack Table is the model of that (visibility, order, sizes, pins); it never sees a
 * row, and its state is the view, so there is nothing to keep in step. Changes go through the view.
 *
 * A first width is decided once per column, when values are known, and then stays: columns must
 * not move under a reader while rows arrive. Use one component per report (give it a `key`).
 */

import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import type { ColumnDef } from "@tanstack/react-table";
import { useMemo, useState } from "react";

import type { Column, ColumnKey } from "../model/column.ts";
import type { ViewState } from "../model/viewState.ts";
import { clampColumnWidth, columnWidth } from "./columnWidth.ts";
import type { ColumnSort, GridColumn } from "./gridProps.ts";

/** What of a view decides about columns. */
export type ColumnView = Pick<
  ViewState,
  "shown" | "sort" | "filters" | "widths" | "pinned" | "kinds"
>;

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

export function useColumnModel(
  columns: readonly Column[],
  view: ColumnView,
): readonly GridColumn[] {
  const [firstWidths] = useState(() => new Map<ColumnKey, number>());
  const [drawn] = useState(() => new Map<ColumnKey, GridColumn>());
  const byTableId = useMemo(
    () => new Map(columns.map((column) => [tableId(column), column])),
    [columns],
  );
  const definitions = useMemo(
    () => columns.map((column): ColumnDef<typeof features, NoRow> => ({ id: tableId(column) })),
    [columns],
  );
  const state = useMemo(() => tableState(columns, view, firstWidths), [columns, view, firstWidths]);
  const table = useTable({ features, columns: definitions, data: NO_ROWS, state });
  const leaves = [
    ...table.getStartVisibleLeafColumns(),
    ...table.getCenterVisibleLeafColumns(),
    ...table.getEndVisibleLeafColumns(),
  ];
  const current = leaves.flatMap((leaf): readonly GridColumn[] => {
    const column = byTableId.get(leaf.id);
    if (column === undefined) return [];
    const pin = leaf.getIsPinned();
    const pinned = pin === "start" ? "left" : pin === "end" ? "right" : undefined;
    return [keepEqual(drawn, gridColumn(column, view, leaf.getSize(), pinned))];
  });
  return useKeptList(current);
}

/** Positions, not names: a header may be called `__proto__`. */
function tableId(column: Column): string {
  return `c${column.id}`;
}

function tableState(
  columns: readonly Column[],
  view: ColumnView,
  firstWidths: Map<ColumnKey, number>,
) {
  const ids = new Map(columns.map((column) => [column.key, tableId(column)]));
  const idsOf = (keys: readonly ColumnKey[]) =>
    keys.flatMap((key): string[] => {
      const id = ids.get(key);
      return id === undefined ? [] : [id];
    });
  const shown = view.shown === undefined ? undefined : new Set(view.shown);
  const columnVisibility: Record<string, boolean> = {};
  const columnSizing: Record<string, number> = {};
  for (const column of columns) {
    const id = tableId(column);
    if (shown !== undefined && !shown.has(column.key)) columnVisibility[id] = false;
    columnSizing[id] = widthOf(column, view, firstWidths);
  }
  return {
    columnOrder: view.shown === undefined ? [] : idsOf(view.shown),
    columnVisibility,
    columnSizing,
    columnPinning: { start: idsOf(view.pinned.left), end: idsOf(view.pinned.right) },
  };
}

function widthOf(column: Column, view: ColumnView, firstWidths: Map<ColumnKey, number>): number {
  const chosen = view.widths.get(column.key);
  if (chosen !== undefined) return clampColumnWidth(chosen);
  const first = firstWidths.get(column.key);
  if (first !== undefined) return first;
  const width = columnWidth(column);
  if (column.longest > 0) firstWidths.set(column.key, width);
  return width;
}

function gridColumn(
  column: Column,
  view: ColumnView,
  width: number,
  pinned: GridColumn["pinned"],
): GridColumn {
  const { id, key, label, fractionDigits } = column;
  return {
    id,
    key,
    label,
    kind: view.kinds.get(key) ?? column.kind,
    width,
    fractionDigits,
    sort: sortOf(key, view),
    filtered: view.filters.some((filter) => filter.column === key),
    pinned,
  };
}

function sortOf(key: ColumnKey, { sort }: ColumnView): ColumnSort | undefined {
  const index = sort.findIndex((sortKey) => sortKey.column === key);
  const found = sort[index];
  if (found === undefined) return undefined;
  return { descending: found.descending, position: sort.length > 1 ? index + 1 : undefined };
}

/** The object drawn before where nothing about the column changed, so that cells needn't redraw. */
function keepEqual(drawn: Map<ColumnKey, GridColumn>, column: GridColumn): GridColumn {
  const old = drawn.get(column.key);
  if (old !== undefined && isSameColumn(old, column)) return old;
  drawn.set(column.key, column);
  return column;
}

function isSameColumn(a: GridColumn, b: GridColumn): boolean {
  return (
    a.id === b.id &&
    a.label === b.label &&
    a.kind === b.kind &&
    a.width === b.width &&
    a.fractionDigits === b.fractionDigits &&
    a.sort?.descending === b.sort?.descending &&
    a.sort?.position === b.sort?.position &&
    a.filtered === b.filtered &&
    a.pinned === b.pinned
  );
}

/** The same array while its members are the same. */
function useKeptList(current: readonly GridColumn[]): readonly GridColumn[] {
  const [kept, setKept] = useState(current);
  const isSame =
    kept.length === current.length && kept.every((column, index) => column === current[index]);
  if (isSame) return kept;
  setKept(current);
  return current;
}
