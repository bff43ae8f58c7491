/** Views come back from their text as they were; of a stranger's text only views get in. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ColumnKey } from "../../model/column.ts";
import { anyView } from "../../model/testing/anyView.ts";
import { DEFAULT_VIEW } from "../../model/viewState.ts";
import {
  cleanName,
  freeName,
  isSameView,
  MAX_NAME,
  MAX_VIEWS,
  readViews,
  type SavedView,
  writeViews,
} from "./savedViews.ts";

const byCost: SavedView = {
  name: "Most expensive first",
  view: { ...DEFAULT_VIEW, sort: [{ column: "Cost" as ColumnKey, descending: true }] },
};

const fileOf = (...views: readonly unknown[]) =>
  JSON.stringify({ format: "billscope views", version: 1, views });

const namesIn = (text: string) => {
  const read = readViews(text);
  return typeof read === "object" ? read.views.map(({ name }) => name) : read;
};

describe("saved views as text", () => {
  it("have a line for each view, with its link in plain words", () => {
    expect(writeViews([byCost, { name: 'Ada "1"', view: DEFAULT_VIEW }])).toBe(`{
  "format": "billscope views",
  "version": 1,
  "views": [
    {"name":"Most expensive first","view":"sort=-Cost"},
    {"name":"Ada \\"1\\"","view":""}
  ]
}
`);
  });

  it("come back as they were", () => {
    const anyName = fc.string({ unit: "binary" }).map(cleanName).filter(Boolean);
    const anyViews = fc.uniqueArray(fc.record({ name: anyName, view: anyView }), {
      selector: ({ name }) => name,
      maxLength: 5,
    });
    fc.assert(
      fc.property(anyViews, (views) => {
        expect(readViews(writeViews(views))).toEqual({ views, leftOut: 0, notUnderstood: 0 });
      }),
    );
  });
});

describe("a stranger's text", () => {
  it.each([
    ["", undefined],
    ["hello", undefined],
    ["null", undefined],
    ["[]", undefined],
    ['{"format":"billscope views"}', undefined],
    ['{"format":"other","version":1,"views":[]}', undefined],
    ['{"format":"billscope views","version":2,"views":[]}', "newer"],
    ["[".repeat(1_000_000), undefined],
    [`${"[".repeat(900_000)}${"]".repeat(900_000)}`, undefined],
    [" ".repeat(2_000_001), undefined],
  ])("is no file of views", (text, expected) => {
    expect(readViews(text)).toBe(expected);
  });

  it("gives only views, and counts the rest", () => {
    const text = fileOf(
      { name: "good", view: "sort=-Cost", key: "1234$secret", __proto__: { view: "x" } },
      { name: "half", view: "sort=-Cost&key=1234$secret&where=Cost:above:1" },
      { name: "junk", view: "<img src=x onerror=alert(1)>" },
      { name: "newer", view: "v=2&sort=-Cost" },
      { name: "cut", view: `where=A:is:${"x".repeat(1_000)}` },
      { name: "", view: "sort=-Cost" },
      { name: "\u202e\u0000 ", view: "sort=-Cost" },
      { name: 7, view: "sort=-Cost" },
      { name: "no text", view: ["sort=-Cost"] },
      null,
      ["name", "view"],
      "good",
    );
    const read = readViews(text);
    expect(read).toMatchObject({ leftOut: 10, notUnderstood: 2 });
    expect(namesIn(text)).toEqual(["good", "half"]);
    expect(JSON.stringify(read)).not.toContain("secret");
  });

  it("has no more views than are kept, and each name once", () => {
    const many = Array.from({ length: 3 * MAX_VIEWS }, () => ({ name: "a", view: "" }));
    const names = namesIn(fileOf(...many));
    expect(names?.length).toBe(MAX_VIEWS);
    expect(new Set(names).size).toBe(MAX_VIEWS);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readViews(text)).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (entries) => {
        const read = readViews(fileOf(...entries));
        expect(typeof read === "object" && read.views.length + read.leftOut).toBe(entries.length);
      }),
    );
  });
});

describe("a name", () => {
  it("is one line without marks that can't be seen", () => {
    expect(cleanName(" March\r\n\tcheck\u202e\ud800 ")).toBe("March check");
    expect(cleanName("👩‍💻 שלום")).toBe("👩‍💻 שלום");
    expect(Array.from(cleanName("😀".repeat(500)))).toHaveLength(MAX_NAME);
  });

  it("is numbered where it is taken", () => {
    const views = [byCost, { ...byCost, name: "Most expensive first (2)" }];
    expect(freeName("Other", views)).toBe("Other");
    expect(freeName(byCost.name, views)).toBe("Most expensive first (3)");
  });
});

it("two views are the same when their links are", () => {
  expect(isSameView(DEFAULT_VIEW, { ...DEFAULT_VIEW })).toBe(true);
  expect(isSameView(DEFAULT_VIEW, byCost.view)).toBe(false);
});
