/**
 * Find in the grid, as the report screen has it: Ctrl+F and F3 wherever the focus is on the screen,
 * what marks the matches, and the bar, which is fetched when it is asked for. Ctrl+F in
 * the bar's own field is the browser's: its find is never taken away.
 */

import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { GridColumn, GridHandle, GridPlace, MarkPieces } from "../../grid/gridProps.ts";
import { useLatest } from "../../grid/useLatest.ts";
import { findWords } from "../../words/en/find.ts";
import type { Report } from "../report/useReport.ts";
import { lazyPart, usePart } from "../usePart.ts";
import { whenIdle } from "../whenIdle.ts";
import type { FindBarHandle } from "./FindBar.tsx";

interface FindInput {
  readonly report: Report;
  readonly columns: readonly GridColumn[];
  readonly grid: RefObject<GridHandle | null>;
  readonly place: GridPlace | undefined;
  /** Nothing lies over the report. */
  readonly isFree: boolean;
}

interface Find {
  readonly bar: ReactNode;
  readonly markPieces: MarkPieces | undefined;
  readonly open: () => void;
}

const findPart = lazyPart(() => import("./findPart.ts"));

export function useFind({ report, columns, grid, place, isFree }: FindInput): Find {
  const { part, hasFailed, want } = usePart(findPart);
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const bar = useRef<FindBarHandle>(null);

  const open = () => {
    setOpen(true);
    if (part === undefined) want();
  };
  const close = () => {
    setOpen(false);
    grid.current?.focus();
  };
  const markPieces = useMemo(
    () => (isOpen && text !== "" ? part?.markText(text) : undefined),
    [isOpen, text, part],
  );

  // Fetched ahead, so that what is typed right after the key goes into the field. If that fails,
  // the key tries again.
  const hasRows = report.shown.rowCount > 0;
  useEffect(() => {
    if (hasRows) whenIdle(want);
  }, [hasRows, want]);
  const keys = useLatest((event: KeyboardEvent) => {
    const key = findKey(event);
    if (key === undefined || !isFree) return;
    if (!isOpen) open();
    else if (key === "find" && bar.current?.focus() === false) return;
    else if (key !== "find") bar.current?.step(key);
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => keys.current(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [keys]);

  return {
    open,
    markPieces,
    bar: !isOpen ? null : part !== undefined ? (
      <part.Bar
        ref={bar}
        report={report}
        columns={columns}
        place={place}
        text={text}
        onText={setText}
        onGo={(at) => grid.current?.moveTo(at)}
        onClose={close}
      />
    ) : (
      hasFailed && <p role="alert">{findWords.notLoaded}</p>
    ),
  };
}

function findKey(event: KeyboardEvent): "find" | "next" | "previous" | undefined {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (altKey || event.defaultPrevented) return undefined;
  if (key === "F3" && !ctrlKey && !metaKey) return shiftKey ? "previous" : "next";
  return key.toLowerCase() === "f" && (ctrlKey || metaKey) && !shiftKey ? "find" : undefined;
}
