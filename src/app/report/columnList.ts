/**
 * All columns as the column panel lists them: those on screen in their order, each hidden one after the
 * column that it follows in the report. Linear in the columns. Pure.
 */

import type { Column } from "../../model/column.ts";
import type { ColumnId } from "../../model/positions.ts";

export function columnList(
  columns: readonly Column[],
  shown: readonly ColumnId[],
): readonly Column[] {
  const isShown = new Set(shown);
  /** Hidden columns by the shown one before them; -1 for those before any. */
  const after = new Map<number, Column[]>();
  let last = -1;
  for (const column of columns) {
    if (isShown.has(column.id)) last = column.id;
    else after.set(last, [...(after.get(last) ?? []), column]);
  }
  const shownColumns = shown.flatMap((id): readonly Column[] => {
    const column = columns[id];
    return column === undefined ? [] : [column, ...(after.get(id) ?? [])];
  });
  return [...(after.get(-1) ?? []), ...shownColumns];
}
