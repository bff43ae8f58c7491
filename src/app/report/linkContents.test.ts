/** The words of the share dialog: what the link carries, proves, and leaves out. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeView } from "../../link/encodeView.ts";
import type { ColumnKey } from "../../model/column.ts";
import type { Filter } from "../../model/filter.ts";
import { readFingerprint } from "../../model/fingerprint.ts";
import { anyView } from "../../model/testing/anyView.ts";
import { DEFAULT_VIEW, type ViewState } from "../../model/viewState.ts";
import { withoutFilterValues } from "./filterValues.ts";
import { leftOutWords, linkContents, linkSentence } from "./linkContents.ts";

const key = (name: string) => name as ColumnKey;
const CLIENT = key("Client");
const NONE = { fingerprint: undefined };
const PROVEN = { fingerprint: readFingerprint("a7f39c2104be51d0"), rowCount: 12_481 };

const viewOf = (part: Partial<ViewState>): ViewState => ({ ...DEFAULT_VIEW, ...part });
const is = (...values: string[]): Filter<ColumnKey> => ({ kind: "is", column: CLIENT, values });

describe("what a link carries", () => {
  it("is said in one sentence", () => {
    const view = viewOf({
      shown: [CLIENT, key("Product"), key("Cost"), key("Region")],
      filters: [is("Acme", "Globex"), { kind: "gte", column: key("Cost"), value: "10.50" }],
      search: "cdn",
      sort: [{ column: CLIENT, descending: true }],
      widths: new Map([[CLIENT, 200]]),
    });
    expect(linkSentence(view, PROVEN)).toBe(
      "This link carries the report id, 4 columns, 2 filters including the names Acme and Globex, " +
        "the search “cdn”, the order of the rows, 1 changed width and the fingerprint of 12,481 rows of data.",
    );
  });

  it("is the report id at least", () => {
    expect(linkSentence(DEFAULT_VIEW, NONE)).toBe("This link carries the report id.");
  });

  it.each([
    [[is("Acme")], "1 filter including the name Acme"],
    [[is("Acme"), is("Acme", "")], "2 filters including the name Acme"],
    [[is("a", "b", "c", "d", "e")], "1 filter including the names a, b, c and 2 more"],
    [[{ kind: "starts", column: CLIENT, value: " " }], "1 filter including the name “ ”"],
    [[{ kind: "lt", column: CLIENT, value: "5" }], "1 filter"],
    [[is("")], "1 filter"],
  ] as const)("names whom filters name", (filters, words) => {
    expect(linkSentence(viewOf({ filters }), NONE)).toBe(
      `This link carries the report id and ${words}.`,
    );
  });

  it("lets no text of the view turn the sentence", () => {
    const view = viewOf({ filters: [is("\u202eA")], search: "\u202eb" });
    expect(linkSentence(view, NONE)).toBe(
      "This link carries the report id, 1 filter including the name \ufffdA and the search “\ufffdb”.",
    );
  });

  it("says whose alphabet texts are sorted by", () => {
    const view = viewOf({ sort: [{ column: CLIENT, descending: false }], collation: "sv" });
    expect(linkContents(view, PROVEN, 20, (name) => name)).toContainEqual({
      name: "Order",
      says: "Client, ascending; alphabet: Swedish",
    });
    expect(linkSentence(viewOf({ collation: "sv" }), NONE)).toBe(
      "This link carries the report id and the order of the rows.",
    );
  });

  it("is said part by part", () => {
    const parts = linkContents(viewOf({ filters: [is("Acme")] }), PROVEN, 20, (name) => name);
    expect(parts).toContainEqual({ name: "Filters", says: "Client is Acme" });
    expect(parts).toContainEqual({
      name: "Data",
      says: "fingerprint a7f3 9c21 04be 51d0, 12,481 rows",
    });
  });
});

describe("left out", () => {
  it("are filters that name a value, and the search", () => {
    const blank: Filter<ColumnKey> = { kind: "blank", column: CLIENT };
    const range: Filter<ColumnKey> = { kind: "between", column: CLIENT, from: "1", to: "2" };
    const view = viewOf({ filters: [is("Acme"), blank, is(""), range], search: "x" });
    expect(withoutFilterValues(view)).toEqual({ ...view, filters: [blank, is("")], search: "" });
    expect(leftOutWords(view)).toBe("2 filters and the search");
    expect(leftOutWords(viewOf({ filters: [is("Acme")] }))).toBe("1 filter");
    expect(leftOutWords(viewOf({ search: "x" }))).toBe("the search");
    expect(leftOutWords(viewOf({ filters: [blank] }))).toBeUndefined();
  });

  it("nothing of them is in the link", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const bare = withoutFilterValues(view);
        const text = encodeView({ view: bare, ...NONE });
        expect(text).not.toMatch(/(?:^|&)find=/);
        for (const [, filter = ""] of text.matchAll(/(?:^|&)where=([^&]*)/g)) {
          expect(filter).toMatch(/:(?:not)?blank$|:is(?:nt)?:(?:\|*|:none)$/);
        }
        expect(leftOutWords(bare)).toBeUndefined();
      }),
    );
  });
});
