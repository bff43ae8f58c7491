import { expect, test } from "vitest";
import { columnId, viewRow } from "../../model/positions.ts";
import { foundText } from "./foundText.ts";

const hit = { number: 1203, row: viewRow(7), column: columnId(2) };

test("which of how many, exactly", () => {
  expect(foundText({ count: 4100, folded: 0, hit }, true, false)).toBe("1,203 of 4,100");
  expect(foundText({ count: 4100, folded: 0, hit }, false, false)).toBe("4,100 matches");
  expect(foundText({ count: 1, folded: 0, hit }, false, true)).toBe("1 match so far");
  expect(foundText({ count: 0, folded: 0, hit: undefined }, false, false)).toBe("Not found");
});

test("what folded groups hold is said, too", () => {
  expect(foundText({ count: 4100, folded: 12, hit }, true, false)).toBe(
    "1,203 of 4,100 · 12 more in folded groups",
  );
  expect(foundText({ count: 0, folded: 1, hit: undefined }, false, false)).toBe(
    "None in sight · 1 more in folded groups",
  );
});
