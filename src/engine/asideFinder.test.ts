import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AsideFinder } from "./asideFinder.ts";
import { ReadTable } from "./readTable.ts";
import { summarise } from "./summarise.ts";
import { createTableBuilder } from "./tableBuilder.ts";
import { batchOf } from "./testing/buildTable.ts";

type Rows = readonly (readonly string[])[];

const HEADERS = ["Account", "Client", "Product", "Cost", "Currency"];
const TITLE = ["1180", "Northwind"];
const ROW = ["92", "Acme", "CDN", "10.50", "EUR"];
const BLANK = ["", "", "CDN", "-3", "EUR"];

/** As a report arrives: in pieces, its headers before the row `headersAt`. */
function read(headers: readonly string[], rows: Rows, cuts: readonly number[] = [], headersAt = 0) {
  const builder = createTableBuilder();
  const finder = new AsideFinder();
  const ends = [...new Set([...cuts, headersAt, rows.length])].toSorted((a, b) => a - b);
  let from = 0;
  for (const to of ends.filter((end) => end <= rows.length)) {
    if (to > from) {
      const firstRow = builder.table.rowCount;
      builder.sink.append(batchOf(rows.slice(from, to)));
      finder.append(batchOf(rows.slice(from, to)), firstRow);
      from = to;
    }
    if (to === headersAt) {
      builder.sink.headers(headers);
      finder.setHeaders(headers, builder.table);
    }
  }
  builder.seal();
  const table = new ReadTable(builder.table, finder, (width) => builder.rowsOfWidth(width));
  return { finder, table, summary: summarise(table) };
}

describe("lines among the rows that are no data", () => {
  test("a title before the first row and repeated headers are set aside", () => {
    const { finder, summary } = read(HEADERS, [TITLE, ROW, BLANK, HEADERS, ROW, BLANK]);
    expect(finder).toMatchObject({ rows: [0, 3], titles: 1, headers: 1, title: "1180 Northwind" });
    expect(summary.columns.map(({ kind, blanks }) => [kind, blanks])).toEqual([
      ["id", 2],
      ["text", 2],
      ["text", 0],
      ["money", 0],
      ["text", 0],
    ]);
    expect(summary).toMatchObject({ headerCount: 5, raggedRows: 0 });
  });

  test("where the title stands in the place of the headers, the first row has the names", () => {
    const { finder, summary } = read(TITLE, [HEADERS, ROW, BLANK, HEADERS, ROW]);
    expect(finder).toMatchObject({ rows: [0, 3], titles: 1, headers: 1, names: HEADERS });
    expect(summary.columns.map(({ name }) => name)).toEqual(HEADERS);
    expect(summary).toMatchObject({ headerCount: 5, raggedRows: 0 });
    expect(summary.columns[3]!.kind).toBe("money");
  });

  test("a client that stands alone on a line is no title: its rows follow without a name", () => {
    expect(read(HEADERS, [["Acme"], BLANK, ["Globex"], BLANK]).finder.rows).toEqual([]);
    // A first row with little in it, of the client whose rows follow.
    expect(read(HEADERS, [["92"], ROW, ROW]).finder.rows).toEqual([]);
  });

  test("short reports, other words and single names are data", () => {
    expect(read(["Client", "Cost"], [["Title"], ["Acme", "1"]]).finder.rows).toEqual([]);
    expect(read(HEADERS, [ROW, [...HEADERS.slice(0, 4), "Cur"]]).finder.rows).toEqual([]);
    expect(read(["Client"], [["Acme"], ["Client"]]).finder.rows).toEqual([]);
    expect(read(["a", "b"], [ROW, ROW]).finder.names).toBeUndefined();
    expect(read(HEADERS, [TITLE]).finder.rows).toEqual([]);
  });

  test("blank cells at the end of a header line may be there or not", () => {
    const headers = [...HEADERS, ""];
    expect(read(headers, [ROW, HEADERS, headers, [...headers, ""]]).finder.rows).toEqual([1, 2, 3]);
  });
});

const anyLine = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<string[]>(ROW, BLANK) },
  fc.constantFrom<string[]>(HEADERS, TITLE, ["Acme"], [], [...HEADERS, "x"], HEADERS.slice(0, 4)),
);

test("however the report arrives, the same rows are set aside, and figures are of the others", () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { maxLength: 12 }),
      fc.array(fc.nat(12), { maxLength: 4 }),
      fc.nat(12),
      (rows, cuts, headersAt) => {
        const { finder, summary } = read(HEADERS, rows, cuts, Math.min(headersAt, rows.length));
        expect(finder.rows).toEqual(naiveAside(rows));
        const data = rows.filter((_, row) => !finder.rows.includes(row));
        const other = read(HEADERS, data).summary;
        expect(summary.raggedRows).toBe(data.filter((row) => row.length !== 5).length);
        HEADERS.forEach((name, at) => {
          const column = summary.columns[at]!;
          const values = data.filter((row) => (row[at] ?? "") !== "");
          expect([name, column.reason.values]).toEqual([name, values.length]);
          expect(column.blanks).toBe(data.length - values.length);
          // Read again without them, what is left may begin with another title.
          if (naiveAside(data).length === 0) expect(column.kind).toBe(other.columns[at]!.kind);
        });
      },
    ),
  );
});

const isHeader = (row: readonly string[]) => row.join("|") === HEADERS.join("|");
const isTitle = (row: readonly string[]) => row.length <= 2 && row.some((cell) => cell !== "");

function naiveAside(rows: Rows): number[] {
  let first = rows.findIndex((row) => !isTitle(row));
  first = Math.min(first === -1 ? rows.length : first, 3);
  const next = rows[first];
  const above = rows.slice(0, first).map((row) => row[0]);
  const areTitles =
    next !== undefined && (isHeader(next) || ((next[0] ?? "") !== "" && !above.includes(next[0])));
  return rows.flatMap((row, at) => ((at < first && areTitles) || isHeader(row) ? [at] : []));
}
