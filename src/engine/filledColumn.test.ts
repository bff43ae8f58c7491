import fc from "fast-check";
import { expect, test } from "vitest";
import { columnId, viewRow } from "../model/positions.ts";
import { AsideFinder } from "./asideFinder.ts";
import { FilledColumn } from "./filledColumn.ts";
import { FilledTable } from "./filledTable.ts";
import { findBlocks } from "./findBlocks.ts";
import { ReadTable } from "./readTable.ts";
import { readRows } from "./readWindow.ts";
import { createTableBuilder } from "./tableBuilder.ts";
import { batchOf } from "./testing/buildTable.ts";
import { totalCells } from "./totals.ts";

const COLUMN = columnId(0);
const unhurried = { due: () => false, next: () => Promise.resolve() };

interface Filled {
  readonly texts: readonly string[];
  readonly from: readonly (number | undefined)[];
}

function naive(texts: readonly string[], aside: readonly number[]): Filled {
  let above: number | undefined;
  const from = texts.map((text, row) => {
    if (aside.includes(row)) above = undefined;
    else if (text !== "") above = row;
    else return above;
    return undefined;
  });
  return { texts: texts.map((_, row) => texts[from[row] ?? row]!), from };
}

/** Filled step by step while the rows arrive, as when somebody looks on. */
async function filled(
  texts: readonly string[],
  aside: readonly number[],
  steps: readonly number[],
) {
  const builder = createTableBuilder();
  builder.sink.headers(["Client", "Cost"]);
  let column: FilledColumn | undefined;
  let from = 0;
  for (const to of [...steps, texts.length].toSorted((a, b) => a - b)) {
    if (to > from) builder.sink.append(batchOf(texts.slice(from, to).map((text) => [text, "1"])));
    from = to;
    if (to === texts.length) builder.seal();
    const [sent] = builder.table.columns;
    column ??= sent && new FilledColumn(sent);
    await column?.follow(builder.table, aside, unhurried);
  }
  const table = new FilledTable(builder.table, column === undefined ? [] : [column]);
  const rows = Uint32Array.from(texts.keys());
  const [read] = readRows(table, viewRow(0), rows, [COLUMN]).columns;
  return { table, rows, read: { texts: read!.texts, from: read!.filledFrom ?? [] } };
}

const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.constant("") },
  fc.constantFrom("Acme", "Globex", "7", "007", "12.50", " ", "é😀"),
);

test("blank cells have the value above, up to a line set aside", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyText, { minLength: 1, maxLength: 40 }),
      fc.uniqueArray(fc.nat(39), { maxLength: 4 }),
      fc.array(fc.nat(39), { maxLength: 4 }),
      async (texts, lines, cuts) => {
        const aside = lines.filter((row) => row < texts.length).toSorted((a, b) => a - b);
        const steps = cuts.filter((at) => at < texts.length);
        const { read } = await filled(texts, aside, steps);
        expect(read).toEqual(naive(texts, aside));
      },
    ),
  );
});

test("asked again, a whole report's column is what it was", async () => {
  const builder = createTableBuilder();
  builder.sink.headers(["Client"]);
  builder.sink.append(batchOf([["Acme"], [""], ["Globex"]]));
  builder.seal();
  const column = new FilledColumn(builder.table.columns[0]!);
  await column.follow(builder.table, [], unhurried);
  const { bytes } = column.dictionary;
  await column.follow(builder.table, [], unhurried);
  expect(column.dictionary.bytes).toBe(bytes);
});

test.each([
  ["few names", (row: number) => (row % 7 === 0 ? `Client ${row % 3}` : "")],
  ["a new name each time", (row: number) => (row % 2 === 0 ? `Client ${row}` : "")],
  ["numbers", (row: number) => (row % 3 === 0 ? `${row}.5` : "")],
  ["one name for all", (row: number) => (row === 5 ? "Acme" : "")],
])("over the borders of segments: %s", async (_, textOf) => {
  const texts = Array.from({ length: 70_000 }, (_, row) => textOf(row));
  const aside = [65_536, 66_001];
  const { read } = await filled(texts, aside, [1, 60_000, 65_600]);
  const expected = naive(texts, aside);
  const differs = (row: number) =>
    read.texts[row] !== expected.texts[row] || read.from[row] !== expected.from[row];
  expect(texts.findIndex((_text, row) => differs(row))).toBe(-1);
});

test("what a line does not say itself is never added", async () => {
  const { table, rows } = await filled(["10", "", "", "5.5", ""], [], []);
  const total = [{ column: COLUMN, currency: undefined }];
  const totals = await totalCells(table, total, () => ({ list: rows }), unhurried);
  expect(totals).toMatchObject({ numbers: 2, blanks: 3, others: 0 });
  expect(totals.currencies[0]).toMatchObject({ sum: "15.5" });
});

const HEADERS = ["Account", "Client", "Product", "Cost"];

const blocksIn = async (rows: readonly (readonly string[])[]) => {
  const builder = createTableBuilder();
  const finder = new AsideFinder();
  builder.sink.headers(HEADERS);
  finder.setHeaders(HEADERS, builder.table);
  builder.sink.append(batchOf(rows));
  finder.append(batchOf(rows), 0);
  builder.seal();
  const table = new ReadTable(builder.table, finder, (width) => builder.rowsOfWidth(width));
  const kinds = ["id", "text", "text", "money"] as const;
  return findBlocks(table, (column) => kinds[column]!, unhurried);
};

test("columns named once per block are found, further ones within them", async () => {
  const rows = [
    ["1", "Acme", "CDN", "1"],
    ["", "", "", "2"],
    ["", "", "Cloud", "3"],
    ["2", "Globex", "CDN", "4"],
    ["", "", "", "5"],
    ["", "", "", "6"],
  ];
  expect(await blocksIn(rows)).toEqual([
    { column: 0, blanks: 4 },
    { column: 1, blanks: 4 },
    { column: 2, blanks: 3 },
  ]);
  expect(await blocksIn([HEADERS, ...rows])).toHaveLength(3);
});

test.each([
  [
    "no blanks",
    [
      ["1", "A", "x", "1"],
      ["2", "B", "x", "1"],
    ],
  ],
  [
    "a name said again",
    [
      ["1", "A", "x", "1"],
      ["1", "", "x", "1"],
      ["", "", "x", "1"],
      ["", "", "x", "1"],
    ],
  ],
  [
    "no name at first",
    [
      ["", "", "x", "1"],
      ["1", "A", "x", "1"],
      ["2", "A", "x", "1"],
      ["", "A", "", "1"],
    ],
  ],
  [
    "few blanks among names",
    [
      ["1", "A", "x", "1"],
      ["2", "B", "x", "1"],
      ["", "", "x", "1"],
    ],
  ],
  [
    "one name alone",
    [
      ["1", "A", "x", "1"],
      ["", "", "x", "1"],
      ["", "", "x", "1"],
    ],
  ],
])("no pattern: %s", async (_, rows) => {
  expect(await blocksIn(rows)).toEqual([]);
});

test("after a line set aside a block begins, which must be named", async () => {
  const rows = [
    ["1", "A", "x", "1"],
    ["", "", "x", "1"],
    HEADERS,
    ["", "", "x", "1"],
    ["2", "B", "x", "1"],
    ["", "", "x", "1"],
  ];
  expect(await blocksIn(rows)).toEqual([]);
  expect(await blocksIn(rows.toSpliced(3, 1))).toHaveLength(2);
});
