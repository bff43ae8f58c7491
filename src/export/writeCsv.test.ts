import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyRows } from "../engine/testing/anyCells.ts";
import { encodedTable } from "../engine/testing/encodedTable.ts";
import { CellKind, type CellView, writtenText } from "../model/cell.ts";
import { COLUMN_KINDS } from "../model/column.ts";
import { parseDecimal } from "../model/decimal.ts";
import { columnId } from "../model/positions.ts";
import { ALL_ROWS } from "../model/query.ts";
import { PLAIN_CSV, type CsvDialect } from "../model/viewExport.ts";
import { exported, reportOf, type TestReport, type Wanted } from "./testing/exported.ts";
import { readCsv } from "./testing/readCsv.ts";

const GERMAN: CsvDialect = { separator: ";", decimal: ",", mark: true, lineEnd: "\r\n" };
const RISKY = /^\ufeff?[=+\-@\t\r\n\0＝＋－＠]/;

const csvOf = async (report: TestReport, wanted: Wanted = {}) => {
  const { bytes, summary } = await exported(report, "csv", wanted);
  return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), summary };
};

/** What a reader must find of a cell; the rule of the guard said once more, in other words. */
function fieldOf(cell: CellView | undefined): string {
  if (cell === undefined) return "";
  const text = cell.text.replaceAll(/\p{Surrogate}/gu, "\ufffd");
  const isBare = cell.kind === CellKind.number || cell.kind === CellKind.boolean;
  const isRun = RISKY.test(cell.text) && !isBare && parseDecimal(cell.text) === undefined;
  return isRun ? `'${text}` : text;
}

describe("a plain file", () => {
  test("says what the report says, cell for cell, whatever the cells and their encoding", async () => {
    const encodings = ["codes", "decimal", "text"] as const;
    await fc.assert(
      fc.asyncProperty(
        anyRows(4, 12),
        fc.array(fc.constantFrom(...encodings), { minLength: 4, maxLength: 4 }),
        fc.array(fc.constantFrom(...COLUMN_KINDS), { minLength: 4, maxLength: 4 }),
        async (rows, chosen, kinds) => {
          const table = encodedTable(rows, (column) => chosen[column] ?? "codes");
          const { columns } = reportOf(
            table.columns.map(({ name }) => name),
            rows,
          );
          const { text } = await csvOf({ table, columns }, { kinds: new Map(kinds.entries()) });
          if (columns.length === 0) return;
          const [header, ...found] = readCsv(text);
          expect(header).toEqual(table.columns.map(({ name }) => name));
          expect(found).toEqual(rows.map((row) => columns.map((_, at) => fieldOf(row[at]))));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("has the rows and columns of the view, in its order", async () => {
    const report = reportOf(
      ["Client", "Cost"],
      [
        ["Ada", "2.50"],
        ["Bo", "10.00"],
        ["Cy", "9.99"],
      ],
    );
    const query = {
      ...ALL_ROWS,
      filters: [{ kind: "isnt", column: columnId(0), values: ["Cy"] }] as const,
      sort: [{ column: columnId(1), descending: true }],
    };
    const { text, summary } = await csvOf(report, { query, shown: [1, 0] });
    expect(text).toBe("Cost,Client\n10.00,Bo\n2.50,Ada\n");
    expect(summary).toMatchObject({ rows: 2, parts: 1, bytes: text.length });
  });

  test("never begins as another format, and never has a line that is no row", async () => {
    const one = reportOf(["ID"], [[""], ["007"], [null]]);
    expect((await csvOf(one)).text).toBe('"ID"\n""\n007\n""\n');
    expect((await csvOf(reportOf(["sep=;"], []))).text).toBe('"sep=;"\n');
    expect((await csvOf(reportOf([""], [["x"]]))).text).toBe('""\nx\n');
  });
});

describe("formulas", () => {
  const PAYLOADS = [
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\0=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "\ufeff=1+1",
    '=HYPERLINK("http://example.org","x")',
    "-2+3+cmd|' /C calc'!A0",
  ];

  test("are neutralised and counted; numbers of any sign are not", async () => {
    const numbers = ["-70.00", "+5", "-1e5", "-.5", "-0"];
    const values = [...PAYLOADS, ...numbers, "harmless"];
    const report = reportOf(
      ["Text", "Cost"],
      values.map((value, at) => [value, `-${at}.50`]),
    );
    const { text, summary } = await csvOf(report, { dialect: PLAIN_CSV });
    const rows = readCsv(text).slice(1);
    expect(rows.map(([value]) => value)).toEqual([
      ...PAYLOADS.map((payload) => `'${payload}`),
      ...numbers,
      "harmless",
    ]);
    expect(rows.map(([, cost]) => cost)).toEqual(values.map((_, at) => `-${at}.50`));
    expect(summary.altered.guarded).toBe(PAYLOADS.length);
  });

  test("in headers too", async () => {
    const { text, summary } = await csvOf(reportOf(["=1+1", "Cost"], [["a", "1"]]));
    expect(text).toBe("'=1+1,Cost\na,1\n");
    expect(summary.altered.guarded).toBe(1);
  });
});

describe("for Excel", () => {
  test("has mark, separator, line ends and decimal sign of its country; ids and texts keep points", async () => {
    const report = reportOf(
      ["Client ID", "Client", "Cost", "Note", "Seen"],
      [
        ["00231", 'Semi; "quoted"', "-1234.50", "1.5", "2026-10-05"],
        ["662.41", "Line\nbreak", "0.000000000001", "n/a", "2026-10-06"],
        ["7", "", "", "2.5", null],
      ],
    );
    const kinds = new Map([[0, "id"] as const]);
    const { text } = await csvOf(report, { dialect: GERMAN, kinds });
    expect(text).toBe(
      "\ufeffClient ID;Client;Cost;Note;Seen\r\n" +
        '00231;"Semi; ""quoted""";-1234,50;1.5;2026-10-05\r\n' +
        '662.41;"Line\nbreak";0,000000000001;n/a;2026-10-06\r\n' +
        "7;;;2.5;\r\n",
    );
  });

  test("a JSON number is a number wherever it stands, but in a column of ids", async () => {
    const report = reportOf(
      ["Mixed", "Id"],
      [
        [1.5, 2.5],
        ["text", 3.5],
      ],
    );
    const kinds = new Map([[1, "id"] as const]);
    const { text } = await csvOf(report, { dialect: { ...GERMAN, mark: false }, kinds });
    expect(text).toBe("Mixed;Id\r\n1,5;2.5\r\ntext;3.5\r\n");
  });
});

describe.each(["codes", "decimal", "text"] as const)("decimal commas, stored as %s", (encoding) => {
  const cells: readonly CellView[] = [
    ...["1.5", "0.25", "-1.5", "+7.5", "007.5"].map((text) => ({ text, kind: CellKind.comma })),
    ...["1234.5", "-1234567"].map((text) => ({ text, kind: CellKind.grouped })),
    { text: "n/a", kind: CellKind.string },
  ];
  const rows = cells.map((cell) => [cell, cell, cell]);
  const kinds = new Map([
    [0, "text"],
    [1, "id"],
    [2, "decimal"],
  ] as const);

  test.each([
    [PLAIN_CSV, cells.map(({ text }) => text)],
    [GERMAN, cells.map(({ text }) => text.replace(".", ","))],
  ])("labels stay the file's own, numbers have the sign of %o", async (dialect, numbers) => {
    const table = encodedTable(rows, () => encoding);
    const { columns } = reportOf(["a", "b", "c"], rows);
    const { text, summary } = await csvOf({ table, columns }, { kinds, dialect });
    const found = readCsv(text, dialect.separator).slice(1);
    expect(found).toEqual(
      cells.map((cell, at) => [writtenText(cell), writtenText(cell), numbers[at]]),
    );
    expect(summary.altered.guarded).toBe(0);
  });
});
