/**
 * What points part in each column of a file with decimal commas, where a value has no comma: `12.345`
 * is a number among amounts and a label beside `DE 1`. Only all values of a column can tell, the last
 * one too, so the file is read once more for it. Points part groups of digits
 *
 * - in a column of numbers, unless it has neither a comma nor points that can't be an address's;
 * - beside texts, where a number of the column has a comma.
 *
 * Blank cells and the column's own name, said again between the rows, tell nothing.
 */

import type { CellBatch, ReportSink } from "../../model/cellBatch.ts";
import type { Encoding } from "../../model/fileSource.ts";
import { ReportFailure } from "../../model/reportError.ts";
import type { Turn } from "../../model/turn.ts";
import { isAddress, newShape, Points, readShape } from "./commaNumber.ts";
import { CsvReader, type CsvOptions } from "./csvReader.ts";
import { readUtf8 } from "./utf8Chunks.ts";

/** `Points` of each column. */
export async function findPoints(
  file: Blob,
  encoding: Encoding,
  options: CsvOptions,
  turn: Turn,
): Promise<Uint8Array> {
  const values = new ValuesSeen();
  const reader = new CsvReader(values, options);
  try {
    await readUtf8(file, encoding, turn, (utf8) => reader.push(utf8));
    reader.end();
  } catch (cause) {
    // Whoever reads the file for its rows meets it again.
    if (!(cause instanceof ReportFailure)) throw cause;
  }
  return values.points();
}

/** What a column has, as bits. */
const COMMA = 1;
/** Points without a comma that are no address. */
const GROUPS = 2;
const TEXT = 4;

class ValuesSeen implements ReportSink {
  readonly #shape = newShape();
  #names: readonly Uint8Array[] = [];
  #seen = new Uint8Array();

  headers(names: readonly string[]): void {
    this.#names = names.map((name) => new TextEncoder().encode(name));
  }

  append({ bytes, starts, ends, rowStarts, rowCount }: CellBatch): void {
    for (let row = 0; row < rowCount; row++) {
      const first = rowStarts[row]!;
      const width = rowStarts[row + 1]! - first;
      if (width > this.#seen.length) this.#widen(width);
      for (let column = 0; column < width; column++) {
        const start = starts[first + column]!;
        const end = ends[first + column]!;
        if (start < end) this.#see(bytes, start, end, column);
      }
    }
  }

  points(): Uint8Array {
    return this.#seen.map((seen) => {
      if ((seen & TEXT) === 0)
        return (seen & (COMMA | GROUPS)) === 0 ? Points.labels : Points.allGroups;
      return (seen & COMMA) === 0 ? Points.labels : Points.groups;
    });
  }

  #see(bytes: Uint8Array, start: number, end: number, column: number): void {
    const shape = this.#shape;
    if (readShape(bytes, start, end, shape)) {
      if (shape.comma >= 0) this.#seen[column]! |= COMMA;
      else if (shape.groups > 0 && !isAddress(bytes, start, end, shape)) {
        this.#seen[column]! |= GROUPS;
      }
    } else if (!sameText(bytes, start, end, this.#names[column])) this.#seen[column]! |= TEXT;
  }

  #widen(width: number): void {
    const wider = new Uint8Array(width);
    wider.set(this.#seen);
    this.#seen = wider;
  }
}

function sameText(
  bytes: Uint8Array,
  start: number,
  end: number,
  text: Uint8Array | undefined,
): boolean {
  return text?.length === end - start && text.every((byte, index) => byte === bytes[start + index]);
}
