/**
 * The rows of a view in groups, groups within groups: rows of one group stand beside each other, as
 * the view has them, and each level says where its groups begin. So a group is a range of rows, and
 * an inner group a range within it. Linear in the rows but for sorting their distinct values.
 */

import type { Collation } from "../model/collation.ts";
import type { ColumnKind } from "../model/column.ts";
import type { GroupLevel } from "../model/grouping.ts";
import type { ColumnId } from "../model/positions.ts";
import type { Turn } from "../model/turn.ts";
import { groupRanks } from "./groupRanks.ts";
import { reorderGroups } from "./reorderGroups.ts";
import type { RowOrder } from "./rowOrder.ts";
import { rowAt, rowsOfView } from "./rowSet.ts";
import { sortByRanks, type RankedKey } from "./sortRows.ts";
import type { ReportTable } from "./table.ts";

export interface GroupedRows {
  /** Rows of the table the groups were made for. */
  readonly tableRows: number;
  /** Columns of the levels, the outermost first. */
  readonly columns: readonly ColumnId[];
  /** Rows of the report, those of one group together. */
  readonly rows: Uint32Array;
  /** Group g of a level is the rows `starts[g]` … `starts[g + 1]`; a start of an outer level is one of all inner ones. */
  readonly levels: readonly Uint32Array[];
}

const BLOCK = 1 << 16;

/** `kindOf`: as the rows are sorted by, the kinds that the person chose included. */
export async function groupRows(
  table: ReportTable,
  order: RowOrder,
  levels: readonly GroupLevel[],
  kindOf: (column: ColumnId) => ColumnKind,
  turn: Turn,
  collation?: Collation,
): Promise<GroupedRows> {
  const { tableRows, rowCount } = order;
  const rows = rowsOfView(order);
  const keys: RankedKey[] = [];
  for (const { column, order: by } of levels) {
    const ranks = await groupRanks(table, column, kindOf(column), collation, rows, tableRows, turn);
    keys.push({ ...ranks, descending: by.by === "value" && by.descending });
  }
  const places = await sortByRanks(keys, undefined, rowCount, turn);
  const starts = await findStarts(keys, places, turn);
  for (let from = 0; from < rowCount; from += BLOCK) {
    const to = Math.min(rowCount, from + BLOCK);
    for (let at = from; at < to; at += 1) places[at] = rowAt(rows, places[at]!);
    if (turn.due()) await turn.next();
  }
  const columns = levels.map(({ column }) => column);
  return reorderGroups(table, { tableRows, columns, rows: places, levels: starts }, levels, turn);
}

/** Where the groups of each level begin in sorted places. */
async function findStarts(
  keys: readonly RankedKey[],
  places: Uint32Array,
  turn: Turn,
): Promise<Uint32Array[]> {
  const size = places.length;
  const counts = new Uint32Array(keys.length);
  /** The outermost level that begins a group at each place; `keys.length` for none. */
  const begins = new Uint8Array(size).fill(keys.length);
  for (let from = 0; from < size; from += BLOCK) {
    const to = Math.min(size, from + BLOCK);
    for (let at = from; at < to; at += 1) {
      for (let level = 0; level < keys.length; level += 1) {
        const { ranks } = keys[level]!;
        if (at > 0 && ranks[places[at]!] === ranks[places[at - 1]!]) continue;
        begins[at] = level;
        for (let inner = level; inner < keys.length; inner += 1) counts[inner]! += 1;
        break;
      }
    }
    if (turn.due()) await turn.next();
  }
  return Array.from(counts, (count, level) => startsOf(begins, level, count));
}

function startsOf(begins: Uint8Array, level: number, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  let group = 0;
  for (let at = 0; at < begins.length; at += 1) if (begins[at]! <= level) starts[group++] = at;
  starts[group] = begins.length;
  return starts;
}
