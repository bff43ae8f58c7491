import { expect, test } from "vitest";
import { CellKind } from "../model/cell.ts";
import { columnId, rowIndex } from "../model/positions.ts";
import { readCell } from "./readCell.ts";
import { tableOf } from "./testing/buildTable.ts";

test("cells come back", () => {
  const table = tableOf(["a", "b"], [["x", 1.5], [null], [true, { deep: [1] }, "\ud800é"]]);
  const cells = [0, 1, 2].map((row) =>
    [0, 1, 2].map((column) => readCell(table, rowIndex(row), columnId(column))),
  );
  expect(cells).toEqual([
    [
      { text: "x", kind: CellKind.string },
      { text: "1.5", kind: CellKind.number },
      { text: "", kind: CellKind.missing },
    ],
    [
      { text: "", kind: CellKind.null },
      { text: "", kind: CellKind.missing },
      { text: "", kind: CellKind.missing },
    ],
    [
      { text: "true", kind: CellKind.boolean },
      { text: '{"deep":[1]}', kind: CellKind.nested },
      { text: "\ud800é", kind: CellKind.string },
    ],
  ]);
  expect(table.raggedRows).toBe(2);
});
