import { expect, test } from "vitest";
import { CellKind } from "../model/cell.ts";
import { columnId, viewRow, type RowRange } from "../model/positions.ts";
import { readWindow } from "./readWindow.ts";
import { allRows } from "./rowOrder.ts";
import { tableOf } from "./testing/buildTable.ts";

const table = tableOf(["a", "b"], [["x", 1], ["y"], ["z", null]]);
const range = (start: number, end: number): RowRange => ({
  start: viewRow(start),
  end: viewRow(end),
});

test("rows of the order, columns as asked, unknown columns missing", () => {
  const order = { tableRows: 3, rowCount: 3, rows: Uint32Array.of(2, 0, 1) };
  expect(readWindow(table, order, range(1, 3), [columnId(1), columnId(9)])).toEqual({
    range: { start: 1, end: 3 },
    rowIndices: Uint32Array.of(0, 1),
    columns: [
      { id: 1, texts: ["1", ""], kinds: [CellKind.number, CellKind.missing] },
      { id: 9, texts: ["", ""], kinds: [CellKind.missing, CellKind.missing] },
    ],
  });
});

test("a range beyond the order is cut to it", () => {
  const window = readWindow(table, allRows(3), range(2, 50), [columnId(0)]);
  expect(window.range).toEqual({ start: 2, end: 3 });
  expect(window.columns[0]!.texts).toEqual(["z"]);
  expect(readWindow(table, allRows(3), range(7, 9), []).rowIndices).toHaveLength(0);
});
