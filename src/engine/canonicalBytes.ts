/**
 * A report's rows as one run of bytes that depends on nothing but the texts of its cells
 * (docs/link-format.md, "The fingerprint"), written on sheets of a fixed size. Between cells stands
 * 0xff, after a row 0xfe: bytes that no text has, so two reports never have the same run. Blank
 * cells at the end of a row leave no trace. One pass, eight bytes at a time, nothing allocated.
 */

import type { CellBatch } from "../model/cellBatch.ts";
import { viewOf } from "./columnCells.ts";
import { encodeText } from "./wtf8.ts";

/** Memory for `size` bytes and what is written beyond them before the sheet is full. */
export type Sheet = Uint8Array<ArrayBuffer>;

const CELL_MARK = 0xff;
const FOUR_CELL_MARKS = -1;
const ROW_MARK = 0xfe;

/** Longer cells, and longer runs of blank cells, go the slow way. */
const SHORT = 1024;
/** Beyond the sheet: one short cell with the marks before it, and what a step writes too much. */
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

export function newSheet(size: number): Sheet {
  return new Uint8Array(size + OVERHANG);
}

export class CanonicalBytes {
  readonly #size: number;
  readonly #take: (full: Sheet) => Sheet;
  /** What is to begin the next sheet. */
  readonly #beyond = new Uint8Array(OVERHANG);
  #bytes: Sheet;
  #view: DataView;
  #end = 0;

  /** `take` gets each full sheet and gives the one to go on with, which may be the same. */
  constructor(size: number, take: (full: Sheet) => Sheet) {
    this.#size = size;
    this.#take = take;
    this.#bytes = newSheet(size);
    this.#view = viewOf(this.#bytes);
  }

  append(batch: CellBatch): void {
    const { bytes, starts, ends, rowStarts, rowCount } = batch;
    const source = viewOf(bytes);
    const readable = bytes.length - 8;
    let view = this.#view;
    const full = this.#size;
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
          view = this.#view;
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
          if (write >= full) {
            write = this.#give(write);
            view = this.#view;
          }
        }
        marks = 1;
      }
      view.setUint8(write++, ROW_MARK);
      if (write >= full) {
        write = this.#give(write);
        view = this.#view;
      }
    }
    this.#end = write;
  }

  /** What stands on the last sheet, which is not full. Nothing can follow: the memory is given up. */
  end(): Uint8Array<ArrayBuffer> {
    const rest = this.#bytes.subarray(0, this.#end);
    this.#bytes = new Uint8Array();
    this.#view = viewOf(this.#bytes);
    return rest;
  }

  #putLong(marks: number, text: Uint8Array): void {
    for (let put = 0; put < marks; put++) {
      this.#bytes[this.#end++] = CELL_MARK;
      if (this.#end === this.#size) this.#end = this.#give(this.#end);
    }
    for (let from = 0; from < text.length;) {
      const part = text.subarray(from, from + this.#size - this.#end);
      this.#bytes.set(part, this.#end);
      this.#end += part.length;
      from += part.length;
      if (this.#end === this.#size) this.#end = this.#give(this.#end);
    }
  }

  /** Hands on the full sheet; what stands beyond it begins the next one. */
  #give(end: number): number {
    const more = end - this.#size;
    this.#beyond.set(this.#bytes.subarray(this.#size, end));
    this.#bytes = this.#take(this.#bytes);
    this.#bytes.set(this.#beyond.subarray(0, more));
    this.#view = viewOf(this.#bytes);
    return more;
  }
}
