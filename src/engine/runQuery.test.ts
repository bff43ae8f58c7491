import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COLUMN_KINDS, type ColumnKind } from "../model/column.ts";
import { CellKind, type CellView } from "../model/cell.ts";
import { columnId } from "../model/positions.ts";
import { ALL_ROWS, type Query } from "../model/query.ts";
import { Cancelled, UNINTERRUPTED, type Turn } from "../model/turn.ts";
import { createQueryRunner } from "./queryRunner.ts";
import type { RowOrder } from "./rowOrder.ts";
import { runQuery } from "./runQuery.ts";
import { SEGMENT_ROWS } from "./table.ts";
import { anyFilter, anyQuery, anyRows } from "./testing/anyCells.ts";
import { encodedTable, type Encoding } from "./testing/encodedTable.ts";
import { naiveFilter, naiveOrder, naiveQuery } from "./testing/naiveQuery.ts";

const WIDTH = 3;
const asText = (): ColumnKind => "text";
const rowsOf = (order: RowOrder): readonly number[] =>
  order.rows === undefined
    ? Array.from({ length: order.rowCount }, (_, row) => row)
    : [...order.rows];
const key = (column: number, descending: boolean) => ({ column: columnId(column), descending });
const encodings = fc.array(fc.constantFrom<Encoding[]>("codes", "decimal", "text"), {
  minLength: WIDTH,
  maxLength: WIDTH,
});

describe("queries equal the naive answer", () => {
  test("any cells, encodings, filters, search and sort", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRows(WIDTH, 30),
        encodings,
        anyQuery(WIDTH),
        fc.constantFrom(...COLUMN_KINDS),
        async (rows, encoding, query, kind) => {
          const table = encodedTable(rows, (column) => encoding[column] ?? "codes");
          const order = await runQuery(table, query, UNINTERRUPTED, () => kind);
          expect(rowsOf(order)).toEqual(naiveQuery(rows, query, () => kind));
          expect(order).toMatchObject({ tableRows: rows.length, rowCount: rowsOf(order).length });
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("single filters", async () => {
    await fc.assert(
      fc.asyncProperty(anyRows(1, 40), encodings, anyFilter(1), async (rows, encoding, filter) => {
        const table = encodedTable(rows, () => encoding[0] ?? "codes");
        const query: Query = { ...ALL_ROWS, filters: [filter] };
        const order = await runQuery(table, query, UNINTERRUPTED, asText);
        expect(rowsOf(order)).toEqual(naiveQuery(rows, query, asText));
      }),
      { numRuns: 4000 },
    );
  });

  test("one runner asked again and again, for fewer rows and for more", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRows(WIDTH, 30),
        encodings,
        fc.array(fc.tuple(anyQuery(WIDTH), fc.double({ min: 0, max: 1, noNaN: true })), {
          maxLength: 6,
        }),
        async (rows, encoding, asked) => {
          const runner = createQueryRunner(
            encodedTable(rows, (column) => encoding[column] ?? "codes"),
          );
          for (const [query, share] of [...asked, ...asked]) {
            // The order of slashes is the column's, whose dictionary knows of all rows.
            const some = JSON.stringify(rows).includes("13/05")
              ? rows.length
              : Math.floor(rows.length * share);
            const order = await runner.run(query, UNINTERRUPTED, asText, some);
            expect(rowsOf(order)).toEqual(naiveQuery(rows.slice(0, some), query, asText));
          }
        },
      ),
      { numRuns: 600 },
    );
  });
});

/** Sorting so many rows naively takes too long: the same rows, and each before its next, is as good. */
function expectAnswer(order: RowOrder, rows: readonly (readonly CellView[])[], query: Query): void {
  const found = order.rows!;
  const expected = Uint32Array.from(naiveFilter(rows, query));
  expect(found.length).toBe(expected.length);
  const sorted = found.slice().sort();
  expect(sorted.findIndex((row, place) => row !== expected[place])).toBe(-1);
  const compare = naiveOrder(rows, query, asText);
  const wrong = found.findIndex((row, place) => place > 0 && compare(found[place - 1]!, row) >= 0);
  expect(wrong).toBe(-1);
}

describe("more rows than a segment holds", () => {
  const length = SEGMENT_ROWS + 5000;
  const mixed = (row: number): string => {
    const spread = (row * 7919) % length;
    if (row % 101 === 0) return "";
    if (row % 53 === 0) return `Item ${spread % 900}`;
    return row % 7 === 0 ? `${spread}.50` : `${spread % 4000}`;
  };
  const rows = Array.from({ length }, (_, row) =>
    [
      mixed(row),
      `Traffic of client ${(row * 31) % 977}, no. ${(row * 7919) % length}`,
      `${row % 5}`,
    ].map((text) => ({ text, kind: CellKind.string })),
  );
  const tables = (["codes", "decimal", "text"] as const).map(
    (encoding) => [encoding, encodedTable(rows, () => encoding)] as const,
  );
  const changing = encodedTable(
    rows,
    (column, segment) => (["codes", "decimal", "text"] as const)[(column + segment) % 3]!,
  );
  const queries: readonly Query[] = [
    { ...ALL_ROWS, sort: [key(0, true)] },
    { ...ALL_ROWS, sort: [key(1, false)] },
    { ...ALL_ROWS, sort: [key(2, true), key(1, true)] },
    { ...ALL_ROWS, search: "NO. 12", sort: [key(0, false)] },
    {
      ...ALL_ROWS,
      filters: [
        { kind: "gte", column: columnId(0), value: "1234.5" },
        { kind: "contains", column: columnId(1), value: "client 9" },
      ],
      sort: [key(2, false), key(0, true)],
    },
    { ...ALL_ROWS, filters: [{ kind: "isnt", column: columnId(2), values: ["3", "4"] }] },
  ];

  test.each([...tables, ["changing", changing] as const])("%s", async (_, table) => {
    const runner = createQueryRunner(table);
    for (const query of queries) {
      const order = await runner.run(query, UNINTERRUPTED, asText);
      expectAnswer(order, rows, query);
    }
  });

  test("a table that grows between two pauses of a query answers for the rows it began with", async () => {
    const growing = { ...changing, rowCount: SEGMENT_ROWS };
    const turn: Turn = {
      due: () => true,
      next: () => {
        growing.rowCount = length;
        return Promise.resolve();
      },
    };
    for (const query of queries) {
      growing.rowCount = SEGMENT_ROWS;
      const order = await runQuery(growing, query, turn, asText);
      expect(order.tableRows).toBe(SEGMENT_ROWS);
      expectAnswer(order, rows.slice(0, SEGMENT_ROWS), query);
    }
  });
});

describe("stopped work stops", () => {
  const rows = Array.from({ length: 4 * SEGMENT_ROWS }, () => [
    { text: "the same", kind: CellKind.string },
  ]);
  const table = encodedTable(rows, () => "text");
  const query: Query = {
    ...ALL_ROWS,
    filters: [{ kind: "contains", column: columnId(0), value: "same" }],
    sort: [{ column: columnId(0), descending: true }],
  };

  test("segments after the cancel are not looked at", async () => {
    const [column] = table.columns;
    const read = new Set<number>();
    const watched = {
      ...table,
      columns: [
        {
          ...column!,
          segments: column!.segments.map((segment, at) => ({
            ...segment,
            get bytes() {
              read.add(at);
              return segment.encoding === "text" ? segment.bytes : new Uint8Array(0);
            },
          })),
        },
      ],
    };
    let pauses = 0;
    const turn: Turn = {
      due: () => true,
      next: () => {
        pauses += 1;
        return pauses > 20 ? Promise.reject(new Cancelled()) : Promise.resolve();
      },
    };
    await expect(runQuery(watched as typeof table, query, turn, asText)).rejects.toThrow(Cancelled);
    expect([...read]).toEqual([0, 1]);
  });

  test("at every pause there is, and asking again after that is right", async () => {
    const runner = createQueryRunner(table);
    for (let allowed = 0; ; allowed += 7) {
      let pauses = 0;
      const turn: Turn = {
        due: () => true,
        next: () => {
          pauses += 1;
          return pauses > allowed ? Promise.reject(new Cancelled()) : Promise.resolve();
        },
      };
      try {
        const order = await runner.run(query, turn, asText);
        expect(order.rows).toEqual(Uint32Array.from(rows, (_, row) => row));
        break;
      } catch (cause) {
        expect(cause).toBeInstanceOf(Cancelled);
      }
    }
  });
});

test("a filter with a problem is refused, not ignored", async () => {
  const filter = { kind: "gt" as const, column: columnId(0), value: "many" };
  const table = encodedTable([[{ text: "1", kind: CellKind.string }]], () => "codes");
  await expect(
    runQuery(table, { ...ALL_ROWS, filters: [filter] }, UNINTERRUPTED, asText),
  ).rejects.toMatchObject({ error: { code: "internal" } });
});
