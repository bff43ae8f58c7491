/**
 * The door to the report part: makes what lives as long as the page (the open report and the cache
 * of its rows) and gives back the screen that shows it.
 */

import { QueryClientProvider } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { EngineContext } from "../data/engineContext.ts";
import { createQueryClient } from "../data/queryClient.ts";
import { createReportSession } from "../data/reportSession.ts";
import type { OpenedReportRoute } from "../location.ts";
import type { Services } from "../services.ts";
import { ReportScreen } from "./ReportScreen.tsx";

export function startReport(
  services: Services,
): ComponentType<{ readonly route: OpenedReportRoute }> {
  const { engine, keys } = services;
  const queries = createQueryClient();
  const session = createReportSession(engine, queries, keys);
  keys.subscribe(() => {
    if (!keys.isHeld()) session.close();
  });

  return function Report({ route }) {
    return (
      <QueryClientProvider client={queries}>
        <EngineContext value={engine}>
          <ReportScreen key={route.reportId} services={services} session={session} route={route} />
        </EngineContext>
      </QueryClientProvider>
    );
  };
}
