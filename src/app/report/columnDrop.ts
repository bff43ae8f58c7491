/**
 * Where a column dragged in the panel's list goes: from the place in the list to the column on screen
 * that it would stand before. The list may be narrowed by a search and has hidden columns in it, which
 * have no place on screen. Pure.
 */

import type { Column } from "../../model/column.ts";
import type { ColumnId } from "../../model/positions.ts";

/** "end": after all. Undefined where it would stay as it is. */
export function columnDrop(
  listed: readonly Column[],
  shown: readonly ColumnId[],
  /** The first of `shown` that keep their places. */
  fixed: number,
  dragged: ColumnId,
  place: number,
): ColumnId | "end" | undefined {
  const others = shown.filter((id) => id !== dragged);
  const placeOf = (column: Column | undefined) => (column ? others.indexOf(column.id) : -1);
  const next = listed.slice(place).find((column) => placeOf(column) >= 0);
  const last = listed.slice(0, place).findLast((column) => placeOf(column) >= 0);
  if (next === undefined && last === undefined) return undefined;
  const at = Math.max(fixed, next === undefined ? placeOf(last) + 1 : placeOf(next));
  return at === shown.indexOf(dragged) ? undefined : (others[at] ?? "end");
}
