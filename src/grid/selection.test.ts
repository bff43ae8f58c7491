import { describe, expect, test } from "vitest";

import { columnId, viewRow } from "../model/positions.ts";
import type { CellPlace, Selection, SelectionAction } from "./selection.ts";
import { changeSelection, selectionRange } from "./selection.ts";

const at = (row: number, column: number): CellPlace => ({
  row: viewRow(row),
  column: columnId(column),
});
/** Columns 7, 3, 5, 9 are shown in this order. */
const positions = new Map([7, 3, 5, 9].map((id, position) => [columnId(id), position]));

function run(...actions: readonly SelectionAction[]): Selection | undefined {
  let selection: Selection | undefined;
  for (const action of actions) selection = changeSelection(selection, action);
  return selection;
}

function range(selection: Selection | undefined, rowCount = 100) {
  const found = selection && selectionRange(selection, positions, rowCount);
  return found && [found.rows.start, found.rows.end, found.columns.start, found.columns.end];
}

describe("a rectangle", () => {
  test("spans from the anchor to the head, by place on screen, whichever way", () => {
    const down = run({ type: "extend", from: at(4, 3), to: at(6, 9) });
    expect(range(down)).toEqual([4, 7, 1, 4]);
    const up = run({ type: "extend", from: at(6, 9), to: at(4, 3) });
    expect(range(up)).toEqual([4, 7, 1, 4]);
  });

  test("keeps its anchor while the head moves", () => {
    const selection = run(
      { type: "extend", from: at(4, 3), to: at(6, 9) },
      { type: "extend", from: at(4, 3), to: at(2, 7) },
    );
    expect(selection?.anchor).toEqual(at(4, 3));
    expect(range(selection)).toEqual([2, 5, 0, 2]);
  });

  test("follows its columns when they move, and is gone while one is hidden", () => {
    const selection = run({ type: "extend", from: at(0, 3), to: at(0, 5) });
    expect(range(selection)).toEqual([0, 1, 1, 3]);
    expect(range(run({ type: "extend", from: at(0, 3), to: at(0, 99) }))).toBeUndefined();
  });

  test("ends where the rows end", () => {
    const selection = run({ type: "extend", from: at(90, 3), to: at(99, 3) });
    expect(range(selection, 95)).toEqual([90, 95, 1, 2]);
    expect(range(selection, 50)).toBeUndefined();
    expect(range(selection, 0)).toBeUndefined();
  });
});

describe("whole lines", () => {
  test("a column has all rows, those to come too", () => {
    const selection = run({ type: "column", at: at(5, 5) });
    expect(range(selection)).toEqual([0, 100, 2, 3]);
    expect(range(selection, 1_000_000)).toEqual([0, 1_000_000, 2, 3]);
  });

  test("a row has all columns", () => {
    expect(range(run({ type: "row", at: at(5, 5) }))).toEqual([5, 6, 0, 4]);
  });

  test("columns and rows are extended as such", () => {
    const columns = run(
      { type: "column", at: at(5, 5) },
      { type: "extend", from: at(5, 5), to: at(5, 9) },
    );
    expect(range(columns)).toEqual([0, 100, 2, 4]);
    const rows = run(
      { type: "row", at: at(5, 5) },
      { type: "extend", from: at(5, 5), to: at(8, 3) },
    );
    expect(range(rows)).toEqual([5, 9, 0, 4]);
  });

  test("all is all, and extending it starts a rectangle", () => {
    expect(range(run({ type: "all", at: at(5, 5) }))).toEqual([0, 100, 0, 4]);
    const smaller = run(
      { type: "all", at: at(5, 5) },
      { type: "extend", from: at(5, 5), to: at(6, 5) },
    );
    expect(range(smaller)).toEqual([5, 7, 2, 3]);
  });
});

test("clearing leaves nothing selected", () => {
  expect(run({ type: "all", at: at(5, 5) }, { type: "clear" })).toBeUndefined();
});
