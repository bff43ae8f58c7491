import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { ColumnKey } from "../model/column.ts";
import { columnId } from "../model/positions.ts";
import {
  columnAt,
  columnStart,
  columnUnder,
  gutterWidth,
  layoutColumns,
  leftWidth,
  renderedColumns,
  rightWidth,
  scrollLeftFor,
  totalWidth,
  wantedColumns,
  widthAt,
} from "./columnLayout.ts";
import type { GridColumn } from "./gridProps.ts";

const GUTTER = 50;

function columns(widths: readonly number[], left = 0, right = 0): readonly GridColumn[] {
  return widths.map((width, i) => ({
    id: columnId(i + 100),
    key: `c${i}` as ColumnKey,
    label: `c${i}`,
    kind: "text",
    width,
    fractionDigits: 0,
    sort: undefined,
    filtered: false,
    pinned: i < left ? "left" : i >= widths.length - right ? "right" : undefined,
  }));
}

const layout = (widths: readonly number[], left = 0, right = 0, viewport = 1400) =>
  layoutColumns(columns(widths, left, right), GUTTER, viewport, undefined);

describe("a layout", () => {
  test("sums widths after the gutter", () => {
    const sums = layout([100, 200, 50]);
    expect([...sums.starts]).toEqual([50, 150, 350, 400]);
    expect(totalWidth(sums)).toBe(400);
    expect(widthAt(sums, 1)).toBe(200);
    expect(sums.positions.get(columnId(101))).toBe(1);
  });

  test("draws the width being dragged", () => {
    const dragged = layoutColumns(columns([100, 200, 50]), GUTTER, 1400, {
      id: columnId(101),
      width: 300,
    });
    expect([...dragged.starts]).toEqual([50, 150, 450, 500]);
  });

  test("counts what is kept at both edges", () => {
    const kept = layout([100, 200, 50, 80], 1, 1);
    expect([leftWidth(kept), rightWidth(kept)]).toEqual([150, 80]);
  });

  test("keeps nothing in sight where that would leave no room", () => {
    const wide = layout([500, 200, 50, 400], 1, 1);
    expect([wide.leftCount, wide.rightCount, leftWidth(wide), rightWidth(wide)]).toEqual([
      0, 0, 50, 0,
    ]);
    const narrow = layout([100, 200, 50, 80], 1, 1, 360);
    expect([narrow.leftCount, narrow.narrow, leftWidth(narrow)]).toEqual([0, true, 0]);
  });
});

test("the gutter has room for the highest row number, and few widths while rows arrive", () => {
  const BOLD_DIGIT = 8.4;
  const PADDING = 13;
  for (let digits = 1; digits <= 7; digits += 1) {
    const room = gutterWidth(10 ** digits - 1) - PADDING - digits * BOLD_DIGIT;
    expect(room).toBeGreaterThanOrEqual(8);
  }
  expect(gutterWidth(9_999)).toBe(gutterWidth(0));
  expect(gutterWidth(999_999)).toBe(gutterWidth(10_000));
});

const layouts = fc
  .tuple(
    fc.array(fc.integer({ min: 48, max: 420 }), { minLength: 1, maxLength: 300 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 100, max: 2500 }),
  )
  .filter(([widths, left, right]) => left + right <= widths.length)
  .map(([widths, left, right, viewport]) => ({
    viewport,
    layout: layout(widths, left, right, viewport),
  }));
const parts = fc.double({ min: 0, max: 1, noNaN: true });

describe("for any columns", () => {
  test("the column at a pixel is the one that has it", () => {
    fc.assert(
      fc.property(layouts, parts, ({ layout }, part) => {
        const x = GUTTER + part * (totalWidth(layout) - GUTTER - 0.01);
        const found = columnAt(layout, x);
        expect(columnStart(layout, found)).toBeLessThanOrEqual(x);
        expect(columnStart(layout, found + 1)).toBeGreaterThan(x);
      }),
    );
  });

  test("every pixel in sight is drawn", () => {
    fc.assert(
      fc.property(layouts, parts, parts, ({ layout, viewport }, scrolled, part) => {
        const scrollLeft = scrolled * Math.max(0, totalWidth(layout) - viewport);
        const drawn = renderedColumns(layout, scrollLeft, viewport);
        const x = part * Math.min(viewport - 0.01, totalWidth(layout) - 0.01);
        const isGutter = layout.narrow ? x + scrollLeft < GUTTER : x < GUTTER;
        if (isGutter) return;
        const under = columnUnder(layout, x, scrollLeft, viewport);
        const isPinned =
          under < layout.leftCount || under >= layout.columns.length - layout.rightCount;
        expect(isPinned || (under >= drawn.start && under < drawn.end)).toBe(true);
      }),
    );
  });

  test("columns are asked for before they are drawn, eight to either side", () => {
    const wide = layout(Array.from({ length: 200 }, () => 160));
    for (let scrollLeft = 0; scrollLeft < 20_000; scrollLeft += 40) {
      const wanted = wantedColumns(renderedColumns(wide, scrollLeft, 1_400));
      const later = renderedColumns(wide, scrollLeft + 8 * 160, 1_400);
      const before = renderedColumns(wide, scrollLeft - 8 * 160, 1_400);
      expect(wanted.end).toBeGreaterThanOrEqual(later.end);
      expect(wanted.start).toBeLessThanOrEqual(before.start);
    }
  });

  test("any column can be brought into view, and stays there", () => {
    fc.assert(
      fc.property(layouts, parts, parts, ({ layout, viewport }, part, scrolled) => {
        const position = Math.floor(part * (layout.columns.length - 1));
        const furthest = Math.max(0, totalWidth(layout) - viewport);
        const scrollLeft = scrollLeftFor(layout, position, scrolled * furthest, viewport);
        expect(scrollLeft).toBeGreaterThanOrEqual(0);
        expect(scrollLeft).toBeLessThanOrEqual(Math.max(furthest, scrolled * furthest));
        expect(scrollLeftFor(layout, position, scrollLeft, viewport)).toBe(scrollLeft);
      }),
    );
  });
});
