import { expect, test } from "vitest";
import type { ColumnKey } from "../model/column.ts";
import { columnId } from "../model/positions.ts";
import { layoutColumns } from "./columnLayout.ts";
import { dragScroll, dropPlace } from "./dropPlace.ts";
import type { GridColumn } from "./gridProps.ts";

const column = (id: number, pinned?: GridColumn["pinned"]): GridColumn => ({
  id: columnId(id),
  key: `c${id}` as ColumnKey,
  label: `c${id}`,
  kind: "text",
  width: 100,
  fractionDigits: 0,
  sort: undefined,
  filtered: false,
  pinned,
});
const plain = layoutColumns(
  [0, 1, 2, 3].map((id) => column(id)),
  50,
  1000,
  undefined,
);
/** Left pinned 0, right pinned 5, the others scroll: 50 + 100 | 400 | 100 in 600 pixels. */
const pinned = layoutColumns(
  [column(0, "left"), ...[1, 2, 3, 4].map((id) => column(id)), column(5, "right")],
  50,
  600,
  undefined,
);

test("before or after the column under the pointer, by its middle", () => {
  expect(dropPlace(plain, columnId(0), 290, 0, 1000)).toEqual({ before: 2, x: 250 });
  expect(dropPlace(plain, columnId(0), 310, 0, 1000)).toEqual({ before: 3, x: 350 });
  expect(dropPlace(plain, columnId(3), 60, 0, 1000)).toEqual({ before: 0, x: 50 });
  expect(dropPlace(plain, columnId(0), 900, 0, 1000)).toEqual({ before: undefined, x: 450 });
});

test("nowhere else than it is", () => {
  for (const x of [160, 190, 240, 290, 120]) {
    expect(dropPlace(plain, columnId(1), x, 0, 1000)).toBeUndefined();
  }
});

test("goes by what is in sight when scrolled", () => {
  expect(dropPlace(plain, columnId(0), 110, 100, 200)).toEqual({ before: 2, x: 150 });
});

test("among pinned columns it is pinned; at the end of those that scroll it is not", () => {
  expect(dropPlace(pinned, columnId(3), 60, 30, 600)).toEqual({ before: 0, x: 50 });
  expect(dropPlace(pinned, columnId(1), 510, 30, 600)).toEqual({ before: 5, x: 500 });
  expect(dropPlace(pinned, columnId(1), 490, 50, 600)).toEqual({ before: undefined, x: 500 });
  // The last that scrolls, let go over the pinned one beside it: pinned.
  expect(dropPlace(pinned, columnId(4), 510, 50, 600)).toEqual({ before: 5, x: 500 });
  expect(dropPlace(pinned, columnId(4), 490, 50, 600)).toBeUndefined();
});

test("scrolls near the edges of what scrolls, faster the nearer", () => {
  expect(dragScroll(pinned, 300, 600)).toBe(0);
  expect(dragScroll(pinned, 480, 600)).toBeGreaterThan(0);
  expect(dragScroll(pinned, 498, 600)).toBeGreaterThan(dragScroll(pinned, 480, 600));
  expect(dragScroll(pinned, 100, 600)).toBeLessThan(0);
});
