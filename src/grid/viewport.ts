/**
 * Joins the pure geometry to one scroller on the page. Holds where it is scrolled to and tells
 * React only when other rows or columns are to be drawn; everything finer is left to the browser's
 * own scrolling. What it hands out (`GridFrame`) keeps its identity until something differs.
 */

import type { RowRange } from "../model/positions.ts";
import type { ColumnLayout, ColumnRange } from "./columnLayout.ts";
import { columnUnder, layoutColumns, renderedColumns, scrollLeftFor } from "./columnLayout.ts";
import type { RowScroll, RowScrollEvent } from "./geometry.ts";
import {
  canvasHeight,
  initialRowScroll,
  pageRows,
  reduceRowScroll,
  renderedRows,
  rowTop,
  visibleRows,
  wantedRows,
} from "./geometry.ts";
import { HEADER_ROW } from "./movePlace.ts";
import type { GridPosition } from "./movePlace.ts";

/** What React draws. */
export interface GridFrame {
  readonly rows: RowRange;
  /** Where the first drawn row begins, canvas pixels below the header. */
  readonly sheetTop: number;
  readonly canvasHeight: number;
  readonly columns: ColumnRange;
  /** Inner size of the scroller, header included, scroll bars excluded. */
  readonly width: number;
  readonly height: number;
  /** Set when the scroller has to be moved once this frame is drawn. */
  readonly moves: number;
}

/** What React knows and the viewport needs. */
export interface GridMeasures {
  readonly rowCount: number;
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly layout: ColumnLayout;
  /** The active cell: where it was in sight, it stays so when the grid's size changes. */
  readonly active: GridPosition | undefined;
  /** Another key is another order of rows: it is shown from its first row. */
  readonly contentKey: string;
}

export interface GridViewport {
  readonly subscribe: (listener: () => void) => () => void;
  readonly frame: () => GridFrame;
  /** Starts listening to the scroller; returns how to stop. */
  readonly attach: (scroller: HTMLElement) => () => void;
  readonly measure: (measures: GridMeasures) => void;
  /** Moves the scroller to where the frame says; call when the frame is on the page. */
  readonly settle: () => void;
  readonly showRow: (row: number) => void;
  readonly showColumn: (position: number) => void;
  readonly scrollRows: (rows: number) => void;
  readonly pageRows: () => number;
  readonly visibleRows: () => RowRange;
  /** Rows worth having when these are drawn. */
  readonly wantedRows: (drawn: RowRange) => RowRange;
  /** The row and column position nearest to a point of the page. */
  readonly placeAt: (clientX: number, clientY: number) => GridPosition;
}

/** A scroll this soon after a wheel or touch event is that gesture's, however far it went. */
const GESTURE_MS = 400;
const IDLE_MS = 150;

export function createGridViewport(): GridViewport {
  const listeners = new Set<() => void>();
  let scroller: HTMLElement | undefined;
  let scroll: RowScroll = initialRowScroll(30);
  let scrollLeft = 0;
  let forward = true;
  let gestureAt = Number.NEGATIVE_INFINITY;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;
  let measures: GridMeasures = {
    rowCount: 0,
    rowHeight: 30,
    headHeight: 36,
    layout: layoutColumns([], 0, 0, undefined),
    active: undefined,
    contentKey: "",
  };
  let width = 0;
  let height = 0;
  let moves = 0;
  let frame = makeFrame();

  function makeFrame(): GridFrame {
    const rows = renderedRows(scroll);
    return {
      rows,
      sheetTop: rowTop(scroll, rows.start),
      canvasHeight: canvasHeight(scroll),
      columns: renderedColumns(measures.layout, scrollLeft, width),
      width,
      height,
      moves,
    };
  }

  function publish(): void {
    const next = keepParts(frame, makeFrame());
    if (next === frame) return;
    frame = next;
    for (const listener of listeners) listener();
  }

  /** A change of ours: the scroller follows after drawing. */
  function change(event: RowScrollEvent): void {
    const before = scroll;
    scroll = reduceRowScroll(scroll, event);
    if (scroll.top !== before.top) forward = scroll.top > before.top;
    if (scroll.scrollTop !== before.scrollTop) moves += 1;
    publish();
  }

  function moveLeft(wanted: number): void {
    if (wanted === scrollLeft) return;
    scrollLeft = wanted;
    moves += 1;
    publish();
  }

  function scrolled(): void {
    if (scroller === undefined) return;
    const exact = performance.now() - gestureAt < GESTURE_MS;
    const before = scroll;
    const { scrollTop } = scroller;
    scroll = reduceRowScroll(scroll, { type: "scroll", scrollTop, exact });
    if (scroll.top !== before.top) forward = scroll.top > before.top;
    if (scroll.scrollTop !== scrollTop) moves += 1;
    scrollLeft = scroller.scrollLeft;
    clearTimeout(idleTimer);
    idleTimer = setTimeout(() => change({ type: "idle" }), IDLE_MS);
    publish();
  }

  function resized(): void {
    if (scroller === undefined) return;
    const { layout, active } = measures;
    const wasInView = active !== undefined && leftFor(active.position) === scrollLeft;
    width = scroller.clientWidth;
    height = scroller.clientHeight;
    change(resizeEvent());
    if (wasInView && layout.columns.length > 0) moveLeft(leftFor(active.position));
  }

  function resizeEvent(): RowScrollEvent {
    const { headHeight, rowHeight, active } = measures;
    const keep = active === undefined || active.row === HEADER_ROW ? undefined : active.row;
    return { type: "resize", viewport: Math.max(0, height - headHeight), rowHeight, keep };
  }

  function leftFor(position: number): number {
    return scrollLeftFor(measures.layout, position, scrollLeft, width);
  }

  function gesture(): void {
    gestureAt = performance.now();
  }

  function attach(element: HTMLElement): () => void {
    scroller = element;
    const observer = new ResizeObserver(resized);
    observer.observe(element);
    element.addEventListener("scroll", scrolled, { passive: true });
    element.addEventListener("wheel", gesture, { passive: true });
    element.addEventListener("touchmove", gesture, { passive: true });
    resized();
    return () => {
      clearTimeout(idleTimer);
      observer.disconnect();
      element.removeEventListener("scroll", scrolled);
      element.removeEventListener("wheel", gesture);
      element.removeEventListener("touchmove", gesture);
      scroller = undefined;
    };
  }

  function settle(): void {
    if (scroller === undefined) return;
    if (scroller.scrollLeft !== scrollLeft) scroller.scrollLeft = scrollLeft;
    if (scroller.scrollTop !== scroll.scrollTop) scroller.scrollTop = scroll.scrollTop;
    // Browsers round to the screen's own pixels: follow them.
    scrollLeft = scroller.scrollLeft;
    const { scrollTop } = scroller;
    scroll = reduceRowScroll(scroll, { type: "scroll", scrollTop, exact: true });
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    frame: () => frame,
    attach,
    measure(next) {
      const isOther = next.contentKey !== measures.contentKey;
      measures = next;
      scroll = reduceRowScroll(scroll, resizeEvent());
      change({ type: "rowCount", rowCount: next.rowCount });
      if (isOther) change({ type: "show", row: 0 });
    },
    settle,
    showRow: (row) => change({ type: "show", row }),
    showColumn: (position) => moveLeft(leftFor(position)),
    scrollRows: (rows) => change({ type: "scrollBy", pixels: rows * measures.rowHeight }),
    pageRows: () => pageRows(scroll),
    visibleRows: () => visibleRows(scroll),
    wantedRows: (drawn) => wantedRows(scroll, drawn, forward),
    placeAt(clientX, clientY) {
      const box = scroller?.getBoundingClientRect();
      const x = clientX - (box?.left ?? 0);
      const y = clientY - (box?.top ?? 0) - measures.headHeight;
      const row = Math.floor((scroll.top + y) / scroll.rowHeight);
      return {
        row: Math.min(Math.max(row, 0), Math.max(scroll.rowCount - 1, 0)),
        position: columnUnder(measures.layout, x, scrollLeft, width),
      };
    },
  };
}

/** The old frame where nothing differs, else the new one with the old one's equal ranges. */
function keepParts(old: GridFrame, next: GridFrame): GridFrame {
  const rows = sameRange(old.rows, next.rows) ? old.rows : next.rows;
  const columns = sameRange(old.columns, next.columns) ? old.columns : next.columns;
  const same =
    rows === old.rows &&
    columns === old.columns &&
    old.sheetTop === next.sheetTop &&
    old.canvasHeight === next.canvasHeight &&
    old.width === next.width &&
    old.height === next.height &&
    old.moves === next.moves;
  return same ? old : { ...next, rows, columns };
}

function sameRange(a: ColumnRange, b: ColumnRange): boolean {
  return a.start === b.start && a.end === b.end;
}
