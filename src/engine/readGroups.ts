/**
 * Groups in words: their values, how many rows they have, their exact sums. Sums of a level and
 * column are made when they are first asked for and kept with the groups.
 */

import { writtenText } from "../model/cell.ts";
import { rowIndex } from "../model/positions.ts";
import type { ColumnSums, GroupName, GroupSum } from "../model/grouping.ts";
import type { TotalledColumn } from "../model/totals.ts";
import type { Turn } from "../model/turn.ts";
import type { GroupedRows } from "./groupRows.ts";
import { type GroupSums, sumGroups, sumText } from "./groupSums.ts";
import { readCell } from "./readCell.ts";
import { createSharedWork } from "./sharedWork.ts";
import type { ReportTable } from "./table.ts";

export interface ReadGroup {
  readonly name: GroupName;
  /** The values of the groups it is in, its own last. */
  readonly values: readonly string[];
  /** The same as the file wrote their first cells. */
  readonly written: readonly string[];
  /** Its rows are `grouped.rows[start]` … `grouped.rows[end - 1]`, as the view has them. */
  readonly start: number;
  readonly end: number;
  readonly sums: readonly ColumnSums[];
}

export interface GroupReader {
  readonly grouped: GroupedRows;
  /** Groups `from` … `to - 1` of a level, with the sums of these columns. */
  read(
    level: number,
    from: number,
    to: number,
    totals: readonly TotalledColumn[],
    turn: Turn,
  ): Promise<readonly ReadGroup[]>;
  /** The sums of all groups of a level. */
  sums(level: number, total: TotalledColumn, turn: Turn): Promise<GroupSums>;
  /** Currencies of a column's sums, the one with the most amounts first. */
  currencies(total: TotalledColumn, turn: Turn): Promise<readonly string[]>;
}

export function createGroupReader(table: ReportTable, grouped: GroupedRows): GroupReader {
  const { rows, levels, columns } = grouped;
  const known = createSharedWork<GroupSums>();

  const sumsOf = (level: number, total: TotalledColumn, turn: Turn): Promise<GroupSums> =>
    known.get(
      JSON.stringify([level, total]),
      () => sumGroups(table, rows, levels[level]!, total, turn),
      turn,
    );

  return {
    grouped,
    sums: sumsOf,
    read: async (level, from, to, totals, turn) => {
      const sums: GroupSums[] = [];
      for (const total of totals) sums.push(await sumsOf(level, total, turn));
      const starts = levels[level]!;
      const groups: ReadGroup[] = [];
      for (let group = from; group < to; group += 1) {
        const row = rows[starts[group]!]!;
        const cells = columns.slice(0, level + 1).map((column) => readCell(table, row, column));
        groups.push({
          name: { level, row: rowIndex(row) },
          values: cells.map(({ text }) => text),
          written: cells.map(writtenText),
          start: starts[group]!,
          end: starts[group + 1]!,
          sums: sums.map((made) => ({
            column: made.column,
            sums: sumsIn(made, group),
            others: made.others[group]!,
          })),
        });
        if (turn.due()) await turn.next();
      }
      return groups;
    },
    currencies: async (total, turn) => (await sumsOf(0, total, turn)).currencies,
  };
}

function sumsIn(sums: GroupSums, group: number): readonly GroupSum[] {
  const found: { readonly place: number; readonly sum: GroupSum }[] = [];
  for (let at = sums.starts[group]!; at < sums.starts[group + 1]!; at += 1) {
    const place = sums.currencyOf[at]!;
    found.push({ place, sum: { currency: sums.currencies[place]!, ...sumText(sums, at) } });
  }
  return found.sort((a, b) => a.place - b.place).map(({ sum }) => sum);
}
