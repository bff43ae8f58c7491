import fc from "fast-check";
import { expect, test } from "vitest";
import type { Column } from "../../model/column.ts";
import { columnId } from "../../model/positions.ts";
import { columnList } from "./columnList.ts";

const columnsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: columnId(at) }) as Column);
const listed = (count: number, shown: readonly number[]) =>
  columnList(columnsOf(count), shown.map(columnId)).map(({ id }) => Number(id));

test("a hidden column follows the one before it in the report, wherever that stands", () => {
  expect(listed(5, [0, 1, 2, 3, 4])).toEqual([0, 1, 2, 3, 4]);
  expect(listed(5, [3, 1])).toEqual([0, 3, 4, 1, 2]);
  expect(listed(3, [2])).toEqual([0, 1, 2]);
});

test("every column once, those on screen in their order", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7]), (shown) => {
      const list = listed(8, shown);
      expect(list.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect(list.filter((id) => shown.includes(id))).toEqual(shown);
    }),
  );
});
