/**
 * A list of values of any length, in pages asked from the worker as they come into sight. The list
 * of before stays until that of a new text is here, so that nothing jumps while somebody types.
 */

import { keepPreviousData, useQueries } from "@tanstack/react-query";
import type { Column } from "../../model/column.ts";
import type { ColumnValue, Measure, ValuePage } from "../../model/columnValues.ts";
import { type Query, queryText, ungrouped } from "../../model/query.ts";
import { useEngine } from "../data/engineContext.ts";
import type { ReportData } from "../data/reportSession.ts";

const PAGE = 100;

interface ListAsked {
  readonly data: ReportData;
  readonly query: Query;
  readonly column: Column;
  readonly measure: Measure | undefined;
  readonly find: string;
  readonly chosen: readonly string[];
}

export interface ValuePages {
  /** Of the whole list; undefined until it is known. */
  readonly list: ValuePage | undefined;
  readonly failed: boolean;
  /** Undefined while it is on its way. */
  readonly at: (place: number) => ColumnValue | undefined;
  /** The texts of the first so many places. */
  readonly texts: (count: number) => Promise<readonly string[]>;
}

/** The values at the places from `first` to before `end`. */
export function useValuePages(
  { data, query, column, measure, find, chosen }: ListAsked,
  first: number,
  end: number,
): ValuePages {
  const engine = useEngine();
  const { dataset, table } = data;
  const rows = { ...ungrouped(query), sort: [] };
  const asked = { measure, find, chosen };
  const name = [dataset, queryText(rows), column.id, table.rowCount, table.sealed, asked];
  const pages = [0];
  for (let page = Math.floor(first / PAGE); page * PAGE < end; page += 1) {
    if (page > 0) pages.push(page);
  }
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: ["values", ...name, page],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        engine.values(
          dataset,
          rows,
          column.id,
          { ...asked, start: page * PAGE, end: (page + 1) * PAGE },
          signal,
        ),
      ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
    })),
  });
  const known = new Map(
    results.flatMap(({ data: page }) => (page === undefined ? [] : [[page.start, page] as const])),
  );
  return {
    list: results[0]?.data,
    failed: results.some(({ isError }) => isError),
    at: (place) => {
      const start = Math.floor(place / PAGE) * PAGE;
      return known.get(start)?.values[place - start];
    },
    texts: async (count) => {
      const all = { ...asked, start: 0, end: count };
      const { values } = await engine.values(dataset, rows, column.id, all);
      return values.map(({ text }) => text);
    },
  };
}
