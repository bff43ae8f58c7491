/**
 * The active cell. It is remembered as asked for (row and column by id, with its position), and
 * drawn where it can be: when rows are gone for a moment or its column is hidden, it waits in the
 * nearest place and comes back with them. So focus survives a reload, a filter, a moved column.
 */

import { useLayoutEffect, useMemo, useState } from "react";

import type { ColumnLayout } from "./columnLayout.ts";
import type { GridPlace } from "./gridProps.ts";
import { clampPlace, HEADER_ROW } from "./movePlace.ts";
import type { GridPosition } from "./movePlace.ts";

interface ActivePlace {
  /** Where the active cell is now, by position; undefined before there is one. */
  readonly active: GridPosition | undefined;
  /** The same by id, as the app knows it. */
  readonly place: GridPlace | undefined;
  readonly setActive: (position: GridPosition) => void;
}

export function useActivePlace(
  layout: ColumnLayout,
  rowCount: number,
  onActiveCell: ((place: GridPlace) => void) | undefined,
): ActivePlace {
  const [asked, setAsked] = useState<{ position: GridPosition; place: GridPlace }>();

  const columnCount = layout.columns.length;
  const active =
    asked === undefined || columnCount === 0
      ? undefined
      : clampPlace(
          {
            row: asked.position.row,
            position: layout.positions.get(asked.place.column) ?? asked.position.position,
          },
          { rowCount, columnCount, pageRows: 1 },
        );
  const row = active?.row;
  const column = active === undefined ? undefined : layout.columns[active.position]?.id;
  const place = useMemo(
    (): GridPlace | undefined =>
      row === undefined || column === undefined
        ? undefined
        : { row: row === HEADER_ROW ? "header" : row, column },
    [row, column],
  );

  // At once: what the next key does in the app begins at this cell.
  useLayoutEffect(() => {
    if (place !== undefined) onActiveCell?.(place);
  }, [place, onActiveCell]);

  const setActive = (position: GridPosition) => {
    const next = placeAt(layout, position);
    if (next !== undefined) setAsked({ position, place: next });
  };
  return { active, place, setActive };
}

function placeAt(layout: ColumnLayout, { row, position }: GridPosition): GridPlace | undefined {
  const column = layout.columns[position]?.id;
  if (column === undefined) return undefined;
  return { row: row === HEADER_ROW ? "header" : row, column };
}
