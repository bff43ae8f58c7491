/** Which cells a range is, for those who hear the page: its first and its last one. Pure. */

import type { GridColumn } from "../../grid/gridProps.ts";
import type { RowSource } from "../../grid/rowSource.ts";
import type { CellRange } from "../../grid/selection.ts";
import { type ViewRow, viewRow } from "../../model/positions.ts";
import { totalWords } from "../../words/en/totals.ts";
import { inSentence } from "../inSentence.ts";
import { whereText } from "../report/activeCell.ts";

/** "Client, row 1 to Product, row 4"; of all rows the columns alone. */
export function rangeText(
  { rows: { start, end }, columns }: CellRange,
  rows: RowSource,
  gridColumns: readonly Pick<GridColumn, "id" | "label">[],
): string {
  const isAll = start === 0 && end === rows.rowCount;
  const nameOf = (row: ViewRow, position: number) => {
    const column = gridColumns[position];
    if (column === undefined) return "";
    return isAll
      ? inSentence(column.label)
      : (whereText(rows, gridColumns, { row, column: column.id }) ?? "");
  };
  const first = nameOf(start, columns.start);
  const last = nameOf(viewRow(end - 1), columns.end - 1);
  return first === last ? first : totalWords.fromTo(first, last);
}
