/**
 * Rows already stored, as cells again: how the newest segment of a column moves to another
 * encoding, and how a column with filled blanks is made. Starts, ends and kinds are new arrays, which
 * may be changed.
 */

import { viewOf, type ColumnCells } from "./columnCells.ts";
import { writeDecimals } from "./decimalBytes.ts";
import type { CodeSegment, DecimalSegment, Dictionary, Segment, TextSegment } from "./table.ts";

export function cellsOf(segment: Segment, dictionary: Dictionary): ColumnCells {
  switch (segment.encoding) {
    case "codes":
      return cellsOfCodes(segment, dictionary);
    case "decimal":
      return cellsOfDecimals(segment, dictionary);
    case "text":
      return cellsOfTexts(segment);
  }
}

export function cellsOfCodes(segment: CodeSegment, dictionary: Dictionary): ColumnCells {
  const { codes, length } = segment;
  const { bytes, offsets } = dictionary;
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  const kinds = new Uint8Array(length);
  for (let row = 0; row < length; row += 1) {
    const code = codes[row]!;
    starts[row] = offsets[code]!;
    ends[row] = offsets[code + 1]!;
    kinds[row] = dictionary.kinds[code]!;
  }
  return { bytes, view: viewOf(bytes), starts, ends, kinds, first: 0, step: 1, count: length };
}

/** The plain numbers written out, and the exceptions from the dictionary behind them. */
export function cellsOfDecimals(segment: DecimalSegment, dictionary: Dictionary): ColumnCells {
  const { length, exceptions } = segment;
  const numbers = writeDecimals(segment, 0, length);
  const numbersEnd = numbers.offsets[length]!;
  const used = dictionary.offsets[dictionary.count]!;
  const bytes = new Uint8Array(numbersEnd + used);
  bytes.set(numbers.bytes.subarray(0, numbersEnd));
  bytes.set(dictionary.bytes.subarray(0, used), numbersEnd);
  const starts = numbers.offsets.slice(0, length);
  const ends = numbers.offsets.slice(1, length + 1);
  const kinds = new Uint8Array(length).fill(segment.kind);
  for (const [row, code] of exceptions) {
    starts[row] = numbersEnd + dictionary.offsets[code]!;
    ends[row] = numbersEnd + dictionary.offsets[code + 1]!;
    kinds[row] = dictionary.kinds[code]!;
  }
  return { bytes, view: viewOf(bytes), starts, ends, kinds, first: 0, step: 1, count: length };
}

function cellsOfTexts({ bytes, offsets, kind, kinds, length }: TextSegment): ColumnCells {
  return {
    bytes,
    view: viewOf(bytes),
    starts: offsets.slice(0, length),
    ends: offsets.slice(1, length + 1),
    kinds: kinds?.slice(0, length) ?? new Uint8Array(length).fill(kind),
    first: 0,
    step: 1,
    count: length,
  };
}
