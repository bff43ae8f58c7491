/**
 * Starts the app: the host's configuration, then the first screen. The report screen is a part of
 * its own, fetched while the person fills in the form.
 */

import { StrictMode, lazy } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { ReportFailure } from "../model/reportError.ts";
import "./base.css";
import { loadConfig } from "./config.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { createServices } from "./services.ts";
import "./tokens.css";

async function start(root: HTMLElement): Promise<void> {
  const services = createServices(await loadConfig());
  let part: Promise<typeof import("./report/startReport.tsx")> | undefined;
  const loadReport = () =>
    (part ??= import("./report/startReport.tsx").catch(() => {
      part = undefined;
      throw new ReportFailure({ code: "workerUnloadable" });
    }));
  const ReportPart = lazy(async () => ({ default: (await loadReport()).startReport(services) }));

  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <App services={services} Report={ReportPart} />
      </ErrorBoundary>
    </StrictMode>,
  );

  whenIdle(() => {
    services.engine.warm();
    // Fetched for later: if it fails now, the screen itself will say so.
    loadReport().catch(() => {});
  });
}

function whenIdle(task: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(task, { timeout: 2_000 });
  else setTimeout(task, 200);
}

const root = document.getElementById("root");
if (root !== null) void start(root);
