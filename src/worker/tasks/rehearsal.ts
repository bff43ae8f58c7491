/**
 * A rehearsal while the person fills in the form: a small made-up report goes the way that the real
 * one will go, so that the browser has compiled that way before it counts. No network, no key, and
 * nothing of it stays. The first message from the page ends it at its next turn.
 */

import { loadReport } from "../../load/loadReport.ts";
import { PATIENCE } from "../../load/surroundings.ts";
import type { Filter } from "../../model/filter.ts";
import { type ColumnId, columnId, viewRow } from "../../model/positions.ts";
import { ALL_ROWS, type Query } from "../../model/query.ts";
import { findReportId } from "../../model/reportId.ts";
import type { ReportSource } from "../../model/reportSource.ts";
import type { DatasetId } from "../protocol.ts";
import type { Handlers, Task } from "./dispatch.ts";
import { createHandlers } from "./handlers.ts";
import type { TurnMaker } from "./turns.ts";

const ROWS = 3_000;
const DATASET = "rehearsal" as DatasetId;

/** Rejects with `Cancelled` when the signal is aborted. Resolves to the rows it played with. */
export async function rehearse(turns: TurnMaker, signal: AbortSignal): Promise<number> {
  const reportId = findReportId("00000000-0000-4000-8000-000000000000");
  if (reportId === undefined) return 0;
  const body = madeUpReport();
  const surroundings = {
    fetch: () => Promise.resolve(new Response(body, JSON_TYPE)),
    isOnline: () => true,
    origin: "https://rehearsal.invalid",
    patience: PATIENCE,
  };
  const handlers = createHandlers(
    {
      load: (options) => loadReport(options, surroundings),
      download: () => Promise.reject(new Error("nothing is saved")),
    },
    turns,
  );
  const source = { api: "", reportId, key: "", scheme: "apikey" } as const;
  // What is only compiled the first time is compiled well the second time.
  await playOnce(handlers, source, signal);
  return playOnce(handlers, source, signal);
}

async function playOnce(
  handlers: Handlers,
  source: ReportSource,
  signal: AbortSignal,
): Promise<number> {
  try {
    return await play(handlers, source, signal);
  } finally {
    // Also ends what would be done ahead for it.
    handlers.close(DATASET);
  }
}

async function play(
  handlers: Handlers,
  source: ReportSource,
  signal: AbortSignal,
): Promise<number> {
  const task: Task<"open"> & Task<"order"> & Task<"window"> & Task<"totals"> & Task<"values"> = {
    signal,
    progress: () => {},
    onTryNow: () => {},
  };
  const dataset = DATASET;
  const look = { range: { start: viewRow(0), end: viewRow(64) }, columns: COLUMNS };
  const { table } = await handlers.open({ type: "open", dataset, source, look }, task);
  const tableRows = table.rowCount;
  for (const query of QUERIES) {
    await handlers.order({ type: "order", dataset, query, look }, task);
    await handlers.window({ type: "window", dataset, query, tableRows, ...look }, task);
    const groups = [[{ column: AMOUNT, currency: undefined }]];
    const range = undefined;
    await handlers.totals({ type: "totals", dataset, query, tableRows, range, groups }, task);
  }
  const asked = { measure: undefined, find: "", start: 0, end: 50, chosen: [] };
  await handlers.values({ type: "values", dataset, query: ALL_ROWS, column: PRODUCT, asked }, task);
  return tableRows;
}

const JSON_TYPE = { headers: { "Content-Type": "application/json" } };

const HEADERS = [
  "Client ID",
  "Company",
  "Product",
  "Date",
  "Currency",
  "Cost",
  "Usage",
  "Id",
  "Text",
  "Deleted",
  "Comment",
];
const COLUMNS: readonly ColumnId[] = HEADERS.map((_, position) => columnId(position));
const PRODUCT = columnId(2);
const AMOUNT = columnId(5);
const TEXT = columnId(8);

const text = (kind: "contains" | "is", column: ColumnId, value: string): Filter<ColumnId> =>
  kind === "is" ? { kind, column, values: [value] } : { kind, column, value };

const QUERIES: readonly Query[] = [
  { ...ALL_ROWS, sort: [{ column: AMOUNT, descending: true }] },
  { ...ALL_ROWS, sort: [{ column: TEXT, descending: false }] },
  { ...ALL_ROWS, filters: [text("contains", TEXT, "server 7")] },
  { ...ALL_ROWS, filters: [text("is", PRODUCT, "CDN")] },
  { ...ALL_ROWS, search: "host 17" },
];

/**
 * What reports are like: few clients and products, one client's rows together, amounts as text of many
 * digits, some below zero or too long for a double, ids, words, gaps. What was compiled for less than
 * that is thrown away when more comes.
 */
function madeUpReport(): string {
  const products = ["CDN", "Cloud", "DNS", "Storage"];
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const mixed = (i * 2_654_435_761) % 1_000_003;
    const client = Math.floor(i / 75);
    return [
      String(1_000 + client),
      `Company ${client} “é”`,
      products[mixed % 4],
      `2026-10-${String(1 + (i % 28)).padStart(2, "0")}`,
      i % 3 === 0 ? "USD" : "EUR",
      amountOf(i, mixed),
      mixed,
      `00000000-0000-4000-8000-${String(mixed).padStart(12, "0")}`,
      i % 7 === 0 ? null : `A server ${mixed} at "host ${i % 100}"`,
      i % 20 === 0,
      i % 9 === 0 ? `agreed by phone, ticket ${i}` : null,
    ];
  });
  // With white space here and there.
  return JSON.stringify({ headers: HEADERS, rows }).replaceAll(",null", ", null");
}

function amountOf(row: number, mixed: number): string | null {
  if (row % 97 === 0) return null;
  if (row % 101 === 0) return `${mixed}.123456789012`;
  return (row % 51 === 0 ? "-" : "") + (mixed / 997).toFixed(row % 5 === 0 ? 2 : 12);
}
