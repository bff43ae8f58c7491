/**
 * Matches of a text in the rows on screen, from the worker. A new text goes to its first match from
 * where the person was; another order, other columns or rows only count anew and leave the active
 * cell alone. One question at a time: each stops the one before it. While a report loads it is not
 * counted again for every batch of rows, but once at the end.
 */

import { useEffect, useRef, useState } from "react";
import type { GridColumn, GridPlace } from "../../grid/gridProps.ts";
import { useLatest } from "../../grid/useLatest.ts";
import type { FoundCells, TextToFind } from "../../model/found.ts";
import { queryText } from "../../model/query.ts";
import { ReportFailure } from "../../model/reportError.ts";
import { useEngine } from "../data/engineContext.ts";
import { nameOfQuery } from "../data/tiles.ts";
import type { Report } from "../report/useReport.ts";

interface MatchesInput {
  readonly report: Report;
  readonly columns: readonly GridColumn[];
  readonly place: GridPlace | undefined;
  readonly text: string;
  readonly onGo: (place: GridPlace) => void;
}

interface Matches {
  /** Of the last text that was answered; undefined before the first, and without a text. */
  readonly found: FoundCells | undefined;
  readonly isLooking: boolean;
  readonly failed: boolean;
  readonly step: (way: "next" | "previous") => void;
}

export function useMatches(input: MatchesInput): Matches {
  const { report, columns, text } = input;
  const { open, plan, shown } = report;
  const engine = useEngine();
  const dataset = open?.data?.dataset;
  const isSealed = open?.data?.table.sealed === true;
  const isShown = shown.name === nameOfQuery(plan.query) && !shown.pending && shown.tableRows > 0;
  const ids = columns.map(({ id }) => id);
  const view = isShown
    ? JSON.stringify([dataset, queryText(plan.query), ids, isSealed && shown.tableRows])
    : undefined;

  const [found, setFound] = useState<FoundCells>();
  const [isLooking, setLooking] = useState(false);
  const [failed, setFailed] = useState(false);
  const asked = useRef<AbortController>(undefined);
  /** Where the person was before a text was looked for, and where that led. */
  const origin = useRef<TextToFind["from"]>(undefined);
  const wentTo = useRef<TextToFind["from"]>(undefined);
  const wentFor = useRef("");
  /** Steps not yet made: each begins where the one before it led, when the view is there. */
  const steps = useRef<("next" | "previous")[]>([]);
  /** Where the active cell is, or is about to be. */
  const at = useRef(cellOf(input.place));
  const latest = useLatest(input);

  const stop = () => {
    asked.current?.abort();
    asked.current = undefined;
    setLooking(false);
  };

  /** False when nothing could be asked yet, or something else was asked meanwhile. */
  const ask = async (from: TextToFind["from"], way: TextToFind["way"], goes: boolean) => {
    stop();
    if (dataset === undefined || text === "" || !isShown) return false;
    const asking = new AbortController();
    asked.current = asking;
    setLooking(true);
    try {
      const { tableRows } = shown;
      const find = { text, columns: ids, from, way };
      const cells = await engine.find(dataset, plan.query, tableRows, find, asking.signal);
      if (asked.current !== asking) return false;
      setFound(cells);
      setFailed(false);
      if (goes && cells.hit !== undefined) {
        wentTo.current = cells.hit;
        at.current = cells.hit;
        if (way !== "here") origin.current = cells.hit;
        latest.current.onGo(cells.hit);
      }
    } catch (error) {
      if (asked.current !== asking) return false;
      // Stopped is nothing to say.
      if (error instanceof ReportFailure) setFailed(true);
    }
    stop();
    return true;
  };
  const takeSteps = async () => {
    for (;;) {
      const [way] = steps.current;
      if (way === undefined || !(await ask(at.current, way, true))) return;
      steps.current.shift();
    }
  };
  const lookHere = async (from: TextToFind["from"], goes: boolean) => {
    if (await ask(from, "here", goes)) await takeSteps();
  };

  const look = useLatest(lookHere);
  useEffect(() => () => asked.current?.abort(), []);
  const { place } = input;
  useEffect(() => {
    at.current = cellOf(place);
  }, [place]);
  useEffect(() => {
    if (view === undefined) return;
    const isNew = text !== wentFor.current;
    wentFor.current = text;
    const here = at.current;
    if (isNew) steps.current = [];
    const isThere = here?.row === wentTo.current?.row && here?.column === wentTo.current?.column;
    if (!isThere) origin.current = here;
    void look.current(isNew ? origin.current : here, isNew);
  }, [text, view, look]);

  return {
    found: text === "" ? undefined : found,
    isLooking,
    failed,
    step: (way) => {
      steps.current.push(way);
      if (asked.current === undefined) void takeSteps();
    },
  };
}

function cellOf(place: GridPlace | undefined): TextToFind["from"] {
  return place === undefined || place.row === "header"
    ? undefined
    : { row: place.row, column: place.column };
}
