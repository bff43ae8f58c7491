/**
 * The matches of the text that was looked for last, so that going from one to the next costs no
 * looking.
 */

import {
  type CellMatches,
  goToMatch,
  matchesInLines,
  matchesInRows,
} from "../../engine/findCells.ts";
import type { RowOrder } from "../../engine/rowOrder.ts";
import { createSharedWork } from "../../engine/sharedWork.ts";
import type { ReportTable } from "../../engine/table.ts";
import type { FoundCells } from "../../model/found.ts";
import { queryText } from "../../model/query.ts";
import type { Turn } from "../../model/turn.ts";
import type { RequestOf } from "../protocol.ts";
import type { Grouped } from "./groupCache.ts";

export interface MatchCache {
  /** `table`, `order` and `grouped` are those of the request's query. */
  find(
    table: ReportTable,
    request: RequestOf<"find">,
    order: RowOrder,
    grouped: Grouped | undefined,
    turn: Turn,
  ): Promise<FoundCells>;
  clear(): void;
}

export function createMatchCache(): MatchCache {
  const kept = createSharedWork<CellMatches>(1);
  return {
    find: async (
      table,
      { query, find: { search, also, columns, ...where } },
      order,
      grouped,
      turn,
    ) => {
      const totals = query.groups?.totals ?? [];
      const matches = await kept.get(
        JSON.stringify([order.tableRows, queryText(query), columns, search, also]),
        () =>
          grouped === undefined
            ? matchesInRows(table, order, columns, { search, also }, turn)
            : matchesInLines(table, grouped, totals, columns, { search, also }, turn),
        turn,
      );
      return goToMatch(matches, where, turn);
    },
    clear: () => kept.clear(),
  };
}
