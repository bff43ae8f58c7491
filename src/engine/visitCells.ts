/**
 * Visits the cells of some rows of a column in whatever form they are stored: as texts that lie
 * one after the other, and numbers as numbers or (when nobody takes those) written out.
 */

import type { Turn } from "../model/turn.ts";
import { segmentAt, type ColumnSnapshot } from "./columnSnapshot.ts";
import { writeDecimals } from "./decimalBytes.ts";
import { eachRun } from "./sortColumn.ts";
import type { DecimalSegment } from "./table.ts";

export interface CellVisitor<Source> {
  /** Texts that are visited next: text i is `bytes[offsets[i] … offsets[i + 1])`. */
  source(bytes: Uint8Array, offsets: Uint32Array): Source;
  /** `at` is the place in the list of rows. */
  text(at: number, source: Source, index: number): void;
  readonly number: ((at: number, mantissa: number, scale: number) => void) | undefined;
}

/** The rows are ascending. */
export async function visitCells<Source>(
  column: ColumnSnapshot,
  rows: Uint32Array,
  visitor: CellVisitor<Source>,
  turn: Turn,
): Promise<void> {
  const entries = visitor.source(column.dictionary.bytes, column.dictionary.offsets);
  await eachRun(rows, rows.length, turn, (from, to, base) => {
    const segment = segmentAt(column, base);
    if (segment.encoding === "codes") {
      for (let at = from; at < to; at += 1) {
        visitor.text(at, entries, segment.codes[rows[at]! - base]!);
      }
    } else if (segment.encoding === "text") {
      const texts = visitor.source(segment.bytes, segment.offsets);
      for (let at = from; at < to; at += 1) visitor.text(at, texts, rows[at]! - base);
    } else visitNumbers(segment, entries, visitor, rows, from, to, base);
  });
}

function visitNumbers<Source>(
  segment: DecimalSegment,
  entries: Source,
  visitor: CellVisitor<Source>,
  rows: Uint32Array,
  from: number,
  to: number,
  base: number,
): void {
  const { mantissas, scales, scale, exceptions } = segment;
  const first = rows[from]! - base;
  let texts: Source | undefined;
  if (visitor.number === undefined) {
    const { bytes, offsets } = writeDecimals(segment, first, rows[to - 1]! - base + 1);
    texts = visitor.source(bytes, offsets);
  }
  for (let at = from; at < to; at += 1) {
    const row = rows[at]! - base;
    const mantissa = mantissas[row]!;
    if (mantissa !== mantissa) visitor.text(at, entries, exceptions.get(row)!);
    else if (texts !== undefined) visitor.text(at, texts, row - first);
    else visitor.number?.(at, mantissa, scales === undefined ? scale : scales[row]!);
  }
}
