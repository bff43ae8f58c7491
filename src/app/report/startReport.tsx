/**
 * The door to the report part: makes what lives as long as the page (the open report and the cache
 * of its rows) and gives back the screen that shows it and the way to open one.
 */

import { QueryClientProvider } from "@tanstack/react-query";
import { EngineContext } from "../data/engineContext.ts";
import { createFoldStore } from "../data/foldStore.ts";
import { createQueryClient } from "../data/queryClient.ts";
import { createReportSession, type TakeBegun } from "../data/reportSession.ts";
import { displayAnew } from "../../grid/displayCell.ts";
import { writeAs } from "../../grid/localWriting.ts";
import { spoken, whenSpoken } from "../../words/spoken.ts";
import { planView } from "../../model/planView.ts";
import { seenTable, seenView } from "../lines/seenReport.ts";
import { type OpenedReportRoute, reportIdOf } from "../location.ts";
import type { StartedPart } from "../reportPart.ts";
import type { Services } from "../services.ts";
import { useStore } from "../useStore.ts";
import { createViewShelf } from "../views/viewShelf.ts";
import { withChosenKinds } from "./chosenKinds.ts";
import { rehearseGrid } from "./rehearseGrid.tsx";
import { ReportScreen } from "./ReportScreen.tsx";

/** `takeBegun` gives the download that began before this part was here, if it is of that report. */
export function startReport(services: Services, takeBegun: TakeBegun): StartedPart {
  const { engine, keys, files, location } = services;
  write();
  whenSpoken(write);
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
  // Rows of another view are asked for before anything of it is drawn.
  location.subscribe(session.follow);
  const shelf = createViewShelf(window);
  folds.subscribe(session.follow);
  keys.subscribe(() => {
    // A file needs no key.
    if (!keys.isHeld() && session.getSnapshot()?.file === undefined) session.close();
  });

  function Report({ route }: { readonly route: OpenedReportRoute }) {
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
  return { Report, open: session.open, rehearse: rehearseGrid };
}

/** Values as the reader writes them. */
function write(): void {
  writeAs(spoken());
  displayAnew();
}
