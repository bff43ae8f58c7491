/**
 * A list of values of any length, in pages asked from the worker as they come into sight. The list
 * of before stays until that of a new text or amount is here, so that nothing jumps while somebody
 * types: it carries what it was made for, and no page of the next list stands among its own.
 */

import { useQuery } from "@tanstack/react-query";
import { reportText } from "../../grid/localWriting.ts";
import type { Column } from "../../model/column.ts";
import type { ColumnValue, Measure, ValuePage } from "../../model/columnValues.ts";
import { type Query, queryText, unsorted } from "../../model/query.ts";
import { same } from "../../model/same.ts";
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
  /** What the list was made for. */
  readonly find: string;
  readonly measure: Measure | undefined;
  /** That is what is asked for now. */
  readonly isAsked: boolean;
  readonly failed: boolean;
  /** Undefined while it is on its way. */
  readonly at: (place: number) => ColumnValue | undefined;
  /** The texts of the first so many places. */
  readonly texts: (count: number) => Promise<readonly string[]>;
}

/** The values at the places from `first` to before `end`, of two pages at most. */
export function useValuePages(
  { data, query, column, measure, find, chosen }: ListAsked,
  first: number,
  end: number,
): ValuePages {
  const engine = useEngine();
  const { dataset, table } = data;
  const rows = unsorted(query);
  const asked = { measure, search: find, also: reportText(find), chosen };
  const of = [dataset, queryText(rows), column.id];
  const name = [...of, asked, table.rowCount, table.sealed];
  const read = (page: number, signal?: AbortSignal) => {
    const window = { ...asked, start: page * PAGE, end: (page + 1) * PAGE };
    return engine.values(dataset, rows, column.id, window, signal);
  };
  const top = useQuery({
    queryKey: ["values", ...name, 0],
    queryFn: async ({ signal }) => ({ ...asked, page: await read(0, signal) }),
    // Of the same rows: figures of others say nothing of these.
    placeholderData: (previous, last) =>
      same(last?.queryKey.slice(1, 4), of) ? previous : undefined,
  });
  const made = top.data;
  const pageQuery = (page: number) => ({
    queryKey: ["values", ...name, page],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) => read(page, signal),
    enabled: !top.isPlaceholderData && page * PAGE < end,
  });
  const next = Math.max(1, Math.floor(first / PAGE));
  const rest = [useQuery(pageQuery(next)), useQuery(pageQuery(next + 1))];
  const later = top.isPlaceholderData ? [] : rest.map(({ data: page }) => page);
  const known = new Map(
    [made?.page, ...later].flatMap((page) =>
      page === undefined ? [] : [[page.start, page] as const],
    ),
  );
  return {
    list: made?.page,
    find: made?.search ?? find,
    measure: made === undefined ? measure : made.measure,
    isAsked: made?.search === find && same(made.measure, measure),
    failed: top.isError || rest.some(({ isEnabled, isError }) => isEnabled && isError),
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
