import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnKeys, type ColumnKey } from "../model/column.ts";
import { readFingerprint } from "../model/fingerprint.ts";
import { anyText, anyView } from "../model/testing/anyView.ts";
import { DEFAULT_VIEW, type ViewState } from "../model/viewState.ts";
import { escapeAtom, unescapeAtom } from "./atom.ts";
import { decodeView } from "./decodeView.ts";
import { encodeView } from "./encodeView.ts";

const encode = (view: Partial<ViewState>) =>
  encodeView({ view: { ...DEFAULT_VIEW, ...view }, fingerprint: undefined });

/** Without a fingerprint, with one alone, and with the count of rows. */
const anyProof = fc
  .tuple(fc.stringMatching(/^[0-9a-f]{16}$|^$/), fc.option(fc.nat(2 ** 40), { nil: undefined }))
  .map(([digits, rows]) => {
    const fingerprint = readFingerprint(digits);
    return { fingerprint, rowCount: fingerprint === undefined ? undefined : rows };
  });

describe("every view comes back from its link", () => {
  test("as it was", () => {
    fc.assert(
      fc.property(anyView, anyProof, (view, proof) => {
        expect(decodeView(encodeView({ view, ...proof }))).toEqual({
          view,
          ...proof,
          notUnderstood: [],
          newer: false,
          cut: false,
        });
      }),
      { numRuns: 2000 },
    );
  });

  test("through a browser's address, which leaves the text as it is", () => {
    fc.assert(
      fc.property(anyView, anyProof, (view, proof) => {
        const text = encodeView({ view, ...proof });
        const hash = new URL(`https://billscope.example/reports/#/r/x?${text}`).hash;
        expect(hash).toBe(`#/r/x?${text}`);
      }),
      { numRuns: 1000 },
    );
  });

  test("and the same link is written again", () => {
    fc.assert(
      fc.property(anyView, anyProof, (view, proof) => {
        const text = encodeView({ view, ...proof });
        expect(encodeView(decodeView(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test("no letter, digit or `-._~` is escaped: some programs undo such escapes", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const text = encodeView({ view, fingerprint: undefined });
        expect(text).not.toMatch(/%(?:2D|2E|5F|7E|3[0-9]|[46][1-9A-F]|[57][0-9A])/i);
      }),
    );
  });

  test("a link is printable ASCII and ends in a letter or digit", () => {
    fc.assert(
      fc.property(anyView, anyProof, (view, proof) => {
        expect(encodeView({ view, ...proof })).toMatch(/^$|^[\w\-.~/@$=?;&:,|%]*[A-Za-z0-9]$/);
      }),
    );
  });
});

describe("text", () => {
  test("any text survives its escapes", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const atom = escapeAtom(text);
        expect(unescapeAtom(atom)).toBe(text);
        expect(atom).toMatch(/^[\w\-.~/@$=?;%]*$/);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ["Acme GmbH", "Acme%20GmbH"],
    ["a,b:c|d&e#f%g", "a%2Cb%3Ac%7Cd%26e%23f%25g"],
    ["1+1", "1%2B1"],
    ["line\r\nbreak", "line%0D%0Abreak"],
    ["é😀", "%C3%A9%F0%9F%98%80"],
    ["\ud800", "%ED%A0%80"],
    ["\udc00\ud800", "%ED%B0%80%ED%A0%80"],
    ["(it's)*!", "%28it%27s%29%2A%21"],
    ["client_id/2024-01.50~x@$=?;", "client_id/2024-01.50~x@$=?;"],
  ])("%j is written %s", (text, atom) => {
    expect(escapeAtom(text)).toBe(atom);
    expect(unescapeAtom(atom)).toBe(text);
  });
});

describe("what a link says", () => {
  test.each<[string, Partial<ViewState>]>([
    ["", {}],
    ["show=Client,Cost~2", { shown: keys("Client", "Cost", "Cost").toSpliced(1, 1) }],
    ["show=:none", { shown: [] }],
    ["show=&end=1", { shown: keys("") }],
    ["sort=-Cost,Client", { sort: [sort("Cost", true), sort("Client", false)] }],
    ["sort=--x,-y:asc", { sort: [sort("-x", true), sort("-y", false)] }],
    ["where=A:is:x|y", { filters: [{ kind: "is", column: key("A"), values: ["x", "y"] }] }],
    ["where=A:is:&end=1", { filters: [{ kind: "is", column: key("A"), values: [""] }] }],
    ["where=A:isnt::none", { filters: [{ kind: "isnt", column: key("A"), values: [] }] }],
    ["where=A:blank", { filters: [{ kind: "blank", column: key("A") }] }],
    [
      "where=A:between:10|20",
      { filters: [{ kind: "between", column: key("A"), from: "10", to: "20" }] },
    ],
    [
      "where=A:matches:%5Ea.%2A$&end=1",
      { filters: [{ kind: "matches", column: key("A"), value: "^a.*$" }] },
    ],
    ["find=really?&end=1", { search: "really?" }],
    ["pin=A,B,C:right", { pinned: { left: keys("A", "B"), right: keys("C") } }],
    ["width=Cost:180", { widths: new Map([[key("Cost"), 180]]) }],
    ["kind=Client:id", { kinds: new Map([[key("Client"), "id"]]) }],
    [
      "money=Cost:EUR,Tax:by:Currency",
      {
        currencies: new Map([
          [key("Cost"), { from: "code", code: "EUR" }],
          [key("Tax"), { from: "column", column: key("Currency") }],
        ]),
      },
    ],
    ["totals=Cost,Tax", { totals: keys("Cost", "Tax") }],
    ["totals=:none&exact=1", { totals: [], exact: true }],
  ])("%s", (text, view) => {
    expect(encode(view)).toBe(text);
  });

  test("a long link ends in the mark that shows it is whole, or in the fingerprint", () => {
    const search = "x".repeat(2000);
    expect(encode({ search })).toBe(`find=${search}&end=1`);
    const view = { ...DEFAULT_VIEW, search };
    expect(encodeView({ view, fingerprint: readFingerprint("a7f39c2104be51d0") })).toBe(
      `find=${search}&data=a7f39c2104be51d0`,
    );
  });

  test("no name of a part begins like a character entity, which careless programs resolve", () => {
    // The entities HTML accepts without their semicolon.
    const entities =
      /^(?:[AEIOUYaeiouy]?(?:acute|circ|grave|uml|tilde|ring|slash)|amp|brvbar|cedil|cent|copy|curren|deg|divide|eth|frac|gt|iexcl|iquest|laquo|lt|macr|micro|middot|nbsp|not|ord|para|plusmn|pound|quot|raquo|reg|sect|shy|sup|szlig|thorn|times|yen)/i;
    const names = "show sort collate where find pin width kind money totals exact end data v".split(
      " ",
    );
    expect(names.filter((name) => entities.test(name))).toEqual([]);
  });
});

function keys(...names: string[]): readonly ColumnKey[] {
  return columnKeys(names);
}

function key(name: string): ColumnKey {
  return columnKeys([name])[0] ?? expect.fail();
}

function sort(name: string, descending: boolean) {
  return { column: key(name), descending };
}
