/**
 * Mouse and touch on the rows. A mouse button makes a cell active at once and drags a selection,
 * which scrolls when the pointer leaves the grid; a finger's tap makes a cell active when it was
 * not the start of a scroll. One set of handlers for all cells.
 */

import { useEffect, useRef } from "react";
import type { MouseEvent, PointerEvent } from "react";

import type { ViewRow } from "../model/positions.ts";
import { positionOf, rowOf } from "./gridIds.ts";
import type { GridPosition } from "./movePlace.ts";
import { useLatest } from "./useLatest.ts";
import type { GridViewport } from "./viewport.ts";

export interface CellPointerActions {
  /** A cell was pointed at. */
  readonly reach: (at: GridPosition, extend: boolean) => void;
  /** The pointer went on to another cell with the button down. */
  readonly extendTo: (to: GridPosition) => void;
  /** A row's number was pointed at. */
  readonly reachRow: (row: ViewRow) => void;
  readonly activate: () => void;
  /** The sign or the words of a group's line were clicked; false when there is no group. */
  readonly group: (row: ViewRow, action: "toggle" | "only") => boolean;
}

/** How often a drag beyond the edge goes on scrolling. */
const SCROLL_MS = 50;

export function useCellPointer(viewport: GridViewport, actions: CellPointerActions) {
  const current = useLatest(actions);
  const mouse = useRef(false);
  const stopDrag = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => stopDrag.current?.(), []);

  const reach = (event: MouseEvent<HTMLElement>) => {
    const row = rowOf(event.target);
    const position = positionOf(event.target);
    if (row === undefined) actions.reachRow(viewport.placeAt(event.clientX, event.clientY).row);
    if (row === undefined || position === undefined) return undefined;
    actions.reach({ row, position }, event.shiftKey);
    return { row, position };
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    mouse.current = event.pointerType === "mouse";
    if (!mouse.current || event.button !== 0) return;
    const start = reach(event);
    if (start === undefined) return;
    stopDrag.current?.();
    stopDrag.current = followDrag(viewport, start, (to) => current.current.extendTo(to));
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const row = rowOf(event.target);
    const action = groupAction(event.target);
    if (row !== undefined && action !== undefined) actions.group(row, action);
    // A real click of a mouse was dealt with when its button went down; a synthetic one was not.
    if (mouse.current && event.detail > 0) return;
    reach(event);
  };
  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const isSign = groupAction(event.target) !== undefined;
    if (positionOf(event.target) !== undefined && !isSign) actions.activate();
  };
  return { onPointerDown, onClick, onDoubleClick };
}

function groupAction(target: EventTarget): "toggle" | "only" | undefined {
  const sign = target instanceof Element ? target.closest("[data-group]") : null;
  const action = sign?.getAttribute("data-group");
  return action === "toggle" || action === "only" ? action : undefined;
}

/** Reports each cell the pointer comes to until the button goes up; returns how to stop. */
function followDrag(
  viewport: GridViewport,
  start: GridPosition,
  drag: (to: GridPosition) => void,
): () => void {
  const ends = new AbortController();
  let last = start;
  let x = 0;
  let y = 0;
  const follow = () => {
    const to = viewport.placeAt(x, y);
    if (to.row === last.row && to.position === last.position) return;
    last = to;
    drag(to);
  };
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => {
    clearInterval(timer);
    ends.abort();
  };
  const options = { signal: ends.signal };
  document.addEventListener(
    "pointermove",
    (event) => {
      x = event.clientX;
      y = event.clientY;
      timer ??= setInterval(follow, SCROLL_MS);
      follow();
    },
    options,
  );
  document.addEventListener("pointerup", stop, options);
  document.addEventListener("pointercancel", stop, options);
  return stop;
}
