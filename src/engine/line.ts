/**
 * One line of a report as ranges of bytes, wherever it is: in a batch that arrives, in a table, or
 * kept as texts.
 */

import { CellKind } from "../model/cell.ts";
import type { CellBatch } from "../model/cellBatch.ts";
import { readCell } from "./readCell.ts";
import type { ReportTable } from "./table.ts";
import { decodeText, encodeText } from "./wtf8.ts";

/** Cell c is number `first + c` of the arrays. */
export interface Line {
  readonly bytes: Uint8Array;
  readonly starts: ArrayLike<number>;
  readonly ends: ArrayLike<number>;
  /** `CellKind` of each. */
  readonly kinds: ArrayLike<number>;
  readonly first: number;
  /** How many cells it has. */
  readonly width: number;
}

export function batchLine({ bytes, starts, ends, kinds, rowStarts }: CellBatch, row: number): Line {
  const first = rowStarts[row]!;
  return { bytes, starts, ends, kinds, first, width: rowStarts[row + 1]! - first };
}

export function tableLine(table: ReportTable, row: number): Line {
  const cells = table.columns.map(({ id }) => readCell(table, row, id));
  const width = cells.findLastIndex(({ kind }) => kind !== CellKind.missing) + 1;
  const texts = cells.slice(0, width).map(({ text }) => text);
  return lineOfTexts(texts, { kinds: cells.map(({ kind }) => kind), first: 0 });
}

/** With the kinds of another line. */
export function lineOfTexts(
  texts: readonly string[],
  { kinds, first }: Pick<Line, "kinds" | "first">,
): Line {
  const parts = texts.map(encodeText);
  const ends: number[] = [];
  let used = 0;
  for (const part of parts) ends.push((used += part.length));
  const bytes = new Uint8Array(used);
  parts.forEach((part, at) => bytes.set(part, ends[at]! - part.length));
  return {
    bytes,
    starts: ends.map((end, at) => end - parts[at]!.length),
    ends,
    kinds: texts.map((_, at) => kinds[first + at]!),
    first: 0,
    width: texts.length,
  };
}

export function textIn({ bytes, starts, ends, first, width }: Line, column: number): string {
  if (column >= width) return "";
  return decodeText(bytes, starts[first + column]!, ends[first + column]!);
}
