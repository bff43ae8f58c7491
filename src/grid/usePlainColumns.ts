/**
 * The columns as cells of the body see them: without how they are sorted and whether they are
 * filtered. The list and its members stay the same objects until something a cell shows differs, so
 * a filter or a sort draws no row before its own rows come.
 */

import { useState } from "react";

import type { GridColumn } from "./gridProps.ts";
import { isSameColumn, keepEqualLists } from "./keepEqual.ts";

export function usePlainColumns(columns: readonly GridColumn[]): readonly GridColumn[] {
  const [keep] = useState(keepPlainColumns);
  return keep(columns);
}

/** The function gives back what it gave before wherever that says the same. */
export function keepPlainColumns(): (columns: readonly GridColumn[]) => readonly GridColumn[] {
  const keep = keepEqualLists<GridColumn>();
  let given: readonly GridColumn[] = [];
  let kept: readonly GridColumn[] = [];
  return (columns) => {
    if (columns === given) return kept;
    given = columns;
    kept = keep(columns.map((column, position) => plainOf(column, kept[position])));
    return kept;
  };
}

function plainOf(column: GridColumn, old: GridColumn | undefined): GridColumn {
  const plain = { ...column, sort: undefined, filtered: false };
  return old !== undefined && isSameColumn(old, plain) ? old : plain;
}
