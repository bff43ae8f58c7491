/**
 * A list of lines of one height of which only those in sight are drawn, however many there are: the
 * rows' own geometry (which knows how tall a browser lets an element be), joined to one scroller.
 */

import { type RefObject, useLayoutEffect, useReducer, useRef } from "react";
import {
  canvasHeight,
  initialRowScroll,
  pageRows,
  reduceRowScroll,
  renderedRows,
  rowTop,
} from "../../grid/geometry.ts";

export interface VirtualList {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  /** CSS pixels, of all lines. */
  readonly height: number;
  /** Lines to draw, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Pixels from the top of the list, for a line that is drawn. */
  readonly top: (line: number) => number;
  /** Scrolls to a line as little as possible. */
  readonly show: (line: number) => void;
  /** Lines that fit. */
  readonly page: number;
}

/** So few are drawn at once: a finder of the browser's, or a reader, has them all. */
const FEW = 100;

export function useVirtualList(count: number, lineHeight: number): VirtualList {
  const scroller = useRef<HTMLDivElement>(null);
  /** Where the scroller was said to be, or was put: what differs from it is to be moved. */
  const known = useRef(0);
  const [state, tell] = useReducer(reduceRowScroll, initialRowScroll(lineHeight));

  useLayoutEffect(() => tell({ type: "rowCount", rowCount: count }), [count]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = () =>
      tell({
        type: "resize",
        viewport: element.clientHeight,
        rowHeight: lineHeight,
        keep: undefined,
      });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [lineHeight]);
  useLayoutEffect(() => {
    if (scroller.current === null || state.scrollTop === known.current) return;
    known.current = state.scrollTop;
    scroller.current.scrollTop = state.scrollTop;
  });

  const drawn = renderedRows(state);
  return {
    scroller,
    onScroll: () => {
      const scrollTop = scroller.current?.scrollTop ?? 0;
      if (Math.abs(scrollTop - known.current) < 1) return;
      known.current = scrollTop;
      tell({ type: "scroll", scrollTop, exact: false });
    },
    height: canvasHeight(state),
    start: count <= FEW ? 0 : drawn.start,
    end: count <= FEW ? count : drawn.end,
    top: (line) => rowTop(state, line),
    show: (row) => tell({ type: "show", row }),
    page: pageRows(state),
  };
}
