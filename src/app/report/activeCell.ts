/** Where the active cell is, in words, and what is in it. Pure. */

import type { GridPlace } from "../../grid/gridProps.ts";
import type { RowSource } from "../../grid/rowSource.ts";
import type { CellView } from "../../model/cell.ts";
import type { Column } from "../../model/column.ts";
import { countText } from "../figures.ts";
import { inSentence } from "../inSentence.ts";

export function cellAt(rows: RowSource, { row, column }: GridPlace): CellView | undefined {
  return row === "header" ? undefined : rows.cell(row, column);
}

/** "Cost, row 14": the row's number in the report, the one beside it in the grid. */
export function whereText(
  rows: RowSource,
  columns: readonly Column[],
  place: GridPlace | undefined,
): string | undefined {
  const label = columns.find((column) => column.id === place?.column)?.label;
  if (place === undefined || label === undefined) return undefined;
  const name = inSentence(label);
  if (place.row === "header") return `${name}, header`;
  const row = rows.reportRow(place.row);
  return row === undefined ? name : `${name}, row ${countText(row + 1)}`;
}
