/**
 * Where a move key leads from a place: pure, and never out of the grid. The header line is row -1
 * here, so that going up and down is plain counting.
 */

import type { Move } from "./keyCommand.ts";

/** Row of the view, -1 for the header; column by position from the left. */
export interface GridPosition {
  readonly row: number;
  readonly position: number;
}

export interface GridExtent {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows a page key goes. */
  readonly pageRows: number;
}

export const HEADER_ROW = -1;

export function movePlace(from: GridPosition, move: Move, extent: GridExtent): GridPosition {
  return clampPlace(unclamped(from, move, extent), extent);
}

export function clampPlace({ row, position }: GridPosition, extent: GridExtent): GridPosition {
  return {
    row: Math.max(HEADER_ROW, Math.min(row, extent.rowCount - 1)),
    position: Math.max(0, Math.min(position, extent.columnCount - 1)),
  };
}

function unclamped({ row, position }: GridPosition, move: Move, extent: GridExtent): GridPosition {
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
