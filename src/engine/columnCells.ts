/**
 * One column of a batch: its cells as ranges of bytes, found by steps through the batch's arrays,
 * so that nothing is copied to walk down a column.
 */

import { CellKind } from "../model/cell.ts";
import type { CellBatch } from "../model/cellBatch.ts";

/** Cell of row r is number `first + r * step` of `starts`, `ends` and `kinds`. */
export interface ColumnCells {
  readonly bytes: Uint8Array;
  /** The same memory as `bytes`. */
  readonly view: DataView;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** `CellKind` of each; `missing` where a row is too short. */
  readonly kinds: Uint8Array;
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A column of a batch whose rows all have `batch.width` cells, more than `column`. */
export function evenColumn(batch: CellBatch, view: DataView, column: number): ColumnCells {
  const { bytes, starts, ends, kinds, rowCount, width } = batch;
  return { bytes, view, starts, ends, kinds, first: column, step: width, count: rowCount };
}

/** A column of any batch: its cells side by side, missing ones where rows are too short. */
export function raggedColumn(batch: CellBatch, view: DataView, column: number): ColumnCells {
  const { rowStarts } = batch;
  const cells = missingColumn(batch, view);
  for (let row = 0; row < cells.count; row++) {
    const cell = rowStarts[row]! + column;
    if (cell >= rowStarts[row + 1]!) continue;
    cells.starts[row] = batch.starts[cell]!;
    cells.ends[row] = batch.ends[cell]!;
    cells.kinds[row] = batch.kinds[cell]!;
  }
  return cells;
}

/** A column that no row of the batch reaches. */
export function missingColumn({ bytes, rowCount: count }: CellBatch, view: DataView): ColumnCells {
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  const kinds = new Uint8Array(count).fill(CellKind.missing);
  return { bytes, view, starts, ends, kinds, first: 0, step: 1, count };
}
