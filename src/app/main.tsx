/**
 * Starts the app: the host's configuration, then the first screen. What the report needs, its
 * screen and its worker, is fetched while the person fills in the form.
 */

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import "./base.css";
import { loadConfig } from "./config.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { createReportPart } from "./reportPart.ts";
import { createServices } from "./services.ts";
import "./tokens.css";

async function start(root: HTMLElement): Promise<void> {
  const services = createServices(await loadConfig());
  const part = createReportPart(services);

  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <App services={services} part={part} />
      </ErrorBoundary>
    </StrictMode>,
  );

  whenIdle(() => {
    services.engine.warm();
    part.prepare();
  });
}

function whenIdle(task: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(task, { timeout: 2_000 });
  else setTimeout(task, 200);
}

const root = document.getElementById("root");
if (root !== null) void start(root);
