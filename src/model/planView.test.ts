import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnKeys, columnLabel, type Column } from "./column.ts";
import { planView } from "./planView.ts";
import { columnId } from "./positions.ts";
import { ALL_ROWS } from "./query.ts";
import { anyView } from "./testing/anyView.ts";
import { DEFAULT_VIEW, type ViewState } from "./viewState.ts";

const columnsOf = (...names: string[]): Column[] =>
  columnKeys(names).map((key, position) => ({
    id: columnId(position),
    key,
    name: names[position] ?? "",
    label: columnLabel(names[position] ?? "", columnId(position)),
    kind: "text",
    reason: { values: 0, fitting: 0, named: false },
    longest: 0,
    wholeDigits: 0,
    fractionDigits: 0,
    commas: false,
    blanks: 0,
    currency: undefined,
  }));

const report = columnsOf("Client", "Cost", "Cost", "Region");
const keysOf = columnKeys(["Client", "Cost", "Cost", "Region", "Gone"]);
const [client = expect.fail(), cost = expect.fail(), cost2 = expect.fail()] = keysOf;
const [, , , region = expect.fail(), gone = expect.fail()] = keysOf;

const plan = (view: Partial<ViewState>, columns: readonly Column[] = report) =>
  planView({ ...DEFAULT_VIEW, ...view }, columns);

test("the default view is the whole report", () => {
  expect(plan({})).toEqual({
    query: ALL_ROWS,
    shown: [0, 1, 2, 3],
    hidden: [],
    pinned: { left: [], right: [] },
    currencies: new Map(),
    totals: undefined,
    filled: [],
    unfillable: [],
    unknown: [],
    problems: [],
  });
});

test("blank cells are filled in columns of words, in any order; amounts and the unknown are named", () => {
  const columns = report.map((column): Column => {
    return column.key === cost ? { ...column, kind: "money" } : column;
  });
  const filled = plan({ fill: [region, cost, gone, client] }, columns);
  expect(filled.query).toEqual({ ...ALL_ROWS, reading: { asSent: false, fill: [0, 3] } });
  expect(filled).toMatchObject({ filled: [3, 0], unfillable: [1], unknown: [gone] });
});

test("of the report as sent no cell is filled, and nothing is missing for it", () => {
  const sent = plan({ lines: "sent", fill: [client, gone] });
  expect(sent.query).toEqual({ ...ALL_ROWS, reading: { asSent: true, fill: [] } });
  expect(sent).toMatchObject({ filled: [], unfillable: [], unknown: [] });
  expect(plan({ lines: "aside" }).query).toEqual(ALL_ROWS);
});

test("columns are found by name, the second of a name by its number", () => {
  const { query } = plan({
    sort: [{ column: cost2, descending: true }],
    filters: [{ kind: "gte", column: cost, value: "10.50" }],
    search: "cdn",
    kinds: new Map([[client, "id"]]),
  });
  expect(query).toEqual({
    sort: [{ column: 2, descending: true }],
    filters: [{ kind: "gte", column: 1, value: "10.50" }],
    search: "cdn",
    kinds: [[0, "id"]],
  });
});

describe("columns on screen", () => {
  test("as chosen, the rest hidden in the report's order", () => {
    expect(plan({ shown: [region, client] })).toMatchObject({ shown: [3, 0], hidden: [1, 2] });
  });

  test("pinned ones stand at their edges", () => {
    const pinned = { left: [cost2], right: [client] };
    expect(plan({ pinned })).toMatchObject({
      shown: [2, 1, 3, 0],
      pinned: { left: [2], right: [0] },
    });
  });

  test("a pinned column that is hidden stays hidden", () => {
    const pinned = { left: [client], right: [] };
    expect(plan({ shown: [cost], pinned })).toMatchObject({
      shown: [1],
      pinned: { left: [], right: [] },
    });
  });

  test("none, if the person hid all of them", () => {
    expect(plan({ shown: [] })).toMatchObject({ shown: [], hidden: [0, 1, 2, 3] });
  });

  test("all, if the report has none of the view's", () => {
    expect(plan({ shown: [gone] })).toMatchObject({ shown: [0, 1, 2, 3], unknown: [gone] });
  });
});

describe("what doesn't fit", () => {
  test("is left out and named once", () => {
    const result = plan({
      shown: [gone, client],
      sort: [
        { column: gone, descending: true },
        { column: client, descending: false },
      ],
      filters: [{ kind: "blank", column: gone }],
      widths: new Map([[gone, 100]]),
      currencies: new Map([[cost, { from: "column", column: gone }]]),
      totals: [gone, cost],
    });
    expect(result).toMatchObject({ shown: [0], totals: [1], unknown: [gone] });
    expect(result.query).toEqual({ ...ALL_ROWS, sort: [{ column: 0, descending: false }] });
    expect(result.currencies.size).toBe(0);
  });

  test("is named even if only a width is of it", () => {
    expect(plan({ widths: new Map([[gone, 100]]) }).unknown).toEqual([gone]);
  });

  test("a filter that can't work is named with its problem", () => {
    const bad = { kind: "gte", column: cost, value: "much" } as const;
    const result = plan({ filters: [bad, { kind: "blank", column: client }] });
    expect(result.query.filters).toEqual([{ kind: "blank", column: 0 }]);
    expect(result.problems).toEqual([
      { filter: bad, problem: { code: "notComparable", of: "much" } },
    ]);
  });

  test("before the header has come, nothing is missing and all rows are shown", () => {
    const filters = [{ kind: "blank", column: gone }] as const;
    const result = plan({ shown: [gone], filters, search: "cdn" }, []);
    expect(result).toMatchObject({ query: ALL_ROWS, shown: [], unknown: [] });
  });
});

test("currencies chosen: a code, or a column", () => {
  const { currencies } = plan({
    currencies: new Map([
      [cost, { from: "code", code: "EUR" }],
      [cost2, { from: "column", column: region }],
    ]),
  });
  expect([...currencies]).toEqual([
    [1, { from: "code", code: "EUR" }],
    [2, { from: "column", column: 3 }],
  ]);
});

test("any view on any report shows each column once or hides it, and names only what is missing", () => {
  const anyReport = fc.tuple(anyView, fc.subarray(["Acme GmbH", "", "~", "__proto__", ":none"]));
  fc.assert(
    fc.property(anyReport, ([view, names]) => {
      const columns = columnsOf(...names, ...names);
      const { shown, hidden, unknown, query } = planView(view, columns);
      const all = columns.map((column) => column.id);
      expect([...shown, ...hidden].sort((x, y) => x - y)).toEqual(all);
      const keys = new Set(columns.map((column) => column.key));
      expect(unknown.some((key) => keys.has(key))).toBe(false);
      const used = [...query.sort, ...query.filters].map(({ column }) => column);
      expect(used.every((id) => all.includes(id))).toBe(true);
    }),
  );
});

describe("rows in groups", () => {
  const columns = report.map((column) =>
    column.key === cost ? { ...column, kind: "money" as const } : column,
  );
  const groupBy = (view: Partial<ViewState>, ...keys: (typeof client)[]) =>
    plan({ grouping: { columns: keys, open: false, byRows: undefined }, ...view }, columns);

  test("their columns come first and stay in sight, also when they were hidden or elsewhere", () => {
    const { shown, hidden, pinned, query } = groupBy(
      { shown: [cost, client, cost2], pinned: { left: [cost2], right: [client] } },
      region,
      client,
    );
    expect(shown).toEqual([3, 0, 2, 1]);
    expect(hidden).toEqual([]);
    expect(pinned).toEqual({ left: [3, 0, 2], right: [] });
    expect(query.groups?.levels.map(({ column }) => column)).toEqual([3, 0]);
    expect(query.groups?.totals.map(({ column }) => column)).toEqual([1]);
    expect(query.groups?.folds).toEqual({ open: false, except: [] });
  });

  test("their subtotals stand beside them, but where people put columns in order", () => {
    expect(groupBy({}, client).shown).toEqual([0, 1, 2, 3]);
    expect(groupBy({}, region).shown).toEqual([3, 1, 0, 2]);
    expect(groupBy({ shown: [client, cost, cost2] }, region).shown).toEqual([3, 1, 0, 2]);
    expect(groupBy({ shown: [client, cost2] }, region).shown).toEqual([3, 0, 2]);
    expect(groupBy({ shown: [cost2, client, cost] }, region).shown).toEqual([3, 2, 0, 1]);
    expect(groupBy({ pinned: { left: [], right: [cost] } }, region).shown).toEqual([3, 0, 2, 1]);
    expect(plan({}, columns).shown).toEqual([0, 1, 2, 3]);
  });

  test("they follow the sort: by value for their own column, by subtotal for a totalled one", () => {
    const orders = (view: Partial<ViewState>) =>
      groupBy(view, client, region).query.groups?.levels.map(({ order: { by, descending } }) => [
        by,
        descending,
      ]);
    const rising = ["value", false];
    expect(orders({})).toEqual([rising, rising]);
    expect(orders({ sort: [{ column: cost, descending: true }] })).toEqual([
      ["sum", true],
      ["sum", true],
    ]);
    const byRegion = { column: region, descending: true };
    expect(orders({ sort: [byRegion, { column: cost, descending: false }] })).toEqual([
      ["sum", false],
      ["value", true],
    ]);
    // No subtotal: rows are sorted by it, groups are not.
    expect(orders({ sort: [{ column: cost2, descending: true }] })).toEqual([rising, rising]);
    expect(orders({ grouping: { columns: [client], open: true, byRows: "descending" } })).toEqual([
      ["rows", true],
    ]);
  });

  test("a column the report lacks groups nothing and is named", () => {
    expect(groupBy({}, gone).query.groups).toBeUndefined();
    expect(groupBy({}, gone).unknown).toEqual([gone]);
  });
});
