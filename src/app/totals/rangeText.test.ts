/** The ends of a range by their names; of all rows, and of one cell, only what tells. */

import { expect, test } from "vitest";
import type { RowSource } from "../../grid/rowSource.ts";
import { columnId, rowIndex, viewRow } from "../../model/positions.ts";
import { rangeText } from "./rangeText.ts";

const COLUMNS = ["Client", "Product", "Cost"].map((label, at) => ({ id: columnId(at), label }));
/** The rows of the report turned round. */
const ROWS: RowSource = {
  rowCount: 9,
  cell: () => undefined,
  mark: () => undefined,
  reportRow: (row) => rowIndex(8 - row),
  want: () => {},
};

test.each([
  ["a rectangle", [0, 4], [0, 2], "Client, row 9 to Product, row 6"],
  ["one cell", [2, 3], [1, 2], "Product, row 7"],
  ["a whole row", [2, 3], [0, 3], "Client, row 7 to Cost, row 7"],
  ["a whole column", [0, 9], [2, 3], "Cost"],
  ["everything", [0, 9], [0, 3], "Client to Cost"],
] as const)("%s", (_, [top, bottom], [start, end], said) => {
  const range = {
    rows: { start: viewRow(top), end: viewRow(bottom) },
    columns: { start, end },
  };
  expect(rangeText(range, ROWS, COLUMNS)).toBe(said);
});
