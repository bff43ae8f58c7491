/**
 * The report screen is a part of its own, fetched while the person fills in the form. Here is where
 * it is asked for and becomes there; a report is requested at the click that opens it, whether its
 * screen has come or not. No Suspense: React holds back what follows a fallback for 300 ms.
 */

import type { ComponentType } from "react";
import { inTime } from "../model/inTime.ts";
import { ReportFailure } from "../model/reportError.ts";
import type { ReportId } from "../model/reportId.ts";
import { whenIdle } from "./whenIdle.ts";
import { type Opening, beginOpening } from "./data/opening.ts";
import type { OpenedReportRoute } from "./location.ts";
import type { Services } from "./services.ts";
import type { Store } from "./useStore.ts";

/** As long as a worker may take to begin. */
const PATIENCE_SECONDS = 60;

export interface StartedPart {
  readonly Report: ComponentType<{ readonly route: OpenedReportRoute }>;
  readonly open: (reportId: ReportId) => void;
  /** Has the browser compile ahead what a report needs; ends with the signal. */
  readonly rehearse: (end: AbortSignal) => Promise<void>;
}

/** Undefined while it is not here yet. */
export type PartState = StartedPart | ReportFailure | undefined;

export interface ReportPart extends Store<PartState> {
  /** Fetches the part for later: if that fails now, it is tried again when it is needed. */
  readonly prepare: () => void;
  /** Fetches the part now: if that fails, the screen says so. */
  readonly need: () => void;
  /** Asks for a report; call it before the route leads there. */
  readonly open: (reportId: ReportId) => void;
}

export function createReportPart(services: Services): ReportPart {
  const { engine, keys, files } = services;
  const listeners = new Set<() => void>();
  let state: PartState;
  let fetching: Promise<StartedPart> | undefined;
  let begun: Opening | undefined;
  const real = new AbortController();

  function become(next: PartState) {
    state = next;
    for (const listener of listeners) listener();
  }

  function takeBegun(reportId: ReportId): Opening | undefined {
    const taken = begun?.reportId === reportId ? begun : undefined;
    if (taken === undefined) stopBegun();
    begun = undefined;
    return taken;
  }

  function stopBegun() {
    begun?.stop();
    if (begun !== undefined) engine.close(begun.dataset);
    begun = undefined;
  }

  async function start(): Promise<StartedPart> {
    const { startReport } = await import("./report/startReport.tsx");
    const part = startReport(services, takeBegun);
    become(part);
    return part;
  }

  function fetchPart(): Promise<StartedPart> {
    fetching ??= start().catch((error: unknown) => {
      fetching = undefined;
      throw error;
    });
    return fetching;
  }

  keys.subscribe(() => {
    if (!keys.isHeld()) stopBegun();
  });

  files.subscribe(endRehearsal);

  /**
   * Something real is opened. Without a reason the browser makes an error, whose stack would hold
   * the form, and the key in it.
   */
  function endRehearsal() {
    real.abort("opened");
  }

  function fail() {
    become(new ReportFailure({ code: "workerUnloadable" }));
  }

  function need() {
    inTime(fetchPart(), PATIENCE_SECONDS).then((part) => part ?? fail(), fail);
  }

  return {
    need,
    prepare: () => {
      fetchPart().then(
        ({ rehearse }) => whenIdle().then(() => rehearse(real.signal)),
        () => {},
      );
    },
    open: (reportId) => {
      endRehearsal();
      if (state !== undefined && !(state instanceof ReportFailure)) {
        state.open(reportId);
        return;
      }
      stopBegun();
      const source = keys.sourceOf(reportId);
      if (source !== undefined) begun = beginOpening(engine, source);
      need();
    },
    getSnapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
