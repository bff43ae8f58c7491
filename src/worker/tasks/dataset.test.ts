/** What is answered about a table while rows arrive and while it is sealed. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellView } from "../../model/cell.ts";
import type { ColumnKind } from "../../model/column.ts";
import { columnId, viewRow, type ColumnId } from "../../model/positions.ts";
import { ALL_ROWS, type Query } from "../../model/query.ts";
import type { RowWindow } from "../../model/rowWindow.ts";
import { Cancelled, type Turn } from "../../model/turn.ts";
import { anyQuery, anyRows } from "../../engine/testing/anyCells.ts";
import { batchOf } from "../../engine/testing/buildTable.ts";
import { naiveQuery } from "../../engine/testing/naiveQuery.ts";
import type { OrderSummary } from "../protocol.ts";
import { FIRST } from "../testing/examples.ts";
import { createDataset } from "./dataset.ts";

const WIDTH = 2;
const COLUMNS = [columnId(0), columnId(1)];
const asText = (): ColumnKind => "text";
/** Kinds that a query states do not change while a table grows. */
const ofKind = (query: Query, kind: ColumnKind): Query => ({
  ...query,
  kinds: COLUMNS.map((id): [ColumnId, ColumnKind] => [id, kind]),
});

/** Every pause of any work lets the next of these things happen. */
function pausing(happenings: (() => void)[]): Turn {
  return {
    due: () => true,
    next: () => {
      happenings.shift()?.();
      return Promise.resolve();
    },
  };
}

test("every reply is of the first rows of the table, as many as it says", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRows(WIDTH, 12), { minLength: 1, maxLength: 8 }),
      fc.array(anyQuery(WIDTH), { minLength: 1, maxLength: 4 }),
      fc.constantFrom<ColumnKind[]>("text", "id"),
      async (batches, queries, kind) => {
        const rows: CellView[][] = [];
        const happenings = [
          ...batches.map((batch) => () => {
            dataset.sink.append(batchOf(batch));
            rows.push(...batch);
          }),
          () => dataset.seal(),
        ];
        const dataset = createDataset(() => pausing(happenings));
        dataset.sink.headers(["a", "b"]);
        const { signal } = new AbortController();
        const ask = async (query: Query): Promise<void> => {
          const told: OrderSummary[] = [];
          const range = { start: viewRow(1), end: viewRow(9) };
          const atLeast = rows.length;
          const reply = await dataset.order(
            { type: "order", dataset: FIRST, query, look: { range, columns: COLUMNS } },
            signal,
            (first) => told.push(first),
          );
          expect(reply.tableRows).toBeGreaterThanOrEqual(atLeast);
          expect(reply.tableRows).toBeLessThanOrEqual(rows.length);
          const named = rows.slice(0, reply.tableRows);
          // How dates with slashes are read may follow from rows that came later.
          if (JSON.stringify(rows).includes("/")) return;
          const expected = naiveQuery(named, query, asText);
          expect(reply.rowCount).toBe(expected.length);
          const shown = (reply.window ?? told[0]?.window)?.rowIndices;
          expect([...(shown ?? [])]).toEqual(expected.slice(1, 9));
          const window = await dataset.window(
            {
              type: "window",
              dataset: FIRST,
              query,
              tableRows: reply.tableRows,
              range,
              columns: COLUMNS,
            },
            signal,
          );
          expect(window.rowIndices).toEqual(shown);
        };
        // Some ask together, some one after the other.
        await Promise.all(queries.map((query) => ask(ofKind(query, kind))));
        for (const query of queries) await ask(ofKind(query, kind));
      },
    ),
    { numRuns: 150 },
  );
});

describe("the first rows of an order", () => {
  const rows = Array.from({ length: 40_000 }, (_, row) => [
    `Client ${(row * 7919) % 39_989}`,
    `${(row * 31) % 977}.50`,
  ]);
  const sorted: Query = { ...ALL_ROWS, sort: [{ column: columnId(0), descending: false }] };
  const look = { range: { start: viewRow(0), end: viewRow(128) }, columns: COLUMNS };

  const filled = async (turn: Turn) => {
    const dataset = createDataset(() => turn);
    dataset.sink.headers(["Client", "Cost"]);
    dataset.sink.append(batchOf(rows));
    await dataset.seal();
    return dataset;
  };

  test("are told before the rest is sorted, and no rest is sorted when it is stopped then", async () => {
    let pauses = 0;
    let stop = Number.POSITIVE_INFINITY;
    const dataset = await filled({
      due: () => true,
      next: () => {
        pauses += 1;
        return pauses >= stop ? Promise.reject(new Cancelled()) : Promise.resolve();
      },
    });
    const told: { rows: OrderSummary; at: number }[] = [];
    const ask = () =>
      dataset.order(
        { type: "order", dataset: FIRST, query: sorted, look },
        new AbortController().signal,
        (rows) => {
          told.push({ rows, at: pauses });
          stop = pauses + 1;
        },
      );
    await expect(ask()).rejects.toThrow(Cancelled);
    expect(told).toHaveLength(1);
    const early = told[0]!;
    expect(pauses).toBe(early.at + 1);
    stop = Number.POSITIVE_INFINITY;
    const window = await dataset.window(
      { type: "window", dataset: FIRST, query: sorted, tableRows: 40_000, ...look },
      new AbortController().signal,
    );
    expect(early.rows).toEqual({ tableRows: 40_000, rowCount: 40_000, window });
    expect(pauses).toBeGreaterThan(2 * early.at);
  });

  test("and so are others that are scrolled to, before the order is whole", async () => {
    const ended: string[] = [];
    const dataset = await filled({
      due: () => true,
      next: () => new Promise((resolve) => setImmediate(resolve)),
    });
    const { signal } = new AbortController();
    const request = { dataset: FIRST, query: sorted } as const;
    const window = (start: number) =>
      dataset.window(
        {
          type: "window",
          ...request,
          tableRows: 40_000,
          range: { start: viewRow(start), end: viewRow(start + 128) },
          columns: COLUMNS,
        },
        signal,
      );
    const places = [19_000, 39_900, 50_000];
    const early: Promise<RowWindow>[] = [];
    const order = dataset.order({ type: "order", ...request, look }, signal, () => {
      // The order is begun right after the first rows were told.
      setImmediate(() =>
        early.push(...places.map((start) => window(start).finally(() => ended.push("window")))),
      );
    });
    await order.finally(() => ended.push("order"));
    const windows = await Promise.all(early);
    expect(ended.slice(0, 3)).toEqual(["window", "window", "window"]);
    expect(windows).toEqual(await Promise.all(places.map(window)));
    expect(windows.map(({ rowIndices }) => rowIndices.length)).toEqual([128, 100, 0]);
  });

  test("are told once, or answered when the order was there", async () => {
    const dataset = await filled({ due: () => true, next: () => Promise.resolve() });
    for (const told of [true, false]) {
      const notes: OrderSummary[] = [];
      const answer = await dataset.order(
        { type: "order", dataset: FIRST, query: sorted, look },
        new AbortController().signal,
        (first) => notes.push(first),
      );
      expect(notes).toHaveLength(told ? 1 : 0);
      expect(answer.window === undefined).toBe(told);
      const { window } = told ? notes[0]! : answer;
      expect(window?.columns[0]?.texts.slice(0, 3)).toEqual(["Client 0", "Client 0", "Client 1"]);
    }
  });
});
