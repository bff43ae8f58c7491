/**
 * Starts the app: the host's configuration, then the first screen. What the report needs, its
 * screen and its worker, is fetched while the person fills in the form.
 */

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { inTime } from "../model/inTime.ts";
import { noted } from "../model/sentRequest.ts";
import { startWords } from "../words/en/start.ts";
import "./base.css";
import { loadConfig, PATIENCE_SECONDS } from "./config.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { createLookStore } from "./look/lookStore.ts";
import { speakAsChosen, writeAsChosen } from "./look/speakAsChosen.ts";
import { connectOnlyTo } from "./ownPolicy.ts";
import { createReportPart } from "./reportPart.ts";
import { createRequestLedger } from "./requestLedger.ts";
import { createServices } from "./services.ts";
import { Stopped } from "./Stopped.tsx";
import "./tokens.css";
import { whenIdle } from "./whenIdle.ts";

async function start(root: HTMLElement): Promise<void> {
  const ledger = createRequestLedger();
  const look = createLookStore(window);
  const speaking = speakAsChosen(look, window);
  const fetch = noted(window.fetch.bind(window), ledger.note);
  const drawn = createRoot(root);
  // Nothing is said before it is clear in which language.
  const [{ config, mistakes }] = await Promise.all([
    loadConfig(fetch),
    inTime(speaking, PATIENCE_SECONDS),
  ]);
  if (config === undefined) {
    const { title, meaning, again } = startWords.configUnread;
    drawn.render(<Stopped title={title} meaning={meaning(mistakes.join(" "))} again={again} />);
    return;
  }
  writeAsChosen(look, config.locale, window);
  connectOnlyTo(config.api, document);
  document.title = config.product;
  const services = createServices(config, ledger, look);
  const part = createReportPart(services);
  // A page that is left may be kept whole, to be shown again by Back: not with a key in it.
  window.addEventListener("pagehide", services.keys.forget);

  drawn.render(
    <StrictMode>
      <ErrorBoundary>
        <App services={services} part={part} mistakes={mistakes} />
      </ErrorBoundary>
    </StrictMode>,
  );

  await whenIdle();
  services.engine.warm();
  part.prepare();
}

const root = document.getElementById("root");
if (root !== null) void start(root);
