/**
 * A rehearsal while the person fills in the form: a small made-up report is opened, drawn, sorted,
 * filtered and scrolled as the real one will be, so that the browser has compiled that way, on the
 * page and in the worker, before it counts. It is read as a file, so there is no network and no key; it
 * stands where nobody sees, hears, finds or reaches it, and nothing of it stays. It ends when something
 * real is opened.
 */

import { startTransition } from "react";
import { createRoot } from "react-dom/client";
import { createLocationStore, type LocationWindow } from "../../link/historyBinding.ts";
import { DEFAULT_VIEW, type ViewState } from "../../model/viewState.ts";
import { isLoading, type OpenReport } from "../data/reportSession.ts";
import { createFileHolder, type HeldFile } from "../file/fileHolder.ts";
import type { Services } from "../services.ts";
import type { ViewShelf } from "../views/viewShelf.ts";
import { AMOUNT, madeUpReport, PRODUCT, TEXT } from "./madeUpReport.ts";
import styles from "./rehearseReport.module.css";
import { stageReport } from "./stageReport.tsx";

/** What is only compiled the first time is compiled well the second time. */
const ROUNDS = 2;
const LOOK_MS = 20;
/** A view that takes longer ends it: worker or page is busy with something else. */
const MOST_LOOKS = 200;

export async function rehearseReport(
  given: Services,
  shelf: ViewShelf,
  end: AbortSignal,
): Promise<void> {
  if (end.aborted) return;
  const files = createFileHolder();
  const file = new File([madeUpReport()], "rehearsal.json", { type: "application/json" });
  const location = createLocationStore(NO_WINDOW);
  const { session, Screen } = stageReport({ ...given, files, location }, shelf);
  end.addEventListener("abort", session.close);
  const stage = document.createElement("div");
  stage.className = styles.unseen ?? "";
  stage.inert = true;
  document.body.append(stage);
  document.addEventListener("keydown", keepFromStage);
  // Only as high as its parts: four rows are compiled as a page of them is, and take less memory.
  const screen = document.createElement("div");
  stage.append(screen, faceOfIds());
  const root = createRoot(screen, { identifierPrefix: "rehearsal" });

  /** False when there is to be no more: something real is opened, or it takes too long. */
  async function show(view: ViewState): Promise<boolean> {
    location.push({ screen: "file", view, fingerprint: undefined });
    const route = location.getSnapshot();
    if (route.screen === "connect") return false;
    startTransition(() => root.render(<Screen route={route} />));
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (end.aborted) return false;
      if (isShown(session.getSnapshot(), files.getSnapshot())) {
        const grid = stage.querySelector('[role="grid"]');
        if (grid !== null) grid.scrollTop = grid.scrollHeight / 2;
        return true;
      }
    }
    return false;
  }

  try {
    for (let round = 0; round < ROUNDS; round++) {
      files.hold(file);
      for (const view of VIEWS) if (!(await show(view))) return;
    }
  } finally {
    session.close();
    root.unmount();
    stage.remove();
    document.removeEventListener("keydown", keepFromStage);
  }
}

/** The screen of a file has no report id, whose typeface takes longest to find. */
function faceOfIds(): HTMLElement {
  const id = document.createElement("code");
  id.textContent = "0a-";
  return id;
}

/** Keys of the whole page, as for find and print, are not for a report that nobody sees. */
function keepFromStage(event: KeyboardEvent): void {
  event.stopImmediatePropagation();
}

function isShown(open: OpenReport | undefined, file: HeldFile | undefined): boolean {
  if (open === undefined || open.file !== file || isLoading(open.load)) return false;
  return open.data?.feed.getSnapshot().pending !== true;
}

/** An address that nobody sees. */
const NO_WINDOW: LocationWindow = {
  location: { hash: "#/file" },
  history: { pushState: () => {}, replaceState: () => {} },
  addEventListener: () => {},
  setTimeout: () => 0,
  clearTimeout: () => {},
};

/** What will be asked of the real one. */
const VIEWS: readonly ViewState[] = [
  DEFAULT_VIEW,
  { ...DEFAULT_VIEW, sort: [{ column: AMOUNT, descending: true }] },
  { ...DEFAULT_VIEW, sort: [{ column: TEXT, descending: false }] },
  { ...DEFAULT_VIEW, filters: [{ kind: "contains", column: TEXT, value: "server 7" }] },
  { ...DEFAULT_VIEW, filters: [{ kind: "is", column: PRODUCT, values: ["CDN"] }] },
  { ...DEFAULT_VIEW, search: "host 17" },
];
