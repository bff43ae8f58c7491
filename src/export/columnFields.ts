/**
 * The cells of one column as fields of a file, straight from how they are stored: a distinct value's
 * field is made once and copied for each of its rows, numbers are written from their mantissas, texts
 * from their bytes. No string and no object per cell.
 */

import { ALTERATIONS, type Alteration } from "../model/alterations.ts";
import type { CellKind } from "../model/cell.ts";
import type { ColumnId } from "../model/positions.ts";
import { snapshotOf, type ColumnSnapshot } from "../engine/columnSnapshot.ts";
import { SEGMENT_ROWS, SEGMENT_SHIFT, type ReportTable } from "../engine/table.ts";
import { ByteBuffer } from "./byteBuffer.ts";

/** What a field is, as bits: alterations, by their place in the list, and two more. */
export const Mark = {
  guarded: 1,
  keptAsText: 2,
  datesAsText: 4,
  controlsRemoved: 8,
  halvesReplaced: 16,
  cut: 32,
  /** Nothing was written. */
  blank: 64,
  /** The row is too short to have this cell; nothing was written. */
  missing: 128,
} as const;

const ALTERED = 63;

/** How the cells of a column become fields. Each returns its marks. */
export interface CellForm {
  /** `repeated`: the field may be used for many rows. */
  text(
    bytes: Uint8Array,
    start: number,
    end: number,
    kind: CellKind,
    out: ByteBuffer,
    repeated: boolean,
  ): number;
  number(mantissa: number, scale: number, kind: CellKind, out: ByteBuffer): number;
}

const NO_CELL = new Uint8Array(0);
/** `CellKind.missing`. */
const MISSING = 0;

export class ColumnFields {
  /** Cells by alteration, in the order of the list. */
  readonly tally = new Float64Array(ALTERATIONS.length);
  readonly #form: CellForm;
  readonly #column: ColumnSnapshot | undefined;
  readonly #made = new ByteBuffer();
  /** Field of code c is `#made[#starts[c] … #ends[c])`; an end of 0 says it isn't made yet. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #marks: Uint8Array;

  constructor(table: ReportTable, column: ColumnId, form: CellForm) {
    this.#form = form;
    this.#column = snapshotOf(table, column);
    const codes = this.#column?.dictionary.count ?? 0;
    this.#starts = new Uint32Array(codes);
    this.#ends = new Uint32Array(codes);
    this.#marks = new Uint8Array(codes);
    // So that no end is 0.
    this.#made.at = 1;
  }

  /** Writes the field of a row of the report and returns its marks. */
  write(row: number, out: ByteBuffer): number {
    const marks = this.#write(row, out);
    if ((marks & ALTERED) !== 0) this.#count(marks);
    return marks;
  }

  #write(row: number, out: ByteBuffer): number {
    const column = this.#column;
    if (column === undefined) return this.#form.text(NO_CELL, 0, 0, MISSING, out, true);
    const segment = column.segments[row >>> SEGMENT_SHIFT]!;
    const at = row & (SEGMENT_ROWS - 1);
    if (segment.encoding === "codes") return this.#copy(segment.codes[at]!, column, out);
    if (segment.encoding === "decimal") {
      const mantissa = segment.mantissas[at]!;
      if (mantissa !== mantissa) return this.#copy(segment.exceptions.get(at)!, column, out);
      const { scales } = segment;
      const scale = scales === undefined ? segment.scale : scales[at]!;
      return this.#form.number(mantissa, scale, segment.kind, out);
    }
    const { bytes, offsets, kinds } = segment;
    const kind = (kinds === undefined ? segment.kind : kinds[at]!) as CellKind;
    return this.#form.text(bytes, offsets[at]!, offsets[at + 1]!, kind, out, false);
  }

  #copy(code: number, { dictionary }: ColumnSnapshot, out: ByteBuffer): number {
    if (this.#ends[code] === 0) {
      const { bytes, offsets, kinds } = dictionary;
      const made = this.#made;
      this.#starts[code] = made.at;
      const kind = kinds[code]! as CellKind;
      this.#marks[code] = this.#form.text(
        bytes,
        offsets[code]!,
        offsets[code + 1]!,
        kind,
        made,
        true,
      );
      this.#ends[code] = made.at;
    }
    const start = this.#starts[code]!;
    const end = this.#ends[code]!;
    if (end > start) out.copy(this.#made.bytes, start, end);
    return this.#marks[code]!;
  }

  #count(marks: number): void {
    for (let bit = 0; bit < ALTERATIONS.length; bit += 1) {
      if ((marks & (1 << bit)) !== 0) this.tally[bit]! += 1;
    }
  }
}

/** Adds the marks of one field to the counts of a file. */
export function addMarks(counts: Record<Alteration, number>, marks: number): void {
  ALTERATIONS.forEach((kind, bit) => {
    if ((marks & (1 << bit)) !== 0) counts[kind] += 1;
  });
}

/** Adds what was altered in columns to the counts of a file. */
export function addTallies(
  counts: Record<Alteration, number>,
  columns: readonly { readonly tally: Float64Array }[],
): void {
  for (const { tally } of columns) {
    ALTERATIONS.forEach((kind, bit) => (counts[kind] += tally[bit]!));
  }
}
