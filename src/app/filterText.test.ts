/** The sentences on filter chips; they are also the names of the chips' buttons. */

import { describe, expect, it, test } from "vitest";
import type { Column, ColumnKey } from "../model/column.ts";
import { columnKeys } from "../model/column.ts";
import type { Filter } from "../model/filter.ts";
import { DEFAULT_VIEW, type ViewState } from "../model/viewState.ts";
import { filterPieces, filterText, inFile, listedName, localFilter } from "./filterText.ts";

const [CLIENT = "" as ColumnKey] = columnKeys(["Client"]);
const [COST = "" as ColumnKey] = columnKeys(["Cost"]);

const SENTENCES: readonly (readonly [Filter<ColumnKey>, string])[] = [
  [{ kind: "is", column: CLIENT, values: ["Acme GmbH"] }, "Client is Acme GmbH"],
  [
    { kind: "is", column: CLIENT, values: ["Acme GmbH", "Globex"] },
    "Client is Acme GmbH or Globex",
  ],
  [{ kind: "is", column: CLIENT, values: ["A", "B", "C"] }, "Client is A, B or C"],
  [
    { kind: "is", column: CLIENT, values: ["A", "B", "C", "D", "E"] },
    "Client is A, B, C or 2 more",
  ],
  [{ kind: "isnt", column: CLIENT, values: ["A", "B"] }, "Client is not A nor B"],
  [{ kind: "is", column: CLIENT, values: ["", "  "] }, "Client is (blank) or “  ”"],
  [{ kind: "is", column: CLIENT, values: [] }, "Client is none of the values"],
  [{ kind: "excludes", column: CLIENT, value: "test" }, "Client does not contain test"],
  [{ kind: "gte", column: COST, value: "10.50" }, "Cost ≥ 10.50"],
  [{ kind: "between", column: COST, from: "1", to: "2" }, "Cost between 1 and 2"],
  [{ kind: "notblank", column: COST }, "Cost is not blank"],
];

describe("filterText", () => {
  it.each(SENTENCES)("%j", (filter, sentence) => {
    expect(filterText(filter, (key) => key)).toBe(sentence);
  });

  it("marks the person's values", () => {
    const pieces = filterPieces({ kind: "gte", column: COST, value: "10" }, (key) => key);
    expect(pieces.filter((piece) => piece.strong).map((piece) => piece.text)).toEqual(["10"]);
  });
});

test("values of a file with decimal commas are told as it has them, those of its texts too", () => {
  const view: ViewState = {
    ...DEFAULT_VIEW,
    filters: [
      { kind: "is", column: CLIENT, values: ["1.5", "n/a"] },
      { kind: "is", column: COST, values: ["1234.5"] },
      { kind: "gte", column: COST, value: "1.5" },
    ],
  };
  const columns = [
    { key: CLIENT, kind: "text", commas: true },
    { key: COST, kind: "decimal", commas: true },
  ] as Column[];
  expect(told(inFile(view, columns).filters)).toEqual([
    "Client is 1,5 or n/a",
    "Cost is 1234,5",
    "Cost ≥ 1,5",
  ]);
  expect(told(view.filters.slice(0, 2).map((one) => localFilter(one, columns)))).toEqual([
    "Client is 1,5 or n/a",
    "Cost is 1234,5",
  ]);
  expect(inFile(view)).toEqual(view);
});

test("a value is listed as the file wrote it, a label with a point too", () => {
  const column = { kind: "text", commas: true } as Column;
  expect(listedName({ text: "1.5", written: "1,5" }, column)).toBe("1,5");
  expect(listedName({ text: "1.5", written: "1.5" }, column)).toBe("1.5");
});

function told(filters: ViewState["filters"]): readonly string[] {
  return filters.map((filter) => filterText(filter, (key) => key));
}
