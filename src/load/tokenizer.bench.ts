/**
 * How fast a body is read, beside what a browser offers for it (which shows no row before the last
 * byte and loses digits). `npx vitest bench src/load`. Bodies are made once, by the sample's own
 * seeded generator where it has such data; chunks are as large as a fast network's.
 */

import { bench, describe } from "vitest";
import { findReport, SAMPLE_REPORTS } from "../../sample/reports.js";
import { writeJson } from "../../sample/writeJson.js";
import type { ReportSink } from "../model/cellBatch.ts";
import { pieces } from "./testing/readReport.ts";
import { ReportTokenizer } from "./tokenizer.ts";

const CHUNK_BYTES = 64 * 1024;

const DROP: ReportSink = { headers: () => undefined, append: () => undefined };

function tokenize(body: Uint8Array): void {
  const tokenizer = new ReportTokenizer(DROP);
  for (const chunk of pieces(body, CHUNK_BYTES)) tokenizer.push(chunk);
  tokenizer.end();
}

function parse(body: Uint8Array): void {
  JSON.parse(new TextDecoder().decode(body));
}

function bodyOf(count: number, row: (index: number) => readonly unknown[]): Uint8Array {
  const rows = Array.from({ length: count }, (_, index) => JSON.stringify(row(index)));
  return new TextEncoder().encode(`{"headers":[],"rows":[${rows.join(",")}]}`);
}

function monthBody(): Uint8Array {
  const report = findReport(SAMPLE_REPORTS.rows100k.id);
  if (report === undefined) throw new Error("the sample has no such report");
  return new Uint8Array(Buffer.concat([...writeJson(report)]));
}

const bodies: readonly (readonly [string, Uint8Array])[] = [
  ["a reseller's month, 100,000 rows", monthBody()],
  [
    "numbers",
    bodyOf(100_000, (row) => [row, row * 1.37, -row, 0.5, 12345.678, row % 7, true, null]),
  ],
  ["text beyond ASCII", bodyOf(100_000, (row) => [`Клиент № ${row}`, "Доставка", "日本語", "é"])],
  ["escapes", bodyOf(100_000, (row) => [`{"k":"${row}",\n"v":"\t"}`, 'say "hi"', "plain"])],
  ["nested cells", bodyOf(100_000, (row) => [{ k: row, v: [1, "x"] }, ["a"], "plain"])],
  ["one cell of 30 MB", bodyOf(1, () => ["x".repeat(30_000_000)])],
];

describe.each(bodies)("%s", (name, body) => {
  const megabytes = (body.length / 1e6).toFixed(0);
  bench(`tokenizer: ${name}, ${megabytes} MB`, () => tokenize(body));
  bench(`decode and JSON.parse: ${name}, ${megabytes} MB`, () => parse(body));
});
