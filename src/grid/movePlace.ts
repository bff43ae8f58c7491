/**
 * Where a move key leads from a place: pure, and never out of the grid. The header line is row -1
 * here, so that going up and down is plain counting.
 */

import { viewRow, type ViewRow } from "../model/positions.ts";
import type { Move } from "./keyCommand.ts";

export const HEADER_ROW = -1;

/** A cell of the grid; its column by position from the left, from 0. */
export interface GridPosition {
  readonly row: ViewRow | typeof HEADER_ROW;
  readonly position: number;
}

/** A cell below the header. */
export interface CellPosition extends GridPosition {
  readonly row: ViewRow;
}

/** Before it is known whether there is such a cell. */
interface AnyPosition {
  readonly row: number;
  readonly position: number;
}

export interface GridExtent {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows a page key goes. */
  readonly pageRows: number;
}

export function movePlace(from: GridPosition, move: Move, extent: GridExtent): GridPosition {
  return clampPlace(unclamped(from, move, extent), extent);
}

export function clampPlace({ row, position }: AnyPosition, extent: GridExtent): GridPosition {
  const last = Math.min(row, extent.rowCount - 1);
  return {
    row: last < 0 ? HEADER_ROW : viewRow(last),
    position: Math.max(0, Math.min(position, extent.columnCount - 1)),
  };
}

function unclamped({ row, position }: GridPosition, move: Move, extent: GridExtent): AnyPosition {
  const { rowCount, columnCount, pageRows } = extent;
  switch (move) {
    case "left":
      return { row, position: position - 1 };
    case "right":
      return { row, position: position + 1 };
    case "up":
      return { row: row - 1, position };
    case "down":
      return { row: row + 1, position };
    case "pageUp":
      // A page stops at the first row; only one more press of Up goes to the header.
      return { row: row === HEADER_ROW ? row : Math.max(0, row - pageRows), position };
    case "pageDown":
      return { row: Math.max(0, row) + pageRows, position };
    case "rowStart":
      return { row, position: 0 };
    case "rowEnd":
      return { row, position: columnCount - 1 };
    case "columnStart":
      return { row: 0, position };
    case "columnEnd":
      return { row: rowCount - 1, position };
    case "gridStart":
      return { row: 0, position: 0 };
    case "gridEnd":
      return { row: rowCount - 1, position: columnCount - 1 };
  }
}
