/**
 * Gathers cells, as ranges of bytes, until they are handed on as a `CellBatch`. The last row may
 * be unfinished: it is never handed on, only moved to the front. Small enough to stay in the
 * processor's cache; a row of more cells than fit is more than any table can show.
 */

import type { CellKind } from "../model/cell.ts";
import type { CellBatch } from "../model/cellBatch.ts";
import { MOST_COLUMNS } from "../model/column.ts";

const CELLS = MOST_COLUMNS;
const ROWS = 8_192;

export class CellCollector {
  readonly starts = new Uint32Array(CELLS);
  readonly ends = new Uint32Array(CELLS);
  readonly kinds = new Uint8Array(CELLS);
  readonly rowStarts = new Uint32Array(ROWS + 1);
  /** Cells gathered, those of the unfinished row included. */
  cellCount = 0;
  /** Whole rows gathered. */
  rowCount = 0;
  /** Cells in every whole row when all have the same number, else -1. */
  width = 0;

  /** Cells of the row that is not finished yet. */
  get unfinished(): number {
    return this.cellCount - this.rowStarts[this.rowCount]!;
  }

  /** No cell can be added before whole rows are taken out. */
  get full(): boolean {
    return this.cellCount === this.starts.length;
  }

  get rowsFull(): boolean {
    return this.rowCount === ROWS;
  }

  /** Must not be `full`. */
  add(start: number, end: number, kind: CellKind): void {
    this.starts[this.cellCount] = start;
    this.ends[this.cellCount] = end;
    this.kinds[this.cellCount++] = kind;
  }

  /** Must not be `rowsFull`. */
  endRow(): void {
    const width = this.unfinished;
    if (this.rowCount === 0) this.width = width;
    else if (this.width !== width) this.width = -1;
    this.rowStarts[++this.rowCount] = this.cellCount;
  }

  /** The whole rows; `bytes` is what their ranges point into. */
  batch(bytes: Uint8Array): CellBatch {
    const { starts, ends, kinds, rowStarts, rowCount, width } = this;
    return { bytes, starts, ends, kinds, rowStarts, rowCount, width };
  }

  /** Forgets the whole rows; the unfinished one becomes the first. */
  dropRows(): void {
    if (this.rowCount === 0) return;
    const first = this.rowStarts[this.rowCount]!;
    this.starts.copyWithin(0, first, this.cellCount);
    this.ends.copyWithin(0, first, this.cellCount);
    this.kinds.copyWithin(0, first, this.cellCount);
    this.cellCount -= first;
    this.rowCount = 0;
    this.width = 0;
  }

  /** Forgets everything. */
  clear(): void {
    this.cellCount = 0;
    this.rowCount = 0;
    this.width = 0;
  }

  /** The bytes were moved `by` places to the front. Only the unfinished row may be here. */
  shift(by: number): void {
    if (by === 0) return;
    for (let i = 0; i < this.cellCount; i++) {
      this.starts[i]! -= by;
      this.ends[i]! -= by;
    }
  }
}
