/**
 * What lives as long as its place on the page: the open report, the cache of its rows and what the
 * person folded, with the screen that shows them.
 */

import { QueryClientProvider } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { planView } from "../../model/planView.ts";
import { EngineContext } from "../data/engineContext.ts";
import { createFoldStore } from "../data/foldStore.ts";
import { createQueryClient } from "../data/queryClient.ts";
import { createReportSession, type ReportSession, type TakeBegun } from "../data/reportSession.ts";
import { seenTable, seenView } from "../lines/seenReport.ts";
import { type OpenedReportRoute, reportIdOf } from "../location.ts";
import type { Services } from "../services.ts";
import { useStore } from "../useStore.ts";
import type { ViewShelf } from "../views/viewShelf.ts";
import { withChosenKinds } from "./chosenKinds.ts";
import { ReportScreen } from "./ReportScreen.tsx";

export interface ReportStage {
  readonly session: ReportSession;
  readonly Screen: ComponentType<{ readonly route: OpenedReportRoute }>;
}

export function stageReport(
  services: Services,
  shelf: ViewShelf,
  takeBegun?: TakeBegun,
): ReportStage {
  const { engine, keys, files, location } = services;
  const queries = createQueryClient();
  const folds = createFoldStore();
  const session = createReportSession(engine, queries, keys, {
    takeBegun,
    queryOf: (reportId, table) => {
      const route = location.getSnapshot();
      const isShown = route.screen !== "connect" && reportIdOf(route) === reportId;
      if (!isShown) return undefined;
      const view = seenView(route, table);
      const { columns } = seenTable(table, view);
      const except = folds.exceptionsTo(view.grouping);
      return planView(view, withChosenKinds(columns, view.kinds), except).query;
    },
  });
  let foldsOf: unknown;
  // Folds name groups by their rows, which mean nothing in another report or another reading.
  const forgetFolds = () => {
    const route = location.getSnapshot();
    if (route.screen === "connect") return;
    const subject = reportIdOf(route) ?? files.getSnapshot();
    if (subject !== foldsOf) folds.clear();
    foldsOf = subject;
  };
  location.subscribe(forgetFolds);
  files.subscribe(forgetFolds);
  // Rows of another view are asked for before anything of it is drawn.
  location.subscribe(session.follow);
  folds.subscribe(session.follow);

  function Screen({ route }: { readonly route: OpenedReportRoute }) {
    const opening = useStore(files)?.opening;
    const key = reportIdOf(route) ?? `file ${opening}`;
    return (
      <QueryClientProvider client={queries}>
        <EngineContext value={engine}>
          <ReportScreen
            key={key}
            services={services}
            session={session}
            folds={folds}
            shelf={shelf}
            route={route}
          />
        </EngineContext>
      </QueryClientProvider>
    );
  }
  return { session, Screen };
}
