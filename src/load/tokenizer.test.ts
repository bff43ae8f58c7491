import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { MOST_COLUMNS } from "../model/column.ts";
import { ReportFailure } from "../model/reportError.ts";
import { CollectingSink } from "./testing/collectingSink.ts";
import { pieces, readReport, type Outcome } from "./testing/readReport.ts";
import { ReportTokenizer } from "./tokenizer.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const around = (row: string): Uint8Array => utf8(`{"headers":["A"],"rows":[["a"],[${row}],["b"]]}`);
/** Half a megabyte of the same. */
const block = (text: string): Uint8Array =>
  utf8(text.repeat(1 + Math.floor(500_000 / text.length)));

const folder = new URL("fixtures/", import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".expected.json"))
  .map((file) => file.replace(".expected.json", ""));

describe.each(names)("fixture %s", (name) => {
  const body = new Uint8Array(readFileSync(new URL(`${name}.json`, folder)));
  const expected = JSON.parse(
    readFileSync(new URL(`${name}.expected.json`, folder), "utf8"),
  ) as Outcome;

  test("reads as expected, in one piece and in pieces of any size", () => {
    expect(readReport([body])).toEqual(expected);
    for (const size of [1, 2, 3, 5, 7, 64])
      expect(readReport(pieces(body, size))).toEqual(expected);
    for (let cut = 1; cut < body.length; cut++) {
      expect(readReport([body.subarray(0, cut), body.subarray(cut)])).toEqual(expected);
    }
  });

  if (expected.error !== undefined) return;

  test("is never complete when cut, and keeps the rows before the cut", () => {
    const whole = new TextDecoder("utf-8", { ignoreBOM: true }).decode(body).trimEnd();
    const length = utf8(whole).length;
    for (let cut = 1; cut < length; cut++) {
      const { rows, error } = readReport([body.subarray(0, cut)]);
      expect(rows).toEqual(expected.rows.slice(0, rows.length));
      if (error?.code === "notReport") expect(error.found).toBe("empty");
      else expect(error).toEqual({ code: "cut", bytes: cut, rows: rows.length });
    }
  });
});

describe("size", () => {
  test("a cell larger than the buffer", () => {
    const text = `${"x".repeat(3_000_000)}\\u00fc`;
    const body = utf8(
      `{"headers":["A","B"],"rows":[["a","b"],["c","${text}"],["d",[${text.length}]]]}`,
    );
    for (const size of [65_536, 1_000_000, body.length]) {
      expect(readReport(pieces(body, size)).rows).toEqual([
        [
          ["string", "a"],
          ["string", "b"],
        ],
        [
          ["string", "c"],
          ["string", JSON.parse(`"${text}"`)],
        ],
        [
          ["string", "d"],
          ["nested", `[${text.length}]`],
        ],
      ]);
    }
  });

  test("a row of very many cells", () => {
    const cells = Array.from({ length: 16_000 }, (_, index) => String(index));
    const body = utf8(`{"headers":[],"rows":[[${cells.join(",")}],[${cells.join(" , ")}]]}`);
    const { rows } = readReport(pieces(body, 50_000));
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.map(([, text]) => text)).toEqual(cells);
  });

  test("more rows than a batch holds", () => {
    const body = utf8(`{"headers":[],"rows":[${"[],".repeat(50_000)}${"[1],".repeat(50_000)}[2]]}`);
    const { rows, error } = readReport([body]);
    expect(error).toBeUndefined();
    expect(rows).toHaveLength(100_001);
    expect(rows.filter((row) => row.length === 0)).toHaveLength(50_000);
  });

  test("a row above the limit is refused at the same byte however it comes", () => {
    const fits = `"${"x".repeat(90)}","y"`;
    const limits = { maxRowBytes: 100 };
    for (const size of [1, 7, 50, 1000]) {
      expect(readReport(pieces(around(fits), size), limits).error).toBeUndefined();
    }
    const above = `"${"x".repeat(120)}","y"`;
    for (const size of [1, 7, 50, 101]) {
      expect(readReport(pieces(around(above), size), limits)).toMatchObject({
        rows: [[["string", "a"]]],
        error: { code: "tooLarge", limit: "cell", rows: 1 },
      });
    }
  });
});

const rowOf = (cells: number) => `[${Array.from({ length: cells }, (_, at) => at % 10).join(",")}]`;

const reportOf = (cells: number) =>
  `{"headers":["A"],"rows":[["a"],["b","c"],${rowOf(cells)},["d"]]}`;

describe("very wide rows", () => {
  test("are read whole up to as many columns as a spreadsheet has", () => {
    for (const size of [1000, 100_000]) {
      const { rows, error } = readReport(pieces(utf8(reportOf(MOST_COLUMNS)), size));
      expect(error).toBeUndefined();
      expect(rows.map((cells) => cells.length)).toEqual([1, 2, MOST_COLUMNS, 1]);
    }
  });

  test("beyond that are refused, the rows before them stay", () => {
    for (const cells of [MOST_COLUMNS + 1, 3 * MOST_COLUMNS]) {
      for (const size of [1000, 100_000]) {
        expect(readReport(pieces(utf8(reportOf(cells)), size))).toMatchObject({
          rows: [
            [["string", "a"]],
            [
              ["string", "b"],
              ["string", "c"],
            ],
          ],
          error: { code: "tooLarge", limit: "columns", rows: 2 },
        });
      }
    }
    const headers = `{"headers":${rowOf(MOST_COLUMNS + 1)},"rows":[]}`;
    expect(readReport(pieces(utf8(headers.replaceAll(/\d/g, '"h"')), 1000)).error).toMatchObject({
      code: "tooLarge",
      limit: "columns",
    });
  });
});

describe("bounded memory", () => {
  test.each([
    ["white space between keys", '{"headers":["A"],', " \n", '"rows":[]}'],
    ["white space in a row", '{"headers":["A"],"rows":[[1,', "\t ", "2]]}"],
    ["an unknown text", '{"headers":["A"],"x":"', "ü\\n", '","rows":[]}'],
    ["an unknown key", '{"headers":["A"],"', "rows", '":1,"rows":[]}'],
    ["an unknown number", '{"headers":["A"],"x":1', "0", ',"rows":[]}'],
    ["unknown nesting", '{"headers":["A"],"x":[1', ",[[]],{}", '],"rows":[]}'],
  ])("%s is not kept", (_, before, endless, after) => {
    const sink = new CollectingSink();
    const tokenizer = new ReportTokenizer(sink, { maxRowBytes: 20_000_000 });
    tokenizer.push(utf8(before));
    const piece = block(endless);
    const held = process.memoryUsage().arrayBuffers;
    for (let count = 0; count < 12; count++) tokenizer.push(piece);
    expect(process.memoryUsage().arrayBuffers - held).toBeLessThan(5_000_000);
    tokenizer.push(utf8(after));
    tokenizer.end();
    expect(sink.names).toEqual(["A"]);
  });

  test("deep nesting costs a bit per bracket and no stack", () => {
    const depth = 1_000_000;
    const nest = "[".repeat(depth) + "]".repeat(depth);
    const body = utf8(`{"x":${nest},"headers":["A"],"rows":[[${nest}]]}`);
    const { rows, error } = readReport(pieces(body, 65_536));
    expect(error).toBeUndefined();
    expect(rows[0]?.[0]?.[1]).toBe(nest);
  });

  test("nesting without end is refused", () => {
    const tokenizer = new ReportTokenizer(new CollectingSink());
    tokenizer.push(utf8('{"x":'));
    const piece = block("[");
    expect(() => {
      for (let count = 0; count < 100; count++) tokenizer.push(piece);
    }).toThrow(ReportFailure);
  });
});

test("after a failure nothing more is taken", () => {
  const tokenizer = new ReportTokenizer(new CollectingSink());
  expect(() => tokenizer.push(utf8("[]"))).toThrow(ReportFailure);
  expect(() => tokenizer.push(utf8('{"headers":[],"rows":[]}'))).toThrow("no continuation");
  expect(() => tokenizer.end()).toThrow("no continuation");
});
