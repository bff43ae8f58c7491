/**
 * Dragging a column's edge. While the pointer moves, only the grid's custom properties change; the
 * app hears of the last width. Escape or a cancelled pointer gives up. The edge may scroll out of
 * sight meanwhile and then is no longer in the document, so it is not the edge that listens.
 */

import { useEffect, useRef, useState } from "react";
import type { PointerEvent, RefObject } from "react";

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

export function useColumnResize(
  scroller: RefObject<HTMLElement | null>,
  onResize: GridProps["onResize"],
): ColumnResize {
  const [resized, setResized] = useState<ResizedColumn>();
  const report = useLatest(onResize);
  const giveUp = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => giveUp.current?.(), []);

  const startResize = (column: GridColumn, down: PointerEvent<HTMLElement>) => {
    down.preventDefault();
    giveUp.current?.();
    let width = column.width;
    const ends = new AbortController();
    const options = { signal: ends.signal };
    const stop = () => {
      ends.abort();
      setResized(undefined);
    };
    giveUp.current = stop;
    const onMove = (move: globalThis.PointerEvent) => {
      if (move.pointerId !== down.pointerId) return;
      // Not before: a double click that fits the column is of the edge.
      scroller.current?.setPointerCapture(move.pointerId);
      width = clampColumnWidth(column.width + move.clientX - down.clientX);
      setResized({ id: column.id, width });
    };
    const onUp = (up: globalThis.PointerEvent) => {
      if (up.pointerId !== down.pointerId) return;
      stop();
      if (width !== column.width) report.current?.(column, width);
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key === "Escape") stop();
    };
    document.addEventListener("pointermove", onMove, options);
    document.addEventListener("pointerup", onUp, options);
    document.addEventListener("pointercancel", stop, options);
    document.addEventListener("keydown", onKey, { ...options, capture: true });
  };
  return { resized, startResize };
}
