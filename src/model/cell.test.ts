import { expect, test } from "vitest";
import { CellKind, isBlank, writtenText } from "./cell.ts";

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

test.each([
  ["1234.5", CellKind.string, "1234.5"],
  ["1234.5", CellKind.comma, "1234,5"],
  ["1234567.50", CellKind.grouped, "1.234.567,50"],
  ["-12", CellKind.grouped, "-12"],
  ["-123456", CellKind.grouped, "-123.456"],
])("a cell of text %s and kind %i was written %s", (text, kind, written) => {
  expect(writtenText({ text, kind })).toBe(written);
});
