/**
 * The rows of a view by the value of one column: one order for each value, in the order in which the
 * values first appear in the view. Every row is in exactly one of them. Two passes, no text per row.
 */

import type { CellView } from "../model/cell.ts";
import type { ColumnId } from "../model/positions.ts";
import type { Turn } from "../model/turn.ts";
import { currencyReader } from "../engine/currencyReader.ts";
import { readCell } from "../engine/readCell.ts";
import type { RowOrder } from "../engine/rowOrder.ts";
import type { ReportTable } from "../engine/table.ts";

export interface RowGroup {
  /** Its first cell. */
  readonly value: CellView;
  readonly order: RowOrder;
}

const ROWS_PER_LOOK = 4096;

export async function splitRows(
  table: ReportTable,
  order: RowOrder,
  column: ColumnId,
  turn: Turn,
): Promise<readonly RowGroup[]> {
  // Made to tell rows apart by a column's text, whatever it stands for.
  const groups = currencyReader(table, { from: "column", column });
  const { rows, rowCount, tableRows } = order;
  const groupOfRow = new Uint32Array(rowCount);
  const sizes: number[] = [];
  for (let place = 0; place < rowCount; place += 1) {
    const group = groups.groupOf(rows === undefined ? place : rows[place]!);
    groupOfRow[place] = group;
    sizes[group] = (sizes[group] ?? 0) + 1;
    if (place % ROWS_PER_LOOK === 0 && turn.due()) await turn.next();
  }
  const lists = sizes.map((size) => new Uint32Array(size));
  const ends = new Uint32Array(sizes.length);
  for (let place = 0; place < rowCount; place += 1) {
    const group = groupOfRow[place]!;
    lists[group]![ends[group]!] = rows === undefined ? place : rows[place]!;
    ends[group]! += 1;
    if (place % ROWS_PER_LOOK === 0 && turn.due()) await turn.next();
  }
  return lists.map((list) => ({
    value: readCell(table, list[0]!, column),
    order: { tableRows, rowCount: list.length, rows: list },
  }));
}
