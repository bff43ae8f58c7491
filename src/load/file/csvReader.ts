/**
 * Reads CSV as it arrives and feeds a `ReportSink`. RFC 4180 and what programs make of it: any line
 * end, line breaks and doubled quotes in quoted cells, a quote in the middle as itself, rows of any
 * length. The file may be cut at any byte and the result does not depend on it. Takes UTF-8; keeps
 * one unfinished row at most. A quote that never closes is the one thing that is an error.
 */

import { CellKind } from "../../model/cell.ts";
import type { ReportSink } from "../../model/cellBatch.ts";
import type { Separator } from "../../model/fileSource.ts";
import { ReportFailure } from "../../model/reportError.ts";
import { RowCollector } from "../rowCollector.ts";
import type { CommaNumbers } from "./commaNumber.ts";

export interface CsvOptions {
  readonly separator: Separator;
  /** Lines before this one, counted from 1, are left out. */
  readonly headerLine: number;
  readonly maxRowBytes?: number;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** Where the next byte is. */
const CELL_START = 0;
const PLAIN = 1;
const QUOTED = 2;
/** After a quote inside a quoted cell: its end, or the first of two. */
const QUOTE_SEEN = 3;
/** After the end quote, where only a separator or a line end should be. */
const TAIL = 4;

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export class CsvReader {
  readonly #sink: ReportSink;
  readonly #collector: RowCollector;
  readonly #separator: number;
  readonly #headerLine: number;
  readonly #numbers: CommaNumbers | undefined;
  #state = CELL_START;
  /** Where in the buffer the cell being read starts, its quote included. */
  #cellStart = 0;
  /** Its end quote, counted from its start. */
  #closing = 0;
  #hasDoubled = false;
  #afterCR = false;
  #width = 0;
  /** Lines finished, as a spreadsheet counts them: a line break in a cell is none. */
  #lines = 0;
  /** Lines without anything after the header, left out of a table of several columns. */
  emptyLines = 0;

  /** `numbers`: of a file with decimal commas. */
  constructor(sink: ReportSink, options: CsvOptions, numbers?: CommaNumbers) {
    this.#sink = sink;
    this.#collector = new RowCollector(sink, options.maxRowBytes ?? 64 * 1024 * 1024);
    this.#separator = options.separator.charCodeAt(0);
    this.#headerLine = options.headerLine;
    this.#numbers = numbers;
  }

  get rows(): number {
    return this.#collector.rows;
  }

  get lines(): number {
    return this.#lines;
  }

  push(chunk: Uint8Array): void {
    const collector = this.#collector;
    for (let taken = 0; taken < chunk.length;) {
      const from = collector.buffer.end;
      taken += this.#take(chunk, taken);
      this.#read(from, collector.buffer.end);
      collector.giveRows();
      const inCell = this.#state !== CELL_START;
      this.#cellStart -= collector.makeRoom(inCell ? this.#cellStart : undefined);
    }
  }

  /** The file has ended; its last line needs no line end. */
  end(): void {
    const { buffer, cells } = this.#collector;
    if (this.#state === QUOTED) throw this.#unclosed();
    if (this.#state !== CELL_START || cells.unfinished > 0) {
      if (this.#state === CELL_START) this.#cellStart = buffer.end;
      this.#endCell(buffer.bytes, buffer.end);
      this.#endLine();
    }
    this.#collector.giveRows();
    if (this.#lines < this.#headerLine) {
      throw new ReportFailure({ code: "noHeaderLine", lines: this.#lines });
    }
  }

  #take(chunk: Uint8Array, from: number): number {
    try {
      return this.#collector.take(chunk, from);
    } catch (cause) {
      // A cell without end is more likely a quote that was never closed.
      throw this.#state === QUOTED ? this.#unclosed() : cause;
    }
  }

  #read(from: number, to: number): void {
    const { bytes } = this.#collector.buffer;
    const separator = this.#separator;
    let at = from;
    if (this.#afterCR && at < to) {
      if (bytes[at] === LF) at++;
      this.#afterCR = false;
    }
    while (at < to) {
      let byte = bytes[at]!;
      if (this.#state === CELL_START) {
        this.#cellStart = at;
        if (byte === QUOTE) {
          this.#state = QUOTED;
          at++;
          continue;
        }
        this.#state = PLAIN;
      }
      if (this.#state === QUOTED) {
        while (at < to && bytes[at] !== QUOTE) at++;
        if (at === to) return;
        this.#closing = at - this.#cellStart;
        this.#state = QUOTE_SEEN;
        at++;
        continue;
      }
      if (this.#state === QUOTE_SEEN) {
        if (byte === QUOTE) {
          this.#hasDoubled = true;
          this.#state = QUOTED;
          at++;
          continue;
        }
        this.#state = TAIL;
      }
      while (byte !== separator && byte !== LF && byte !== CR) {
        if (++at === to) return;
        byte = bytes[at]!;
      }
      this.#endCell(bytes, at++);
      if (byte === separator) continue;
      this.#endLine();
      if (byte === LF) continue;
      if (at === to) this.#afterCR = true;
      else if (bytes[at] === LF) at++;
    }
  }

  #endCell(bytes: Uint8Array, cellEnd: number): void {
    let start = this.#cellStart;
    let end = cellEnd;
    if (this.#state >= QUOTE_SEEN) {
      const closing = start + this.#closing;
      start += 1;
      end = this.#hasDoubled ? joinDoubled(bytes, start, closing) : closing;
      // What stands after the end quote belongs to the cell, as in spreadsheets.
      if (closing + 1 < cellEnd) {
        bytes.copyWithin(end, closing + 1, cellEnd);
        end += cellEnd - closing - 1;
      }
      this.#hasDoubled = false;
    }
    this.#state = CELL_START;
    if (this.#numbers === undefined || this.#lines < this.#headerLine) {
      this.#collector.addCell(start, end, CellKind.string);
      return;
    }
    this.#numbers.convert(bytes, start, end, this.#collector.cells.unfinished);
    this.#collector.addCell(start, this.#numbers.end, this.#numbers.kind);
  }

  #endLine(): void {
    const { cells, buffer } = this.#collector;
    this.#lines += 1;
    if (this.#lines > this.#headerLine) {
      const last = cells.cellCount - 1;
      const isEmpty =
        cells.unfinished === 1 && this.#width > 1 && cells.starts[last] === cells.ends[last];
      if (isEmpty) {
        cells.cellCount -= 1;
        this.emptyLines += 1;
      } else this.#collector.endRow();
      return;
    }
    if (this.#lines === this.#headerLine) {
      const names = Array.from({ length: cells.cellCount }, (_, index) =>
        decoder.decode(buffer.bytes.subarray(cells.starts[index], cells.ends[index])),
      );
      this.#width = names.length;
      this.#sink.headers(names);
    }
    cells.clear();
  }

  #unclosed(): ReportFailure {
    this.#collector.giveRows();
    return new ReportFailure({
      code: "malformed",
      row: this.#lines < this.#headerLine ? 0 : this.rows + 1,
      byte: this.#collector.buffer.offset(this.#cellStart),
      rows: this.rows,
      problem: "openQuote",
    });
  }
}

/** Makes one quote of each two in `bytes[start … end)`. Gives the new end. */
function joinDoubled(bytes: Uint8Array, start: number, end: number): number {
  let into = start;
  for (let at = start; at < end; at++) {
    bytes[into++] = bytes[at]!;
    if (bytes[at] === QUOTE) at++;
  }
  return into;
}
