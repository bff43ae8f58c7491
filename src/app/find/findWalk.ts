/**
 * The walk from match to match, free of React. Looks and steps are made one after the other, in the
 * order they were asked for: none is lost to a view that changes or to an answer that is on its way,
 * and each begins at the cell that is then active. Rows of another order are read from their first,
 * as the grid does. What was found is told only with the text and the view it was found for.
 */

import type { FoundCells, TextToFind } from "../../model/found.ts";
import { viewRow } from "../../model/positions.ts";
import { ReportFailure } from "../../model/reportError.ts";

export type FindPlace = TextToFind["from"];
export type FindStep = "next" | "previous";

/** Rows on screen that can be looked through. */
export interface FindView {
  /** Another one for other rows, columns or lines: what was counted is counted again. */
  readonly key: string;
  /** Another one where the grid goes back to its first row. */
  readonly order: string | undefined;
  readonly find: (
    find: Pick<TextToFind, "search" | "from" | "way">,
    signal: AbortSignal,
  ) => Promise<FoundCells>;
}

export interface FindState {
  /** For the text and the rows there are now; undefined until it is known, and without a text. */
  readonly found: FoundCells | undefined;
  readonly isLooking: boolean;
  readonly failed: boolean;
}

export interface FindWalk {
  /** The rows on screen; undefined while those of the view are on their way. */
  readonly see: (view: FindView | undefined) => void;
  /** Goes to the first match from where the person was before the text before it was looked for. */
  readonly lookFor: (text: string) => void;
  /** Where the active cell is. */
  readonly stand: (place: FindPlace) => void;
  readonly step: (way: FindStep) => void;
  readonly close: () => void;
  readonly getSnapshot: () => FindState;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Something asked for; `counts` alone goes nowhere. */
interface Job {
  readonly text: string;
  readonly way: TextToFind["way"];
  readonly goes: boolean;
}

const IDLE: FindState = { found: undefined, isLooking: false, failed: false };

export function createFindWalk(go: (place: NonNullable<FindPlace>) => void): FindWalk {
  const listeners = new Set<() => void>();
  let text = "";
  let view: FindView | undefined;
  let order: string | undefined;
  /** Where the active cell is, or is about to be. */
  let at: FindPlace;
  /** Cells gone to of which the grid has not told yet. */
  let going: FindPlace[] = [];
  /** Where the person was before a text was looked for, and where that led. */
  let origin: FindPlace;
  let wentTo: FindPlace;
  let jobs: Job[] = [];
  let running: { readonly job: Job; readonly abort: AbortController } | undefined;
  let last: { readonly name: string; readonly cells: FoundCells | undefined } | undefined;
  let snapshot = IDLE;

  const nameOf = (of: string) => JSON.stringify([of, view?.key]);

  function tell() {
    const known = view !== undefined && last?.name === nameOf(text) ? last : undefined;
    const isLooking = text !== "" && (known === undefined || running !== undefined);
    const failed = text !== "" && known !== undefined && known.cells === undefined;
    const found = text === "" ? undefined : known?.cells;
    const isSame = snapshot.found === found && snapshot.failed === failed;
    if (isSame && snapshot.isLooking === isLooking) return;
    snapshot = { found, isLooking, failed };
    for (const listener of listeners) listener();
  }

  function stop() {
    running?.abort.abort();
    running = undefined;
  }

  function nextJob(): Job | undefined {
    const [job] = jobs;
    if (job !== undefined) return job;
    const isCounted = text === "" || last?.name === nameOf(text);
    return isCounted ? undefined : { text, way: "here", goes: false };
  }

  function run() {
    const job = view === undefined || running !== undefined ? undefined : nextJob();
    if (job === undefined || view === undefined) {
      tell();
      return;
    }
    const own = { job, abort: new AbortController() };
    running = own;
    const name = nameOf(job.text);
    if (job.goes && job.way === "here" && !isSamePlace(at, wentTo)) origin = at;
    const from = job.goes && job.way === "here" ? origin : at;
    const end = (cells: FoundCells | undefined, isStopped = false) => {
      if (running !== own) return;
      running = undefined;
      if (jobs[0] === job) jobs.shift();
      if (!isStopped) last = { name, cells };
      if (job.goes && cells?.hit !== undefined) goTo(cells.hit, job.way);
      // What was stopped by others is asked for again when there are other rows.
      if (isStopped) tell();
      else run();
    };
    view.find({ search: job.text, from, way: job.way }, own.abort.signal).then(
      (cells) => end(cells),
      (error: unknown) => end(undefined, !(error instanceof ReportFailure)),
    );
    tell();
  }

  function goTo(hit: NonNullable<FindPlace>, way: TextToFind["way"]) {
    wentTo = at = { row: hit.row, column: hit.column };
    if (way !== "here") origin = at;
    going.push(at);
    go(hit);
  }

  return {
    see: (next) => {
      const isOther = next?.key !== view?.key;
      view = next;
      if (next !== undefined && next.order !== order) {
        if (order !== undefined && at !== undefined && at.row !== 0) {
          at = { ...at, row: viewRow(0) };
          going.push(at);
        }
        order = next.order;
        wentTo = undefined;
      }
      if (!isOther) return;
      stop();
      run();
    },
    lookFor: (next) => {
      if (next === text) return;
      text = next;
      // Steps asked for before are made first: where they lead is where this one begins.
      jobs = jobs.slice(0, jobs.findLastIndex(({ way }) => way !== "here") + 1);
      if (running !== undefined && running.job !== jobs[0]) stop();
      if (text === "") jobs = [];
      else jobs.push({ text, way: "here", goes: true });
      run();
    },
    stand: (place) => {
      const told = going.findIndex((one) => isSamePlace(one, place));
      if (told >= 0) going = going.slice(told + 1);
      else {
        going = [];
        at = place;
      }
    },
    step: (way) => {
      if (text === "") return;
      jobs.push({ text, way, goes: true });
      // A step counts, too.
      if (running?.job.goes === false) stop();
      run();
    },
    close: stop,
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isSamePlace(one: FindPlace, other: FindPlace): boolean {
  return one?.row === other?.row && one?.column === other?.column;
}
