/**
 * Dragging a column's edge. While the pointer moves, only the grid's custom properties change;
 * the app hears of each width and keeps the last one. Escape or a lost pointer gives up.
 */

import { useState } from "react";
import type { PointerEvent } from "react";

import type { ColumnId } from "../model/positions.ts";
import { clampColumnWidth } from "./columnWidth.ts";
import type { GridColumn, GridProps } from "./gridProps.ts";
import { useLatest } from "./useLatest.ts";

export interface ResizedColumn {
  readonly id: ColumnId;
  readonly width: number;
}

interface ColumnResize {
  readonly resized: ResizedColumn | undefined;
  readonly startResize: (column: GridColumn, event: PointerEvent<HTMLElement>) => void;
}

export function useColumnResize(onResize: GridProps["onResize"]): ColumnResize {
  const [resized, setResized] = useState<ResizedColumn>();
  const report = useLatest(onResize);

  const startResize = (column: GridColumn, event: PointerEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    const edge = event.target;
    const startX = event.clientX;
    let width = column.width;
    const stop = new AbortController();
    const { signal } = stop;
    const end = (phase: "done" | undefined) => {
      stop.abort();
      setResized(undefined);
      if (phase !== undefined && width !== column.width) report.current?.(column, width, phase);
    };
    edge.setPointerCapture(event.pointerId);
    edge.addEventListener(
      "pointermove",
      (move) => {
        width = clampColumnWidth(column.width + move.clientX - startX);
        setResized({ id: column.id, width });
        report.current?.(column, width, "live");
      },
      { signal },
    );
    edge.addEventListener("pointerup", () => end("done"), { signal });
    edge.addEventListener("pointercancel", () => end(undefined), { signal });
    const onKey = (key: KeyboardEvent) => {
      if (key.key === "Escape") end(undefined);
    };
    document.addEventListener("keydown", onKey, { signal, capture: true });
  };
  return { resized, startResize };
}
