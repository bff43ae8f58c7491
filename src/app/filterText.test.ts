/** The sentences on filter chips; they are also the names of the chips' buttons. */

import { describe, expect, it } from "vitest";
import type { ColumnKey } from "../model/column.ts";
import { columnKeys } from "../model/column.ts";
import type { Filter } from "../model/filter.ts";
import { filterPieces, filterText } from "./filterText.ts";

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
