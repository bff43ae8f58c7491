/**
 * The report in columns: what the builder fills and every query reads. A column is a list of
 * segments of SEGMENT_ROWS rows; each segment stores its cells in the smallest of three forms.
 * Rows are only ever added, so a reader that keeps to the row count it began with is never
 * disturbed by the download going on.
 */

import type { CellKind } from "../model/cell.ts";
import type { ColumnId } from "../model/positions.ts";
import type { RowCodes } from "./rowCodes.ts";

/** Rows in a full segment. A power of two, so `row >>> 16` and `row & 0xffff` find a cell. */
export const SEGMENT_SHIFT = 16;
export const SEGMENT_ROWS = 1 << SEGMENT_SHIFT;

/** The most digits after the point in a decimal segment: 10^22 is the last exact double. */
export const MAX_SCALE = 22;

export interface ReportTable {
  readonly rowCount: number;
  /** All columns, in order of position; a row longer than the header adds columns at the end. */
  readonly columns: readonly TableColumn[];
  /** How many columns the header has; undefined until it has arrived. */
  readonly headerCount: number | undefined;
  /** Rows with more or fewer cells than the header. */
  readonly raggedRows: number;
  /** The whole report is in: nothing will be added any more. */
  readonly sealed: boolean;
  /** Rows that no query shows, ascending: lines among the rows that are no data. */
  readonly aside?: AsideRows | undefined;
  /** The same rows before blank cells were filled; undefined where none are. */
  readonly unfilled?: ReportTable | undefined;
}

export type AsideRows = readonly number[];

export interface TableColumn {
  readonly id: ColumnId;
  /** The header's text; empty for a column without header. */
  readonly name: string;
  readonly dictionary: Dictionary;
  /** Segment s holds rows `s * SEGMENT_ROWS` and on; all are full but the last. */
  readonly segments: readonly Segment[];
  /** Of a column whose blank cells were filled: the row that a filled cell's value is from. */
  readonly filledFrom?: ((row: number) => number | undefined) | undefined;
}

/**
 * Distinct cells of a column, (kind, text) by code. Code 0 is always the missing cell. Codes are
 * handed out in order of first appearance and never change; entries are only added. A column that
 * stores its newest segment anew begins a new dictionary object, with the entries that its earlier
 * segments use; whoever took segment and dictionary together can go on reading.
 */
export interface Dictionary {
  readonly count: number;
  /** Entry c is `bytes[offsets[c] … offsets[c + 1])`, UTF-8 (WTF-8 for lone surrogates). */
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  readonly kinds: Uint8Array;
}

/** `length` rows are in use; arrays of a growing segment may be longer. */
export type Segment = CodeSegment | DecimalSegment | TextSegment;

/** Few distinct values: each row is a code into the column's dictionary. */
export interface CodeSegment {
  readonly encoding: "codes";
  readonly length: number;
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
}

/**
 * Numbers in plain notation (`-12.3400`): mantissa and scale give back the exact text. The value
 * is mantissa / 10^scale; |mantissa| <= 2^53 - 1, scale <= MAX_SCALE, no exponent, no plus sign, no needless leading zero,
 * no `-0`. Any other cell of the segment (blank, longer, text) has the mantissa NaN and
 * is found in `exceptions`.
 */
export interface DecimalSegment {
  readonly encoding: "decimal";
  readonly length: number;
  readonly mantissas: Float64Array;
  /** Digits after the point, by row; undefined when all rows have `scale`. */
  readonly scales: Uint8Array | undefined;
  readonly scale: number;
  /** Of all cells but the exceptions; one that numbers have. */
  readonly kind: CellKind;
  /** Row within the segment → code in the column's dictionary. */
  readonly exceptions: RowCodes;
}

/** Mostly distinct texts: row r is `bytes[offsets[r] … offsets[r + 1])`. */
export interface TextSegment {
  readonly encoding: "text";
  readonly length: number;
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  /** Kind of each row; undefined when all rows have `kind`. */
  readonly kinds: Uint8Array | undefined;
  readonly kind: CellKind;
}
