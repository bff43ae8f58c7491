/** When rows are asked for, what is drawn meanwhile, and which elements draw it. */

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CellKind } from "../model/cell.ts";
import { rowIndex, viewRow } from "../model/positions.ts";
import { layoutColumns } from "./columnLayout.ts";
import type { GridFrame } from "./gridFrame.ts";
import type { RowSource } from "./rowSource.ts";
import { TEXT_COLUMNS } from "./testing/textColumns.ts";
import { createGridViewport } from "./viewport.ts";

const ROWS = 1_000_000;

class FakeScroller extends EventTarget {
  scrollTop = 0;
  scrollLeft = 0;
  clientWidth = 800;
  clientHeight = 636;

  scrollTo(top: number) {
    this.scrollTop = top;
    this.dispatchEvent(new Event("scroll"));
  }
}

/** Rows of these places only are here. */
function rowsAt(...places: readonly number[]): RowSource {
  const isHere = (row: number) => places.some((place) => Math.abs(row - place) < 500);
  return {
    rowCount: ROWS,
    cell: (row) => (isHere(row) ? { text: `${row}`, kind: CellKind.string } : undefined),
    mark: () => undefined,
    reportRow: (row) => rowIndex(row),
    want: () => {},
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function setUp() {
  const viewport = createGridViewport();
  const scroller = new FakeScroller();
  viewport.attach(scroller as unknown as HTMLElement);
  const wanted: GridFrame[] = [];
  const measures = {
    rowCount: ROWS,
    rowHeight: 30,
    headHeight: 36,
    layout: layoutColumns(TEXT_COLUMNS, 40, 800, undefined),
    active: undefined,
    contentKey: "",
    want: (frame: GridFrame) => wanted.push(frame),
  };
  viewport.measure(measures);
  return { viewport, scroller, wanted, measures };
}

describe("viewport", () => {
  it("asks for rows at the scroll event and draws near ones at once", () => {
    const { viewport, scroller, wanted } = setUp();
    const rows = rowsAt(0);
    const before = viewport.drawn(rows, "");
    wanted.length = 0;
    scroller.scrollTo(300);
    expect(wanted).toHaveLength(1);
    const after = viewport.drawn(rows, "");
    expect(after.frame.rows.end).toBeGreaterThan(before.frame.rows.end);
    expect(after.frame.shift).toBe(0);
  });

  it("keeps what is drawn after a jump until its rows are here, and uses the elements again", () => {
    const { viewport, scroller, wanted } = setUp();
    const before = viewport.drawn(rowsAt(0), "");
    scroller.scrollTo(4_000_000);
    const jump = wanted.at(-1)?.rows.start ?? 0;
    expect(jump).toBeGreaterThan(100_000);
    expect(viewport.drawn(rowsAt(0), "")).toBe(before);

    const rows = rowsAt(jump);
    const after = viewport.drawn(rows, "");
    expect(after).toBe(viewport.drawn(rows, ""));
    expect(after.rows).toBe(rows);
    expect(after.frame.rows.start).toBe(jump);
    expect(jump - after.frame.shift).toBe(before.frame.rows.start);
  });

  it("asks for and draws the rows in sight first, and those around them right after", () => {
    const { viewport, scroller, wanted } = setUp();
    viewport.drawn(rowsAt(0), "");
    scroller.scrollTo(4_000_000);
    const { start, end } = viewport.visibleRows();
    const rows = rowsAt(start);
    const first = viewport.drawn(rows, "").frame;
    expect(first.rows).toEqual({ start, end });
    expect(wanted.at(-1)?.wanted).toEqual({ start, end });
    vi.advanceTimersByTime(1_000);
    expect(wanted.at(-1)?.wanted.start).toBeLessThan(start - 10);
    expect(wanted.at(-1)?.wanted.end).toBeGreaterThan(end + 10);
    const { frame } = viewport.drawn(rows, "");
    expect(frame.rows.start).toBeLessThan(start);
    expect(frame.rows.end).toBeGreaterThan(end);
    expect(frame.shift).toBe(first.shift);
  });

  it("draws rows around the ones in sight at once when they are scrolled to", () => {
    const { viewport, scroller } = setUp();
    scroller.scrollTo(4_000_000);
    const { start, end } = viewport.visibleRows();
    viewport.drawn(rowsAt(start), "");
    scroller.dispatchEvent(new Event("wheel"));
    scroller.scrollTo(4_000_040);
    const { frame } = viewport.drawn(rowsAt(start), "");
    expect(frame.rows.start).toBeLessThan(start);
    expect(frame.rows.end).toBeGreaterThan(end + 1);
  });

  it("goes on to a place it was sent to while the last move is still told of", () => {
    const { viewport, scroller } = setUp();
    const rows = rowsAt(0);
    viewport.drawn(rows, "");
    viewport.showRow(viewRow(100));
    viewport.settle();
    viewport.showRow(viewRow(500_000));
    scroller.dispatchEvent(new Event("scroll"));
    const { frame } = viewport.drawn(rowsAt(500_000), "");
    expect(frame.rows.start).toBeLessThanOrEqual(500_000);
    expect(frame.rows.end).toBeGreaterThan(500_000);
  });

  it("goes where it was sent although news of a scroll before that comes after", () => {
    const { viewport, scroller } = setUp();
    viewport.drawn(rowsAt(0), "");
    scroller.scrollTo(15_000);
    const { start } = viewport.visibleRows();
    viewport.drawn(rowsAt(start), "");
    viewport.showRow(viewRow(500_000));
    scroller.dispatchEvent(new Event("wheel"));
    scroller.scrollTo(18_000);
    const { frame } = viewport.drawn(rowsAt(500_000), "");
    viewport.settle();
    expect(frame.rows.start).toBeLessThanOrEqual(500_000);
    expect(frame.rows.end).toBeGreaterThan(500_000);
    const there = scroller.scrollTop;
    expect(there).toBeGreaterThan(18_000);
    scroller.scrollTo(there + 90);
    expect(viewport.visibleRows().end).toBeGreaterThan(frame.rows.end);
  });

  it("draws a jump without its rows when they take long, and says so", () => {
    const { viewport, scroller } = setUp();
    const rows = rowsAt(0);
    const before = viewport.drawn(rows, "");
    const changed = vi.fn();
    viewport.subscribe(changed);
    scroller.scrollTo(4_000_000);
    changed.mockClear();
    vi.advanceTimersByTime(1_000);
    expect(changed).toHaveBeenCalled();
    expect(viewport.drawn(rows, "").frame.rows.start).toBeGreaterThan(before.frame.rows.end);
  });

  it("goes back without a trace when a jump returns before its rows came", () => {
    const { viewport, scroller } = setUp();
    const rows = rowsAt(0);
    const before = viewport.drawn(rows, "");
    scroller.scrollTo(4_000_000);
    scroller.scrollTo(0);
    expect(viewport.drawn(rows, "")).toBe(before);
    vi.advanceTimersByTime(1_000);
    expect(viewport.drawn(rows, "")).toBe(before);
  });

  it("shows another order from its first row at once, a jump or not", () => {
    const { viewport, scroller, measures } = setUp();
    scroller.scrollTo(4_000_000);
    const far = rowsAt(500_000, 499_000, 501_000);
    vi.advanceTimersByTime(1_000);
    viewport.drawn(far, "");
    const { frame } = viewport.drawn(rowsAt(0), "sorted");
    expect(frame.rows).toEqual({ start: 0, end: 20 });
    expect(frame.moves).toBeGreaterThan(0);
    viewport.measure({ ...measures, contentKey: "sorted" });
    viewport.settle();
    expect(scroller.scrollTop).toBe(0);
    expect(viewport.drawn(rowsAt(0), "sorted").frame).toBe(frame);
  });

  it("takes the scroll bar's jump right after a wheel as a jump once it is pressed", () => {
    const { viewport, scroller } = setUp();
    const placeAfter = (press: boolean) => {
      scroller.scrollTo(0);
      scroller.dispatchEvent(new Event("wheel"));
      if (press) scroller.dispatchEvent(new Event("pointerdown"));
      scroller.scrollTo(4_000_000);
      return viewport.visibleRows().start;
    };
    // The wheel moves rows as far as the scroll bar; the bar's middle is the middle of all rows.
    expect(placeAfter(false)).toBeLessThan(150_000);
    expect(placeAfter(true)).toBeGreaterThan(450_000);
  });
});
