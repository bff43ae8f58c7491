/**
 * One condition on the cells of a column, asked in bulk: of texts that lie one after the other
 * (a text segment, a dictionary) and of numbers stored as numbers. A dictionary is asked once per
 * entry, its rows only look the answer up. Cost is one pass over the column's bytes at most.
 */

import type { Turn } from "../model/turn.ts";
import type { ColumnSnapshot } from "./columnSnapshot.ts";
import { writeDecimals, type DecimalTexts } from "./decimalBytes.ts";
import type { RowMask } from "./rowMask.ts";
import { SEGMENT_ROWS, type DecimalSegment, type Dictionary } from "./table.ts";

export interface CellTest {
  /** Text i is `bytes[offsets[i] … offsets[i + 1])`; writes 1 or 0 to `fits[i - from]` for each. */
  texts(bytes: Uint8Array, offsets: Uint32Array, from: number, to: number, fits: RowMask): void;
  /**
   * The same for the numbers of a segment; what is written for its exceptions does not matter.
   * "asTexts" has them written out and asked as texts.
   */
  readonly numbers:
    | "none"
    | "asTexts"
    | ((segment: DecimalSegment, from: number, to: number, fits: RowMask) => void);
}

/** Texts looked at between two looks at the clock. */
const BLOCK_TEXTS = 4096;

/** Answers for rows `from` and on, `rowCount` excluded, at `mask[row]`. */
export async function testColumn(
  column: ColumnSnapshot | undefined,
  test: CellTest,
  from: number,
  rowCount: number,
  mask: RowMask,
  turn: Turn,
): Promise<void> {
  if (column === undefined) {
    test.texts(new Uint8Array(0), new Uint32Array(2), 0, 1, mask.subarray(from, from + 1));
    mask.fill(mask[from]!, from, rowCount);
    return;
  }
  let byCode: RowMask | undefined;
  const fitsOfCode = (): RowMask => (byCode ??= testDictionary(column.dictionary, test));

  for (let row = from; row < rowCount;) {
    const base = row - (row % SEGMENT_ROWS);
    const segment = column.segments[base / SEGMENT_ROWS]!;
    const first = row - base;
    const last = Math.min(SEGMENT_ROWS, rowCount - base);
    const part = mask.subarray(base, base + last);
    switch (segment.encoding) {
      case "codes": {
        const fits = fitsOfCode();
        const { codes } = segment;
        for (let at = first; at < last; at += 1) part[at] = fits[codes[at]!]!;
        break;
      }
      case "text": {
        for (let at = first; at < last; at += BLOCK_TEXTS) {
          const end = Math.min(at + BLOCK_TEXTS, last);
          test.texts(segment.bytes, segment.offsets, at, end, part.subarray(at, end));
          if (turn.due()) await turn.next();
        }
        break;
      }
      case "decimal": {
        for (let at = first; at < last; at += BLOCK_TEXTS) {
          const end = Math.min(at + BLOCK_TEXTS, last);
          testNumbers(segment, test, at, end, part.subarray(at, end));
          if (turn.due()) await turn.next();
        }
        if (segment.exceptions.size > 0) {
          const fits = fitsOfCode();
          segment.exceptions.forEach((code, at) => {
            if (at >= first && at < last) part[at] = fits[code]!;
          });
        }
        break;
      }
    }
    if (turn.due()) await turn.next();
    row = base + last;
  }
}

function testDictionary({ bytes, offsets, count }: Dictionary, test: CellTest): RowMask {
  const fits = new Uint8Array(count);
  test.texts(bytes, offsets, 0, count, fits);
  return fits;
}

let written: DecimalTexts | undefined;

function testNumbers(
  segment: DecimalSegment,
  test: CellTest,
  from: number,
  to: number,
  fits: RowMask,
): void {
  if (test.numbers === "none") fits.fill(0);
  else if (test.numbers === "asTexts") {
    written = writeDecimals(segment, from, to, written);
    test.texts(written.bytes, written.offsets, 0, to - from, fits);
  } else test.numbers(segment, from, to, fits);
}
