/**
 * Joins the pure geometry to one scroller on the page. Holds where it is scrolled to and tells
 * React only when other rows or columns are to be drawn; everything finer is left to the browser's
 * own scrolling. What it hands out (`DrawnRows`) keeps its identity until something differs. Rows are
 * asked for as soon as it is known which, before anything is drawn; after a jump the rows of before
 * stay until those of the new place are here, so that each is drawn once. Where all rows are others,
 * those in sight are drawn first and the ones around them right after: nobody waits for what isn't seen.
 */

import { type RowRange, type ViewRow, viewRow } from "../model/positions.ts";
import type { ColumnLayout } from "./columnLayout.ts";
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
import { isJump, isWithin, keepParts } from "./gridFrame.ts";
import type { GridFrame } from "./gridFrame.ts";
import { HEADER_ROW } from "./movePlace.ts";
import type { CellPosition, GridPosition } from "./movePlace.ts";
import { hasAllRows } from "./rowSource.ts";
import type { RowSource } from "./rowSource.ts";

/** A frame and the rows it is drawn of. */
export interface DrawnRows {
  readonly frame: GridFrame;
  readonly rows: RowSource;
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
  /** Asks for the rows of a frame, and some around them. */
  readonly want: (frame: GridFrame) => void;
}

export interface GridViewport {
  readonly subscribe: (listener: () => void) => () => void;
  /** What to draw when these are the rows at hand; another `contentKey` is drawn from its first row. */
  readonly drawn: (rows: RowSource, contentKey: string) => DrawnRows;
  /** Starts listening to the scroller; returns how to stop. */
  readonly attach: (scroller: HTMLElement) => () => void;
  readonly measure: (measures: GridMeasures) => void;
  /** Moves the scroller to where the frame says; call when the frame is on the page. */
  readonly settle: () => void;
  /**
   * Lays out what was drawn, instead of the browser at its next frame; call after a jump, whose rows
   * come between two frames: the time until then would pass unused.
   */
  readonly layOut: () => void;
  readonly showRow: (row: ViewRow) => void;
  readonly showColumn: (position: number) => void;
  readonly scrollRows: (rows: number) => void;
  readonly pageRows: () => number;
  readonly visibleRows: () => RowRange;
  /** The row and column position nearest to a point of the page. */
  readonly placeAt: (clientX: number, clientY: number) => CellPosition;
}

/** A scroll this soon after a wheel or touch event is that gesture's, however far it went. */
const GESTURE_MS = 400;
const IDLE_MS = 150;
/** How long a jump waits for its rows before it is drawn without them. */
const JUMP_MS = 120;
/**
 * How long after those in sight the rows around them are asked for and drawn: not while the first are
 * being painted, nor while a thumb is dragged on, whose next jump they would hold up.
 */
const AROUND_MS = 200;

export function createGridViewport(): GridViewport {
  const listeners = new Set<() => void>();
  let scroller: HTMLElement | undefined;
  let scroll: RowScroll = initialRowScroll(30);
  let scrollLeft = 0;
  /** Where the scroller was when we last looked or moved it. */
  let known = { top: 0, left: 0 };
  /** A place was asked for and the scroller is not there yet: what it says until then is of before. */
  let isSent = false;
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
    want: () => {},
  };
  let width = 0;
  let height = 0;
  let moves = 0;
  /** Elements in use are numbered from the first drawn row less this. */
  let shift = 0;
  let frame = makeFrame(false);
  /** The frame has nothing but the rows in sight. */
  let isBare = false;
  let aroundTimer: ReturnType<typeof setTimeout> | undefined;
  let drawnKey = "";
  /** A jump's frame that waits for its rows. */
  let waiting: GridFrame | undefined;
  let waitTimer: ReturnType<typeof setTimeout> | undefined;
  let last: DrawnRows | undefined;

  function makeFrame(bare: boolean): GridFrame {
    const rows = bare ? visibleRows(scroll) : renderedRows(scroll);
    return {
      rows,
      wanted: bare ? rows : wantedRows(scroll, rows, forward),
      sheetTop: rowTop(scroll, rows.start),
      canvasHeight: canvasHeight(scroll),
      columns: renderedColumns(measures.layout, scrollLeft, width),
      width,
      height,
      moves,
      shift,
    };
  }

  /** `asked`: the rows are known to be here, or a jump to them must not wait. */
  function publish(asked = false): void {
    const isFar = isJump(frame.rows, renderedRows(scroll));
    const bare = isFar || (isBare && isWithin(frame.rows, visibleRows(scroll)));
    const next = keepParts(waiting ?? frame, makeFrame(bare));
    if (next === (waiting ?? frame)) return;
    if (next.rows !== frame.rows || next.columns !== frame.columns) measures.want(next);
    if (!asked && isFar) {
      waiting = next;
      waitTimer ??= setTimeout(endWaiting, JUMP_MS);
    } else {
      take(next, bare);
    }
    for (const listener of listeners) listener();
  }

  function take(next: GridFrame, bare: boolean): void {
    clearTimeout(waitTimer);
    waitTimer = undefined;
    waiting = undefined;
    if (isJump(frame.rows, next.rows)) shift += next.rows.start - frame.rows.start;
    frame = keepParts(frame, next.shift === shift ? next : { ...next, shift });
    isBare = bare;
    clearTimeout(aroundTimer);
    if (bare) aroundTimer = setTimeout(drawAround, AROUND_MS);
  }

  function drawAround(): void {
    isBare = false;
    publish();
  }

  function endWaiting(): void {
    if (waiting !== undefined) take(waiting, true);
    for (const listener of listeners) listener();
  }

  /** The first rows of another order, in the same drawing that shows it. */
  function begin(rowCount: number): void {
    const before = scroll;
    scroll = reduceRowScroll(scroll, { type: "rowCount", rowCount });
    scroll = reduceRowScroll(scroll, { type: "show", row: 0 });
    if (scroll.scrollTop !== before.scrollTop) moves += 1;
    take(makeFrame(true), true);
  }

  function drawn(rows: RowSource, contentKey: string): DrawnRows {
    if (contentKey !== drawnKey) {
      drawnKey = contentKey;
      begin(rows.rowCount);
    }
    if (waiting !== undefined) {
      const { start, end } = waiting.rows;
      const there = { start, end: viewRow(Math.min(end, rows.rowCount)) };
      const { columns } = measures.layout;
      const ends = [columns[waiting.columns.start], columns[waiting.columns.end - 1]];
      const isHere = ends.every((column) => column && hasAllRows(rows, there, column.id));
      if (isHere) take(waiting, true);
      else if (last !== undefined) return last;
    }
    if (last?.frame !== frame || last.rows !== rows) last = { frame, rows };
    return last;
  }

  /** A change of ours: the scroller follows after drawing. */
  function change(event: RowScrollEvent, asked = false): void {
    const before = scroll;
    scroll = reduceRowScroll(scroll, event);
    if (scroll.top !== before.top) forward = scroll.top > before.top;
    if (scroll.scrollTop !== before.scrollTop) moves += 1;
    publish(asked);
  }

  function send(event: RowScrollEvent): void {
    const before = moves;
    change(event);
    isSent ||= moves !== before;
  }

  function moveLeft(wanted: number): void {
    if (wanted === scrollLeft) return;
    scrollLeft = wanted;
    moves += 1;
    publish();
  }

  function scrolled(): void {
    if (scroller === undefined) return;
    clearTimeout(idleTimer);
    idleTimer = setTimeout(() => change({ type: "idle" }), IDLE_MS);
    const { scrollTop } = scroller;
    if (isSent) return;
    // Late news of a move of ours, and what is told twice.
    if (scrollTop === known.top && scroller.scrollLeft === known.left) return;
    const exact = performance.now() - gestureAt < GESTURE_MS;
    const before = scroll;
    scroll = reduceRowScroll(scroll, { type: "scroll", scrollTop, exact });
    if (scroll.top !== before.top) forward = scroll.top > before.top;
    if (scroll.scrollTop !== scrollTop) moves += 1;
    scrollLeft = scroller.scrollLeft;
    known = { top: scrollTop, left: scrollLeft };
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

  /** What follows a press is of the press: the scroll bar jumps even right after a wheel. */
  function pressed(): void {
    gestureAt = Number.NEGATIVE_INFINITY;
  }

  function attach(element: HTMLElement): () => void {
    scroller = element;
    known = { top: element.scrollTop, left: element.scrollLeft };
    const observer = new ResizeObserver(resized);
    observer.observe(element);
    element.addEventListener("scroll", scrolled, { passive: true });
    element.addEventListener("wheel", gesture, { passive: true });
    element.addEventListener("touchmove", gesture, { passive: true });
    element.addEventListener("pointerdown", pressed, { passive: true });
    resized();
    return () => {
      clearTimeout(idleTimer);
      clearTimeout(waitTimer);
      clearTimeout(aroundTimer);
      observer.disconnect();
      element.removeEventListener("scroll", scrolled);
      element.removeEventListener("wheel", gesture);
      element.removeEventListener("touchmove", gesture);
      element.removeEventListener("pointerdown", pressed);
      scroller = undefined;
    };
  }

  function settle(): void {
    if (scroller === undefined) return;
    isSent = false;
    if (scroller.scrollLeft !== scrollLeft) scroller.scrollLeft = scrollLeft;
    if (scroller.scrollTop !== scroll.scrollTop) scroller.scrollTop = scroll.scrollTop;
    // Browsers round to the screen's own pixels: follow them.
    scrollLeft = scroller.scrollLeft;
    const { scrollTop } = scroller;
    known = { top: scrollTop, left: scrollLeft };
    scroll = reduceRowScroll(scroll, { type: "scroll", scrollTop, exact: true });
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    drawn,
    attach,
    measure(next) {
      const isOther = next.contentKey !== measures.contentKey;
      measures = next;
      scroll = reduceRowScroll(scroll, resizeEvent());
      if (isOther) {
        scroll = reduceRowScroll(scroll, { type: "rowCount", rowCount: next.rowCount });
        // Shown from its first row, and what belongs to it is here.
        change({ type: "show", row: 0 }, true);
      } else {
        change({ type: "rowCount", rowCount: next.rowCount }, waiting === undefined);
      }
    },
    settle,
    layOut: () => void scroller?.getBoundingClientRect(),
    showRow: (row) => send({ type: "show", row }),
    showColumn: (position) => moveLeft(leftFor(position)),
    scrollRows: (rows) => send({ type: "scrollBy", pixels: rows * measures.rowHeight }),
    pageRows: () => pageRows(scroll),
    visibleRows: () => visibleRows(scroll),
    placeAt(clientX, clientY) {
      const box = scroller?.getBoundingClientRect();
      const x = clientX - (box?.left ?? 0);
      const y = clientY - (box?.top ?? 0) - measures.headHeight;
      const row = Math.floor((scroll.top + y) / scroll.rowHeight);
      return {
        row: viewRow(Math.min(Math.max(row, 0), Math.max(scroll.rowCount - 1, 0))),
        position: columnUnder(measures.layout, x, scrollLeft, width),
      };
    },
  };
}
