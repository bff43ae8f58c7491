/**
 * The rows of views in groups, and the lines they make with what is folded. The last few are kept,
 * so that folding and scrolling cost no grouping. Who asks for what somebody else began waits for
 * it, and begins it anew when that one has left.
 */

import { groupRows } from "../../engine/groupRows.ts";
import { type GroupLines, layLines } from "../../engine/groupLines.ts";
import type { KindOf } from "../../engine/queryRunner.ts";
import { createGroupReader, type GroupReader } from "../../engine/readGroups.ts";
import type { RowOrder } from "../../engine/rowOrder.ts";
import type { ReportTable } from "../../engine/table.ts";
import type { QueryGroups } from "../../model/grouping.ts";
import { queryText, type Query } from "../../model/query.ts";
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
  const readers = new Map<string, Promise<GroupReader>>();
  const lines = new WeakMap<GroupReader, { readonly name: string; readonly lines: GroupLines }>();

  const make = async (
    query: Query,
    { levels }: QueryGroups,
    order: RowOrder,
    turn: Turn,
  ): Promise<GroupReader> => {
    const found = kindsNow();
    const chosen = new Map(query.kinds);
    const kindOf: KindOf = (column) => chosen.get(column) ?? found(column);
    return createGroupReader(table, await groupRows(table, order, levels, kindOf, turn));
  };

  const readerOf = async (
    query: Query,
    groups: QueryGroups,
    order: RowOrder,
    turn: Turn,
  ): Promise<GroupReader> => {
    const name = `${order.tableRows} ${queryText({ ...query, groups: undefined })} ${JSON.stringify(groups.levels)}`;
    for (;;) {
      const found = readers.get(name);
      if (found === undefined) {
        const made = make(query, groups, order, turn);
        readers.set(name, made);
        for (const oldest of readers.keys()) if (readers.size > KEPT) readers.delete(oldest);
        made.catch(() => readers.get(name) === made && readers.delete(name));
        return await made;
      }
      try {
        return await found;
      } catch {
        await turn.next();
      }
    }
  };

  return {
    get: async (query, groups, order, turn) => {
      const reader = await readerOf(query, groups, order, turn);
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
