import { expect, test } from "vitest";
import { columnKeys } from "../../model/column.ts";
import type { ViewGrouping } from "../../model/grouping.ts";
import { rowIndex } from "../../model/positions.ts";
import { createFoldStore } from "./foldStore.ts";

const grouping = (open: boolean, ...names: string[]): ViewGrouping => ({
  columns: columnKeys(names),
  open,
  byRows: undefined,
});
const first = { level: 0, row: rowIndex(3) };
const second = { level: 1, row: rowIndex(3) };

test("a group is an exception until it is asked for again", () => {
  const folds = createFoldStore();
  const byClient = grouping(false, "Client");
  let told = 0;
  folds.subscribe(() => (told += 1));
  folds.toggle(byClient, first);
  folds.toggle(byClient, second);
  expect(folds.exceptionsTo(byClient)).toEqual([first, second]);
  folds.toggle(byClient, first);
  expect(folds.exceptionsTo(byClient)).toEqual([second]);
  folds.clear();
  expect(folds.exceptionsTo(byClient)).toEqual([]);
  expect(told).toBe(4);
});

test("exceptions are of one grouping", () => {
  const folds = createFoldStore();
  folds.toggle(grouping(false, "Client"), first);
  expect(folds.exceptionsTo(grouping(true, "Client"))).toEqual([]);
  expect(folds.exceptionsTo(grouping(false, "Client", "Product"))).toEqual([]);
  expect(folds.exceptionsTo(undefined)).toEqual([]);
  const byRows = { ...grouping(false, "Client"), byRows: "descending" as const };
  expect(folds.exceptionsTo(byRows)).toEqual([first]);
  folds.toggle(grouping(true, "Client"), second);
  expect(folds.exceptionsTo(grouping(true, "Client"))).toEqual([second]);
});
