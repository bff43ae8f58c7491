/**
 * Fills a table from batches of cells while the report arrives, one column after the other in each
 * batch, so that a column's loop keeps its state at hand. Rows may be shorter or longer than the
 * header, which may come at any time. `rowCount` moves on only when all columns have their cells.
 */

import type { CellBatch, ReportSink } from "../model/cellBatch.ts";
import { columnId } from "../model/positions.ts";
import { ReportFailure } from "../model/reportError.ts";
import { ColumnBuilder, ENCODING_LIMITS, type EncodingLimits } from "./columnBuilder.ts";
import { evenColumn, missingColumn, raggedColumn, viewOf } from "./columnCells.ts";
import type { ProfiledTable } from "./columnProfile.ts";
import { tableBytes } from "./tableBytes.ts";

export interface TableBuilder {
  readonly sink: ReportSink;
  /** Live: grows with every batch. */
  readonly table: ProfiledTable;
  /** How many rows have this many cells. */
  rowsOfWidth(width: number): number;
  /** The whole report is in. */
  seal(): void;
}

/** `mostBytes`: cells beyond it are refused with `tooLarge`, the rows before them stay. */
export function createTableBuilder(
  limits: EncodingLimits = ENCODING_LIMITS,
  mostBytes = Number.POSITIVE_INFINITY,
): TableBuilder {
  const table = new GrowingTable(limits, mostBytes);
  return {
    sink: table,
    table,
    rowsOfWidth: (width) => table.rowsOfWidth(width),
    seal: () => table.seal(),
  };
}

/** How often a table is measured on its way to the most it may hold. */
const MEASURED_STEPS = 64;

class GrowingTable implements ProfiledTable, ReportSink {
  rowCount = 0;
  headerCount: number | undefined;
  sealed = false;
  readonly columns: ColumnBuilder[] = [];
  readonly #limits: EncodingLimits;
  readonly #mostBytes: number;
  /** Bytes of cells that came since the table was last measured. */
  #unmeasured = 0;
  /** Rows by their number of cells. */
  readonly #widths = new Map<number, number>();

  constructor(limits: EncodingLimits, mostBytes: number) {
    this.#limits = limits;
    this.#mostBytes = mostBytes;
  }

  get raggedRows(): number {
    if (this.headerCount === undefined) return 0;
    return this.rowCount - this.rowsOfWidth(this.headerCount);
  }

  rowsOfWidth(width: number): number {
    return this.#widths.get(width) ?? 0;
  }

  headers(names: readonly string[]): void {
    this.#widenTo(names.length);
    names.forEach((name, position) => {
      this.columns[position]!.name = name;
    });
    this.headerCount = names.length;
  }

  append(batch: CellBatch): void {
    const { rowCount, width } = batch;
    this.#measure(batch);
    const most = this.#countWidths(batch);
    this.#widenTo(most);
    const view = viewOf(batch.bytes);
    const missing = most < this.columns.length ? missingColumn(batch, view) : undefined;
    this.columns.forEach((column, position) => {
      if (missing !== undefined && position >= most) column.append(missing);
      else column.append((width >= 0 ? evenColumn : raggedColumn)(batch, view, position));
    });
    this.rowCount += rowCount;
  }

  seal(): void {
    for (const column of this.columns) column.seal();
    this.sealed = true;
  }

  /** A step is small beside what is allowed, and measuring is nothing beside storing a step. */
  #measure({ starts, ends, rowStarts, rowCount }: CellBatch): void {
    const cells = rowStarts[rowCount]!;
    if (cells === 0) return;
    this.#unmeasured += ends[cells - 1]! - starts[0]!;
    if (this.#unmeasured < this.#mostBytes / MEASURED_STEPS) return;
    this.#unmeasured = 0;
    if (tableBytes(this) <= this.#mostBytes) return;
    throw new ReportFailure({ code: "tooLarge", limit: "memory", rows: this.rowCount });
  }

  #widenTo(count: number): void {
    while (this.columns.length < count) {
      this.columns.push(
        new ColumnBuilder(columnId(this.columns.length), this.rowCount, this.#limits),
      );
    }
  }

  /** Returns the most cells of a row. */
  #countWidths({ rowStarts, rowCount, width }: CellBatch): number {
    if (rowCount === 0) return 0;
    if (width >= 0) {
      this.#widths.set(width, (this.#widths.get(width) ?? 0) + rowCount);
      return width;
    }
    let most = 0;
    for (let row = 0; row < rowCount; row++) {
      const cells = rowStarts[row + 1]! - rowStarts[row]!;
      this.#widths.set(cells, (this.#widths.get(cells) ?? 0) + 1);
      if (cells > most) most = cells;
    }
    return most;
  }
}
