/**
 * Bytes and cells on their way from the body to the sink. Whole rows are handed on many at a time;
 * of the unfinished row the bytes and cells are kept, and nothing else, so memory is bounded by
 * the largest row allowed.
 */

import type { CellKind } from "../model/cell.ts";
import type { ReportSink } from "../model/cellBatch.ts";
import { ReportFailure } from "../model/reportError.ts";
import { CellCollector } from "./cellCollector.ts";
import { RowBuffer } from "./rowBuffer.ts";

// Keeps a U+FEFF at the start of a header.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export class RowCollector {
  readonly buffer = new RowBuffer();
  readonly cells = new CellCollector();
  readonly #sink: ReportSink;
  readonly #maxRowBytes: number;
  #rowsGiven = 0;
  /** Which row was unfinished when the part before ended, and where in the body it starts. */
  #openRow = -1;
  #openOffset = 0;

  constructor(sink: ReportSink, maxRowBytes: number) {
    this.#sink = sink;
    this.#maxRowBytes = maxRowBytes;
  }

  /** Whole rows so far. */
  get rows(): number {
    return this.#rowsGiven + this.cells.rowCount;
  }

  /** Bytes of the body taken in so far. */
  get bytes(): number {
    return this.buffer.offset(this.buffer.end);
  }

  /** Copies in as much of `chunk` from `from` on as can be read at once. Gives how much. */
  take(chunk: Uint8Array, from: number): number {
    const { buffer } = this;
    if (this.#openRow === -1) return buffer.take(chunk, from, chunk.length);
    const used = this.bytes - this.#openOffset;
    if (used >= this.#maxRowBytes) throw this.tooLarge();
    return buffer.take(chunk, from, this.#maxRowBytes - used);
  }

  addCell(start: number, end: number, kind: CellKind): void {
    const { cells } = this;
    if (cells.full) {
      this.giveRows();
      // All of them are of one row.
      if (cells.full) throw this.tooLarge("columns");
    }
    cells.add(start, end, kind);
  }

  endRow(): void {
    if (this.cells.rowsFull) this.giveRows();
    this.cells.endRow();
  }

  /** The cells of the headers' list, which are JSON strings as sent; forgets them. */
  takeHeaders(): readonly string[] {
    const { cells, buffer } = this;
    const texts = Array.from({ length: cells.cellCount }, (_, index) => {
      const source = buffer.bytes.subarray(cells.starts[index], cells.ends[index]);
      return JSON.parse(decoder.decode(source)) as string;
    });
    cells.clear();
    this.#openRow = -1;
    return texts;
  }

  giveRows(): void {
    const { cells } = this;
    if (cells.rowCount === 0) return;
    const batch = cells.batch(this.buffer.bytes);
    this.#rowsGiven += cells.rowCount;
    this.#sink.append(batch);
    cells.dropRows();
  }

  /**
   * Frees the buffer for the next part; whole rows must have been given. `cellStart` is where a
   * cell starts that is not finished. Gives how far the bytes moved to the front.
   */
  makeRoom(cellStart: number | undefined): number {
    const { buffer, cells } = this;
    const start = cells.cellCount > 0 ? cells.starts[0]! : cellStart;
    if (start === undefined) {
      this.#openRow = -1;
      buffer.keep(0, 0);
      return 0;
    }
    if (this.#openRow !== this.rows) {
      this.#openRow = this.rows;
      this.#openOffset = buffer.offset(start);
    }
    buffer.keep(start, cellStart === undefined ? cells.ends[cells.cellCount - 1]! : buffer.end);
    cells.shift(start);
    return start;
  }

  tooLarge(limit: "cell" | "columns" = "cell"): ReportFailure {
    this.giveRows();
    return new ReportFailure({ code: "tooLarge", limit, rows: this.rows });
  }
}
