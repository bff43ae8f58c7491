/**
 * A column dragged by its header to another place. A mouse begins by moving, a finger by resting a
 * moment, so that a tap still sorts and a swipe still scrolls. A line marks where the column would go; near an
 * edge the grid scrolls. Escape gives up. A drag is no click.
 */

import { useCallback, useEffect, useRef, useState } from "react";
import type { PointerEvent, RefObject } from "react";

import type { ColumnId } from "../model/positions.ts";
import type { ColumnLayout } from "./columnLayout.ts";
import { type DropPlace, dragScroll, dropPlace } from "./dropPlace.ts";
import type { GridColumn, GridProps } from "./gridProps.ts";
import { useLatest } from "./useLatest.ts";

export interface DraggedColumn {
  readonly id: ColumnId;
  /** Undefined where it would stay. */
  readonly drop: DropPlace | undefined;
}

interface ColumnDrag {
  readonly dragged: DraggedColumn | undefined;
  readonly holdTouches: (head: HTMLElement | null) => (() => void) | undefined;
  readonly startDrag: (column: GridColumn, event: PointerEvent<HTMLElement>) => void;
}

const BEGINS_PX = 6;
const REST_MS = 350;
const SCROLL_MS = 16;

export function useColumnDrag(
  scroller: RefObject<HTMLElement | null>,
  layout: ColumnLayout,
  onPlaceColumn: GridProps["onPlaceColumn"],
): ColumnDrag {
  const [dragged, setDragged] = useState<DraggedColumn>();
  const current = useLatest({ layout, onPlaceColumn });
  const isDragging = useRef(false);
  const giveUp = useRef<(() => void) | undefined>(undefined);
  useEffect(() => () => giveUp.current?.(), []);
  // Known before a touch begins, or the browser would not wait for it.
  const holdTouches = useCallback((head: HTMLElement | null) => {
    if (head === null) return undefined;
    const hold = (event: TouchEvent) => {
      if (isDragging.current && event.cancelable) event.preventDefault();
    };
    head.addEventListener("touchmove", hold, { passive: false });
    return () => head.removeEventListener("touchmove", hold);
  }, []);

  const startDrag = (column: GridColumn, down: PointerEvent<HTMLElement>) => {
    const grid = scroller.current;
    if (grid === null || current.current.onPlaceColumn === undefined) return;
    giveUp.current?.();
    const ends = new AbortController();
    const options = { signal: ends.signal };
    const isMouse = down.pointerType === "mouse";
    let { clientX } = down;
    let drop: DropPlace | undefined;
    let timer: ReturnType<typeof setInterval> | undefined;

    const follow = () => {
      const x = clientX - grid.getBoundingClientRect().left;
      const by = dragScroll(current.current.layout, x, grid.clientWidth);
      if (by !== 0) grid.scrollLeft += by;
      drop = dropPlace(current.current.layout, column.id, x, grid.scrollLeft, grid.clientWidth);
      setDragged((old) =>
        old?.drop?.x === drop?.x && old !== undefined ? old : { id: column.id, drop },
      );
    };
    const begin = () => {
      isDragging.current = true;
      grid.setPointerCapture(down.pointerId);
      timer = setInterval(follow, SCROLL_MS);
      follow();
    };
    const stop = () => {
      ends.abort();
      clearTimeout(resting);
      clearInterval(timer);
      if (isDragging.current) swallowClick();
      isDragging.current = false;
      setDragged(undefined);
    };
    giveUp.current = stop;
    const resting = isMouse ? undefined : setTimeout(begin, REST_MS);
    const onMove = (move: globalThis.PointerEvent) => {
      if (move.pointerId !== down.pointerId) return;
      const isFar =
        Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY) > BEGINS_PX;
      clientX = move.clientX;
      if (isDragging.current) follow();
      else if (isFar && isMouse) begin();
      // A finger that moves at once scrolls.
      else if (isFar) stop();
    };
    const onUp = () => {
      const place = drop;
      const moved = isDragging.current && place !== undefined;
      stop();
      if (moved) current.current.onPlaceColumn?.(column, place.before);
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== "Escape" || !isDragging.current) return;
      key.preventDefault();
      key.stopPropagation();
      stop();
    };
    document.addEventListener("pointermove", onMove, options);
    document.addEventListener("pointerup", onUp, options);
    document.addEventListener("pointercancel", stop, options);
    document.addEventListener("keydown", onKey, { ...options, capture: true });
    // What a resting finger else brings up.
    document.addEventListener(
      "contextmenu",
      (event) => {
        if (!isDragging.current) return;
        event.preventDefault();
        event.stopPropagation();
      },
      { ...options, capture: true },
    );
  };
  return { dragged, startDrag, holdTouches };
}

/** The click that a browser makes of the same press. */
function swallowClick(): void {
  document.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => document.removeEventListener("click", swallow, { capture: true }), 0);
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
