import { createElement, useState } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";

import type { Column, ColumnKey, ColumnKind } from "../model/column.ts";
import { columnKeys, columnLabel } from "../model/column.ts";
import { columnId } from "../model/positions.ts";
import { DEFAULT_VIEW } from "../model/viewState.ts";
import type { ViewState } from "../model/viewState.ts";
import type { GridColumn } from "./gridProps.ts";
import { useColumnModel } from "./useColumnModel.ts";

function report(...names: readonly string[]): readonly Column[] {
  const keys = columnKeys(names);
  return names.map((name, position) => ({
    id: columnId(position),
    key: key(keys[position] ?? ""),
    name,
    label: columnLabel(name, columnId(position)),
    kind: "text" as ColumnKind,
    reason: { values: 1, fitting: 0, named: false },
    longest: 10,
    wholeDigits: 0,
    fractionDigits: 0,
    commas: false,
    blanks: 0,
    currency: undefined,
  }));
}

const key = (text: string) => text as ColumnKey;

const widths = (columns: readonly GridColumn[] | undefined) => columns?.map((c) => c.width);

/** What the hook gives a component that is drawn once. */
function model(columns: readonly Column[], view: Partial<ViewState> = {}): readonly GridColumn[] {
  let result: readonly GridColumn[] = [];
  function Probe() {
    result = useColumnModel(columns, { ...DEFAULT_VIEW, ...view }, true);
    return null;
  }
  renderToStaticMarkup(createElement(Probe));
  return result;
}

const labels = (columns: readonly GridColumn[]) => columns.map((column) => column.label);

describe("which columns, in which order", () => {
  const columns = report("Client", "Product", "Region", "Cost");

  test("all of the report, unless the view says so", () => {
    expect(labels(model(columns))).toEqual(["Client", "Product", "Region", "Cost"]);
  });

  test("the view's choice and order", () => {
    const shown = [key("Cost"), key("Client"), key("gone")];
    expect(labels(model(columns, { shown }))).toEqual(["Cost", "Client"]);
  });

  test("pinned ones stand at the edges", () => {
    const pinned = { left: [key("Region")], right: [key("Client")] };
    const result = model(columns, { pinned });
    expect(labels(result)).toEqual(["Region", "Product", "Cost", "Client"]);
    expect(result.map((column) => column.pinned)).toEqual(["left", undefined, undefined, "right"]);
  });

  test("a hidden column is hidden, pinned or not", () => {
    const pinned = { left: [key("Region")], right: [] };
    expect(labels(model(columns, { pinned, shown: [key("Cost")] }))).toEqual(["Cost"]);
  });
});

test("headers may be repeated, empty, or called like parts of an object", () => {
  const columns = report("__proto__", "constructor", "Cost", "Cost", "", "10", "a.b");
  expect(labels(model(columns))).toEqual([
    "__proto__",
    "constructor",
    "Cost",
    "Cost",
    "Column 5",
    "10",
    "a.b",
  ]);
  const shown = [key("Cost~2"), key("__proto__")];
  expect(model(columns, { shown }).map(({ id }) => id)).toEqual([3, 0]);
});

test("a width of the view wins over the first width, within bounds", () => {
  const widths = new Map([
    [key("Client"), 300],
    [key("Cost"), 5],
  ]);
  const [client, cost, other] = model(report("Client", "Cost", "Other"), { widths });
  expect([client?.width, cost?.width]).toEqual([300, 48]);
  expect(other?.width).toBeGreaterThanOrEqual(64);
});

test("sort signs are numbered only when there are several", () => {
  const columns = report("Client", "Cost");
  const byCost = { column: key("Cost"), descending: true };
  const one = model(columns, { sort: [byCost] });
  expect(one.map(({ sort }) => sort)).toEqual([
    undefined,
    { descending: true, position: undefined },
  ]);
  const two = model(columns, { sort: [byCost, { column: key("Client"), descending: false }] });
  expect(two.map(({ sort }) => sort?.position)).toEqual([2, 1]);
});

test("filters and chosen kinds show", () => {
  const [client, cost] = model(report("Client", "Cost"), {
    filters: [{ kind: "is", column: key("Client"), values: ["Acme"] }],
    kinds: new Map([[key("Cost"), "money" as ColumnKind]]),
  });
  expect([client?.filtered, cost?.filtered]).toEqual([true, false]);
  expect([client?.kind, cost?.kind]).toEqual(["text", "money"]);
});

/** What the hook gives one component that is drawn with each of the reports in turn. */
function models(
  reports: readonly (readonly Column[])[],
  isLastWhole = false,
): readonly (readonly GridColumn[])[] {
  const results: (readonly GridColumn[])[] = [];
  function Probe() {
    const [turn, setTurn] = useState(0);
    const isWhole = isLastWhole && turn === reports.length - 1;
    results[turn] = useColumnModel(reports[turn] ?? [], DEFAULT_VIEW, isWhole);
    if (turn + 1 < reports.length) setTurn(turn + 1);
    return null;
  }
  renderToStaticMarkup(createElement(Probe));
  return results;
}

describe("while rows arrive", () => {
  const begun = report("Client", "Cost");

  test("columns whose counts alone changed are the same objects, in the same list", () => {
    const more = begun.map((column) => ({ ...column, longest: 400, blanks: 7 }));
    const [first, second] = models([begun, more]);
    expect(second).toBe(first);
  });

  test("a column that changed is a new one, the others stay", () => {
    const [client, cost] = begun;
    const [first, second] = models([
      begun,
      [client, cost && { ...cost, kind: "money" as const }].flatMap((column) => column ?? []),
    ]);
    expect(second?.[0]).toBe(first?.[0]);
    expect(second?.[1]).toMatchObject({ kind: "money", width: first?.[1]?.width });
  });

  test("a first width waits for the first values", () => {
    const empty = begun.map((column) => ({ ...column, longest: 0 }));
    const wide = begun.map((column) => ({ ...column, longest: 40 }));
    const [first, second] = models([empty, wide]);
    expect(second?.[0]?.width).toBeGreaterThan(first?.[0]?.width ?? 0);
  });

  test("once all are here, widths are those of all values, however these came", () => {
    const some = begun.map((column) => ({ ...column, longest: 4 }));
    const most = begun.map((column) => ({ ...column, longest: 12 }));
    const all = begun.map((column) => ({ ...column, longest: 40 }));
    const atOnce = widths(models([all], true)[0]);
    const inPieces = models([some, most, all], true).map(widths);
    expect(inPieces[1]).toEqual(inPieces[0]);
    expect(inPieces[1]).not.toEqual(atOnce);
    expect(inPieces[2]).toEqual(atOnce);
  });
});
