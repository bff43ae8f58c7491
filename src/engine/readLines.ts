/**
 * Lines of grouped rows, ready to cross to the page: groups with their values and sums, rows with
 * their cells. A group's line has a text for each column too: the values of its groups, and its
 * sums with their currencies; nothing in the other columns.
 */

import { CellKind } from "../model/cell.ts";
import type { ColumnSums, GroupLine } from "../model/grouping.ts";
import { rowIndex, viewRow, type ColumnId, type RowRange } from "../model/positions.ts";
import type { RowWindow } from "../model/rowWindow.ts";
import type { TotalledColumn } from "../model/totals.ts";
import type { Turn } from "../model/turn.ts";
import type { GroupLines } from "./groupLines.ts";
import { kindOf, textOf } from "./readCell.ts";
import { filledIn } from "./readWindow.ts";
import type { GroupReader } from "./readGroups.ts";
import type { ReportTable } from "./table.ts";

export async function readLines(
  table: ReportTable,
  { reader, lines }: { readonly reader: GroupReader; readonly lines: GroupLines },
  range: RowRange,
  columns: readonly ColumnId[],
  totals: readonly TotalledColumn[],
  turn: Turn,
): Promise<RowWindow> {
  const { grouped } = reader;
  const start = Math.min(Math.max(range.start, 0), lines.count);
  const end = Math.min(Math.max(range.end, start), lines.count);
  const summed = totals.filter(({ column }) => columns.includes(column));
  const rowIndices = new Uint32Array(end - start);
  const groups: (GroupLine | undefined)[] = [];
  for (let line = start; line < end; line += 1) {
    const place = lines.at(line);
    if (place.level === undefined) {
      rowIndices[line - start] = grouped.rows[place.at]!;
      groups.push(undefined);
      continue;
    }
    const { level, group, open, named } = place;
    for (const one of await reader.read(level, group, group + 1, summed, turn)) {
      const { values, written, sums } = one;
      const name = named === undefined ? one.name : { level, row: rowIndex(named) };
      groups.push({ name, values, written, rows: one.end - one.start, open, sums });
      rowIndices[line - start] = name.row;
    }
  }
  return {
    range: { start: viewRow(start), end: viewRow(end) },
    rowIndices,
    groups,
    columns: columns.map((id) => {
      const column = table.columns[id];
      const level = grouped.columns.indexOf(id);
      const texts: string[] = [];
      const kinds: CellKind[] = [];
      groups.forEach((group, at) => {
        const row = rowIndices[at]!;
        if (group !== undefined) {
          const value = group.values[level];
          const isValue = value !== undefined && column !== undefined;
          texts.push(value ?? sumsText(group.sums, id));
          kinds.push(isValue ? kindOf(column, row) : CellKind.string);
        } else {
          texts.push(column === undefined ? "" : textOf(column, row));
          kinds.push(column === undefined ? CellKind.missing : kindOf(column, row));
        }
      });
      const { filledFrom } = filledIn(column, rowIndices);
      if (filledFrom === undefined) return { id, texts, kinds };
      const ofRows = filledFrom.map((row, at) => (groups[at] === undefined ? row : undefined));
      return { id, texts, kinds, filledFrom: ofRows };
    }),
  };
}

/** "12.50 EUR · 3 USD"; exact, and empty for a column without sums. */
export function sumsText(sums: readonly ColumnSums[], column: ColumnId): string {
  const found = sums.find((one) => one.column === column);
  return (found?.sums ?? [])
    .map(({ sum, currency }) => (currency === "" ? sum : `${sum} ${currency}`))
    .join(" · ");
}
