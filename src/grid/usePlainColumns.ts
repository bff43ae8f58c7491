/**
 * The columns as cells of the body see them: without how they are sorted and whether they are
 * filtered. The list and its members stay the same objects until something a cell shows differs, so
 * a filter or a sort draws no row before its own rows come.
 */

import { useState } from "react";

import type { GridColumn } from "./gridProps.ts";

export function usePlainColumns(columns: readonly GridColumn[]): readonly GridColumn[] {
  const [keep] = useState(keepPlainColumns);
  return keep(columns);
}

/** The function gives back what it gave before wherever that says the same. */
export function keepPlainColumns(): (columns: readonly GridColumn[]) => readonly GridColumn[] {
  let given: readonly GridColumn[] = [];
  let kept: readonly GridColumn[] = [];
  return (columns) => {
    if (columns === given) return kept;
    given = columns;
    const next = columns.map((column, position) => plainOf(column, kept[position]));
    const isSame = next.length === kept.length && next.every((one, at) => one === kept[at]);
    if (!isSame) kept = next;
    return kept;
  };
}

function plainOf(column: GridColumn, old: GridColumn | undefined): GridColumn {
  const isSame =
    old !== undefined &&
    old.id === column.id &&
    old.key === column.key &&
    old.label === column.label &&
    old.kind === column.kind &&
    old.width === column.width &&
    old.fractionDigits === column.fractionDigits &&
    old.pinned === column.pinned;
  return isSame ? old : { ...column, sort: undefined, filtered: false };
}
