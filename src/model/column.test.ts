import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnKeys, columnLabel } from "./column.ts";
import { columnId } from "./positions.ts";

describe("keys", () => {
  test.each<[readonly string[], readonly string[]]>([
    [[], []],
    [
      ["Client", "Cost"],
      ["Client", "Cost"],
    ],
    [
      ["Cost", "Cost", "Cost"],
      ["Cost", "Cost~2", "Cost~3"],
    ],
    [
      ["Cost", "Cost~2", "Cost"],
      ["Cost", "Cost~~2", "Cost~2"],
    ],
    [
      ["", "", "~2"],
      ["", "~2", "~~2"],
    ],
    [
      ["~", "~~", "~"],
      ["~~", "~~~~", "~~~2"],
    ],
    [
      ["__proto__", "constructor", "__proto__"],
      ["__proto__", "constructor", "__proto__~2"],
    ],
    [
      ["cost", "Cost", "Cost "],
      ["cost", "Cost", "Cost "],
    ],
  ])("%j are %j", (names, keys) => {
    expect(columnKeys(names)).toEqual(keys);
  });

  test("no two columns share one, whatever they are called", () => {
    const name = fc.oneof(
      fc.array(fc.constantFrom("Cost", "~", "2", "3", ""), { maxLength: 5 }).map((p) => p.join("")),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(name, { maxLength: 30 }), (names) => {
        expect(new Set(columnKeys(names)).size).toBe(names.length);
      }),
      { numRuns: 2000 },
    );
  });

  test("a column keeps its key when columns of other names come, go or move", () => {
    const names = fc.array(fc.constantFrom("Cost", "Cost~2", "Tax"), { maxLength: 8 });
    fc.assert(
      fc.property(names, (all) => {
        const costs = columnKeys(all).filter((_, index) => all[index] === "Cost");
        expect(costs).toEqual(columnKeys(all.filter((each) => each === "Cost")));
      }),
    );
  });
});

test.each([
  ["Cost", 3, "Cost"],
  ["", 6, "Column 7"],
  [" \t", 0, "Column 1"],
  [" Cost ", 0, " Cost "],
])("the label of %j at position %i is %j", (name, position, label) => {
  expect(columnLabel(name, columnId(position))).toBe(label);
});
