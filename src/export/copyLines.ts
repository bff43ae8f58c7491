/**
 * Lines of a view in groups for the clipboard, as they are in sight: rows as the report has them,
 * groups by their values and sums. Outer values stand on every line, so nothing has to be filled down
 * afterwards. What would make a name or a number into words has a column of its own, where there are
 * lines of groups: how many rows they have, and the currency of sums in a column of several.
 */

import { type CellView, textCell } from "../model/cell.ts";
import type { GroupLines } from "../engine/groupLines.ts";
import { readCell } from "../engine/readCell.ts";
import type { GroupReader, ReadGroup } from "../engine/readGroups.ts";
import { sumsText } from "../engine/readLines.ts";
import type { ReportTable } from "../engine/table.ts";
import type { BlockToCopy, CopiedBlock, CopiedColumn } from "../model/copiedBlock.ts";
import type { GroupSum } from "../model/grouping.ts";
import type { ColumnId } from "../model/positions.ts";
import type { TotalledColumn } from "../model/totals.ts";
import type { Turn } from "../model/turn.ts";
import { copyTexts } from "./copyBlock.ts";

/** A column of the copy. */
interface Field {
  readonly column: CopiedColumn;
  /** What groups have beside a column of the block; rows have nothing there. */
  readonly beside?: (group: ReadGroup) => string | undefined;
}

export async function copyLines(
  table: ReportTable,
  { reader, lines }: { readonly reader: GroupReader; readonly lines: GroupLines },
  totals: readonly TotalledColumn[],
  block: BlockToCopy,
  turn: Turn,
): Promise<CopiedBlock> {
  const { grouped } = reader;
  const ids = block.columns.map(({ id }) => id);
  const summed = totals.filter(({ column }) => ids.includes(column));
  const { start, end } = block.range;
  let hasGroups = false;
  for (let line: number = start; !hasGroups && line < Math.min(end, lines.count); line += 1) {
    hasGroups = lines.at(line).level !== undefined;
    if (turn.due()) await turn.next();
  }
  const lastValue = ids.findLast((id) => grouped.columns.includes(id));
  const fields: Field[] = [];
  for (const column of block.columns) {
    const { id } = column;
    fields.push({ column });
    const add = (label: string, beside: NonNullable<Field["beside"]>): void => {
      if (hasGroups) fields.push({ column: { id, label, asText: false }, beside });
    };
    // A column alone stays one: names to look something up by.
    if (id === lastValue && ids.length > 1) add("Rows", (group) => `${group.end - group.start}`);
    const total = summed.find((one) => one.column === id);
    if (total !== undefined && (await reader.currencies(total, turn)).length > 1) {
      add("Currency", (group) => onlySum(group, id)?.currency);
    }
  }
  const columns = fields.map(({ column }) => column);
  const cellsOf = (row: number, group?: ReadGroup): readonly CellView[] =>
    fields.map(({ column: { id }, beside }) => {
      if (beside) return textCell((group && beside(group)) ?? "");
      const isValue = group?.values[grouped.columns.indexOf(id)] !== undefined;
      if (group === undefined || isValue) return readCell(table, row, id);
      return textCell(onlySum(group, id)?.sum ?? sumsText(group.sums, id));
    });
  return copyTexts({ ...block, columns }, lines.count, turn, (line) => {
    const place = lines.at(line);
    if (place.level === undefined) return cellsOf(grouped.rows[place.at]!);
    const { level, group } = place;
    return reader
      .read(level, group, group + 1, summed, turn)
      .then((groups) => groups.flatMap((one) => cellsOf(one.name.row, one)));
  });
}

/** Of a group in one currency. */
function onlySum({ sums }: ReadGroup, id: ColumnId): GroupSum | undefined {
  const [sum, ...others] = sums.find(({ column }) => column === id)?.sums ?? [];
  return others.length === 0 ? sum : undefined;
}
