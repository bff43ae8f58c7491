/**
 * Rows with more or fewer cells than the header, found by looking at two columns: a row that lacks
 * the header's last cell is shorter, one with a cell beyond it is longer. Read in steps, so that a
 * large report neither blocks nor has to be read to the end once enough are found.
 */

import { CellKind } from "../../model/cell.ts";
import {
  type ColumnId,
  type RowIndex,
  type ViewRow,
  columnId,
  rowIndex,
  viewRow,
} from "../../model/positions.ts";
import { ALL_ROWS, type QueryReading } from "../../model/query.ts";
import type { RowWindow } from "../../model/rowWindow.ts";
import type { EngineClient } from "../../worker/client.ts";
import type { DatasetId } from "../../worker/protocol.ts";

export interface UnequalRow {
  /** Its place among all rows in the report's order, where its number is `row`. */
  readonly place: ViewRow;
  readonly row: RowIndex;
  readonly than: "shorter" | "longer";
}

export interface UnequalTable {
  readonly rowCount: number;
  readonly raggedRows: number;
  readonly headerCount: number;
  readonly columnCount: number;
  readonly reading: QueryReading | undefined;
}

/** No list that a person reads is longer. */
export const MOST_LISTED = 1_000;
const STEP = 16_384;

export async function findUnequalRows(
  engine: Pick<EngineClient, "window">,
  dataset: DatasetId,
  table: UnequalTable,
  signal: AbortSignal,
): Promise<readonly UnequalRow[]> {
  const { rowCount, headerCount, columnCount, reading } = table;
  // Filled cells would hide where a row ends.
  const query = reading?.asSent === true ? { ...ALL_ROWS, reading } : ALL_ROWS;
  const enough = Math.min(table.raggedRows, MOST_LISTED);
  const last = headerCount > 0 ? columnId(headerCount - 1) : undefined;
  const beyond = columnCount > headerCount ? columnId(headerCount) : undefined;
  const columns = [last, beyond].filter((id) => id !== undefined);
  const found: UnequalRow[] = [];
  for (let start = 0; start < rowCount && found.length < enough; start += STEP) {
    const range = { start: viewRow(start), end: viewRow(Math.min(start + STEP, rowCount)) };
    const window = await engine.window(dataset, query, rowCount, range, columns, signal);
    found.push(...unequalIn(window, last, beyond));
  }
  return found.slice(0, enough);
}

function unequalIn(
  window: RowWindow,
  last: ColumnId | undefined,
  beyond: ColumnId | undefined,
): readonly UnequalRow[] {
  const lastKinds = window.columns.find((column) => column.id === last)?.kinds;
  const beyondKinds = window.columns.find((column) => column.id === beyond)?.kinds;
  return Array.from(window.rowIndices).flatMap((row, i): UnequalRow[] => {
    const found = { place: viewRow(window.range.start + i), row: rowIndex(row) };
    if (lastKinds?.[i] === CellKind.missing) return [{ ...found, than: "shorter" }];
    const isLonger = beyondKinds !== undefined && beyondKinds[i] !== CellKind.missing;
    return isLonger ? [{ ...found, than: "longer" }] : [];
  });
}
