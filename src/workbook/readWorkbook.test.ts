import { describe, expect, test } from "vitest";
import { type WorkSheet, utils, write } from "xlsx";
import { type FileSettings, RECOGNISED } from "../model/fileSource.ts";
import { ReportFailure } from "../model/reportError.ts";
import { readWorkbook } from "./readWorkbook.ts";

const sheetOf = (rows: readonly (readonly unknown[])[]): WorkSheet =>
  utils.aoa_to_sheet(rows.map((row) => [...row]));

function workbook(sheets: Record<string, WorkSheet>, from1904 = false): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  if (from1904) book.Workbook = { ...book.Workbook, WBProps: { date1904: true } };
  const bytes: unknown = write(book, { type: "array", bookType: "xlsx" });
  if (!(bytes instanceof ArrayBuffer)) throw new Error("an array buffer was asked for");
  return new Uint8Array(bytes);
}

async function read(bytes: Uint8Array, settings: Partial<FileSettings> = {}) {
  const { text, reading } = readWorkbook(bytes, { ...RECOGNISED, ...settings });
  return { json: await text.text(), reading };
}

function failureOf(bytes: Uint8Array, settings: Partial<FileSettings> = {}): unknown {
  try {
    readWorkbook(bytes, { ...RECOGNISED, ...settings });
  } catch (cause) {
    if (cause instanceof ReportFailure) return cause.error;
    throw cause;
  }
  return undefined;
}

const REPORT = [
  ["Client", "Id", "Cost"],
  ["Acme", "007", 12.5],
  ["Müller \ud83d\ude00", "662E41", -70],
];

test("a workbook of ours has its column names in the first line, whatever they are", async () => {
  const rows = [
    ["Client", "Cost", ""],
    ["Acme", "10.50", "x"],
    ["Globex", "2", "y"],
  ];
  const sheets = { Report: sheetOf(rows), Totals: sheetOf([["x"]]), About: sheetOf([["x"]]) };
  const { json, reading } = await read(workbook(sheets));
  expect(reading.headerLine).toBe(1);
  expect(json).toContain('"headers":["Client","Cost"],"rows":[["Acme","10.50","x"],');
  const blank = { ...sheets, Report: sheetOf([["Client"], ["Acme", "EU", "x"], ["B", "EU", "y"]]) };
  expect((await read(workbook(blank))).reading.headerLine).toBe(1);
});

describe("cells", () => {
  test("texts stay text, numbers keep their stored value", async () => {
    const { json } = await read(workbook({ Data: sheetOf(REPORT) }));
    expect(json).toBe(
      '{"headers":["Client","Id","Cost"],"rows":[["Acme","007",12.5],["Müller \ud83d\ude00","662E41",-70]]}',
    );
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["zeros that the format shows", { t: "n", v: 12.5, z: "0.00" }, "12.50"],
    ["groups are only drawn", { t: "n", v: 1234567.5, z: "#,##0.00" }, "1234567.50"],
    ["nothing is rounded", { t: "n", v: 0.123456, z: "0.00" }, "0.123456"],
    ["percent", { t: "n", v: 0.125, z: "0%" }, "0.125"],
    ["a number with zeros before it is an id", { t: "n", v: 231, z: "00000" }, '"00231"'],
    ["a date", { t: "n", v: 46296, z: "yyyy-mm-dd" }, '"2026-10-01"'],
    ["a date of another format", { t: "n", v: 46296, z: "dd/mm/yy" }, '"2026-10-01"'],
    ["a date and time", { t: "n", v: 46296.75, z: "yyyy-mm-dd hh:mm" }, '"2026-10-01T18:00:00"'],
    ["a time behind a date's format", { t: "n", v: 46296.5, z: "d.m.yy" }, '"2026-10-01T12:00:00"'],
    ["a truth", { t: "b", v: true }, "true"],
    ["a small number", { t: "n", v: 1e-12 }, "1e-12"],
  ])("%s", async (_name, cell, expected) => {
    const sheet = sheetOf([["A"], ["x"]]);
    sheet["A2"] = cell;
    const { json } = await read(workbook({ Data: sheet }));
    expect(json).toBe(`{"headers":["A"],"rows":[[${expected}]]}`);
  });

  test.each<[string, string, string, string?]>([
    ["an id of 18 digits", "723421968459640833", "723421968459640833"],
    ["one that a double holds", "723421968459640832", "723421968459640832"],
    ["more digits than a double has", "12345678901234567.12", "12345678901234567.12"],
    ["the same behind a format", "-12345678901234567.1200", "-12345678901234567.1200", "#,##0.00"],
    ["a double as Excel writes it", "1.1000000000000001", "1.1"],
    ["a small one", "4.9406564584124654E-324", "5e-324"],
    ["a large one", "7.2342196845964083E+17", "723421968459640800"],
    ["sixteen digits that fit", "9007199254740991", "9007199254740991"],
    ["sixteen digits that don't", "9007199254740993", "9007199254740993"],
  ])("digits are the file's own: %s", async (_name, digits, expected, z?) => {
    const sheet = sheetOf([["A", "Note"], ["x"], [null, "723421968459640833"]]);
    // A text here is written as it is, where a number would be rounded.
    sheet["A2"] = { t: "n", v: digits, z };
    const other = sheetOf([["B"], [1]]);
    other["A2"] = { t: "n", v: "723421968459640834" };
    const { json } = await read(workbook({ Other: other, Data: sheet }), { sheet: "Data" });
    expect(json).toBe(
      `{"headers":["A","Note"],"rows":[[${expected},null],[null,"723421968459640833"]]}`,
    );
  });

  test("days of a workbook that counts from 1904", async () => {
    const sheet = sheetOf([["A"], ["x"]]);
    sheet["A2"] = { t: "n", v: 46296 - 1462, z: "yyyy-mm-dd" };
    const { json } = await read(workbook({ Data: sheet }, true));
    expect(json).toBe('{"headers":["A"],"rows":[["2026-10-01"]]}');
  });

  test("blank cells are null, a row may be longer than the header", async () => {
    const { json } = await read(
      workbook({
        Data: sheetOf([
          ["A", "B"],
          [null, 1],
          ["x", 2, 3],
        ]),
      }),
    );
    expect(json).toBe('{"headers":["A","B"],"rows":[[null,1],["x",2,3]]}');
  });
});

describe("sheets and lines", () => {
  const book = workbook({
    Cover: sheetOf([["Report of October"]]),
    Empty: sheetOf([]),
    Data: sheetOf(REPORT),
    More: sheetOf([
      ["X", "Y"],
      [1, 2],
    ]),
  });

  test("the first sheet with rows is taken", async () => {
    const { reading } = await read(book);
    expect(reading).toMatchObject({ sheet: "Data", sheets: ["Cover", "Empty", "Data", "More"] });
  });

  test("another sheet can be chosen by its name", async () => {
    const { json, reading } = await read(book, { sheet: "More" });
    expect(reading).toMatchObject({ sheet: "More" });
    expect(json).toBe('{"headers":["X","Y"],"rows":[[1,2]]}');
  });

  test("a title above the column names is left out", async () => {
    const titled = workbook({ Data: sheetOf([["234 Acme Ltd"], [], ...REPORT]) });
    const { json, reading } = await read(titled);
    expect(reading.headerLine).toBe(3);
    expect(json).toContain('{"headers":["Client","Id","Cost"]');
  });

  test("a chosen line is taken; one beyond the sheet is told", async () => {
    const { json } = await read(book, { sheet: "Data", headerLine: 2 });
    expect(json).toContain('{"headers":["Acme","007","12.5"]');
    expect(failureOf(book, { sheet: "Data", headerLine: 9 })).toEqual({
      code: "noHeaderLine",
      lines: 3,
    });
  });

  test("the sums below the rows of our own export are no rows, those of others are", async () => {
    const sheet = sheetOf([...REPORT, [], ["Sum of the rows shown", null, -57.5]]);
    sheet["!autofilter"] = { ref: "A1:C3" };
    const beside = { Totals: sheetOf([["Column"], ["Cost"]]), About: sheetOf([["Report", "x"]]) };
    const own = await read(workbook({ Rows: sheet, ...beside }));
    expect(own.reading).toMatchObject({ sheet: "Rows", sumsLeftOut: true });
    expect(own.json).toBe((await read(workbook({ Rows: sheetOf(REPORT) }))).json);
    const other = await read(workbook({ Rows: sheet }));
    expect(other.reading.sumsLeftOut).toBe(false);
    expect(other.json).toContain("-57.5");
  });

  test("what is no workbook, and one without rows", () => {
    expect(failureOf(workbook({ A: sheetOf([]) }))).toEqual({
      code: "noTable",
      found: "emptyWorkbook",
    });
    expect(failureOf(new TextEncoder().encode("PK\u0003\u0004 nothing"))).toEqual({
      code: "noTable",
      found: "damagedWorkbook",
    });
  });
});
