/** What nobody waits for any more stops: the steps of rows that are not looked at are counted. */

import { expect, test } from "vitest";
import { batchOf } from "../../engine/testing/buildTable.ts";
import { columnId } from "../../model/positions.ts";
import { ALL_ROWS, type Query } from "../../model/query.ts";
import type { EngineRequest, FromWorker, RequestId } from "../protocol.ts";
import { FIRST, SOURCE } from "../testing/examples.ts";
import { createDispatcher } from "./dispatch.ts";
import { createHandlers } from "./handlers.ts";
import { createTurns } from "./turns.ts";

const ROWS = 200_000;
const CLIENT = columnId(0);
const COST = columnId(1);
const sorted: Query = { ...ALL_ROWS, sort: [{ column: CLIENT, descending: false }] };
const found: Query = { ...ALL_ROWS, search: "client 7" };

const ASKED: readonly [string, EngineRequest][] = [
  ["an order", { type: "order", dataset: FIRST, query: sorted }],
  ["a search", { type: "order", dataset: FIRST, query: found }],
  [
    "values",
    {
      type: "values",
      dataset: FIRST,
      query: ALL_ROWS,
      column: CLIENT,
      asked: { measure: undefined, search: "", start: 0, end: 50, chosen: [] },
    },
  ],
  [
    "a spread",
    {
      type: "spread",
      dataset: FIRST,
      query: ALL_ROWS,
      column: COST,
      asked: { total: undefined, currency: "" },
    },
  ],
  [
    "finding",
    {
      type: "find",
      dataset: FIRST,
      query: ALL_ROWS,
      tableRows: ROWS,
      find: { search: "7", columns: [CLIENT, COST], from: undefined, way: "here" },
    },
  ],
  [
    "totals",
    {
      type: "totals",
      dataset: FIRST,
      query: ALL_ROWS,
      tableRows: ROWS,
      range: undefined,
      groups: [[{ column: COST, currency: undefined }]],
    },
  ],
  [
    "totals of a search",
    {
      type: "totals",
      dataset: FIRST,
      query: found,
      tableRows: ROWS,
      range: undefined,
      groups: [[{ column: COST, currency: undefined }]],
    },
  ],
];

const BATCH = 20_000;
const BATCHES = Array.from({ length: ROWS / BATCH }, (_, batch) =>
  batchOf(
    Array.from({ length: BATCH }, (_, at) => {
      const row = batch * BATCH + at;
      return [`Client ${(row * 7919) % 39_989}`, `${(row * 31) % 977}.50`];
    }),
  ),
);

/** A worker with a table, which pauses after each step; `onStep` hears of each. */
async function withTable(onStep: () => void) {
  let counting = false;
  const answers = new Map<RequestId, (message: FromWorker) => void>();
  const turns = createTurns(0, async () => {
    if (counting) onStep();
    await Promise.resolve();
  });
  const handlers = createHandlers(
    {
      load: async ({ sink }) => {
        sink.headers(["Client", "Cost"]);
        for (const batch of BATCHES) sink.append(batch);
        return { bytes: 1, rows: ROWS };
      },
      download: () => Promise.reject(new Error("nothing is saved")),
    },
    turns,
  );
  const dispatch = createDispatcher(handlers, (message) => {
    if ("id" in message && !("progress" in message)) answers.get(message.id)?.(message);
  });
  let lastId = 0;
  const ask = (request: EngineRequest) => {
    lastId += 1;
    const id = lastId as RequestId;
    const ending = new Promise<FromWorker>((resolve) => answers.set(id, resolve));
    dispatch({ id, request });
    return { ending, cancel: () => dispatch({ cancel: id }) };
  };
  await ask({ type: "open", dataset: FIRST, source: SOURCE }).ending;
  counting = true;
  return ask;
}

test.each(ASKED)("%s that nobody waits for looks at no more rows", async (_, request) => {
  let steps = 0;
  let stop = Number.POSITIVE_INFINITY;
  const asked: { cancel?: () => void } = {};
  const onStep = () => {
    steps += 1;
    if (steps === stop) asked.cancel?.();
  };
  const whole = (await withTable(onStep))(request);
  expect(await whole.ending).toHaveProperty("done");
  const needed = steps;
  expect(needed).toBeGreaterThan(3);

  const ask = await withTable(onStep);
  steps = 0;
  stop = 2;
  const superseded = ask(request);
  asked.cancel = superseded.cancel;
  expect(await superseded.ending).toEqual({ id: expect.any(Number), cancelled: true });
  const atEnd = steps;
  await new Promise((resolve) => setImmediate(resolve));
  expect(steps).toBe(atEnd);
  expect(atEnd).toBe(2);
});
