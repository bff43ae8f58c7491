import { expect, test } from "vitest";
import { CellKind, isBlank } from "./cell.ts";

test.each([
  ["", CellKind.missing, true],
  ["", CellKind.null, true],
  ["", CellKind.string, true],
  [" ", CellKind.string, false],
  ["null", CellKind.string, false],
  ["0", CellKind.number, false],
  ["false", CellKind.boolean, false],
  ["[]", CellKind.nested, false],
])("a cell of text %j and kind %i: blank is %s", (text, kind, blank) => {
  expect(isBlank({ text, kind })).toBe(blank);
});
