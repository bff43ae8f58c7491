import fc from "fast-check";
import { readFingerprint } from "../model/fingerprint.ts";
import { describe, expect, test } from "vitest";
import { columnKeys } from "../model/column.ts";
import { anyText, anyView } from "../model/testing/anyView.ts";
import { DEFAULT_VIEW, MAX_FILTERS, MAX_SORT_KEYS, type ViewState } from "../model/viewState.ts";
import { decodeView } from "./decodeView.ts";
import { encodeView } from "./encodeView.ts";
import { MAX_LINK_LENGTH } from "./format.ts";

const nothing = { view: DEFAULT_VIEW, fingerprint: undefined, newer: false, cut: false };

describe("junk never throws, and what was taken can be written again", () => {
  test("any text", () => {
    fc.assert(fc.property(anyText, holds), { numRuns: 2000 });
  });

  test("texts made of a link's own pieces", () => {
    const piece = fc.constantFrom(
      ..."show= sort= where= find= pin= width= kind= money= totals= exact= collate= data= end= v= amp;".split(
        " ",
      ),
      ..."& = : , | - % ~ %2 %ED %ED%A0%80 %C3 + :none :right :asc :desc by".split(" "),
      ..."is blank between gte A Cost~2 __proto__ 1 180 EUR id a7f39c2104be51d0".split(" "),
      " ",
      "\ud800",
      "\n",
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
    fc.assert(fc.property(text, holds), { numRuns: 3000 });
  });

  test("links in which something was changed, cut or put in", () => {
    fc.assert(
      fc.property(anyView, fc.nat(), fc.nat({ max: 4 }), anyText, (view, where, gone, put) => {
        const text = encodeView({ view, fingerprint: undefined });
        const place = text.length === 0 ? 0 : where % text.length;
        holds(text.slice(0, place) + put + text.slice(place + gone));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("hostile sizes", () => {
  test("1,000 sort keys", () => {
    const columns = Array.from({ length: 1000 }, (_, i) => `c${i}`);
    const { view, notUnderstood } = decodeView(`sort=${columns.join(",")}&end=1`);
    expect(view.sort).toHaveLength(MAX_SORT_KEYS);
    expect(notUnderstood).toHaveLength(1000 - MAX_SORT_KEYS);
  });

  test("10,000 filters", () => {
    const { view, notUnderstood, cut } = decodeView("where=A:is:x&".repeat(10_000));
    expect(view.filters).toHaveLength(MAX_FILTERS);
    expect(notUnderstood).toHaveLength(1000);
    expect(cut).toBe(true);
  });

  test.each([
    ["ampersands", "&".repeat(5_000_000)],
    ["filters", "where=A:is:x&".repeat(400_000)],
    ["values", `where=A:is:${"x|".repeat(2_000_000)}`],
    ["columns", `show=${"a,".repeat(2_000_000)}`],
    ["escapes", `find=${"%41".repeat(1_000_000)}`],
    ["broken escapes", `find=${"%4".repeat(1_000_000)}`],
    ["surrogates", `find=${"%ED%A0%80".repeat(500_000)}`],
    ["colons", `where=${":".repeat(5_000_000)}`],
    ["minus signs", `sort=${"-".repeat(5_000_000)}`],
    ["one name", "a".repeat(5_000_000)],
    ["one value", `find=${"a".repeat(5_000_000)}`],
    ["amps", "amp;".repeat(1_000_000)],
  ])("megabytes of %s are cut, and it says so", (_, text) => {
    expect(decodeView(text).cut).toBe(true);
    // As much as is read at all.
    const { notUnderstood } = decodeView(text.slice(0, MAX_LINK_LENGTH));
    expect(notUnderstood.every((piece) => piece.length <= 61)).toBe(true);
  });

  test("100,000 columns of one name", () => {
    const { view, notUnderstood, cut } = decodeView(`show=${"A,".repeat(99_000)}A&end=1`);
    expect(view.shown).toEqual(["A"]);
    expect(notUnderstood).toHaveLength(1000);
    expect(cut).toBe(true);
  });

  test("of a link too long, the part that would be cut through is not taken", () => {
    const text = `find=${"a".repeat(MAX_LINK_LENGTH - 100)}&where=A:is:${"b".repeat(200)}`;
    const { view, cut } = decodeView(text);
    expect(view.search).toHaveLength(MAX_LINK_LENGTH - 100);
    expect(view.filters).toEqual([]);
    expect(cut).toBe(true);
  });
});

describe("a link that lost its end", () => {
  const [column = expect.fail()] = columnKeys(["Client"]);
  const view: ViewState = {
    ...DEFAULT_VIEW,
    search: "cdn",
    filters: Array.from({ length: 50 }, (_, i) => ({
      kind: "isnt",
      column,
      values: [`Customer ${i}`],
    })),
  };

  test.each(["", "a7f39c2104be51d0"])("is noticed, wherever it was cut", (digits) => {
    const text = encodeView({ view, fingerprint: readFingerprint(digits), rowCount: 12_481 });
    expect(decodeView(text).cut).toBe(false);
    for (let length = 1001; length < text.length; length += 1) {
      expect(decodeView(text.slice(0, length)).cut).toBe(true);
    }
  });

  test("a short one can't have been cut by its length", () => {
    expect(decodeView("find=cdn").cut).toBe(false);
  });
});

describe("what is not understood", () => {
  test.each<[string, readonly string[]]>([
    ["key=1234$abcdef", ["key"]],
    ["api=https://evil.example", ["api"]],
    ["apiUrl=https%3A%2F%2Fevil.example", ["apiUrl"]],
    ["1234$abcdef", ["…"]],
    ["1234abcdef=1", ["…"]],
    ["__proto__=1&constructor=2", ["…", "constructor"]],
    ["Show=A", ["Show"]],
    ["sort=Cost:foo", ["sort=Cost:foo"]],
    ["sort=Cost::asc", ["sort=Cost::asc"]],
    ["sort=-Cost:up,Client:descending", ["sort=-Cost:up", "sort=Client:descending"]],
    ["where=", ["where="]],
    ["where=A", ["where=A"]],
    ["where=A:is", ["where=A:is"]],
    ["where=A:blank:x", ["where=A:blank:x"]],
    ["where=A:toString:x", ["where=A:toString:x"]],
    ["where=A:between:1|2|3", ["where=A:between:1|2|3"]],
    ["where=A:is:x|%", ["where=A:is:x|%"]],
    ["find=%C3", ["find=%C3"]],
    ["find=a%0Ab%E2%80%AEc%", ["find=a%0Ab%E2%80%AEc%"]],
    ["exact=true", ["exact=true"]],
    ["data=xyz", ["data=xyz"]],
    ["end=2", ["end=2"]],
    ["width=A:1e3,B:10000,C:-5,D,E:5:6", ["A:1e3", "B:10000", "C:-5", "D", "E:5:6"].map(width)],
    [
      "money=A,B:,C:E%0AR,D:via:X,E:by:X:Y",
      ["A", "B:", "C:E\ufffdR", "D:via:X", "E:by:X:Y"].map(money),
    ],
  ])("%s", (text, named) => {
    expect(decodeView(text)).toEqual({ ...nothing, notUnderstood: named });
  });

  test("names are cut and can't turn the text around them", () => {
    expect(decodeView(`where=${"x".repeat(500)}`).notUnderstood).toEqual([
      `where=${"x".repeat(54)}…`,
    ]);
    expect(decodeView("where=a%0Ab%E2%80%AEc%E2%80%A8").notUnderstood).toEqual([
      "where=a\ufffdb\ufffdc\ufffd",
    ]);
  });

  test("said twice, the first counts", () => {
    const { view, notUnderstood } = decodeView("find=a&find=b&sort=A,-A&pin=A,A:right");
    expect(view).toMatchObject({
      search: "a",
      sort: [{ column: "A", descending: false }],
      pinned: { left: ["A"], right: [] },
    });
    expect(notUnderstood).toEqual(["find=b", "sort=-A", "pin=A:right"]);
  });

  test("a list of which nothing is understood hides no column", () => {
    expect(decodeView("show=%&totals=%").view).toEqual(DEFAULT_VIEW);
  });

  test("of a later version nothing is taken", () => {
    expect(decodeView("v=2&show=A&key=secret")).toEqual({
      ...nothing,
      notUnderstood: ["v=2"],
      newer: true,
    });
    expect(decodeView("v=1&find=a").view.search).toBe("a");
  });

  test("empty parts are nothing", () => {
    expect(decodeView("&&find=a&&")).toMatchObject({ view: { search: "a" }, notUnderstood: [] });
  });
});

function width(item: string): string {
  return `width=${item}`;
}
function money(item: string): string {
  return `money=${item}`;
}

function holds(text: string) {
  const opened = decodeView(text);
  for (const piece of opened.notUnderstood) {
    expect(piece).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]{1,61}$/u);
  }
  expect(opened.view.sort.length).toBeLessThanOrEqual(MAX_SORT_KEYS);
  expect(opened.view.filters.length).toBeLessThanOrEqual(MAX_FILTERS);
  const again = decodeView(encodeView(opened));
  expect(again).toEqual({ ...opened, notUnderstood: [], newer: false, cut: false });
}
