/**
 * A report's rows as one run of bytes that depends on nothing but the texts of its cells
 * (docs/link-format.md, "The fingerprint"), cut into blocks of a fixed size. Between cells stands
 * 0xff, after a row 0xfe: bytes that no text has, so two reports never have the same run. Blank
 * cells at the end of a row leave no trace. One pass, eight bytes at a time, nothing allocated.
 */

import type { CellBatch } from "../model/cellBatch.ts";
import { viewOf } from "./columnCells.ts";
import { encodeText } from "./wtf8.ts";

const BLOCK_BYTES = 1 << 18;

const CELL_MARK = 0xff;
const FOUR_CELL_MARKS = -1;
const ROW_MARK = 0xfe;

/** Longer cells, and longer runs of blank cells, go the slow way. */
const SHORT = 1024;
/** Beyond the block: one short cell with the marks before it, and what a step writes too much. */
const OVERHANG = 2 * SHORT + 16;

/** The headers, written as a row is. */
export function headerBytes(names: readonly string[]): Uint8Array<ArrayBuffer> {
  const last = names.findLastIndex((name) => name !== "");
  const bytes: number[] = [];
  names.slice(0, last + 1).forEach((name, place) => {
    if (place > 0) bytes.push(CELL_MARK);
    for (const byte of encodeText(name)) bytes.push(byte);
  });
  return Uint8Array.from([...bytes, ROW_MARK]);
}

export class CanonicalBytes {
  readonly #take: (block: Uint8Array<ArrayBuffer>) => void;
  readonly #blockBytes: number;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  #end = 0;

  /** `take` gets each full block; its bytes are written over once it has returned. */
  constructor(take: (block: Uint8Array<ArrayBuffer>) => void, blockBytes: number = BLOCK_BYTES) {
    this.#take = take;
    this.#blockBytes = blockBytes;
    this.#bytes = new Uint8Array(blockBytes + OVERHANG);
    this.#view = viewOf(this.#bytes);
  }

  append(batch: CellBatch): void {
    const { bytes, starts, ends, rowStarts, rowCount } = batch;
    const source = viewOf(bytes);
    const readable = bytes.length - 8;
    const view = this.#view;
    const full = this.#blockBytes;
    let write = this.#end;
    for (let row = 0; row < rowCount; row++) {
      const last = rowStarts[row + 1]!;
      /** Marks that are due before the next cell with a text. */
      let marks = 0;
      for (let cell = rowStarts[row]!; cell < last; cell++) {
        const start = starts[cell]!;
        const length = ends[cell]! - start;
        if (length === 0) {
          marks++;
          continue;
        }
        if (length > SHORT || marks > SHORT || start > readable) {
          this.#end = write;
          this.#putLong(marks, bytes.subarray(start, start + length));
          write = this.#end;
        } else {
          view.setInt32(write, FOUR_CELL_MARKS);
          for (let put = 4; put < marks; put += 4) view.setInt32(write + put, FOUR_CELL_MARKS);
          write += marks;
          if (length < 8) {
            view.setInt32(write, source.getInt32(start));
            view.setInt32(write + 4, source.getInt32(start + 4));
          } else {
            // Little-endian, no eight bytes of UTF-8 are a NaN, whose bits a browser may change. That
            // is so within the cell: the last step begins early instead of reading beyond it.
            const rest = length - 8;
            for (let at = 0; at < rest; at += 8) {
              view.setFloat64(write + at, source.getFloat64(start + at, true), true);
            }
            view.setFloat64(write + rest, source.getFloat64(start + rest, true), true);
          }
          write += length;
          if (write >= full) write = this.#give(write);
        }
        marks = 1;
      }
      view.setUint8(write++, ROW_MARK);
      if (write >= full) write = this.#give(write);
    }
    this.#end = write;
  }

  /** What stands in the last block, which is not full. */
  rest(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#end);
  }

  #putLong(marks: number, text: Uint8Array): void {
    for (let put = 0; put < marks; put++) {
      this.#bytes[this.#end++] = CELL_MARK;
      if (this.#end === this.#blockBytes) this.#end = this.#give(this.#end);
    }
    for (let from = 0; from < text.length;) {
      const part = text.subarray(from, from + this.#blockBytes - this.#end);
      this.#bytes.set(part, this.#end);
      this.#end += part.length;
      from += part.length;
      if (this.#end === this.#blockBytes) this.#end = this.#give(this.#end);
    }
  }

  /** Hands on the full block; what stands behind it begins the next one. */
  #give(end: number): number {
    this.#take(this.#bytes.subarray(0, this.#blockBytes));
    this.#bytes.copyWithin(0, this.#blockBytes, end);
    return end - this.#blockBytes;
  }
}
