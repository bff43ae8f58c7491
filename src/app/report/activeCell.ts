/** Where the active cell is, in words, and what is in it. Pure. */

import type { GridPlace } from "../../grid/gridProps.ts";
import type { RowSource } from "../../grid/rowSource.ts";
import type { CellView } from "../../model/cell.ts";
import type { Column } from "../../model/column.ts";
import { reportWords } from "../../words/en/report.ts";
import { valueName } from "../filterText.ts";
import { inSentence } from "../inSentence.ts";
import { shortText } from "../shortText.ts";

export function cellAt(rows: RowSource, { row, column }: GridPlace): CellView | undefined {
  const cell = row === "header" ? undefined : rows.cell(row, column);
  // A group's line has nothing in most columns, which is not the same as blank.
  const isNothing = row !== "header" && cell?.text === "" && rows.group?.(row) !== undefined;
  return isNothing && rows.groupColumns?.includes(column) !== true ? undefined : cell;
}

/** "Cost, row 14": the row's number in the report, the one beside it in the grid. */
export function whereText(
  rows: RowSource,
  columns: readonly Pick<Column, "id" | "label">[],
  place: GridPlace | undefined,
): string | undefined {
  const label = columns.find((column) => column.id === place?.column)?.label;
  if (place === undefined || label === undefined) return undefined;
  const name = inSentence(label);
  if (place.row === "header") return reportWords.header(name);
  const value = rows.group?.(place.row)?.written.at(-1);
  if (value !== undefined) return reportWords.group(name, inSentence(shortText(valueName(value))));
  const row = rows.reportRow(place.row);
  return row === undefined ? name : reportWords.row(name, row + 1);
}
