/** A report of the old block form, as it is read: the sample's, in both of its forms. */

import { describe, expect, test } from "vitest";
import { findReport, SAMPLE_REPORTS } from "../../../sample/reports.js";
import { batchOf } from "../../engine/testing/buildTable.ts";
import { columnId, viewRow, type ColumnId } from "../../model/positions.ts";
import { ALL_ROWS, type Query } from "../../model/query.ts";
import { FIRST } from "../testing/examples.ts";
import { createDataset } from "./dataset.ts";

const unhurried = () => ({ due: () => false, next: () => Promise.resolve() });
const { signal } = new AbortController();
const ACCOUNT = columnId(0);
const CLIENT = columnId(1);

function opened(id: string) {
  const report = findReport(id) ?? expect.fail();
  const rows = Array.from({ length: report.rowCount }, (_, row) => report.row(row));
  const dataset = createDataset(unhurried);
  dataset.sink.headers(report.headers);
  for (let from = 0; from < rows.length; from += 100) {
    dataset.sink.append(batchOf(rows.slice(from, from + 100)));
  }
  return { dataset, rows };
}

const textsOf = (cells: readonly unknown[]) => cells.map(String);

/** The rows of data with their numbers, and the client of each. */
function naive(rows: readonly (readonly unknown[])[]) {
  const headers = textsOf(rows.find((row) => row[2] === "Product") ?? []);
  let client: readonly string[] = [];
  const data = rows.flatMap((cells, row) => {
    const texts = textsOf(cells);
    if (texts.length < 5 || texts.join() === headers.join()) return [];
    if (texts[0] !== "") client = [...texts.slice(0, 2), String(row)];
    return [{ row, texts, client }];
  });
  return { headers, data };
}

describe.each(["oldStyle", "oldStyleTitle"] as const)("%s", (name) => {
  const { id } = SAMPLE_REPORTS[name];

  test("lines set aside leave a report with kinds, totals and no uneven rows", async () => {
    const { dataset, rows } = opened(id);
    const { headers, data } = naive(rows);
    await dataset.seal();
    const { setAside, rowCount, blocks = [] } = dataset.summary();
    expect(rowCount).toBe(rows.length);
    expect(setAside).toMatchObject({
      titles: 1,
      rows: rows.length - data.length,
      title: "1180 Northwind Cloud Resale B.V.",
      hasNames: name === "oldStyleTitle",
      raggedRows: 0,
    });
    const columns = setAside?.columns ?? [];
    expect(columns.map((column) => column.name)).toEqual(headers);
    expect(columns[headers.indexOf("Cost")]?.kind).toBe("money");
    const blanks = data.filter(({ texts }) => texts[0] === "").length;
    expect(blocks).toEqual([
      { column: ACCOUNT, blanks },
      { column: CLIENT, blanks },
    ]);
  });

  test("while rows arrive the lines are set aside as they come", async () => {
    const { dataset, rows } = opened(id);
    const { data } = naive(rows);
    const order = await dataset.order(
      { type: "order", dataset: FIRST, query: ALL_ROWS },
      signal,
      () => undefined,
    );
    expect(order).toMatchObject({ tableRows: rows.length, rowCount: data.length });
  });

  test("filled cells count in filters, order, groups and values, and say where they are from", async () => {
    const { dataset, rows } = opened(id);
    const { data } = naive(rows);
    const [, client = expect.fail()] = data[300]?.client ?? [];
    const fill = [ACCOUNT, CLIENT];
    const query: Query = {
      ...ALL_ROWS,
      filters: [{ kind: "is", column: CLIENT, values: [client] }],
      sort: [{ column: columnId(2), descending: false }],
      reading: { asSent: false, fill },
    };
    const ask = async (asked: Query, columns: readonly ColumnId[]) => {
      const range = { start: viewRow(0), end: viewRow(rows.length) };
      const request = { type: "order" as const, dataset: FIRST, query: asked };
      const { tableRows, rowCount } = await dataset.order(request, signal, () => undefined);
      const window = await dataset.window(
        { ...request, type: "window", tableRows, range, columns },
        signal,
      );
      expect(window.rowIndices).toHaveLength(rowCount);
      return window;
    };
    const expected = data.filter((one) => one.client[1] === client);
    // Once before the last row came, once after.
    for (const isSealed of [false, true]) {
      if (isSealed) await dataset.seal();
      const { rowIndices, columns } = await ask(query, [CLIENT]);
      expect([...rowIndices].toSorted((a, b) => a - b)).toEqual(expected.map(({ row }) => row));
      expect(new Set(columns[0]?.texts)).toEqual(new Set([client]));
      rowIndices.forEach((row, at) => {
        const own = expected.find((one) => one.row === row);
        const from = own?.texts[1] === "" ? Number(own.client[2]) : undefined;
        expect(columns[0]?.filledFrom?.[at]).toBe(from);
      });
      // Reversible: what was sent is still there.
      const plain = await ask(ALL_ROWS, [CLIENT]);
      expect(plain.columns[0]?.texts).toEqual(data.map(({ texts }) => texts[1]));
      const sent = await ask({ ...ALL_ROWS, reading: { asSent: true, fill: [] } }, [CLIENT]);
      expect(sent.columns[0]?.texts).toEqual(rows.map((row) => row[1]));
    }
    const { values, distinct } = await dataset.values(
      {
        type: "values",
        dataset: FIRST,
        query: { ...ALL_ROWS, reading: { asSent: false, fill } },
        column: CLIENT,
        asked: { measure: undefined, search: "", start: 0, end: 1_000, chosen: [] },
      },
      signal,
    );
    const clients = data.map((one) => one.client[1]);
    expect(distinct).toBe(new Set(clients).size);
    expect(
      values.every(({ text, rows: n }) => clients.filter((c) => c === text).length === n),
    ).toBe(true);
  });
});
