/*
 * Bodies nobody would write: valid ones damaged at random, in random pieces, through the tokenizer
 * into the engine's table. JSON.parse is the judge: complete is what it reads as a report, cell for
 * cell, and nothing else. Whatever came before damage is a beginning of what a judge of whole rows
 * would have. None throws anything but a failure that has words.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { summarise } from "../engine/summarise.ts";
import { allRows } from "../engine/rowOrder.ts";
import { readWindow } from "../engine/readWindow.ts";
import { createTableBuilder } from "../engine/tableBuilder.ts";
import type { ReportTable } from "../engine/table.ts";
import { ReportTokenizer } from "../load/tokenizer.ts";
import { CellKind } from "../model/cell.ts";
import { viewRow } from "../model/positions.ts";
import { ReportFailure } from "../model/reportError.ts";
import { chanceOf, damaged, fuzzPlan, runCases, type Chance } from "./testing/fuzz.ts";

const plan = fuzzPlan(60_000);
const FIXTURES = join(import.meta.dirname, "../load/fixtures");
const encoder = new TextEncoder();
const strict = new TextDecoder("utf-8", { fatal: true });

const texts = (...all: readonly string[]) => all.map((text) => encoder.encode(text));

/** The specification's own bodies, and a few small ordinary ones, which are damaged more often. */
const fixtures = readdirSync(FIXTURES)
  .filter((name) => !name.endsWith(".expected.json"))
  .map((name) => new Uint8Array(readFileSync(join(FIXTURES, name))));
const BODIES = [
  ...fixtures,
  ...texts(
    '{"headers":["Client","Cost"],"rows":[["Acme","1.10"],["Globex",2.50],["Acme",null]]}',
    '{"rows":[[1,2],[3,4]],"headers":["a","b"]}',
    '{"headers":["a","a","__proto__"],"rows":[[{"__proto__":1},[[]],"\\u0041"],[],[true,false]]}',
    '{"headers":["n"],"rows":[[12345678901234567.12],[1e400],[-0],["\\ud83d\\ude00\\ud83d"]]}',
    '{"title":{"rows":[[1]]},"headers":["d"],"rows":[["2026-10-01"],["2026-10-02"],[""]],"x":[]}',
    '{"headers":[],"rows":[]}',
    ' { "headers" : [ "é" , "\\"" ] , "rows" : [ [ "x" , 1 ] , [ "y" , 2 ] ] } ',
  ),
];
const PIECES = [
  ...'[ ] { } , : " \\ - . e E + 0 1 null true false [] {} [[ ]] ],[ \\u \\ud83d \\" // \''.split(
    " ",
  ),
  '"headers":',
  '"rows":',
  '"headers":["h"],',
  '"rows":[["r"]],',
  "]}",
  '"],["',
  '","',
  "\ufeff",
  ..." \n\t\r\0\u007f\u2028".split(""),
  "9".repeat(40),
  "[".repeat(300),
  "x".repeat(300),
]
  .map((text) => encoder.encode(text))
  .concat(
    [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]].map(
      (bytes) => Uint8Array.from(bytes),
    ),
  );

interface Report {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/** What the contract allows to be called a complete report; undefined for any other body. */
function judged(body: Uint8Array): Report | undefined {
  let value: unknown;
  try {
    value = JSON.parse(strict.decode(body));
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  if (!Object.hasOwn(value, "headers") || !Object.hasOwn(value, "rows")) return undefined;
  const { headers, rows } = value as Record<string, unknown>;
  if (!Array.isArray(headers) || !Array.isArray(rows)) return undefined;
  const isReport = headers.every((name) => typeof name === "string") && rows.every(Array.isArray);
  return isReport ? { headers, rows } : undefined;
}

/** May be wrong about a key that only looks like one: then a report may be refused. */
function hasKeyTwice(body: Uint8Array): boolean {
  const text = new TextDecoder()
    .decode(body)
    .replaceAll(/\\u00([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return ['"headers"', '"rows"'].some((key) => text.split(key).length > 2);
}

interface Read {
  readonly table: ReportTable & { readonly sealed: boolean; readonly rowCount: number };
  readonly names: readonly string[];
  readonly problem: string | undefined;
}

/** As a report is opened: sealed only after the tokenizer said that it was whole. */
function read(body: Uint8Array, chance: Chance): Read {
  const builder = createTableBuilder();
  const tokenizer = new ReportTokenizer(builder.sink, { maxRowBytes: 1 << 16 });
  let problem: string | undefined;
  try {
    for (let at = 0; at < body.length;) {
      const size = 1 + chance.below(chance.pick([1, 7, 4_096]));
      tokenizer.push(body.subarray(at, at + size));
      at += size;
    }
    tokenizer.end();
    builder.seal();
  } catch (failure) {
    if (!(failure instanceof ReportFailure)) throw failure;
    const { error } = failure;
    problem = error.code === "malformed" ? error.problem : error.code;
    if ("rows" in error) expect(error.rows).toBe(builder.table.rowCount);
    if (error.code === "malformed") {
      expect(error.byte).toBeLessThanOrEqual(body.length);
      if (error.row > 0) expect(error.row).toBe(builder.table.rowCount + 1);
    }
  }
  const { columns } = summarise(builder.table);
  return { table: builder.table, names: columns.map(({ name }) => name), problem };
}

/** The table's cells as JSON.parse would have them; numbers as their own digits. */
function cellsOf({ table, names }: Read): unknown[][] {
  const ids = table.columns.map(({ id }) => id);
  expect(names).toHaveLength(ids.length);
  const range = { start: viewRow(0), end: viewRow(table.rowCount) };
  const { columns } = readWindow(table, allRows(table.rowCount), range, ids);
  return Array.from({ length: table.rowCount }, (_, row) => {
    const cells: unknown[] = [];
    columns.forEach(({ texts, kinds }, column) => {
      const kind = kinds[row];
      if (kind === CellKind.missing) return;
      const text = texts[row] ?? "";
      expect(cells).toHaveLength(column);
      if (kind === CellKind.string) cells.push(text);
      else cells.push(kind === CellKind.null ? null : JSON.parse(text));
    });
    return cells;
  });
}

test(`damaged bodies are complete when JSON.parse says so, seed ${plan.seed}`, () => {
  const seen = { complete: 0, refused: 0 };
  const problems = new Set<string>();
  runCases(plan, (chance) => {
    const body = damaged(chance.pick(BODIES), BODIES, PIECES, chance);
    const report = judged(body);
    const outcome = read(body, chance);
    expect(outcome.table.sealed).toBe(outcome.problem === undefined);
    if (outcome.problem === undefined) {
      seen.complete++;
      // Compared before they are: an `expect` for each cell would take most of the time.
      const cells = cellsOf(outcome);
      const isSame =
        report !== undefined &&
        JSON.stringify(cells) === JSON.stringify(report.rows) &&
        JSON.stringify(outcome.names.slice(0, report.headers.length)) ===
          JSON.stringify(report.headers);
      if (!isSame) expect({ headers: outcome.names, rows: cells }).toEqual(report);
      expect(isSame).toBe(true);
      return;
    }
    seen.refused++;
    problems.add(outcome.problem);
    // Ours alone: a key that comes twice, which JSON.parse lets pass, and the limit set on a row.
    const isOurs = outcome.problem === "tooLarge" || hasKeyTwice(body);
    if (report !== undefined && !isOurs) expect(outcome.problem).toBe("none");
    // What arrived before can be asked for.
    cellsOf(outcome);
  });
  expect(seen.complete + seen.refused).toBe(plan.cases);
  // The damage is neither so light nor so heavy that one side is hardly tried.
  expect(seen.complete).toBeGreaterThan(plan.cases / 20);
  expect(seen.refused).toBeGreaterThan(plan.cases / 20);
  expect(problems.size).toBeGreaterThan(15);
});

test("a case depends on its seed and number alone", () => {
  const [first, second] = [7, 7].map((seed) =>
    damaged(BODIES[0] ?? new Uint8Array(), BODIES, PIECES, chanceOf(seed, 11)),
  );
  expect(first).toEqual(second);
});
