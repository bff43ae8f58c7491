/**
 * Where rows are, for any number of them. Browsers cap the height of an element, so beyond
 * `MAX_CANVAS` the scroll bar and the rows have different scales: `scrollTop` counts canvas pixels,
 * `top` content pixels. Small scrolls move both alike, so they stay exact; far jumps go through a
 * scale that is 1 : 1 near both ends, so the first and the last row are ordinary places. What must
 * stay true: scrollTop is at an end only when top is. Pure; one small object per event.
 */

import type { RowRange } from "../model/positions.ts";
import { viewRow } from "../model/positions.ts";

/**
 * Below every browser's cap (Firefox has the lowest, 17.9 million) and below 2^23: compositors
 * count in 32-bit floats, which lose half pixels there.
 */
export const MAX_CANVAS = 8_000_000;

export interface RowScroll {
  readonly rowCount: number;
  /** CSS pixels, the same for all rows. */
  readonly rowHeight: number;
  /** Height rows have to be seen in, without header and scroll bar. */
  readonly viewport: number;
  /** What the scroller's scrollTop is, or is to be set to. Canvas pixels. */
  readonly scrollTop: number;
  /** Content pixels above the viewport: row r is in sight when its `r * rowHeight` is. */
  readonly top: number;
}

export type RowScrollEvent =
  /** The browser scrolled. `exact`: by wheel or touch, so even a long way is not a jump. */
  | { readonly type: "scroll"; readonly scrollTop: number; readonly exact: boolean }
  /** `keep` is a row that stays in view if it was. */
  | {
      readonly type: "resize";
      readonly viewport: number;
      readonly rowHeight: number;
      readonly keep: number | undefined;
    }
  | { readonly type: "rowCount"; readonly rowCount: number }
  /** Brings a row into view, moving as little as possible. */
  | { readonly type: "show"; readonly row: number }
  | { readonly type: "scrollBy"; readonly pixels: number }
  /** Nobody has scrolled for a moment: time to bring the scroll bar's thumb where it belongs. */
  | { readonly type: "idle" };

export function initialRowScroll(rowHeight: number): RowScroll {
  return { rowCount: 0, rowHeight, viewport: 0, scrollTop: 0, top: 0 };
}

export function reduceRowScroll(state: RowScroll, event: RowScrollEvent): RowScroll {
  switch (event.type) {
    case "scroll":
      return scrolled(state, event.scrollTop, event.exact);
    case "resize":
      return resized(state, event.viewport, event.rowHeight, event.keep);
    case "rowCount": {
      if (event.rowCount === state.rowCount) return state;
      return place({ ...state, rowCount: event.rowCount }, state.top);
    }
    case "show":
      return show(state, event.row);
    case "scrollBy":
      return place(state, state.top + event.pixels);
    case "idle":
      return settle(state);
  }
}

/** Height of all rows if nothing capped it. */
export function contentHeight(state: RowScroll): number {
  return state.rowCount * state.rowHeight;
}

/** Height of the element that makes the scroll bar. */
export function canvasHeight(state: RowScroll): number {
  return Math.min(contentHeight(state), MAX_CANVAS);
}

/** Rows in sight, wholly or in part. */
export function visibleRows(state: RowScroll): RowRange {
  const start = Math.floor(state.top / state.rowHeight);
  const end = Math.ceil((state.top + state.viewport) / state.rowHeight);
  return {
    start: viewRow(Math.min(start, state.rowCount)),
    end: viewRow(Math.min(end, state.rowCount)),
  };
}

/** Whole rows that fit: how far PageDown goes, at least one. */
export function pageRows(state: RowScroll): number {
  return Math.max(1, Math.floor(state.viewport / state.rowHeight) - 1);
}

/** Where a row begins on the canvas, for a row at or near the viewport. */
export function rowTop(state: RowScroll, row: number): number {
  return row * state.rowHeight - (state.top - state.scrollTop);
}

/** Rows to draw come and go in steps of this many, so most scroll events draw nothing. */
const STEP = 4;
/** Rows drawn above and below the ones in sight, at the least. */
const OVERSCAN = 8;

/** Rows to draw: those in sight and some around them, all within the canvas. */
export function renderedRows(state: RowScroll): RowRange {
  const visible = visibleRows(state);
  const shift = state.top - state.scrollTop;
  const lowest = Math.ceil(shift / state.rowHeight);
  const highest = Math.floor((shift + canvasHeight(state)) / state.rowHeight);
  const start = Math.max(Math.floor((visible.start - OVERSCAN) / STEP) * STEP, lowest, 0);
  const end = Math.min(Math.ceil((visible.end + OVERSCAN) / STEP) * STEP, highest, state.rowCount);
  return {
    start: viewRow(Math.min(start, visible.start)),
    end: viewRow(Math.max(end, visible.end)),
  };
}

/** Rows worth having: a screen around those drawn, and one more in the direction of travel. */
export function wantedRows(state: RowScroll, drawn: RowRange, forward: boolean): RowRange {
  const screen = pageRows(state) + 1;
  const start = drawn.start - screen * (forward ? 1 : 2);
  const end = drawn.end + screen * (forward ? 2 : 1);
  return { start: viewRow(Math.max(start, 0)), end: viewRow(Math.min(end, state.rowCount)) };
}

/** The content pixel a place of the scroll bar stands for. Grows with it, end to end. */
export function contentOf(state: RowScroll, scrollTop: number): number {
  const { canvas, content, edge } = scale(state);
  const place = clamp(scrollTop, canvas);
  if (place <= edge) return place;
  if (place >= canvas - edge) return content - (canvas - place);
  return edge + ((place - edge) / (canvas - 2 * edge)) * (content - 2 * edge);
}

/** The other way round: where the scroll bar belongs for a content pixel. */
export function canvasOf(state: RowScroll, top: number): number {
  const { canvas, content, edge } = scale(state);
  const place = clamp(top, content);
  if (content === canvas) return place;
  if (place <= edge) return place;
  if (place >= content - edge) return canvas - (content - place);
  return Math.round(edge + ((place - edge) / (content - 2 * edge)) * (canvas - 2 * edge));
}

/** How far both can scroll, and the part at each end where they scroll alike. */
function scale(state: RowScroll): { canvas: number; content: number; edge: number } {
  const canvas = Math.max(0, canvasHeight(state) - state.viewport);
  const content = Math.max(0, contentHeight(state) - state.viewport);
  return { canvas, content, edge: canvas / 100 };
}

/** A scroll of up to this many pixels is taken as travel, not as a jump of the thumb. */
function travelLimit(state: RowScroll): number {
  return Math.max(4 * state.viewport, 4000);
}

function scrolled(state: RowScroll, scrollTop: number, exact: boolean): RowScroll {
  const moved = scrollTop - state.scrollTop;
  if (moved === 0) return state;
  const { canvas, content } = scale(state);
  if (content === canvas) {
    const top = clamp(scrollTop, content);
    return { ...state, scrollTop: top, top };
  }
  if (!exact && Math.abs(moved) > travelLimit(state)) {
    const top = contentOf(state, scrollTop);
    return { ...state, scrollTop: clamp(scrollTop, canvas), top };
  }
  return keepRoom({
    ...state,
    scrollTop: clamp(scrollTop, canvas),
    top: clamp(state.top + moved, content),
  });
}

/** Shows `top`; a short way moves the scroll bar by as much, a long way scales. */
function place(state: RowScroll, wanted: number): RowScroll {
  const { canvas, content } = scale(state);
  const top = clamp(wanted, content);
  const scrollTop = state.scrollTop + top - state.top;
  const near = Math.abs(top - state.top) <= travelLimit(state);
  if (content === canvas || !near || scrollTop < 0 || scrollTop > canvas) {
    return { ...state, top, scrollTop: canvasOf(state, top) };
  }
  return keepRoom({ ...state, top, scrollTop });
}

function resized(
  state: RowScroll,
  viewport: number,
  rowHeight: number,
  keep: number | undefined,
): RowScroll {
  if (viewport === state.viewport && rowHeight === state.rowHeight) return state;
  const wasInView = keep !== undefined && show(state, keep) === state;
  const top = (state.top / state.rowHeight) * rowHeight;
  const next = place({ ...state, viewport, rowHeight }, top);
  return wasInView && viewport >= rowHeight ? show(next, keep) : next;
}

function show(state: RowScroll, row: number): RowScroll {
  const start = row * state.rowHeight;
  const end = start + state.rowHeight;
  if (start < state.top) return place(state, start);
  if (end > state.top + state.viewport) return place(state, end - state.viewport);
  return state;
}

/**
 * Exact scrolling makes the thumb drift from its scaled place. Before the canvas ends where the
 * rows don't (or the rows end first), it goes back there.
 */
function keepRoom(state: RowScroll): RowScroll {
  const { canvas, content, edge } = scale(state);
  const room = Math.min(edge, 16 * state.viewport + 1000);
  const above = state.scrollTop;
  const below = canvas - state.scrollTop;
  const lacksAbove = above < room && state.top !== above;
  const lacksBelow = below < room && content - state.top !== below;
  const overAbove = state.top < above && state.top < room;
  const overBelow = content - state.top < below && content - state.top < room;
  return lacksAbove || lacksBelow || overAbove || overBelow
    ? { ...state, scrollTop: canvasOf(state, state.top) }
    : state;
}

/** Only a drift that can be seen is worth moving the thumb for. */
function settle(state: RowScroll): RowScroll {
  const { canvas } = scale(state);
  const home = canvasOf(state, state.top);
  return Math.abs(home - state.scrollTop) > canvas / 500 ? { ...state, scrollTop: home } : state;
}

function clamp(value: number, high: number): number {
  return Math.min(Math.max(value, 0), Math.max(high, 0));
}
