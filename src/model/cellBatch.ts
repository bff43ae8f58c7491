/**
 * The seam between loading and the engine: cells as ranges of bytes, many rows at a time.
 * The reader of the download fills a batch, the engine copies what it keeps; neither knows the
 * other. No object is made per cell or row, which is what makes a million rows cheap.
 */

/**
 * Cells of whole rows, in row order. Everything in it is only valid during `append`: the same
 * arrays are filled again for the next batch.
 */
export interface CellBatch {
  /** Holds the cells' text as UTF-8, escapes already resolved. A lone surrogate is kept as its
   * three-byte form (WTF-8), so that every JSON string survives. */
  readonly bytes: Uint8Array;
  /** Cell i is `bytes[starts[i] … ends[i])`. Null is an empty range. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** `CellKind` of each cell; never `missing`. */
  readonly kinds: Uint8Array;
  /** Row r's cells are `rowStarts[r] … rowStarts[r + 1])`; it has `rowCount + 1` entries in use. */
  readonly rowStarts: Uint32Array;
  readonly rowCount: number;
  /** Cells in every row of the batch when all rows have the same number, else -1. */
  readonly width: number;
}

/** Takes in a report while it arrives. Headers may come before, between or after the rows. */
export interface ReportSink {
  headers(names: readonly string[]): void;
  append(batch: CellBatch): void;
}
