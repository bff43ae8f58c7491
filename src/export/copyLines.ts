/**
 * Lines of a view in groups for the clipboard, as they are in sight: rows as the report has them,
 * groups by their values, how many rows they have, and their sums. Outer values stand on every
 * line, so nothing has to be filled down afterwards. A sum in the only currency of its column is a
 * bare number, which spreadsheets can add; others say their currency.
 */

import { CellKind, type CellView } from "../model/cell.ts";
import type { GroupLines } from "../engine/groupLines.ts";
import { readCell } from "../engine/readCell.ts";
import type { GroupReader, ReadGroup } from "../engine/readGroups.ts";
import { sumsText } from "../engine/readLines.ts";
import type { ReportTable } from "../engine/table.ts";
import type { BlockToCopy, CopiedBlock } from "../model/copiedBlock.ts";
import type { ColumnId } from "../model/positions.ts";
import type { TotalledColumn } from "../model/totals.ts";
import type { Turn } from "../model/turn.ts";
import { copyTexts } from "./copyBlock.ts";

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
  const isMixed = new Map<ColumnId, boolean>();
  for (const total of summed) {
    isMixed.set(total.column, (await reader.currencies(total, turn)).length > 1);
  }
  const textOf = ({ values, sums, start, end }: ReadGroup, id: ColumnId): string => {
    const level = grouped.columns.indexOf(id);
    const value = values[level];
    if (value !== undefined) {
      return level === values.length - 1
        ? `${value} (${countText(end - start)})`.trimStart()
        : value;
    }
    const only = isMixed.get(id) === true ? undefined : sums.find(({ column }) => column === id);
    return only?.sums[0]?.sum ?? sumsText(sums, id);
  };
  return copyTexts(block, lines.count, turn, (line) => {
    const place = lines.at(line);
    if (place.level === undefined) {
      const row = grouped.rows[place.at];
      return ids.map((id) => (row === undefined ? words("") : readCell(table, row, id)));
    }
    const { level, group } = place;
    return reader
      .read(level, group, group + 1, summed, turn)
      .then((groups) => groups.flatMap((one) => ids.map((id) => words(textOf(one, id)))));
  });
}

function words(text: string): CellView {
  return { text, kind: CellKind.string };
}

function countText(rows: number): string {
  return rows === 1 ? "1 row" : `${rows} rows`;
}
