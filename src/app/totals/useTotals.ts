/**
 * Exact figures over the rows on screen, made in the worker. They follow every filter and search;
 * while rows arrive they are renewed after pauses that grow with the rows to add up, so that adding
 * up never holds up the loading. Those of fewer rows are shown only while they say "so far" and more
 * will come; of a selection only where more rows don't move what is selected.
 */

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { RowRange } from "../../model/positions.ts";
import { queryText, unsorted } from "../../model/query.ts";
import { same } from "../../model/same.ts";
import type { CellTotals, TotalledColumn } from "../../model/totals.ts";
import { useEngine } from "../data/engineContext.ts";
import { isLoading } from "../data/reportSession.ts";
import { isWholeReport } from "../data/rowsView.ts";
import type { Report } from "../report/useReport.ts";
import { whenIdle } from "../whenIdle.ts";

const RENEWAL_MS = 2_000;
const LONGEST_RENEWAL_MS = 5_000;
/** Figures follow the rows they are of, but wait no longer for a page that has much to do. */
const LATEST_MS = 200;

export interface Totals {
  /** One for each group of columns asked for; undefined until the first answer. */
  readonly figures: readonly CellTotals[] | undefined;
  /** The figures are of every row that the view has, and none is missing from the report. */
  readonly isWhole: boolean;
  readonly failed: boolean;
}

export function useTotals(
  { open, plan, shown, isShown, rowsQuery }: Report,
  groups: readonly (readonly TotalledColumn[])[],
  range?: RowRange,
): Totals {
  const engine = useEngine();
  const dataset = open?.data?.dataset;
  const sealed = open?.data?.table.sealed === true;
  const grows = open !== undefined && isLoading(open.load);
  const calm = useCalm(shown.tableRows, grows ? RENEWAL_MS : 0);
  const tableRows = grows ? calm : shown.tableRows;
  // What all rows of a view add up to does not depend on their order or groups.
  const query = range === undefined ? unsorted(plan.query) : rowsQuery;
  const asked = [queryText(query), groups, range] as const;
  const found = useQuery({
    queryKey: ["totals", dataset, ...asked, tableRows, sealed],
    queryFn: async ({ signal }) => {
      if (dataset === undefined) return NOTHING;
      // Of two processors the worker would take the one that draws the rows.
      await whenIdle(LATEST_MS);
      return engine.totals(dataset, query, tableRows, range, groups, signal);
    },
    // Once the rows are there: the person waits for these, and the worker has one thread.
    enabled:
      dataset !== undefined &&
      groups.length > 0 &&
      tableRows > 0 &&
      (isShown || range !== undefined),
    // Figures of fewer rows of the same view are "so far"; those of another view would be wrong.
    placeholderData: (previous, last) =>
      (grows || sealed) && same(last?.queryKey.slice(1, 5), [dataset, ...asked])
        ? previous
        : undefined,
  });
  const isOfAllRows = tableRows === open?.data?.table.rowCount && !found.isPlaceholderData;
  const isOfThese =
    range === undefined ||
    isWholeReport(query) ||
    (tableRows === shown.tableRows && !found.isPlaceholderData);
  return {
    figures: isOfThese && found.data?.length === groups.length ? found.data : undefined,
    isWhole: sealed && isOfAllRows,
    failed: found.isError,
  };
}

const NOTHING: readonly CellTotals[] = [];

/**
 * The value, but at most one new one in `pauseMs`, and at most one in twice the time it has been
 * changing; the latest always arrives. A pause of 0 is none.
 */
function useCalm(value: number, pauseMs: number): number {
  const [calm, setCalm] = useState({ value, at: 0, since: 0 });
  useEffect(() => {
    if (calm.value === value) return undefined;
    const grown = Math.min(2 * (calm.at - calm.since), LONGEST_RENEWAL_MS);
    const pause = pauseMs === 0 ? 0 : Math.max(pauseMs, grown);
    const timer = setTimeout(
      () => {
        const at = performance.now();
        setCalm({ value, at, since: calm.since === 0 ? at : calm.since });
      },
      Math.max(0, calm.at + pause - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [calm, value, pauseMs]);
  return calm.value;
}
