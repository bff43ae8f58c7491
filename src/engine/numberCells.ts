/**
 * The numbers of a column as sums read them: a mantissa and its scale, without a text or an object
 * per row. Holds the column of its moment, so that work may pause while the download goes on.
 */

import { parseDecimal, type Decimal } from "../model/decimal.ts";
import type { ColumnId } from "../model/positions.ts";
import { isNumeric, LONG_SCALE, numbersByCode, type CodeNumbers } from "./codeNumbers.ts";
import { snapshotOf } from "./columnSnapshot.ts";
import { readCell } from "./readCell.ts";
import { SEGMENT_ROWS, SEGMENT_SHIFT, type ReportTable, type Segment } from "./table.ts";

export class NumberCells {
  /** A double in a field of its own would be an object for each row. */
  readonly #mantissa = new Float64Array(1);
  readonly #table: ReportTable;
  readonly #column: ColumnId;
  readonly #segments: readonly Segment[];
  readonly #byCode: CodeNumbers;

  /** Undefined for a column the table does not have. */
  static of(table: ReportTable, column: ColumnId): NumberCells | undefined {
    // What a line does not say itself is no amount of its own.
    const said = table.unfilled ?? table;
    const found = snapshotOf(said, column);
    return found && new NumberCells(said, column, found.segments, numbersByCode(found.dictionary));
  }

  private constructor(
    table: ReportTable,
    column: ColumnId,
    segments: readonly Segment[],
    byCode: CodeNumbers,
  ) {
    this.#table = table;
    this.#column = column;
    this.#segments = segments;
    this.#byCode = byCode;
  }

  /** Of the row read last, where its scale is below SCALES; NaN else. */
  get mantissa(): number {
    return this.#mantissa[0]!;
  }

  /** The scale of a row's mantissa, or BLANK_SCALE, NO_SCALE or LONG_SCALE: see `long` for that. */
  read(row: number): number {
    const segment = this.#segments[row >>> SEGMENT_SHIFT]!;
    const at = row & (SEGMENT_ROWS - 1);
    let code: number | undefined;
    if (segment.encoding === "decimal") {
      const mantissa = segment.mantissas[at]!;
      if (mantissa === mantissa) {
        this.#mantissa[0] = mantissa;
        return segment.scales === undefined ? segment.scale : segment.scales[at]!;
      }
      code = segment.exceptions.get(at);
    } else if (segment.encoding === "codes") code = segment.codes[at];
    const { mantissas, scales } = this.#byCode;
    const isKnown = code !== undefined && code < scales.length;
    this.#mantissa[0] = isKnown ? mantissas[code!]! : Number.NaN;
    return isKnown ? scales[code!]! : LONG_SCALE;
  }

  /** Of a row whose scale doesn't say it. */
  isBlank(row: number): boolean {
    return readCell(this.#table, row, this.#column).text === "";
  }

  /** What a row is worth that is read from its text; undefined when that is no number. */
  long(row: number): Decimal | undefined {
    const { kind, text } = readCell(this.#table, row, this.#column);
    return isNumeric(kind) ? parseDecimal(text) : undefined;
  }
}
