import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { FAULTS } from "../../sample/faults.js";
import { SAMPLE_REPORTS } from "../../sample/reports.js";
import { createSampleApi } from "../../sample/server.js";
import { columnId, viewRow } from "../model/positions.ts";
import { ALL_ROWS } from "../model/query.ts";
import { ReportFailure } from "../model/reportError.ts";
import type { ReportId } from "../model/reportId.ts";
import { Cancelled } from "../model/turn.ts";
import type { EngineClient } from "./client.ts";
import type { OpenProgress, ReportSource, SaveProgress } from "./protocol.ts";
import { FIRST, SECOND } from "./testing/examples.ts";
import { createInProcessClient } from "./testing/inProcessClient.ts";

const api = createSampleApi();
const server = createServer((request, response) => void api.handle(request, response));
let client: EngineClient;

beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
beforeEach(() => {
  api.reset();
  const { port } = server.address() as AddressInfo;
  client = createInProcessClient(`http://127.0.0.1:${port}`, { retry: 60_000 });
  return () => client.dispose();
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((done) => server.close(done));
});

const sourceOf = (id: string): ReportSource => ({
  api: "",
  reportId: id as ReportId,
  key: "1180$canary",
  scheme: "apikey",
});

test("opens, orders and reads a report from the sample API", async () => {
  const heard: OpenProgress[] = [];
  const { table } = await client.open(FIRST, sourceOf(SAMPLE_REPORTS.month.id), (note) =>
    heard.push(note),
  );
  expect(table).toMatchObject({ rowCount: 1204, sealed: true });
  expect(heard[0]).toEqual({ phase: "connecting" });

  const cost = table.columns.find(({ name }) => name === "Cost")?.id ?? columnId(0);
  const query = { ...ALL_ROWS, sort: [{ column: cost, descending: true }] };
  const { tableRows, rowCount } = await client.order(FIRST, query);
  expect([tableRows, rowCount]).toEqual([1204, 1204]);
  const range = { start: viewRow(0), end: viewRow(1204) };
  const { columns } = await client.window(FIRST, query, tableRows, range, [cost]);
  const costs = (columns[0]?.texts ?? []).map(Number);
  expect(costs).toEqual(costs.toSorted((a, b) => b - a));
});

test("a wait before the next try ends when the person says so", async () => {
  const heard: OpenProgress[] = [];
  const opened = client.open(FIRST, sourceOf(FAULTS.unavailable.id), (note) => {
    heard.push(note);
    if (note.phase === "waiting") client.tryNow(FIRST);
  });
  await expect(opened).resolves.toMatchObject({ table: { rowCount: 1204 } });
  const phases = heard.map(({ phase }) => phase).filter((phase) => phase !== "receiving");
  expect(phases).toEqual(["connecting", "waiting", "connecting", "waiting", "connecting"]);
});

test("so does the wait of a file", async () => {
  const heard: SaveProgress[] = [];
  const saved = client.save(sourceOf(FAULTS.unavailable.id), "csv", (note, tryNow) => {
    heard.push(note);
    if (note.phase === "waiting") tryNow();
  });
  const { blob, name } = await saved;
  expect(name).toMatch(/\.csv$/);
  expect(blob.size).toBeGreaterThan(100_000);
});

test("a download that broke off keeps its rows", async () => {
  let last: OpenProgress | undefined;
  const opened = client.open(FIRST, sourceOf(FAULTS.cut.id), (note) => (last = note));
  await expect(opened).rejects.toBeInstanceOf(ReportFailure);
  await expect(opened).rejects.toMatchObject({ error: { code: "cut", rows: 500 } });
  expect(last).toMatchObject({ phase: "receiving", table: { rowCount: 500, sealed: false } });
  await expect(client.order(FIRST, ALL_ROWS)).resolves.toEqual({ tableRows: 500, rowCount: 500 });
});

test("stopping closes the connection", async () => {
  const stop = new AbortController();
  const opened = client.open(
    FIRST,
    sourceOf(FAULTS.stalled.id),
    (note) => {
      if (note.phase === "receiving") stop.abort();
    },
    stop.signal,
  );
  await expect(opened).rejects.toBeInstanceOf(Cancelled);
  await expect.poll(() => api.openCount()).toBe(0);
});

test("closing one report leaves the other its download", async () => {
  const first = client.open(FIRST, sourceOf(FAULTS.silent.id), () => undefined);
  const second = client.open(SECOND, sourceOf(SAMPLE_REPORTS.month.id), () => undefined);
  client.close(FIRST);
  await expect(first).rejects.toBeInstanceOf(Cancelled);
  await expect(second).resolves.toMatchObject({ table: { rowCount: 1204 } });
});
