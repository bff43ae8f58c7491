import { read, utils } from "xlsx";
import { describe, expect, test } from "vitest";
import { keptBody } from "./bodies.js";
import { RawJson, textOf } from "./report.js";
import { SAMPLE_REPORTS, findReport } from "./reports.js";
import { writeCsv } from "./writeCsv.js";
import { writeJson } from "./writeJson.js";
import { writeXlsx } from "./writeXlsx.js";

/** @typedef {import("./report.js").Report} Report */

/** @param {{ id: string }} entry @returns {Report} */
function reportOf({ id }) {
  const report = findReport(id);
  if (report === undefined) throw new Error(`No report ${id}`);
  return report;
}

/** @param {Iterable<Buffer>} blocks */
const joined = (blocks) => Buffer.concat([...blocks]).toString();

/** @param {Report} report @returns {{ headers: string[], rows: unknown[][] }} */
function parsed(report) {
  return JSON.parse(joined(writeJson(report)).replace(/^\ufeff/, ""));
}

/** @param {AsyncIterable<Buffer>} blocks @returns {Promise<Buffer>} */
async function collected(blocks) {
  const parts = [];
  for await (const block of blocks) parts.push(block);
  return Buffer.concat(parts);
}

/** The texts of a report, as CSV and XLSX say them. @param {Report} report */
function textsOf(report) {
  const rows = Array.from({ length: report.rowCount }, (_, index) => report.row(index).map(textOf));
  return [[...report.headers], ...rows];
}

/** A blank cell is not in the sheet. @param {unknown} cell */
const blank = (cell) => (cell === "" ? null : cell);

/** RFC 4180, the long way. @param {string} csv @returns {string[][]} */
function readCsv(csv) {
  /** @type {string[][]} */
  const lines = [];
  /** @type {string[]} */
  let line = [];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    line.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

const small = Object.entries(SAMPLE_REPORTS).filter(([name]) => !/rows\d+[km]|veryWide/.test(name));

test("ids are UUIDs and each is there once", () => {
  const ids = Object.values(SAMPLE_REPORTS).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
});

test("the reports have the rows their names promise", () => {
  const counts = Object.values(SAMPLE_REPORTS).map((entry) => reportOf(entry).rowCount);
  expect(counts).toEqual([
    1_204, 10_000, 100_000, 1_000_000, 5_000_000, 224, 224, 664, 664, 0, 1, 1_000, 500, 1_204,
    1_204,
  ]);
});

describe.each(small)("%s", (_, entry) => {
  test("its JSON holds its rows", () => {
    const report = reportOf(entry);
    const { headers, rows } = parsed(report);
    expect(headers).toEqual(report.headers);
    const expected = Array.from({ length: report.rowCount }, (_, index) =>
      report.row(index).map((cell) => (cell instanceof RawJson ? JSON.parse(cell.json) : cell)),
    );
    expect(rows).toEqual(expected);
  });

  test("its CSV says the same", () => {
    const report = reportOf(entry);
    const lines = readCsv(joined(writeCsv(report)));
    expect(lines).toEqual(textsOf(report).map((line) => (line.length === 0 ? [""] : line)));
  });
});

test("the XLSX of the month says the same as its JSON", async () => {
  const report = reportOf(SAMPLE_REPORTS.month);
  const book = read(await collected(writeXlsx(report)));
  expect(book.SheetNames).toEqual(["Report"]);
  const sheet = book.Sheets["Report"];
  const rows = utils.sheet_to_json(/** @type {import("xlsx").WorkSheet} */ (sheet), {
    header: 1,
    raw: true,
    defval: null,
  });
  const { headers, rows: expected } = parsed(report);
  expect(rows).toEqual([headers, ...expected.map((row) => row.map(blank))]);
});

/** A sheet ends a line with LF alone and has no way to hold these. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CHANGED = /[\r\u0000-\u0008\ufffd]/;

test("the XLSX of the awkward values opens, escapes and all", async () => {
  const report = reportOf(SAMPLE_REPORTS.awkward);
  const book = read(await collected(writeXlsx(report)));
  const sheet = /** @type {import("xlsx").WorkSheet} */ (book.Sheets["Report"]);
  /** @type {unknown[][]} */
  const rows = utils.sheet_to_json(sheet, { header: 1, raw: true, defval: "" });
  const texts = textsOf(report);
  for (const [index, line] of texts.entries()) {
    for (const [column, text] of line.entries()) {
      const found = rows[index]?.[column] ?? "";
      const cell = typeof found === "string" ? found : JSON.stringify(found);
      if (CHANGED.test(text)) continue;
      expect([index, column, cell]).toEqual([index, column, text.slice(0, 32_767)]);
    }
  }
});

test("the same XLSX is the same bytes", async () => {
  const [first, second] = await Promise.all(
    [1, 2].map(() => collected(writeXlsx(reportOf(SAMPLE_REPORTS.oneRow)))),
  );
  expect(first).toEqual(second);
});

test("a kept body is made once, and two readers may share it half made", () => {
  let made = 0;
  const write = function* () {
    for (; made < 3; made++) yield Buffer.of(made);
  };
  const first = keptBody("test body", 3, write)[Symbol.iterator]();
  expect(first.next().value).toEqual(Buffer.of(0));
  expect([...keptBody("test body", 3, write)]).toEqual([0, 1, 2].map((n) => Buffer.of(n)));
  expect(first.next().value).toEqual(Buffer.of(1));
  expect([...keptBody("test body", 3, write)]).toHaveLength(3);
  expect(made).toBe(3);
});

test("a body too large to keep is made for each reader", () => {
  let made = 0;
  const write = () => {
    made++;
    return [Buffer.of(1)];
  };
  expect([...keptBody("large", 5_000_000, write), ...keptBody("large", 5_000_000, write)]).toEqual([
    Buffer.of(1),
    Buffer.of(1),
  ]);
  expect(made).toBe(2);
});
