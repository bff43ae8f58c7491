/**
 * Fills a table from batches of cells while the report arrives, one column after the other in each
 * batch, so that a column's loop keeps its state at hand. Rows may be shorter or longer than the
 * header, which may come at any time. `rowCount` moves on only when all columns have their cells.
 */

import type { CellBatch, ReportSink } from "../model/cellBatch.ts";
import { columnId } from "../model/positions.ts";
import { ColumnBuilder, ENCODING_LIMITS, type EncodingLimits } from "./columnBuilder.ts";
import { evenColumn, missingColumn, raggedColumn, viewOf } from "./columnCells.ts";
import type { ProfiledTable } from "./columnProfile.ts";

export interface TableBuilder {
  readonly sink: ReportSink;
  /** Live: grows with every batch. */
  readonly table: ProfiledTable;
  /** The whole report is in. */
  seal(): void;
}

export function createTableBuilder(limits: EncodingLimits = ENCODING_LIMITS): TableBuilder {
  const table = new GrowingTable(limits);
  return { sink: table, table, seal: () => table.seal() };
}

class GrowingTable implements ProfiledTable, ReportSink {
  rowCount = 0;
  headerCount: number | undefined;
  sealed = false;
  readonly columns: ColumnBuilder[] = [];
  readonly #limits: EncodingLimits;
  /** Rows by their number of cells. */
  readonly #widths = new Map<number, number>();

  constructor(limits: EncodingLimits) {
    this.#limits = limits;
  }

  get raggedRows(): number {
    if (this.headerCount === undefined) return 0;
    return this.rowCount - (this.#widths.get(this.headerCount) ?? 0);
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
