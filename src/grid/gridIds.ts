/** Ids of elements the grid refers to: for `aria-activedescendant` and for menus' anchors. */

import { viewRow, type ColumnId, type ViewRow } from "../model/positions.ts";

export function cellId(gridId: string, row: ViewRow | "header", column: ColumnId): string {
  return `${gridId}-${row}-${column}`;
}

export function sortButtonId(gridId: string, column: ColumnId): string {
  return `${gridId}-sort-${column}`;
}

/** Signs in a header that describe its column. */
export function signsId(gridId: string, column: ColumnId): string {
  return `${gridId}-signs-${column}`;
}

/** The button a column's menu opens at. */
export function menuButtonId(gridId: string, column: ColumnId): string {
  return `${gridId}-menu-${column}`;
}

/** Position of the column an element belongs to, by the ARIA index of its cell. */
export function positionOf(target: EventTarget): number | undefined {
  return ariaIndex(target, "aria-colindex", 1);
}

/** Row of the view that an element below the header belongs to. */
export function rowOf(target: EventTarget): ViewRow | undefined {
  const row = ariaIndex(target, "aria-rowindex", 2);
  return row === undefined ? undefined : viewRow(row);
}

function ariaIndex(target: EventTarget, name: string, first: number): number | undefined {
  const owner = target instanceof Element ? target.closest(`[${name}]`) : null;
  return owner === null ? undefined : Number(owner.getAttribute(name)) - first;
}
