/**
 * The door to the report part: makes what lives as long as the page (the open report and the cache
 * of its rows) and gives back the screen that shows it and the way to open one.
 */

import { QueryClientProvider } from "@tanstack/react-query";
import { EngineContext } from "../data/engineContext.ts";
import { createQueryClient } from "../data/queryClient.ts";
import { createReportSession, type TakeBegun } from "../data/reportSession.ts";
import { planView } from "../../model/planView.ts";
import type { OpenedReportRoute } from "../location.ts";
import type { StartedPart } from "../reportPart.ts";
import type { Services } from "../services.ts";
import { createViewShelf } from "../views/viewShelf.ts";
import { ReportScreen } from "./ReportScreen.tsx";

/** `takeBegun` gives the download that began before this part was here, if it is of that report. */
export function startReport(services: Services, takeBegun: TakeBegun): StartedPart {
  const { engine, keys, location } = services;
  const queries = createQueryClient();
  const session = createReportSession(engine, queries, keys, {
    takeBegun,
    queryOf: (reportId, columns) => {
      const route = location.getSnapshot();
      const isShown = route.screen === "report" && route.reportId === reportId;
      return isShown ? planView(route.view, columns).query : undefined;
    },
  });
  // Rows of another view are asked for before anything of it is drawn.
  location.subscribe(session.follow);
  const shelf = createViewShelf(window);
  keys.subscribe(() => {
    if (!keys.isHeld()) session.close();
  });

  function Report({ route }: { readonly route: OpenedReportRoute }) {
    return (
      <QueryClientProvider client={queries}>
        <EngineContext value={engine}>
          <ReportScreen
            key={route.reportId}
            services={services}
            session={session}
            shelf={shelf}
            route={route}
          />
        </EngineContext>
      </QueryClientProvider>
    );
  }
  return { Report, open: session.open };
}
