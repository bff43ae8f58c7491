import { Big } from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read, type CellObject, type WorkBook, type WorkSheet } from "xlsx";
import { anyRows } from "../engine/testing/anyCells.ts";
import { encodedTable } from "../engine/testing/encodedTable.ts";
import { allRows } from "../engine/rowOrder.ts";
import { CellKind, type CellView } from "../model/cell.ts";
import { COLUMN_KINDS, type ColumnKind } from "../model/column.ts";
import { parseDecimal } from "../model/decimal.ts";
import { columnId } from "../model/positions.ts";
import { ALL_ROWS } from "../model/query.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { columnLetters } from "./cellPlace.ts";
import {
  exported,
  NOW,
  reportOf,
  viewOf,
  type TestReport,
  type Wanted,
} from "./testing/exported.ts";
import { all, readParts } from "./testing/readWorkbook.ts";
import { writeXlsx } from "./writeXlsx.ts";

const workbookOf = async (report: TestReport, wanted: Wanted = {}) => {
  const { bytes, summary } = await exported(report, "xlsx", wanted);
  return { parts: readParts(bytes), book: open(bytes), summary };
};
const open = (bytes: Buffer): WorkBook =>
  read(bytes, { cellNF: true, cellStyles: true, cellFormula: true, UTC: true });
const sheetOf = (book: WorkBook, name: string): WorkSheet => book.Sheets[name] ?? {};
const cellAt = (sheet: WorkSheet, row: number, column: number): CellObject | undefined =>
  sheet[`${columnLetters(column)}${row + 1}`] as CellObject | undefined;

/** What a text cell must say of a cell's text. */
// oxlint-disable-next-line no-control-regex -- what a workbook can't hold
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const textOf = (text: string) => text.replace(CONTROLS, "").replaceAll(/\p{Surrogate}/gu, "\ufffd");

/** The decimal library wants a digit on both sides of a point, and no plus. */
const bigOf = (text: string) =>
  new Big(
    text
      .replace(/^\+/, "")
      .replace(/\.(?!\d)/, "")
      .replace(/^(-?)\./, "$10."),
  );

/** Compares one cell of the sheet with the report's, by the kind of its column. */
function expectCell(found: CellObject | undefined, cell: CellView | undefined, kind: ColumnKind) {
  const { text, kind: json } = cell ?? { text: "", kind: CellKind.missing };
  if (text === "") {
    expect(found).toBeUndefined();
    return;
  }
  const isOfNumbers = kind === "integer" || kind === "decimal" || kind === "money";
  const isNumber = json === CellKind.string || json === CellKind.number;
  const value = isOfNumbers && isNumber ? parseDecimal(text) : undefined;
  if (found?.t === "n" && value !== undefined) {
    // The double a spreadsheet makes of it must be the value itself, in the digits it keeps.
    const exact = new Big(Number(text).toPrecision(15));
    expect(exact.eq(bigOf(text)), text).toBe(true);
    expect(found.v).toBe(Number(text) + 0);
    return;
  }
  if (found?.t === "n" && (kind === "date" || kind === "datetime")) {
    // Written as the report has it, by its number format.
    expect(found.w).toBe(text);
    return;
  }
  if (found?.t === "b" && kind === "boolean") {
    expect(String(found.v)).toBe(text.toLowerCase());
    return;
  }
  expect(found?.t ?? "s", text).toBe("s");
  expect(found?.v ?? "", text).toBe(textOf(text));
  if (value !== undefined) {
    // Text only where 15 digits, or the range of a double, would not do.
    const size = Math.abs(Number(text));
    const kept = size > 1e-300 && size < 1e300 && new Big(size.toPrecision(15));
    expect(kept !== false && kept.eq(bigOf(text).abs()), text).toBe(false);
  }
}

describe("cells", () => {
  test("say what the report says, whatever the cells, their encoding and the kind", async () => {
    const encodings = ["codes", "decimal", "text"] as const;
    await fc.assert(
      fc.asyncProperty(
        anyRows(4, 10),
        fc.array(fc.constantFrom(...encodings), { minLength: 4, maxLength: 4 }),
        fc.array(fc.constantFrom(...COLUMN_KINDS), { minLength: 4, maxLength: 4 }),
        async (rows, chosen, kinds) => {
          const table = encodedTable(rows, (column) => chosen[column] ?? "codes");
          fc.pre(table.columns.length > 0);
          const { columns } = reportOf(
            table.columns.map(({ name }) => name),
            rows,
          );
          const { book } = await workbookOf(
            { table, columns },
            { kinds: new Map(kinds.entries()) },
          );
          const sheet = sheetOf(book, "Report");
          for (const [at, row] of rows.entries()) {
            for (const [column] of columns.entries()) {
              expectCell(cellAt(sheet, at + 1, column), row[column], kinds[column] ?? "text");
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test("ids stay texts, amounts numbers with the column's decimals, the sheet's 15 digits respected", async () => {
    const report = reportOf(
      ["Client ID", "Client", "Cost EUR"],
      [
        ["00231", "Ada", "-70.00"],
        ["00007", "Bo", "0.000000000001"],
        ["12345", "Cy", "12345678901234567.12"],
        ["1", "Di", "123456789012345"],
        ["2", "Ed", "1234567890123456"],
        ["3", "Fi", "1200000000000000000"],
      ],
    );
    expect(report.columns.map(({ kind }) => kind)).toEqual(["id", "text", "money"]);
    const { book, summary } = await workbookOf(report);
    const sheet = sheetOf(book, "Report");
    expect(cellAt(sheet, 1, 0)).toMatchObject({ t: "s", v: "00231", z: "@" });
    expect(cellAt(sheet, 1, 2)).toMatchObject({ t: "n", v: -70, z: "0.000000000000" });
    expect(cellAt(sheet, 2, 2)).toMatchObject({ t: "n", v: 1e-12 });
    expect(cellAt(sheet, 3, 2)).toMatchObject({ t: "s", v: "12345678901234567.12" });
    expect(cellAt(sheet, 4, 2)).toMatchObject({ t: "n", v: 123456789012345 });
    expect(cellAt(sheet, 5, 2)).toMatchObject({ t: "s", v: "1234567890123456" });
    expect(cellAt(sheet, 6, 2)).toMatchObject({ t: "n", v: 1.2e18 });
    expect(summary.altered).toMatchObject({ keptAsText: 2, guarded: 0 });
  });

  test.each(["codes", "decimal", "text"] as const)(
    "labels with decimal commas stay the file's own, stored as %s",
    async (encoding) => {
      const cells = [
        { text: "1.5", kind: CellKind.comma },
        { text: "-0.25", kind: CellKind.comma },
        { text: "1234.5", kind: CellKind.grouped },
      ];
      const rows = cells.map((cell) => [cell, cell]);
      const table = encodedTable(rows, () => encoding);
      const { columns } = reportOf(["a", "b"], rows);
      const kinds = new Map([
        [0, "text"],
        [1, "decimal"],
      ] as const);
      const { book, summary } = await workbookOf({ table, columns }, { kinds });
      const sheet = sheetOf(book, "Report");
      const found = [0, 1].map((column) => cells.map((_, at) => cellAt(sheet, at + 1, column)?.v));
      expect(found).toEqual([
        ["1,5", "-0,25", "1.234,5"],
        [1.5, -0.25, 1234.5],
      ]);
      expect(summary.altered).toMatchObject({ guarded: 0, keptAsText: 0 });
    },
  );

  test("dates are days as written; what a sheet would damage stays text and is counted", async () => {
    const kept = [
      "2026-10-05",
      "1900-03-01",
      "9999-12-31",
      "2024-02-29",
      "2026-10-05T00:00:00Z",
      "2026-10-05 23:59:59",
      "2026-03-29T02:30",
      "2026-10-05T14:30:00.250 UTC",
      "2026-10-05T14:30:00.120000Z",
    ];
    const texts = [
      "1899-12-31",
      "1900-02-28",
      "0001-01-01",
      "2026-10-06T01:00:00+02:00",
      "2026-10-05T14:30:00.123456",
      "2016-12-31T23:59:60Z",
      "10/05/2026",
    ];
    const report = reportOf(
      ["When"],
      [...kept, ...texts].map((value) => [value]),
    );
    const { book, summary } = await workbookOf(report);
    const sheet = sheetOf(book, "Report");
    kept.forEach((value, at) => {
      expect(cellAt(sheet, at + 1, 0), value).toMatchObject({ t: "n", w: value });
    });
    texts.forEach((value, at) => {
      expect(cellAt(sheet, at + 1 + kept.length, 0), value).toMatchObject({ t: "s", v: value });
    });
    expect(summary.altered.datesAsText).toBe(texts.length);
    // 5 October 2026 is day 46300 of a spreadsheet, in any time zone.
    expect(cellAt(sheet, 1, 0)?.v).toBe(46_300);
  });

  test("dates with slashes are read only as their column says", async () => {
    const dates = ["13/05/2026", "05/04/2026", "1/2/2026"];
    const { book } = await workbookOf(
      reportOf(
        ["Day"],
        dates.map((value) => [value]),
      ),
    );
    const sheet = sheetOf(book, "Report");
    dates.forEach((value, at) => expect(cellAt(sheet, at + 1, 0)?.w).toBe(value));
    expect(cellAt(sheet, 2, 0)?.v).toBe(46_117);
    const { book: unclear } = await workbookOf(reportOf(["Day"], [["05/04/2026"], ["01/02/2026"]]));
    expect(cellAt(sheetOf(unclear, "Report"), 1, 0)).toMatchObject({ t: "s", v: "05/04/2026" });
  });

  test("dates with points begin with the day, beside dates with slashes too", async () => {
    const dates = ["5.10.2026", "05.10.2026 14:30", "01.02.2026", "02/01/2026"];
    const { book } = await workbookOf(
      reportOf(
        ["Day"],
        dates.map((value) => [value]),
      ),
    );
    const sheet = sheetOf(book, "Report");
    dates.slice(0, 3).forEach((value, at) => expect(cellAt(sheet, at + 1, 0)?.w).toBe(value));
    expect(cellAt(sheet, 1, 0)?.v).toBe(46_300);
    expect(cellAt(sheet, 4, 0)).toMatchObject({ t: "s", v: "02/01/2026" });
  });

  test("formulas are texts by type, and stay so when somebody edits them", async () => {
    const payloads = [
      "=1+1",
      "+1+1",
      "-1+1",
      "@SUM(A1)",
      "\t=1",
      "＝1+1",
      '=HYPERLINK("http://example.org")',
    ];
    const report = reportOf(
      ["=Head()", "Cost"],
      payloads.map((value) => [value, "-70.00"]),
    );
    const { book, parts, summary } = await workbookOf(report);
    const sheet = sheetOf(book, "Report");
    payloads.forEach((value, at) => {
      const cell = cellAt(sheet, at + 1, 0);
      expect(cell).toMatchObject({ t: "s", v: value });
      expect(cell?.f).toBeUndefined();
      expect(cellAt(sheet, at + 1, 1)).toMatchObject({ t: "n", v: -70 });
    });
    expect(summary.altered.guarded).toBe(payloads.length + 1);
    const styles = all(parts.get("xl/styles.xml")!, "cellXfs")[0]?.children ?? [];
    const cells = all(parts.get("xl/worksheets/sheet1.xml")!, "c");
    const styleOf = (place: string) => {
      const cell = cells.find(({ attributes }) => attributes.get("r") === place);
      return styles[Number(cell?.attributes.get("s"))]?.attributes.get("quotePrefix");
    };
    expect([styleOf("A1"), styleOf("A2"), styleOf("B1"), styleOf("B2")]).toEqual([
      "1",
      "1",
      undefined,
      undefined,
    ]);
  });

  test("what XML or a cell can't hold is left out, cut with a note, and counted", async () => {
    const long = "😀".repeat(20_000);
    const report = reportOf(
      ["Text"],
      [["a\u0000b\u001f"], ["half \ud83d"], [long], ["x".repeat(32_767)], ["_x0041_ & <b> \r\n "]],
    );
    const { book, parts, summary } = await workbookOf(report);
    const sheet = sheetOf(book, "Report");
    expect(cellAt(sheet, 1, 0)?.v).toBe("ab");
    expect(cellAt(sheet, 2, 0)?.v).toBe("half \ufffd");
    const cut = String(cellAt(sheet, 3, 0)?.v);
    expect(cut.length).toBeLessThanOrEqual(32_767);
    expect(cut).toMatch(/^(?:😀)+ … \[cut: 40000 characters\]$/u);
    expect(cellAt(sheet, 4, 0)?.v).toBe("x".repeat(32_767));
    expect(cellAt(sheet, 5, 0)?.v).toBe("_x0041_ & <b> \n ");
    const texts = all(parts.get("xl/worksheets/sheet1.xml")!, "t").map(({ text }) => text);
    expect(
      texts.concat(all(parts.get("xl/sharedStrings.xml")!, "t").map(({ text }) => text)),
    ).toContain("_x005F_x0041_ & <b> _x000D_\n ");
    expect(summary.altered).toMatchObject({ controlsRemoved: 1, halvesReplaced: 1, cut: 1 });
  });
});

describe("a sheet", () => {
  const report = reportOf(
    ["Client", "Cost", "Currency"],
    [
      ["Ada", "0.10", "EUR"],
      ["Bo", "0.20", "USD"],
      ["Cy", "0.70", "EUR"],
      ["Ada", "99999999999999999.25", "EUR"],
    ],
  );
  const euros = {
    ...ALL_ROWS,
    filters: [{ kind: "is", column: columnId(2), values: ["EUR"] }] as const,
  };

  test("has its header in bold, in sight, with filter buttons on it and widths", async () => {
    const { parts } = await workbookOf(report);
    const sheet = parts.get("xl/worksheets/sheet1.xml")!;
    expect(all(sheet, "pane")[0]?.attributes.get("ySplit")).toBe("1");
    expect(all(sheet, "autoFilter")[0]?.attributes.get("ref")).toBe("A1:C5");
    expect(all(sheet, "col")).toHaveLength(3);
    const names = all(parts.get("xl/workbook.xml")!, "definedName").map(({ text }) => text);
    expect(names).toEqual(["'Report'!$A$1:$C$5", "'Report'!$1:$1"]);
    const styles = all(parts.get("xl/styles.xml")!, "cellXfs")[0]?.children ?? [];
    const header = all(sheet, "c").slice(0, 3);
    for (const { attributes } of header) {
      expect(styles[Number(attributes.get("s"))]?.attributes.get("fontId")).toBe("1");
    }
  });

  test("has a sum below that follows the filter, with the exact sum of its numbers beside it", async () => {
    const { book } = await workbookOf(report, { query: euros });
    const sheet = sheetOf(book, "Report");
    // The filter ends at row 4; row 5 is empty.
    expect(cellAt(sheet, 4, 0)).toBeUndefined();
    expect(cellAt(sheet, 5, 0)?.v).toBe("Sum of the rows shown without numbers kept as text, EUR");
    expect(cellAt(sheet, 5, 1)).toMatchObject({ t: "n", v: 0.8, f: "SUBTOTAL(109,B2:B4)" });
    expect(cellAt(sheet, 6, 0)?.v).toBe("Exact sum of all rows above, EUR");
    expect(cellAt(sheet, 6, 1)).toMatchObject({ t: "s", v: "100000000000000000.05" });
  });

  test("never adds two currencies: a line for each", async () => {
    const { book } = await workbookOf(report);
    const sheet = sheetOf(book, "Report");
    expect(cellAt(sheet, 6, 0)?.v).toBe("Sum of the rows shown without numbers kept as text, EUR");
    expect(cellAt(sheet, 6, 1)).toMatchObject({
      v: 0.8,
      f: 'SUMPRODUCT(SUBTOTAL(109,OFFSET(B2,ROW(B2:B5)-ROW(B2),0)),--(C2:C5="EUR"))',
    });
    expect(cellAt(sheet, 7, 1)).toMatchObject({ v: 0.2 });
    // Nothing of the dollars is kept as text.
    expect(cellAt(sheet, 8, 0)?.v).toBe("Exact sum of all rows above, EUR");
    expect(cellAt(sheet, 8, 1)).toMatchObject({ t: "s", v: "100000000000000000.05" });
    expect(cellAt(sheet, 9, 0)).toBeUndefined();
    const { book: apart } = await workbookOf(report, { shown: [1] });
    expect(cellAt(sheetOf(apart, "Report"), 6, 0)?.v).toBe("2 currencies: see Totals");
  });

  test("the totals have every digit, one line per currency", async () => {
    const { book } = await workbookOf(report);
    const sheet = sheetOf(book, "Totals");
    const lines = [1, 2].map((row) => [0, 1, 2].map((column) => cellAt(sheet, row, column)?.v));
    expect(lines).toEqual([
      ["Cost", "EUR", "100000000000000000.05"],
      ["Cost", "USD", 0.2],
    ]);
  });

  test("no rows make a sheet with a header, and no sum", async () => {
    const none = { ...ALL_ROWS, search: "nobody" };
    const { book, summary } = await workbookOf(report, { query: none });
    const sheet = sheetOf(book, "Report");
    expect(sheet["!ref"]).toBe("A1:C1");
    expect(summary).toMatchObject({ rows: 0, parts: 1 });
  });

  test("what is known of the file, and what was altered, is in About", async () => {
    const about = [
      { name: "Report", says: "3c90c3cc" },
      { name: "Filters", says: "Client is =Ada" },
    ];
    const { book } = await workbookOf(report, { about, soFar: true });
    const sheet = sheetOf(book, "About");
    expect([0, 1, 2, 3].map((row) => [cellAt(sheet, row, 0)?.v, cellAt(sheet, row, 1)?.v])).toEqual(
      [
        ["Report", "3c90c3cc"],
        ["Filters", "Client is =Ada"],
        ["Rows", "4 of 4 that have arrived so far"],
        ["Altered", expect.stringMatching(/^1 number has more digits than a spreadsheet keeps/)],
      ],
    );
    expect(cellAt(sheetOf(book, "Totals"), 0, 2)?.v).toBe("Sum so far");
  });

  test("more rows than it holds go on in the next, header and sum again", async () => {
    const rows = Array.from({ length: 25 }, (_, at) => [`row ${at}`, "1.01"]);
    const long = reportOf(["Name", "Cost EUR"], rows);
    const chunks: Uint8Array[] = [];
    const { parts: count } = await writeXlsx(
      { table: long.table, order: allRows(25), turn: UNINTERRUPTED, onRows: () => undefined },
      viewOf(long, "xlsx"),
      { write: (chunk) => void chunks.push(chunk) },
      NOW,
      32,
    );
    expect(count).toBe(3);
    const bytes = Buffer.concat(chunks);
    readParts(bytes);
    const book = open(bytes);
    expect(book.SheetNames).toEqual(["Report", "Report (2)", "Report (3)", "Totals", "About"]);
    const found = book.SheetNames.slice(0, 3).flatMap((name) => {
      const sheet = sheetOf(book, name);
      expect(cellAt(sheet, 0, 0)?.v).toBe("Name");
      const names: unknown[] = [];
      for (let row = 1; cellAt(sheet, row, 0) !== undefined; row += 1) {
        names.push(cellAt(sheet, row, 0)?.v);
      }
      const sum = cellAt(sheet, names.length + 2, 1);
      expect(sum?.v).toBeCloseTo(names.length * 1.01, 10);
      return names;
    });
    expect(found).toEqual(rows.map(([name]) => name));
    expect(cellAt(sheetOf(book, "Totals"), 1, 2)?.v).toBe(25.25);
  });
});
