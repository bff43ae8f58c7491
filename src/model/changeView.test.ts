import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeView, isContinuous, type ViewAction } from "./changeView.ts";
import { COLUMN_KINDS, columnKeys, type ColumnKey } from "./column.ts";
import type { Filter } from "./filter.ts";
import { anyFilter, anyKey, anyText, anyView } from "./testing/anyView.ts";
import {
  DEFAULT_VIEW,
  MAX_FILTERS,
  MAX_SORT_KEYS,
  MAX_WIDTH,
  type ViewState,
} from "./viewState.ts";

const columns = columnKeys(["A", "B", "C", "D"]);
const [a = expect.fail(), b = expect.fail(), c = expect.fail(), d = expect.fail()] = columns;

const view = (change: Partial<ViewState>): ViewState => ({ ...DEFAULT_VIEW, ...change });
const after = (start: ViewState, ...actions: ViewAction[]): ViewState =>
  actions.reduce(changeView, start);
const up = (column: ColumnKey) => ({ column, descending: false });
const down = (column: ColumnKey) => ({ column, descending: true });

const fill = (...keys: ColumnKey[]): ViewAction => ({ type: "fill", columns: keys });

test("the order of texts is one of the view's parts", () => {
  const swedish = after(DEFAULT_VIEW, { type: "setCollation", collation: "sv" });
  expect(swedish).toEqual(view({ collation: "sv" }));
  expect(after(swedish, { type: "setCollation", collation: "sv" })).toBe(swedish);
  expect(after(swedish, { type: "resetColumns" }).collation).toBe("sv");
  expect(after(swedish, { type: "setCollation", collation: undefined })).toEqual(DEFAULT_VIEW);
});

describe("lines and blank cells", () => {
  test("columns are filled once each, and no longer", () => {
    const both = after(DEFAULT_VIEW, fill(a, b), fill(b));
    expect(both.fill).toEqual([a, b]);
    expect(after(both, fill(a))).toBe(both);
    expect(after(both, { type: "unfill", columns: [a, c] }).fill).toEqual([b]);
    expect(after(both, { type: "unfill", columns: [c] })).toBe(both);
  });

  test("the report as sent keeps what was filled for the way back; filling goes back, too", () => {
    const sent = after(DEFAULT_VIEW, fill(a), { type: "setLines", lines: "sent" });
    expect([sent.lines, sent.fill]).toEqual(["sent", [a]]);
    expect(after(sent, { type: "setLines", lines: "sent" })).toBe(sent);
    expect(after(sent, fill(b))).toEqual(view({ lines: "aside", fill: [a, b] }));
  });
});

describe("sort", () => {
  test("a click goes through ascending, descending, none", () => {
    expect(after(DEFAULT_VIEW, click(a)).sort).toEqual([up(a)]);
    expect(after(DEFAULT_VIEW, click(a), click(a)).sort).toEqual([down(a)]);
    expect(after(DEFAULT_VIEW, click(a), click(a), click(a)).sort).toEqual([]);
  });

  test("a click sorts by that column alone, going on from how it stood", () => {
    expect(after(view({ sort: [up(a), up(b)] }), click(c)).sort).toEqual([up(c)]);
    expect(after(view({ sort: [up(a), up(b)] }), click(b)).sort).toEqual([down(b)]);
    expect(after(view({ sort: [up(a), down(b)] }), click(b)).sort).toEqual([]);
  });

  test("adding keeps the others and their places", () => {
    const start = view({ sort: [up(a), up(b)] });
    expect(after(start, add(c)).sort).toEqual([up(a), up(b), up(c)]);
    expect(after(start, add(a)).sort).toEqual([down(a), up(b)]);
    expect(after(start, add(a), add(a)).sort).toEqual([up(b)]);
  });

  test("set as a whole, each column once, no more than a view may have", () => {
    expect(after(DEFAULT_VIEW, { type: "setSort", sort: [up(a), up(b), down(a)] }).sort).toEqual([
      up(a),
      up(b),
    ]);
    const many = columnKeys(Array.from({ length: 300 }, (_, i) => `c${i}`)).map(up);
    expect(after(DEFAULT_VIEW, { type: "setSort", sort: many }).sort).toHaveLength(MAX_SORT_KEYS);
  });
});

describe("filters", () => {
  const one: Filter<ColumnKey> = { kind: "is", column: a, values: ["007"] };
  const two: Filter<ColumnKey> = { kind: "gte", column: b, value: "10.50" };
  const start = view({ filters: [one, two] });

  test("added at the end, once", () => {
    expect(after(DEFAULT_VIEW, addition(one), addition(two))).toEqual(start);
    expect(after(start, addition({ ...one }))).toBe(start);
  });

  test("are replaced and removed by their place, and cleared alone or with all else", () => {
    const blank: Filter<ColumnKey> = { kind: "blank", column: c };
    expect(after(start, { type: "replaceFilter", index: 0, filter: blank }).filters).toEqual([
      blank,
      two,
    ]);
    expect(after(start, { type: "removeFilter", index: 0 }).filters).toEqual([two]);
    const { sort, grouping } = after(DEFAULT_VIEW, click(a), group(b));
    const all = { ...start, search: "x", sort, grouping };
    expect(after(all, { type: "clearSearch" })).toEqual({ ...all, search: "" });
    expect(after(all, { type: "clearRows" })).toEqual(view({ sort, grouping }));
    expect(after(all, { type: "showAll" })).toEqual(DEFAULT_VIEW);
  });

  test("an index that isn't there changes nothing", () => {
    expect(after(start, { type: "removeFilter", index: 9 })).toBe(start);
    expect(after(start, { type: "replaceFilter", index: -1, filter: one })).toBe(start);
  });

  test("no more than a view may have", () => {
    const many = Array.from({ length: MAX_FILTERS + 5 }, (_, i) =>
      addition({ kind: "is", column: a, values: [String(i)] }),
    );
    expect(after(DEFAULT_VIEW, ...many).filters).toHaveLength(MAX_FILTERS);
  });
});

describe("columns", () => {
  test("hidden, and shown again where the report has them", () => {
    const hidden = after(DEFAULT_VIEW, hide(b));
    expect(hidden.shown).toEqual([a, c, d]);
    expect(after(hidden, hide(a), show(b)).shown).toEqual([b, c, d]);
    expect(after(hidden, hide(c), show(c)).shown).toEqual([a, c, d]);
  });

  test("all of them in the report's order is the default", () => {
    expect(after(DEFAULT_VIEW, hide(b), show(b))).toEqual(DEFAULT_VIEW);
    expect(after(DEFAULT_VIEW, move(a, c), move(a, b))).toEqual(DEFAULT_VIEW);
  });

  test("even the last one can be hidden", () => {
    expect(after(DEFAULT_VIEW, ...columns.map(hide)).shown).toEqual([]);
  });

  test("moved before another or to the end", () => {
    expect(after(DEFAULT_VIEW, move(d, b)).shown).toEqual([a, d, b, c]);
    expect(after(DEFAULT_VIEW, move(a, undefined)).shown).toEqual([b, c, d, a]);
    expect(after(DEFAULT_VIEW, move(a, a))).toBe(DEFAULT_VIEW);
    expect(after(DEFAULT_VIEW, move(a, b))).toBe(DEFAULT_VIEW);
  });

  test("a column takes over whether the place it goes to is pinned", () => {
    const pinned = view({ pinned: { left: [a, b], right: [d] } });
    expect(after(pinned, move(c, b)).pinned).toEqual({ left: [a, c, b], right: [d] });
    expect(after(pinned, move(a, d)).pinned).toEqual({ left: [b], right: [a, d] });
    expect(after(pinned, move(a, c)).pinned).toEqual({ left: [b], right: [d] });
    expect(after(pinned, move(b, a)).pinned).toEqual({ left: [b, a], right: [d] });
  });

  test("pinned at one side at a time", () => {
    const left = after(DEFAULT_VIEW, pin(b, "left"), pin(a, "left"));
    expect(left.pinned).toEqual({ left: [b, a], right: [] });
    expect(after(left, pin(b, "left"))).toBe(left);
    expect(after(left, pin(b, "right")).pinned).toEqual({ left: [a], right: [b] });
    expect(after(left, { type: "unpin", column: b }).pinned).toEqual({ left: [a], right: [] });
  });

  test("reset: all, in order, none pinned; other choices stay", () => {
    const start = view({ shown: [b], pinned: { left: [b], right: [] }, search: "cdn" });
    expect(after(start, { type: "resetColumns" })).toEqual(view({ search: "cdn" }));
  });

  test("names the report lacks stay in the view", () => {
    const [other = expect.fail()] = columnKeys(["Other"]);
    const start = view({ shown: [other, a, b] });
    expect(after(start, hide(a), show(c)).shown).toEqual([other, b, c]);
  });
});

test("widths are whole pixels within bounds", () => {
  expect([width(180.4), width(-5), width(1e9)]).toEqual([180, 1, MAX_WIDTH]);
});

test("what is set for a column can be reset", () => {
  const set = after(
    DEFAULT_VIEW,
    { type: "setWidth", column: a, width: 180 },
    { type: "setMeaning", column: a, kind: "id", currency: { from: "code", code: "EUR" } },
    { type: "setTotals", totals: [a, b, a] },
    { type: "setExact", exact: true },
  );
  expect(set).toEqual(
    view({
      widths: new Map([[a, 180]]),
      kinds: new Map([[a, "id"]]),
      currencies: new Map([[a, { from: "code", code: "EUR" }]]),
      totals: [a, b],
      exact: true,
    }),
  );
  const reset = after(
    set,
    { type: "resetWidth", column: a },
    { type: "setMeaning", column: a, kind: undefined, currency: undefined },
    { type: "setTotals", totals: undefined },
    { type: "setExact", exact: false },
  );
  expect(reset).toEqual(DEFAULT_VIEW);
});

test.each(["", "E R", "EUR\u202e", "x".repeat(21)])("%j is no currency", (code) => {
  const currency = { from: "code", code } as const;
  expect(after(DEFAULT_VIEW, { type: "setMeaning", column: a, kind: "id", currency })).toBe(
    DEFAULT_VIEW,
  );
});

test("a column moved in groups keeps the order there was on the screen", () => {
  const [, , c = a] = columns;
  const onScreen = [c, ...columns.filter((key) => key !== c)];
  const next = after(DEFAULT_VIEW, { ...move(b, a), shown: onScreen } as ViewAction);
  expect(next.shown?.slice(0, 3)).toEqual([c, b, a]);
});

test("many columns are shown, hidden and fitted at once; never none is left", () => {
  const some = (type: "showColumns" | "hideColumns", ...keys: ColumnKey[]): ViewAction => ({
    type,
    some: keys,
    columns,
  });
  const one = after(DEFAULT_VIEW, some("hideColumns", ...columns));
  expect(one.shown).toEqual(columns.slice(0, 1));
  expect(after(one, some("showColumns", ...columns.toReversed())).shown).toBeUndefined();
  const few = after(DEFAULT_VIEW, some("hideColumns", a, b));
  expect(few.shown).toEqual(columns.filter((key) => key !== a && key !== b));
  expect(after(few, some("showColumns", b)).shown).toEqual(columns.filter((key) => key !== a));
  const widths = new Map([
    [a, 99.6],
    [b, 0],
  ]);
  const fitted = after(DEFAULT_VIEW, { type: "setWidths", widths });
  expect(fitted.widths).toEqual(
    new Map([
      [a, 100],
      [b, 1],
    ]),
  );
  expect(after(fitted, { type: "setWidths", widths })).toBe(fitted);
});

test("typing and dragging are continuous, clicks are not", () => {
  expect(isContinuous({ type: "search", text: "c" })).toBe(true);
  expect(isContinuous({ type: "setWidth", column: a, width: 1 })).toBe(true);
  expect(isContinuous({ type: "resetWidth", column: a })).toBe(false);
  expect(isContinuous({ type: "clearSearch" })).toBe(false);
  expect(isContinuous({ type: "toggleSort", column: a, add: false })).toBe(false);
});

const anyAction: fc.Arbitrary<ViewAction> = fc
  .record({
    type: fc.constantFrom<ViewAction["type"][]>(
      ...(["toggleSort", "setSort", "addFilter", "replaceFilter", "removeFilter"] as const),
      ...(["search", "showColumn", "hideColumn", "moveColumn"] as const),
      ...(["clearSearch", "clearRows", "showAll"] as const),
      ...(["showColumns", "hideColumns", "setWidths"] as const),
      ...(["resetColumns", "setWidth", "resetWidth", "pin", "unpin"] as const),
      ...(["setMeaning", "setTotals", "setExact"] as const),
      ...(["addFilters", "addGroup", "removeGroup", "moveGroup"] as const),
      ...(["setGroupsOpen", "setGroupsByRows"] as const),
    ),
    column: anyKey,
    before: fc.option(anyKey, { nil: undefined }),
    columns: fc.uniqueArray(anyKey, { maxLength: 6 }),
    add: fc.boolean(),
    sort: anyView.map(({ sort }) => sort),
    filter: anyFilter,
    filters: fc.array(anyFilter, { maxLength: 3 }),
    index: fc.integer({ min: -1, max: 6 }),
    text: anyText,
    width: fc.double({ noNaN: true }),
    some: fc.uniqueArray(anyKey, { maxLength: 4 }),
    widths: fc
      .array(fc.tuple(anyKey, fc.double({ noNaN: true })), { maxLength: 3 })
      .map((entries) => new Map(entries)),
    side: fc.constantFrom("left", "right"),
    kind: fc.constantFrom(...COLUMN_KINDS),
    currency: fc.constant({ from: "code", code: "EUR" }),
    totals: fc.option(fc.array(anyKey), { nil: undefined }),
    exact: fc.boolean(),
    by: fc.constantFrom(-1, 1),
    open: fc.boolean(),
    byRows: fc.constantFrom(undefined, "ascending", "descending"),
  })
  // One record holds the fields of all actions; each action reads its own.
  .map((action) => action as ViewAction);

describe("any action on any view", () => {
  test("leaves the old view alone, and what it doesn't change is the same object", () => {
    fc.assert(
      fc.property(anyView, anyAction, (start, action) => {
        const copy = structuredClone(start);
        const next = changeView(deepFreeze(start), action);
        expect(start).toEqual(copy);
        const changed = Object.keys(start).filter(
          (name) => !(name in next) || !sameAt(start, next, name),
        );
        // A search and its form in the report are one part of the view.
        const parts = new Set(changed.map((name) => (name === "also" ? "search" : name)));
        expect(parts.size).toBeLessThanOrEqual(action.type === "showAll" ? 4 : 2);
        // Done again with nothing to do, it returns the view it was given.
        if (changed.length === 0) expect(next).toBe(start);
        else expect(next).not.toEqual(start);
      }),
      { numRuns: 2000 },
    );
  });

  test("keeps every list free of columns twice", () => {
    fc.assert(
      fc.property(anyView, fc.array(anyAction, { maxLength: 8 }), (start, actions) => {
        const next = after(start, ...actions);
        const { left, right } = next.pinned;
        const sorted = next.sort.map((key) => key.column);
        for (const list of [next.shown ?? [], next.totals ?? [], sorted, [...left, ...right]]) {
          expect(new Set(list).size).toBe(list.length);
        }
      }),
    );
  });
});

function click(column: ColumnKey): ViewAction {
  return { type: "toggleSort", column, add: false };
}

function add(column: ColumnKey): ViewAction {
  return { type: "toggleSort", column, add: true };
}

function hide(column: ColumnKey): ViewAction {
  return { type: "hideColumn", column, columns };
}

function show(column: ColumnKey): ViewAction {
  return { type: "showColumn", column, columns };
}

describe("groups", () => {
  test("one within the other, no column twice, until none is left", () => {
    const both = after(after(after(DEFAULT_VIEW, group(a)), group(b)), group(a));
    expect(both.grouping).toEqual({ columns: [a, b], open: false, byRows: undefined });
    const turned = after(both, { type: "moveGroup", column: b, by: -1 });
    expect(turned.grouping?.columns).toEqual([b, a]);
    expect(after(turned, { type: "moveGroup", column: b, by: -1 })).toBe(turned);
    const one = after(turned, { type: "removeGroup", column: b });
    expect(one.grouping?.columns).toEqual([a]);
    expect(after(one, { type: "removeGroup", column: a }).grouping).toBeUndefined();
    expect(after(one, { type: "removeGroup", column: b })).toBe(one);
  });

  test("folded or open, and by how many rows they have; nothing without groups", () => {
    const grouped = after(DEFAULT_VIEW, group(a));
    const open = after(grouped, { type: "setGroupsOpen", open: true });
    const ranked = after(open, { type: "setGroupsByRows", byRows: "descending" });
    expect(ranked.grouping).toEqual({ columns: [a], open: true, byRows: "descending" });
    expect(after(ranked, group(b)).grouping).toMatchObject({ open: true, byRows: "descending" });
    expect(after(open, { type: "setGroupsOpen", open: true })).toBe(open);
    expect(after(DEFAULT_VIEW, { type: "setGroupsOpen", open: true })).toBe(DEFAULT_VIEW);
  });
});

function group(column: ColumnKey): ViewAction {
  return { type: "addGroup", column };
}

function move(column: ColumnKey, before: ColumnKey | undefined): ViewAction {
  return { type: "moveColumn", column, before, columns };
}

function width(pixels: number): number | undefined {
  return after(DEFAULT_VIEW, { type: "setWidth", column: a, width: pixels }).widths.get(a);
}

function addition(filter: Filter<ColumnKey>): ViewAction {
  return { type: "addFilter", filter };
}

function pin(column: ColumnKey, side: "left" | "right"): ViewAction {
  return { type: "pin", column, side };
}

function sameAt(one: object, other: object, name: string): boolean {
  return Reflect.get(one, name) === Reflect.get(other, name);
}

/** Freezes a view as deep as it goes; a map has no freezing, a copy was compared instead. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !(value instanceof Map)) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
