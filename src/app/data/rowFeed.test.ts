/** What the screen shows while views are made, replaced, fail and grow. */

import { afterEach, describe, expect, it } from "vitest";
import type { Column, ColumnKey } from "../../model/column.ts";
import { columnId, viewRow } from "../../model/positions.ts";
import { ALL_ROWS, type Query } from "../../model/query.ts";
import { type ReportError, ReportFailure } from "../../model/reportError.ts";
import type { TableSummary } from "../../model/tableSummary.ts";
import type { DatasetId } from "../../worker/protocol.ts";
import { createFakeEngine, settled } from "../testing/fakeEngine.ts";
import { createQueryClient } from "./queryClient.ts";
import { createRowFeed } from "./rowFeed.ts";

const DATASET = "dataset" as DatasetId;
const SORTED: Query = { ...ALL_ROWS, sort: [{ column: columnId(0), descending: false }] };
const REVERSED: Query = { ...ALL_ROWS, sort: [{ column: columnId(0), descending: true }] };
const COLUMNS = [columnId(0), columnId(1)];

const COLUMN: Column = {
  id: columnId(0),
  key: "A" as ColumnKey,
  name: "A",
  label: "A",
  kind: "text",
  reason: { values: 0, fitting: 0, named: false },
  longest: 0,
  wholeDigits: 0,
  fractionDigits: 0,
  commas: false,
  blanks: 0,
  currency: undefined,
};
const table = (rowCount: number, sealed = true): TableSummary => ({
  rowCount,
  sealed,
  columns: [COLUMN, { ...COLUMN, id: columnId(1), key: "B" as ColumnKey }],
  headerCount: 2,
  raggedRows: 0,
});

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

function setUp() {
  const fake = createFakeEngine();
  const queries = createQueryClient();
  const feed = createRowFeed(fake.engine, queries, DATASET);
  ends.push(() => {
    feed.close();
    queries.clear();
  });
  const text = (row: number) => feed.getSnapshot().rows.cell(viewRow(row), columnId(0))?.text;
  const answerWindows = async () => {
    fake.windows.forEach((window) => window.answer());
    await settled();
  };
  const wantFrom = (start: number) =>
    feed.getSnapshot().rows.want({ start: viewRow(start), end: viewRow(start + 50) }, COLUMNS);
  return { ...fake, feed, queries, text, answerWindows, wantFrom };
}

describe("rowFeed", () => {
  it("shows all rows without asking for an order", async () => {
    const { feed, orders, answerWindows, text } = setUp();
    feed.show(ALL_ROWS, table(1000));
    await answerWindows();
    expect(orders).toHaveLength(0);
    expect(feed.getSnapshot().rows.rowCount).toBe(1000);
    expect(text(3)).toBe("r3c0");
  });

  it("says that the worker is lost when anything asked of it says so", async () => {
    const { feed, queries, answerWindows, text } = setUp();
    feed.show(ALL_ROWS, table(1000));
    await answerWindows();
    const fail = (of: string, error: ReportError) =>
      queries
        .fetchQuery({
          queryKey: ["row", of, error],
          queryFn: () => Promise.reject(new ReportFailure(error)),
        })
        .catch(() => {});
    await fail("another", { code: "workerCrashed" });
    await fail(DATASET, { code: "internal", detail: "of this question only" });
    expect(feed.getSnapshot().problem).toBeUndefined();
    await fail(DATASET, { code: "workerCrashed" });
    expect(feed.getSnapshot().problem).toEqual({ code: "workerCrashed" });
    expect(text(3)).toBe("r3c0");
  });

  it("keeps the rows on screen while more arrive, and asks again only for what was not full", async () => {
    const { feed, windows, answerWindows, text } = setUp();
    feed.show(ALL_ROWS, table(300, false));
    await answerWindows();
    const asked = windows.length;
    feed.show(ALL_ROWS, table(600, false));
    expect(feed.getSnapshot().rows.rowCount).toBe(600);
    expect(text(3)).toBe("r3c0");
    await settled();
    expect(windows).toHaveLength(asked);
  });

  it("shows the last view until the next one is ready", async () => {
    const { feed, orders, windows, answerWindows, text } = setUp();
    feed.show(ALL_ROWS, table(1000));
    await answerWindows();
    feed.show(SORTED, table(1000));
    expect(feed.getSnapshot()).toMatchObject({ pending: true, rows: { rowCount: 1000 } });
    const before = windows.length;
    orders[0]?.answer({ tableRows: 1000, rowCount: 40 });
    await settled();
    expect(feed.getSnapshot().rows.rowCount).toBe(1000);
    expect(windows.length).toBeGreaterThan(before);
    await answerWindows();
    expect(feed.getSnapshot()).toMatchObject({ pending: false, rows: { rowCount: 40 } });
    expect(text(39)).toBe("r39c0");
  });

  it("shows a view that was made ready at once and without asking for it again", async () => {
    const { feed, orders, windows, answerWindows, text } = setUp();
    feed.show(ALL_ROWS, table(1000));
    await answerWindows();
    const asked = windows.length;
    const stop = feed.prepare(SORTED, table(1000));
    orders[0]?.tell({ tableRows: 1000, rowCount: 40 });
    orders[0]?.answer({ tableRows: 1000, rowCount: 40 });
    await settled();
    expect(feed.getSnapshot()).toMatchObject({ query: ALL_ROWS, pending: false });
    feed.show(SORTED, table(1000));
    const { query, pending, rows } = feed.getSnapshot();
    expect({ query, pending, rowCount: rows.rowCount }).toEqual({
      query: SORTED,
      pending: false,
      rowCount: 40,
    });
    expect(text(39)).toBe("r39c0");
    stop();
    await settled();
    expect(orders).toHaveLength(1);
    expect(windows).toHaveLength(asked);
  });

  it("shows a view that is still being made ready as soon as its first rows are here", async () => {
    const { feed, orders, answerWindows, text } = setUp();
    feed.show(ALL_ROWS, table(1000));
    await answerWindows();
    const stop = feed.prepare(SORTED, table(1000));
    feed.show(SORTED, table(1000));
    stop();
    await settled();
    expect(orders).toHaveLength(1);
    expect(orders[0]?.isStopped()).toBe(false);
    orders[0]?.tell({ tableRows: 1000, rowCount: 1000 });
    expect(feed.getSnapshot()).toMatchObject({ query: SORTED, pending: false });
    expect(text(3)).toBe("r3c0");
  });

  it("stops making ready what will not be shown, and makes nothing ready of a growing report", async () => {
    const { feed, orders, answerWindows } = setUp();
    feed.show(ALL_ROWS, table(1000));
    await answerWindows();
    feed.prepare(SORTED, table(1000))();
    await settled();
    expect(orders[0]?.isStopped()).toBe(true);
    expect(feed.getSnapshot()).toMatchObject({ query: ALL_ROWS, problem: undefined });
    feed.prepare(REVERSED, table(1000, false))();
    feed.prepare(ALL_ROWS, table(1000))();
    expect(orders).toHaveLength(1);
  });

  it("says of which view the rows are, and whether of the whole report", async () => {
    const { feed, orders, answerWindows } = setUp();
    expect(feed.getSnapshot()).toMatchObject({ query: undefined, sealed: false });
    feed.show(SORTED, table(300, false));
    orders[0]?.answer({ tableRows: 300, rowCount: 300 });
    await settled();
    await answerWindows();
    expect(feed.getSnapshot()).toMatchObject({ query: SORTED, sealed: false });
    // The last row came; the rows on screen are of before.
    feed.show(SORTED, table(300, true));
    expect(feed.getSnapshot()).toMatchObject({ query: SORTED, sealed: false });
    feed.show(REVERSED, table(300, true));
    expect(feed.getSnapshot()).toMatchObject({ query: SORTED, sealed: false, pending: true });
    orders.at(-1)?.answer({ tableRows: 300, rowCount: 300 });
    await settled();
    await answerWindows();
    expect(feed.getSnapshot()).toMatchObject({ query: REVERSED, sealed: true, pending: false });
  });

  it("shows the first blocks before the order is whole, and asks for no others", async () => {
    const { feed, orders, windows, answerWindows, text } = setUp();
    feed.show(ALL_ROWS, table(1000));
    await answerWindows();
    const before = windows.length;
    feed.show(SORTED, table(1000));
    orders[0]?.tell({ tableRows: 1000, rowCount: 40 });
    expect(feed.getSnapshot()).toMatchObject({ pending: false, rows: { rowCount: 40 } });
    expect(text(39)).toBe("r39c0");
    const { rows } = feed.getSnapshot();
    orders[0]?.answer({ tableRows: 1000, rowCount: 40 });
    await settled();
    expect(feed.getSnapshot().rows).toBe(rows);
    expect(windows).toHaveLength(before);
    feed.show(REVERSED, table(1000));
    feed.show(SORTED, table(1000));
    expect(orders[1]?.isStopped()).toBe(true);
    orders[1]?.tell({ tableRows: 1000, rowCount: 3 });
    expect(feed.getSnapshot().rows.rowCount).toBe(40);
  });

  it("stops the rest of an order whose first blocks were seen when another view is wanted", async () => {
    const { feed, orders } = setUp();
    feed.show(SORTED, table(1000));
    await settled();
    orders[0]?.tell({ tableRows: 1000, rowCount: 1000 });
    feed.show(REVERSED, table(1000));
    await settled();
    expect(orders[0]?.isStopped()).toBe(true);
    expect(orders[1]?.isStopped()).toBe(false);
  });

  it("stops the making of a view that nobody waits for", async () => {
    const { feed, orders, answerWindows } = setUp();
    feed.show(ALL_ROWS, table(1000));
    await answerWindows();
    feed.show(SORTED, table(1000));
    feed.show(REVERSED, table(1000));
    await settled();
    expect(orders[0]?.isStopped()).toBe(true);
    expect(orders[1]?.isStopped()).toBe(false);
    feed.show(ALL_ROWS, table(1000));
    await settled();
    expect(orders[1]?.isStopped()).toBe(true);
    expect(feed.getSnapshot().pending).toBe(false);
  });

  it("stops asking for blocks that were scrolled past", async () => {
    const { feed, windows, answerWindows, wantFrom, text } = setUp();
    feed.show(ALL_ROWS, table(100_000));
    await answerWindows();
    wantFrom(10_000);
    wantFrom(90_000);
    await settled();
    const passed = windows.filter(({ text }) => text.startsWith("99") || text.startsWith("10"));
    expect(passed.length).toBeGreaterThan(0);
    expect(passed.every((window) => window.isStopped())).toBe(true);
    await answerWindows();
    expect(text(90_010)).toBe("r90010c0");
  });

  it("renews the order of a growing report, and at once when it is complete", async () => {
    const { feed, orders, answerWindows } = setUp();
    feed.show(SORTED, table(100, false));
    await settled();
    feed.show(SORTED, table(200, false));
    feed.show(SORTED, table(300, false));
    expect(orders).toHaveLength(1);
    orders[0]?.answer({ tableRows: 100, rowCount: 100 });
    await settled();
    await answerWindows();
    feed.show(SORTED, table(300));
    await settled();
    expect(orders).toHaveLength(2);
    orders[1]?.answer({ tableRows: 300, rowCount: 300 });
    await settled();
    await answerWindows();
    expect(feed.getSnapshot()).toMatchObject({ tableRows: 300, rows: { rowCount: 300 } });
  });

  it("says what failed, keeps the rows, and tries again when told", async () => {
    const { feed, orders, answerWindows, text } = setUp();
    feed.show(ALL_ROWS, table(1000));
    await answerWindows();
    feed.show(SORTED, table(1000));
    orders[0]?.fail(new ReportFailure({ code: "workerCrashed" }));
    await settled();
    expect(feed.getSnapshot()).toMatchObject({ problem: { code: "workerCrashed" } });
    expect(text(3)).toBe("r3c0");
    feed.retry();
    await settled();
    orders[1]?.answer({ tableRows: 1000, rowCount: 5 });
    await settled();
    await answerWindows();
    expect(feed.getSnapshot()).toMatchObject({ problem: undefined, rows: { rowCount: 5 } });
  });
});
