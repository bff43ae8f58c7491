import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CellKind, type CellView } from "../model/cell.ts";
import { columnId } from "../model/positions.ts";
import { ENCODING_LIMITS, type EncodingLimits } from "./columnBuilder.ts";
import { readCell } from "./readCell.ts";
import { SEGMENT_ROWS, type ReportTable } from "./table.ts";
import { createTableBuilder } from "./tableBuilder.ts";
import { batchOf, cellOf, tableOf } from "./testing/buildTable.ts";

const MISSING: CellView = { text: "", kind: CellKind.missing };

/** Limits that send columns through every encoding within a few rows. */
const TIGHT: EncodingLimits = {
  minEntries: 3,
  maxNewShare: 0.5,
  patientEntries: 9,
  maxEntries: 9,
  maxStrangeShare: 1 / 4,
};

const string = (text: string): CellView => ({ text, kind: CellKind.string });
const number = (text: string): CellView => ({ text, kind: CellKind.number });

const digits = (min: number, max: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));
const awkward = fc.constantFrom(
  ..."-0 0 007 1e5 +1 1. .5 - . -. 1.2.3 --1 1- -0.0 00 -5 -0.000 900719925474.0991".split(" "),
  ..."9007199254740991 9007199254740992 9007199254740993 -9007199254740991".split(" "),
  ..."0.0000000000000000000001 0.00000000000000000000001 12345678901234567.12".split(" "),
  ..."99999999999999999999999999 1E-7 2026-10-05 True".split(" "),
  " 1",
  "1 ",
);
const decimal = fc
  .tuple(fc.constantFrom("", "-"), fc.integer({ min: 0, max: 99_999 }), digits(0, 12))
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`);
const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.string({ unit: fc.constantFrom("\ud800", "\udfff", "é", "\ufeff", "x", "😀"), maxLength: 6 }),
);
const anyCell = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom("EUR", "USD", "").map(string) },
  { weight: 2, arbitrary: decimal.map(string) },
  { weight: 2, arbitrary: decimal.map(number) },
  { weight: 1, arbitrary: awkward.map(string) },
  { weight: 1, arbitrary: anyText.map(string) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, true, false, [], { a: [1] }).map(cellOf) },
);
/** Columns of one sort of cell, with strangers among them. */
const column = fc.oneof(
  fc.array(anyCell, { maxLength: 60 }),
  ...[decimal.map(string), decimal.map(number), anyText.map(string), awkward.map(string)].map(
    (usual) =>
      fc.array(fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: anyCell }), {
        maxLength: 60,
      }),
  ),
);
/** Columns of unequal length, turned into rows; a row ends with its last cell. */
const rowsOfColumns = fc.array(column, { maxLength: 5 }).map((columns) => {
  const count = Math.max(0, ...columns.map((cells) => cells.length));
  return Array.from({ length: count }, (_, row) => {
    const width = columns.findLastIndex((cells) => row < cells.length) + 1;
    return columns.slice(0, width).map((cells) => cells[row] ?? string(""));
  });
});
const cuts = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 });

/** Row of a table whose columns suit different encodings, two of them changing midway. */
const mixedRow = (row: number): readonly CellView[] => [
  string(row % 3 === 0 ? "CDN" : "Cloud"),
  string(`${row % 977}.${String(row).padStart(10, "0")}`),
  number(`${row - 40_000}`),
  row % 4 === 0 ? cellOf(null) : string(`${row}.5`),
  string(`Überwachung ${row}`),
  string(row < SEGMENT_ROWS - 1 ? `plan ${row % 700}` : `${row}`),
  string(row < SEGMENT_ROWS ? `${row}.25` : `lot ${row}`),
];

function build(
  rows: readonly (readonly CellView[])[],
  sizes: readonly number[],
  limits: EncodingLimits,
): ReportTable {
  const builder = createTableBuilder(limits);
  let from = 0;
  for (const size of [...sizes, rows.length]) {
    const part = rows.slice(from, from + size);
    if (part.length === 0) break;
    append(builder.sink, part);
    expectCells(builder.table, rows.slice(0, from + part.length));
    from += size;
  }
  builder.seal();
  return builder.table;
}

/** As a reader of downloads would: the batch's memory is used again afterwards. */
function append(
  sink: { append(batch: ReturnType<typeof batchOf>): void },
  rows: readonly (readonly CellView[])[],
): void {
  const batch = batchOf(rows);
  sink.append(batch);
  for (const array of [batch.bytes, batch.starts, batch.ends, batch.kinds]) array.fill(0x41);
}

function expectCells(table: ReportTable, rows: readonly (readonly CellView[])[]): void {
  expect(table.rowCount).toBe(rows.length);
  rows.forEach((cells, row) => {
    const read = table.columns.map(({ id }) => readCell(table, row, id));
    expect(read).toEqual(table.columns.map((_, position) => cells[position] ?? MISSING));
  });
}

describe("every cell comes back exactly", () => {
  test.each([
    ["as usual", ENCODING_LIMITS],
    ["leaving encodings early", TIGHT],
  ])("%s, however the rows are cut into batches", (_, limits) => {
    fc.assert(
      fc.property(rowsOfColumns, cuts, (rows, sizes) => {
        expectCells(build(rows, sizes, limits), rows);
      }),
      { numRuns: 300 },
    );
  });

  test("over two segments, in the encoding that suits each column", () => {
    const count = SEGMENT_ROWS + 3000;
    const builder = createTableBuilder({
      ...ENCODING_LIMITS,
      maxNewShare: 0.02,
      patientEntries: 1,
    });
    for (let from = 0; from < count; from += 9000) {
      const length = Math.min(9000, count - from);
      append(
        builder.sink,
        Array.from({ length }, (_, row) => mixedRow(from + row)),
      );
    }
    builder.seal();
    const { table } = builder;
    expect(table.columns.map(({ segments }) => segments.map(({ encoding }) => encoding))).toEqual([
      ["codes", "codes"],
      ["decimal", "decimal"],
      ["decimal", "decimal"],
      ["decimal", "decimal"],
      ["text", "text"],
      ["codes", "decimal"],
      ["decimal", "text"],
    ]);
    let wrong = 0;
    for (let row = 0; row < count; row++) {
      mixedRow(row).forEach((cell, position) => {
        const read = readCell(table, row, columnId(position));
        if (read.text !== cell.text || read.kind !== cell.kind) wrong += 1;
      });
    }
    expect(wrong).toBe(0);
  });

  test("a column that begins late is missing before", () => {
    const builder = createTableBuilder();
    const short = batchOf(Array.from({ length: 40_000 }, () => ["a"]));
    for (let round = 0; round < 4; round++) builder.sink.append(short);
    builder.sink.append(batchOf([["a", "b"]]));
    builder.sink.append(batchOf([["c"]]));
    const { table } = builder;
    const read = (row: number) => readCell(table, row, columnId(1));
    expect([0, 65_535, 65_536, 159_999].map(read)).toEqual([MISSING, MISSING, MISSING, MISSING]);
    expect(read(160_000)).toEqual(string("b"));
    expect(read(160_001)).toEqual(MISSING);
  });
});

describe("a reader that took segment and dictionary together", () => {
  test("reads on when the column is stored anew", () => {
    const builder = createTableBuilder(TIGHT);
    builder.sink.append(batchOf([["10.5"], ["10.5"], ["11"]]));
    const [before] = builder.table.columns;
    const segments = before!.segments.slice();
    const frozen: ReportTable = {
      ...builder.table,
      rowCount: 3,
      columns: [{ id: columnId(0), name: "", dictionary: before!.dictionary, segments }],
    };
    builder.sink.append(
      batchOf(["1", "2", "3", "4", "five", "six", "7", "8"].map((text) => [text])),
    );
    expect(builder.table.columns[0]!.segments[0]).not.toBe(segments[0]);
    expect([0, 1, 2].map((row) => readCell(frozen, row, columnId(0)).text)).toEqual([
      "10.5",
      "10.5",
      "11",
    ]);
  });

  test("finds no entry of an abandoned encoding in the new dictionary", () => {
    const builder = createTableBuilder(TIGHT);
    builder.sink.append(batchOf(Array.from({ length: 9 }, (_, row) => [`text ${row}`])));
    const [column] = builder.table.columns;
    expect(column!.segments[0]!.encoding).toBe("text");
    expect(column!.dictionary.count).toBe(1);
  });
});

test("many values that come back in any order are worth their dictionary", () => {
  const rows = Array.from({ length: 100_000 }, (_, row) => {
    const id = Math.imul(row + 1, 0x9e3779b1) >>> 16;
    return [`client ${id % 20_000}`];
  });
  const builder = createTableBuilder();
  for (let from = 0; from < rows.length; from += 5000) {
    builder.sink.append(batchOf(rows.slice(from, from + 5000)));
  }
  const [column] = builder.table.columns;
  expect(column!.segments.map(({ encoding }) => encoding)).toEqual(["codes", "codes"]);
});

describe("memory", () => {
  test("sealed arrays are as long as their rows", () => {
    const table = tableOf(
      ["a", "b", "c"],
      Array.from({ length: 5000 }, (_, row) => [row % 3, `${row}.5`, `text ${row}`]),
    );
    const sizes = table.columns.flatMap(({ segments }) =>
      segments.map((segment) => {
        if (segment.encoding === "codes") return segment.codes.byteLength;
        if (segment.encoding === "decimal") return segment.mantissas.byteLength;
        return segment.offsets.byteLength;
      }),
    );
    expect(sizes).toEqual([5000, 40_000, 20_004]);
  });
});

describe("headers and uneven rows", () => {
  test("headers may come after rows", () => {
    const builder = createTableBuilder();
    builder.sink.append(batchOf([["a", "b"], ["c"], ["d", "e", "f"]]));
    expect(builder.table.headerCount).toBeUndefined();
    expect(builder.table.raggedRows).toBe(0);
    builder.sink.headers(["One", "Two", "Three", "Four"]);
    expect(builder.table.columns.map(({ name }) => name)).toEqual(["One", "Two", "Three", "Four"]);
    expect(builder.table.raggedRows).toBe(3);
    builder.sink.append(batchOf([["g", "h", "i", "j"]]));
    expect(builder.table.raggedRows).toBe(3);
    expectCells(
      builder.table,
      [["a", "b"], ["c"], ["d", "e", "f"], ["g", "h", "i", "j"]].map((row) => row.map(cellOf)),
    );
  });

  test("a longer row adds columns without name", () => {
    const table = tableOf(["a"], [["1", "2", "3"]]);
    expect(table.columns.map(({ id, name }) => [id, name])).toEqual([
      [0, "a"],
      [1, ""],
      [2, ""],
    ]);
    expect(table.headerCount).toBe(1);
  });

  test("a report without rows and columns is an empty table", () => {
    expect(tableOf([], [])).toMatchObject({ rowCount: 0, columns: [], sealed: true });
  });
});
