import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { RowScroll, RowScrollEvent } from "./geometry.ts";
import {
  canvasHeight,
  canvasOf,
  contentHeight,
  contentOf,
  initialRowScroll,
  MAX_CANVAS,
  pageRows,
  reduceRowScroll,
  renderedRows,
  rowTop,
  visibleRows,
  wantedRows,
} from "./geometry.ts";

function grid(rowCount: number, viewport = 900, rowHeight = 30): RowScroll {
  return run(initialRowScroll(rowHeight), [
    { type: "resize", viewport, rowHeight, keep: undefined },
    { type: "rowCount", rowCount },
  ]);
}

function run(state: RowScroll, events: readonly RowScrollEvent[]): RowScroll {
  return events.reduce(reduceRowScroll, state);
}

const TEN_MILLION = 10_000_000;
const bottom = (state: RowScroll) => Math.max(0, contentHeight(state) - state.viewport);
const scrollBottom = (state: RowScroll) => Math.max(0, canvasHeight(state) - state.viewport);

const rowCounts = fc.oneof(
  fc.integer({ min: 0, max: 200 }),
  fc.integer({ min: 200_000, max: 300_000 }),
  fc.integer({ min: 1_000_000, max: 50_000_000 }),
);
const grids = fc
  .tuple(rowCounts, fc.integer({ min: 0, max: 3000 }), fc.constantFrom(30, 38))
  .map(([rows, viewport, rowHeight]) => grid(rows, viewport, rowHeight));

const events: fc.Arbitrary<RowScrollEvent> = fc.oneof(
  fc.record({
    type: fc.constant("scroll"),
    scrollTop: fc.integer({ min: -50, max: MAX_CANVAS }),
    exact: fc.boolean(),
  }),
  fc.record({ type: fc.constant("scrollBy"), pixels: fc.integer({ min: -200_000, max: 200_000 }) }),
  fc.record({ type: fc.constant("show"), row: fc.integer({ min: 0, max: 60_000_000 }) }),
  fc.record({ type: fc.constant("rowCount"), rowCount: rowCounts }),
  fc.record({
    type: fc.constant("resize"),
    viewport: fc.integer({ min: 0, max: 3000 }),
    rowHeight: fc.constantFrom(30, 38),
    keep: fc.option(fc.integer({ min: 0, max: 60_000_000 }), { nil: undefined }),
  }),
  fc.record({ type: fc.constant("idle") }),
);
const journeys = fc.tuple(grids, fc.array(events, { maxLength: 30 }));

describe("a grid below the cap", () => {
  test("scrolls as the browser does", () => {
    const state = run(grid(1000), [{ type: "scroll", scrollTop: 12_345.5, exact: false }]);
    expect(state.top).toBe(12_345.5);
    expect(visibleRows(state)).toEqual({ start: 411, end: 442 });
    expect(rowTop(state, 411)).toBe(12_330);
  });

  test("has a canvas as high as its rows", () => {
    expect(canvasHeight(grid(1000))).toBe(30_000);
    expect(canvasHeight(grid(0))).toBe(0);
  });
});

describe("a grid of 10,000,000 rows", () => {
  test("keeps its canvas below the browsers' cap", () => {
    expect(canvasHeight(grid(TEN_MILLION))).toBe(MAX_CANVAS);
  });

  test("shows its last row at the end of the scroll bar, its first at the beginning", () => {
    const state = grid(TEN_MILLION);
    const end = run(state, [{ type: "scroll", scrollTop: scrollBottom(state), exact: false }]);
    expect(visibleRows(end).end).toBe(TEN_MILLION);
    expect(end.top + end.viewport).toBe(contentHeight(end));
    const start = run(end, [{ type: "scroll", scrollTop: 0, exact: false }]);
    expect(visibleRows(start).start).toBe(0);
  });

  test("shows the middle row in the middle of the scroll bar", () => {
    const state = grid(TEN_MILLION);
    const half = run(state, [{ type: "scroll", scrollTop: scrollBottom(state) / 2, exact: false }]);
    expect(visibleRows(half).start).toBe(TEN_MILLION / 2 - 15);
  });

  test("a jump away and a wheel back up to the first row, notch by notch, loses no pixel", () => {
    let state = run(grid(TEN_MILLION), [{ type: "scroll", scrollTop: 90_000, exact: false }]);
    let expected = state.top;
    while (state.top > 0) {
      const scrollTop = Math.max(0, state.scrollTop - 120);
      state = run(state, [{ type: "scroll", scrollTop, exact: true }]);
      expected = Math.max(0, expected - 120);
      expect(state.top).toBeCloseTo(expected, 6);
    }
    expect(state.scrollTop).toBe(0);
  });

  test("pages keep their exact length", () => {
    const state = run(grid(TEN_MILLION), [{ type: "show", row: 5_000_000 }]);
    const paged = run(state, [{ type: "scrollBy", pixels: pageRows(state) * 30 }]);
    expect(paged.top - state.top).toBe(29 * 30);
    expect(paged.scrollTop - state.scrollTop).toBe(29 * 30);
  });

  test("a thumb that drifted goes home when nobody scrolls, without moving a row", () => {
    let state = run(grid(TEN_MILLION), [{ type: "show", row: 5_000_000 }]);
    for (let i = 0; i < 100; i += 1) {
      state = run(state, [{ type: "scroll", scrollTop: state.scrollTop + 3000, exact: true }]);
    }
    const home = run(state, [{ type: "idle" }]);
    expect(home.top).toBe(state.top);
    expect(home.scrollTop).toBe(canvasOf(state, state.top));
    expect(home.scrollTop).not.toBe(state.scrollTop);
  });
});

describe("for any number of rows", () => {
  test("every row can be shown, wholly", () => {
    fc.assert(
      fc.property(journeys, fc.double({ min: 0, max: 1, noNaN: true }), ([start, path], part) => {
        const state = run(start, path);
        fc.pre(state.rowCount > 0 && state.viewport >= state.rowHeight);
        const row = Math.min(Math.floor(part * state.rowCount), state.rowCount - 1);
        const shown = run(state, [{ type: "show", row }]);
        expect(row * shown.rowHeight).toBeGreaterThanOrEqual(shown.top);
        expect((row + 1) * shown.rowHeight).toBeLessThanOrEqual(shown.top + shown.viewport);
      }),
    );
  });

  test("what is drawn covers what is seen, and lies on the canvas", () => {
    fc.assert(
      fc.property(journeys, ([start, path]) => {
        const state = run(start, path);
        const visible = visibleRows(state);
        const drawn = renderedRows(state);
        expect(drawn.start).toBeLessThanOrEqual(visible.start);
        expect(drawn.end).toBeGreaterThanOrEqual(visible.end);
        expect(drawn.end - drawn.start).toBeLessThanOrEqual(visible.end - visible.start + 24);
        if (drawn.end === drawn.start) return;
        expect(rowTop(state, drawn.start)).toBeGreaterThanOrEqual(0);
        expect(rowTop(state, drawn.end)).toBeLessThanOrEqual(canvasHeight(state));
      }),
    );
  });

  test("both scales stay in bounds and end together", () => {
    fc.assert(
      fc.property(journeys, ([start, path]) => {
        const state = run(start, path);
        expect(state.top).toBeGreaterThanOrEqual(0);
        expect(state.top).toBeLessThanOrEqual(bottom(state));
        expect(state.scrollTop).toBeGreaterThanOrEqual(0);
        expect(state.scrollTop).toBeLessThanOrEqual(scrollBottom(state));
        if (state.scrollTop === 0) expect(state.top).toBe(0);
        if (state.top === 0) expect(state.scrollTop).toBe(0);
        if (state.scrollTop === scrollBottom(state)) expect(state.top).toBe(bottom(state));
        if (state.top === bottom(state)) expect(state.scrollTop).toBe(scrollBottom(state));
      }),
    );
  });

  test("a wheel of d pixels moves the rows by d pixels", () => {
    fc.assert(
      fc.property(journeys, fc.integer({ min: -4000, max: 4000 }), ([start, path], by) => {
        const state = run(start, path);
        // The browser stops at the ends of its scroll bar.
        const scrollTop = Math.min(Math.max(state.scrollTop + by, 0), scrollBottom(state));
        const moved = run(state, [{ type: "scroll", scrollTop, exact: true }]);
        const expected = state.top + (scrollTop - state.scrollTop);
        expect(moved.top).toBeCloseTo(Math.min(Math.max(expected, 0), bottom(state)), 4);
      }),
    );
  });

  test("the scale grows, from end to end, and back again", () => {
    const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2 });
    fc.assert(
      fc.property(grids, parts, (state, places) => {
        const sorted = [0, ...places.sort((a, b) => a - b), 1].map(
          (part) => part * scrollBottom(state),
        );
        const contents = sorted.map((place) => contentOf(state, place));
        expect(contents[0]).toBe(0);
        expect(contents.at(-1)).toBeCloseTo(bottom(state), 4);
        contents.forEach((content, i) => {
          expect(content).toBeGreaterThanOrEqual(contents[i - 1] ?? 0);
          expect(Math.abs(canvasOf(state, content) - (sorted[i] ?? 0))).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  test("rows that arrive below move nothing", () => {
    fc.assert(
      fc.property(journeys, fc.integer({ min: 1, max: 5_000_000 }), ([start, path], more) => {
        const state = run(start, path);
        const grown = run(state, [{ type: "rowCount", rowCount: state.rowCount + more }]);
        expect(grown.top).toBe(state.top);
      }),
    );
  });
});

test("rows worth having reach further where the reader is going", () => {
  const state = run(grid(1000), [{ type: "scroll", scrollTop: 15_000, exact: true }]);
  const drawn = renderedRows(state);
  const down = wantedRows(state, drawn, true);
  const up = wantedRows(state, drawn, false);
  expect(drawn.start - down.start).toBe(30);
  expect(down.end - drawn.end).toBe(60);
  expect(drawn.start - up.start).toBe(60);
  expect(up.end - drawn.end).toBe(30);
});

test("a change of row height keeps the same row at the top", () => {
  const state = run(grid(1000), [
    { type: "show", row: 999 },
    { type: "show", row: 500 },
    { type: "resize", viewport: 900, rowHeight: 38, keep: undefined },
  ]);
  expect(visibleRows(state).start).toBe(500);
});

test("a row that was in view stays there when the grid gets lower, others don't matter", () => {
  const end = run(grid(1000), [{ type: "show", row: 999 }]);
  const lower = (keep: number) =>
    run(end, [{ type: "resize", viewport: 600, rowHeight: 30, keep }]);
  expect(visibleRows(lower(999)).end).toBe(1000);
  expect(visibleRows(lower(970))).toEqual({ start: 970, end: 990 });
  expect(visibleRows(lower(0))).toEqual({ start: 970, end: 990 });
});
