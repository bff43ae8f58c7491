/**
 * The open report as the screen needs it: how its download is, the view from the address planned
 * onto its columns, and the rows of that view. The view's one owner is the address; `change` is the
 * one way to change it.
 */

import { useCallback, useEffect, useMemo, useState } from "react";
import { type ViewAction, changeView, isContinuous } from "../../model/changeView.ts";
import type { Column } from "../../model/column.ts";
import type { Query } from "../../model/query.ts";
import { type ViewPlan, planView } from "../../model/planView.ts";
import type { TableSummary } from "../../model/tableSummary.ts";
import type { ViewState } from "../../model/viewState.ts";
import type { FoldStore } from "../data/foldStore.ts";
import type { OpenReport, ReportSession } from "../data/reportSession.ts";
import type { ShownRows } from "../data/rowFeed.ts";
import { foldsOf, nameOfQuery } from "../data/rowsView.ts";
import { seenTable, seenView } from "../lines/seenReport.ts";
import { type OpenedReportRoute, reportIdOf } from "../location.ts";
import type { Services } from "../services.ts";
import { type Store, useStore } from "../useStore.ts";
import { withChosenKinds } from "./chosenKinds.ts";

export interface Report {
  /** Undefined for a moment, until the opening began. */
  readonly open: OpenReport | undefined;
  /** Of the kinds that the person chose, else of those found. */
  readonly columns: readonly Column[];
  /** The same as found. */
  readonly found: readonly Column[];
  readonly view: ViewState;
  readonly plan: ViewPlan;
  readonly shown: ShownRows;
  /**
   * The rows on screen are of this view. Until they are, those of the view before stand there: what
   * is said of rows is said of these, or not yet.
   */
  readonly isShown: boolean;
  /** Rows of the report are missing: not here yet, or not yet among those on screen. */
  readonly soFar: boolean;
  /** What the rows on screen were made by: places among them are places in it. */
  readonly rowsQuery: Query;
  /** The table as sent: `open` has it as the view reads it. */
  readonly sent: TableSummary | undefined;
  readonly change: (action: ViewAction) => void;
  /** The last change was not made: its view would be longer than a link may be. */
  readonly isTooLong: boolean;
}

export function useReport(
  { location, files }: Services,
  session: ReportSession,
  folds: FoldStore,
  route: OpenedReportRoute,
): Report {
  const open = useStore(session);
  const held = useStore(files);
  const reportId = reportIdOf(route);
  useEffect(() => {
    if (reportId !== undefined) session.open(reportId);
    else if (held !== undefined) session.openFile(held);
  }, [session, reportId, held]);

  const isCurrent =
    reportId === undefined ? open?.file?.opening === held?.opening : open?.reportId === reportId;
  const sent = isCurrent ? open : undefined;
  const table = sent?.data?.table;
  const view = useMemo(() => seenView(route, table), [route, table]);
  const current = useMemo(() => sent && seenReport(sent, view), [sent, view]);
  const feed = current?.data?.feed;
  const found = current?.data?.table.columns ?? NO_COLUMNS;
  const columns = useMemo(() => withChosenKinds(found, view.kinds), [found, view.kinds]);
  const names = useStore(folds);
  const plan = useMemo(
    () => planView(view, columns, names.length > 0 ? folds.exceptionsTo(view.grouping) : names),
    [view, columns, folds, names],
  );

  const shown = useStore(feed ?? NO_FEED);

  const [refusedAt, setRefusedAt] = useState<ViewState>();
  const change = useCallback(
    (action: ViewAction) => {
      const route = location.getSnapshot();
      if (route.screen === "connect") return;
      const next = changeView(route.view, action);
      if (next === route.view) return;
      const target = { ...route, view: next };
      const isGone = isContinuous(action) ? location.replace(target) : location.push(target);
      setRefusedAt(isGone ? undefined : route.view);
    },
    [location],
  );

  const { query } = plan;
  const isShown = useMemo(() => shown.name === nameOfQuery(query), [shown.name, query]);
  const soFar = table?.sealed !== true || (isShown && !shown.sealed);
  const made = shown.query;
  const isAsMade = isShown && made !== undefined && foldsOf(made) === foldsOf(query);

  return {
    open: current,
    columns,
    found,
    view,
    plan,
    shown,
    isShown,
    soFar,
    rowsQuery: isAsMade ? query : (made ?? query),
    sent: table,
    change,
    isTooLong: refusedAt === route.view,
  };
}

function seenReport(open: OpenReport, view: ViewState): OpenReport {
  return open.data === undefined
    ? open
    : { ...open, data: { ...open.data, table: seenTable(open.data.table, view) } };
}

const NO_COLUMNS: readonly Column[] = [];

const NO_ROWS: ShownRows = {
  rows: {
    rowCount: 0,
    cell: () => undefined,
    mark: () => undefined,
    reportRow: () => undefined,
    want: () => {},
  },
  query: undefined,
  name: undefined,
  rowCount: 0,
  tableRows: 0,
  sealed: false,
  pending: false,
  problem: undefined,
};

const NO_FEED: Store<ShownRows> = { subscribe: () => () => {}, getSnapshot: () => NO_ROWS };
