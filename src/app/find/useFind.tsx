/**
 * Find in the grid, as the report screen has it: Ctrl+F and F3 wherever the focus is on the screen,
 * what marks the matches, and the bar. Ctrl+F in the bar's own field is the browser's: its find is
 * never taken away.
 */

import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { GridColumn, GridHandle, GridPlace, MarkPieces } from "../../grid/gridProps.ts";
import { markText } from "../../grid/markText.ts";
import { reportText } from "../../grid/localWriting.ts";
import { useLatest } from "../../grid/useLatest.ts";
import type { Report } from "../report/useReport.ts";
import { FindBar, type FindBarHandle } from "./FindBar.tsx";

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

export function useFind({ report, columns, grid, place, isFree }: FindInput): Find {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const bar = useRef<FindBarHandle>(null);

  const open = () => setOpen(true);
  const close = () => {
    setOpen(false);
    grid.current?.focus();
  };
  const markPieces = useMemo(
    () => (isOpen && text !== "" ? markText(text, reportText(text)) : undefined),
    [isOpen, text],
  );

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
    bar: isOpen && (
      <FindBar
        ref={bar}
        report={report}
        columns={columns}
        place={place}
        text={text}
        onText={setText}
        onGo={(at) => grid.current?.moveTo(at)}
        onClose={close}
      />
    ),
  };
}

function findKey(event: KeyboardEvent): "find" | "next" | "previous" | undefined {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (altKey || event.defaultPrevented) return undefined;
  if (key === "F3" && !ctrlKey && !metaKey) return shiftKey ? "previous" : "next";
  return key.toLowerCase() === "f" && (ctrlKey || metaKey) && !shiftKey ? "find" : undefined;
}
