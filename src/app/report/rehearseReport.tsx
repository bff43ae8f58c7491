/**
 * A rehearsal while the person fills in the form: a small made-up report is opened, drawn, sorted,
 * filtered and scrolled as the real one will be, so that the browser has compiled that way, on the
 * page and in the worker, before it counts. It is read as a file, so there is no network and no key; it
 * stands where nobody sees, hears, finds or reaches it, and nothing of it stays. It ends when something
 * real is opened.
 */

import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import type { LocationStore } from "../../link/historyBinding.ts";
import { DEFAULT_VIEW, type ViewState } from "../../model/viewState.ts";
import { isLoading, type OpenReport } from "../data/reportSession.ts";
import { createFileHolder, type HeldFile } from "../file/fileHolder.ts";
import type { OpenedReportRoute } from "../location.ts";
import type { Services } from "../services.ts";
import type { ViewShelf } from "../views/viewShelf.ts";
import { AMOUNT, madeUpReport, PRODUCT, TEXT } from "./madeUpReport.ts";
import styles from "./rehearseReport.module.css";
import { stageReport } from "./stageReport.tsx";

/** What is only compiled the first time is compiled well the second time. */
const ROUNDS = 2;
const LOOK_MS = 20;
/** Whoever takes longer is busy with something else. */
const MOST_LOOKS = 200;

export async function rehearseReport(
  given: Services,
  shelf: ViewShelf,
  end: AbortSignal,
): Promise<void> {
  if (end.aborted) return;
  const files = createFileHolder();
  const file = new File([madeUpReport()], "rehearsal.json", { type: "application/json" });
  const location = createPlace();
  const { session, Screen } = stageReport({ ...given, files, location }, shelf);
  end.addEventListener("abort", session.close);
  const stage = document.createElement("div");
  stage.className = styles.unseen ?? "";
  stage.inert = true;
  document.body.append(stage);
  document.addEventListener("keydown", keepFromStage);
  const root = createRoot(stage, { identifierPrefix: "rehearsal" });

  async function show(view: ViewState): Promise<void> {
    const route = routeOf(view);
    location.go(route);
    startTransition(() => root.render(<Screen route={route} />));
    for (let looks = 0; looks < MOST_LOOKS && !end.aborted; looks++) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (isShown(session.getSnapshot(), files.getSnapshot())) break;
    }
    const grid = stage.querySelector('[role="grid"]');
    if (grid !== null) grid.scrollTop = grid.scrollHeight / 2;
  }

  for (let round = 0; round < ROUNDS; round++) {
    files.hold(file);
    for (const view of VIEWS) if (!end.aborted) await show(view);
  }
  session.close();
  root.unmount();
  stage.remove();
  document.removeEventListener("keydown", keepFromStage);
}

/** Keys of the whole page, as for find and print, are not for a report that nobody sees. */
function keepFromStage(event: KeyboardEvent): void {
  event.stopImmediatePropagation();
}

function isShown(open: OpenReport | undefined, file: HeldFile | undefined): boolean {
  if (open === undefined || open.file !== file || isLoading(open.load)) return false;
  return open.data?.feed.getSnapshot().pending !== true;
}

/** An address that nobody sees and nothing writes to. */
function createPlace(): LocationStore & { readonly go: (to: OpenedReportRoute) => void } {
  const listeners = new Set<() => void>();
  let route = routeOf(DEFAULT_VIEW);
  return {
    getSnapshot: () => route,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    push: () => {},
    replace: () => {},
    go: (to) => {
      route = to;
      for (const listener of listeners) listener();
    },
  };
}

function routeOf(view: ViewState): OpenedReportRoute {
  const data = { fingerprint: undefined, rowCount: undefined };
  return { screen: "file", view, ...data, notUnderstood: [], newer: false, cut: false };
}

/** What will be asked of the real one. */
const VIEWS: readonly ViewState[] = [
  DEFAULT_VIEW,
  { ...DEFAULT_VIEW, sort: [{ column: AMOUNT, descending: true }] },
  { ...DEFAULT_VIEW, sort: [{ column: TEXT, descending: false }] },
  { ...DEFAULT_VIEW, filters: [{ kind: "contains", column: TEXT, value: "server 7" }] },
  { ...DEFAULT_VIEW, filters: [{ kind: "is", column: PRODUCT, values: ["CDN"] }] },
  { ...DEFAULT_VIEW, search: "host 17" },
];
