import fc from "fast-check";
import { expect, test } from "vitest";

import type { Move } from "./keyCommand.ts";
import { clampPlace, HEADER_ROW, movePlace } from "./movePlace.ts";
import type { GridPosition } from "./movePlace.ts";

const extent = { rowCount: 1000, columnCount: 12, pageRows: 20 };
const from = (row: number, position: number, move: Move) =>
  Object.values(movePlace(clampPlace({ row, position }, extent), move, extent));

test("moves by one cell and stops at the edges", () => {
  expect(from(5, 5, "left")).toEqual([5, 4]);
  expect(from(5, 0, "left")).toEqual([5, 0]);
  expect(from(5, 11, "right")).toEqual([5, 11]);
  expect(from(999, 3, "down")).toEqual([999, 3]);
});

test("goes up from the first row to the header, and down again", () => {
  expect(from(0, 3, "up")).toEqual([HEADER_ROW, 3]);
  expect(from(HEADER_ROW, 3, "up")).toEqual([HEADER_ROW, 3]);
  expect(from(HEADER_ROW, 3, "down")).toEqual([0, 3]);
});

test("pages stop at the first and the last row", () => {
  expect(from(50, 2, "pageUp")).toEqual([30, 2]);
  expect(from(7, 2, "pageUp")).toEqual([0, 2]);
  expect(from(990, 2, "pageDown")).toEqual([999, 2]);
  expect(from(HEADER_ROW, 2, "pageDown")).toEqual([20, 2]);
});

test("goes to the ends of the row, the column and the grid", () => {
  expect(from(7, 5, "rowStart")).toEqual([7, 0]);
  expect(from(7, 5, "rowEnd")).toEqual([7, 11]);
  expect(from(HEADER_ROW, 5, "rowEnd")).toEqual([HEADER_ROW, 11]);
  expect(from(7, 5, "columnStart")).toEqual([0, 5]);
  expect(from(7, 5, "columnEnd")).toEqual([999, 5]);
  expect(from(7, 5, "gridStart")).toEqual([0, 0]);
  expect(from(7, 5, "gridEnd")).toEqual([999, 11]);
});

test("never leaves the grid, however few rows there are", () => {
  const moves: readonly Move[] = [
    "left",
    "up",
    "down",
    "pageUp",
    "pageDown",
    "columnEnd",
    "gridEnd",
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 50 }),
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.constantFrom(...moves)),
      (rowCount, columnCount, path) => {
        const small = { rowCount, columnCount, pageRows: 7 };
        let place: GridPosition = { row: HEADER_ROW, position: 0 };
        for (const move of path) place = movePlace(place, move, small);
        expect(place.row).toBeGreaterThanOrEqual(HEADER_ROW);
        expect(place.row).toBeLessThan(Math.max(rowCount, 0));
        expect(place.position).toBeGreaterThanOrEqual(0);
        expect(place.position).toBeLessThan(columnCount);
      },
    ),
  );
});
