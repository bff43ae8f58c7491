/**
 * The rows of views in groups, and the lines they make with what is folded. The last few are kept,
 * so that folding and scrolling cost no grouping.
 */

import { groupRows } from "../../engine/groupRows.ts";
import { type GroupLines, layLines } from "../../engine/groupLines.ts";
import { kindIn, type KindOf } from "../../engine/queryRunner.ts";
import { createGroupReader, type GroupReader } from "../../engine/readGroups.ts";
import type { RowOrder } from "../../engine/rowOrder.ts";
import { createSharedWork } from "../../engine/sharedWork.ts";
import type { ReportTable } from "../../engine/table.ts";
import type { QueryGroups } from "../../model/grouping.ts";
import { queryText, ungrouped, type Query } from "../../model/query.ts";
import type { Turn } from "../../model/turn.ts";

export interface Grouped {
  readonly reader: GroupReader;
  readonly lines: GroupLines;
}

export interface GroupCache {
  /** `order` is that of the query's rows. */
  get(query: Query, groups: QueryGroups, order: RowOrder, turn: Turn): Promise<Grouped>;
  clear(): void;
}

/** The one on screen and the one that will replace it. */
const KEPT = 2;

export function createGroupCache(table: ReportTable, kindsNow: () => KindOf): GroupCache {
  const readers = createSharedWork<GroupReader>(KEPT);
  const lines = new WeakMap<GroupReader, { readonly name: string; readonly lines: GroupLines }>();

  const make = async (
    query: Query,
    { levels }: QueryGroups,
    order: RowOrder,
    turn: Turn,
  ): Promise<GroupReader> => {
    const kindOf = kindIn(query.kinds, kindsNow());
    const { collation } = query;
    const grouped = await groupRows(table, order, levels, kindOf, turn, collation);
    return createGroupReader(table, grouped);
  };

  return {
    get: async (query, groups, order, turn) => {
      const rows = `${order.tableRows} ${queryText(ungrouped(query))}`;
      const reader = await readers.get(
        `${rows} ${JSON.stringify(groups.levels)}`,
        () => make(query, groups, order, turn),
        turn,
      );
      const name = JSON.stringify(groups.folds);
      const known = lines.get(reader);
      if (known?.name === name) return { reader, lines: known.lines };
      const laid = layLines(reader.grouped, groups.folds);
      lines.set(reader, { name, lines: laid });
      return { reader, lines: laid };
    },
    clear: () => readers.clear(),
  };
}
