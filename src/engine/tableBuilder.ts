/**
 * Fills a table from batches of cells while the report arrives.
 */

import type { CellBatch, ReportSink } from "../model/cellBatch.ts";
import { columnId, type ColumnId } from "../model/positions.ts";
import { DictionaryBuilder } from "./dictionaryBuilder.ts";
import {
  SEGMENT_ROWS,
  type CodeSegment,
  type ReportTable,
  type Segment,
  type TableColumn,
} from "./table.ts";

export interface TableBuilder {
  readonly sink: ReportSink;
  /** Live: grows with every batch. */
  readonly table: ReportTable;
  seal(): void;
}

export function createTableBuilder(): TableBuilder {
  const columns: ColumnBuilder[] = [];
  const widths = new Map<number, number>();
  const state = {
    rowCount: 0,
    headerCount: undefined as number | undefined,
    sealed: false,
    columns,
    get raggedRows(): number {
      if (state.headerCount === undefined) return 0;
      return state.rowCount - (widths.get(state.headerCount) ?? 0);
    },
  };

  function widen(count: number): void {
    while (columns.length < count) {
      const column = new ColumnBuilder(columnId(columns.length));
      for (let row = 0; row < state.rowCount; row++) column.push(0);
      columns.push(column);
    }
  }

  const sink: ReportSink = {
    headers(names) {
      state.headerCount = names.length;
      widen(names.length);
      names.forEach((name, at) => (columns[at]!.name = name));
    },
    append(batch: CellBatch) {
      const view = new DataView(batch.bytes.buffer, batch.bytes.byteOffset);
      for (let row = 0; row < batch.rowCount; row++) {
        const first = batch.rowStarts[row]!;
        const width = batch.rowStarts[row + 1]! - first;
        widths.set(width, (widths.get(width) ?? 0) + 1);
        widen(width);
        columns.forEach((column, at) => {
          const cell = first + at;
          column.push(
            at < width
              ? column.dictionary.codeOf(
                  batch.bytes,
                  view,
                  batch.starts[cell]!,
                  batch.ends[cell]!,
                  batch.kinds[cell]!,
                )
              : 0,
          );
        });
        state.rowCount += 1;
      }
    },
  };
  return {
    sink,
    table: state,
    seal() {
      for (const column of columns) column.dictionary.seal();
      state.sealed = true;
    },
  };
}

class ColumnBuilder implements TableColumn {
  readonly id: ColumnId;
  name = "";
  readonly dictionary = new DictionaryBuilder();
  readonly segments: Segment[] = [];
  #open: { encoding: "codes"; length: number; codes: Uint32Array } | undefined;

  constructor(id: ColumnId) {
    this.id = id;
  }

  push(code: number): void {
    if (this.#open === undefined || this.#open.length === SEGMENT_ROWS) {
      this.#open = { encoding: "codes", length: 0, codes: new Uint32Array(SEGMENT_ROWS) };
      this.segments.push(this.#open satisfies CodeSegment);
    }
    this.#open.codes[this.#open.length++] = code;
  }
}
