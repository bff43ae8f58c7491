/** Dropping against moving one by one in the order on screen. */

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Column } from "../../model/column.ts";
import { columnId } from "../../model/positions.ts";
import { columnDrop } from "./columnDrop.ts";

const listOf = (...ids: readonly number[]) =>
  ids.map((id) => ({ id: columnId(id) })) as unknown as readonly Column[];
const shownOf = (...ids: readonly number[]) => ids.map(columnId);

test.each([
  ["before another", [0, 1, 2, 3], [0, 1, 2, 3], 0, 3, 1, 1],
  ["after the last", [0, 1, 2], [0, 1, 2], 0, 0, 3, "end"],
  ["where it stands, on either side", [0, 1, 2], [0, 1, 2], 0, 1, 1, undefined],
  ["where it stands, after itself", [0, 1, 2], [0, 1, 2], 0, 1, 2, undefined],
  ["before a hidden one: before the next on screen", [0, 9, 1, 2], [0, 1, 2], 0, 2, 1, 1],
  ["below what a search found: right after its last", [5, 7], [3, 5, 7, 8], 0, 5, 2, 8],
  ["before those that rows are grouped by: after them", [0, 1, 2, 3], [0, 1, 2, 3], 2, 3, 0, 2],
  ["alone in the list", [4], [3, 4], 0, 4, 0, undefined],
] as const)("%s", (_, listed, shown, fixed, dragged, place, before) => {
  expect(columnDrop(listOf(...listed), shownOf(...shown), fixed, columnId(dragged), place)).toBe(
    before,
  );
});

test("of a whole list: the order that taking it out and putting it in gives", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(), fc.nat(), (count, from, to) => {
      const ids = Array.from({ length: count }, (_, id) => id);
      const dragged = from % count;
      const place = to % (count + 1);
      const drop = columnDrop(listOf(...ids), shownOf(...ids), 0, columnId(dragged), place);
      const others = ids.filter((id) => id !== dragged);
      const at = drop === "end" ? others.length : others.indexOf(drop ?? -1);
      const moved = drop === undefined ? ids : others.toSpliced(at, 0, dragged);
      const into = place > dragged ? place - 1 : place;
      expect(moved).toEqual(others.toSpliced(into, 0, dragged));
    }),
  );
});
