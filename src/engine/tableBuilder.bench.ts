/**
 * What storing costs by the sort of column: time per 100,000 cells, in batches as the tokenizer
 * hands them over. `npx vitest bench src/engine/tableBuilder`.
 */

import { bench, describe } from "vitest";
import type { CellBatch } from "../model/cellBatch.ts";
import { createTableBuilder } from "./tableBuilder.ts";
import { batchOf } from "./testing/buildTable.ts";

const ROWS = 100_000;
const BATCH_ROWS = 200;

const PRODUCTS = ["CDN", "Cloud", "Streaming", "DNS", "DDoS protection", "AI Inference"];

/** The same spread-out numbers in every run. */
function mixed(row: number): number {
  let value = Math.imul(row + 1, 0x9e3779b1);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

function hex(row: number): string {
  return mixed(row).toString(16).padStart(8, "0");
}

const columns: readonly (readonly [string, (row: number) => unknown])[] = [
  ["client, in runs", (row) => `Client ${row >>> 9} GmbH`],
  ["product, in any order", (row) => PRODUCTS[mixed(row) % PRODUCTS.length]],
  ["day", (row) => `2026-10-${String(1 + (mixed(row) % 31)).padStart(2, "0")}`],
  ["id, 4,000 of them", (row) => `${hex(mixed(row) % 4000)}-0d44-4b50-8888-8dd25736052a`],
  ["amount", (row) => `${mixed(row) % 1000}.${String(mixed(row + 7)).padStart(12, "0")}`],
  ["amount, half of them blank", (row) => (row % 2 === 0 ? null : `${mixed(row)}.50`)],
  ["UUID, all different", (row) => `${hex(row)}-0d44-4b50-8888-${hex(row + 1)}052a`],
  ["free text", (row) => `Traffic of resource ${mixed(row)}, North America, first month`],
];

const batches = new Map(columns.map(([name, valueOf]) => [name, batchesOf(valueOf)]));

function batchesOf(valueOf: (row: number) => unknown): readonly CellBatch[] {
  return Array.from({ length: ROWS / BATCH_ROWS }, (_, batch) =>
    batchOf(Array.from({ length: BATCH_ROWS }, (_, row) => [valueOf(batch * BATCH_ROWS + row)])),
  );
}

function build(name: string): void {
  const builder = createTableBuilder();
  for (const batch of batches.get(name) ?? []) builder.sink.append(batch);
  builder.seal();
}

describe("100,000 cells", () => {
  for (const [name] of columns) bench(name, () => build(name));
});
