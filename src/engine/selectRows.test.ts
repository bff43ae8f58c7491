import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COLUMN_KINDS, type ColumnKind } from "../model/column.ts";
import { CellKind } from "../model/cell.ts";
import { columnId, viewRow } from "../model/positions.ts";
import { ALL_ROWS, type Query } from "../model/query.ts";
import { Cancelled, UNINTERRUPTED } from "../model/turn.ts";
import { snapshotOf } from "./columnSnapshot.ts";
import { firstWord } from "./firstWord.ts";
import { createQueryRunner } from "./queryRunner.ts";
import { runQuery } from "./runQuery.ts";
import { selectRows } from "./selectRows.ts";
import { slashOrder } from "./slashOrder.ts";
import { sortMode } from "./sortColumn.ts";
import { SEGMENT_ROWS } from "./table.ts";
import { anyCollation, anyRows } from "./testing/anyCells.ts";
import { encodedTable, type Encoding } from "./testing/encodedTable.ts";
import { naiveOrder } from "./testing/naiveQuery.ts";
import { textOrder } from "./textOrder.ts";
import { TextWords } from "./textWords.ts";
import { openWorkRoom } from "./workRoom.ts";
import { encodeText } from "./wtf8.ts";

const WIDTH = 2;
const asText = (): ColumnKind => "text";
const encoding = fc.constantFrom<Encoding[]>("codes", "decimal", "text");
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anySort = fc.array(
  fc.record({
    column: fc.integer({ min: 0, max: WIDTH - 1 }).map(columnId),
    descending: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);

test("places of an order hold the rows that the whole order has there", async () => {
  let answered = 0;
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(
      anyRows(WIDTH, 60),
      fc.tuple(encoding, encoding),
      anySort,
      fc.constantFrom(...COLUMN_KINDS),
      fc.integer({ min: 0, max: 3 }),
      share,
      fc.integer({ min: 0, max: 12 }),
      fc.option(fc.infiniteStream(fc.boolean()), { nil: undefined }),
      anyCollation,
      async (rows, encodings, sort, kind, few, begin, length, picks, collation) => {
        const table = encodedTable(rows, (column) => encodings[column] ?? "codes");
        const kinds = sort.filter(({ column }) => table.columns[column] !== undefined);
        if (kinds.length === 0) return;
        const query: Query = { ...ALL_ROWS, sort, collation };
        const list =
          picks && Uint32Array.from(rows.keys()).filter(() => picks.next().value === true);
        const size = list?.length ?? rows.length;
        const compare = naiveOrder(rows, query, () => kind);
        const whole = [...(list ?? rows.keys())].sort(compare);
        const from = Math.floor(begin * size);
        const columns = [];
        for (const { column: id, descending } of kinds) {
          const column = snapshotOf(table, id)!;
          const slashes = await slashOrder(column, rows.length, UNINTERRUPTED);
          columns.push({ column, mode: sortMode(kind, slashes, collation), descending });
        }
        const found = await selectRows(
          columns,
          { list, rowCount: rows.length },
          { start: from, end: from + length },
          (some) => Promise.resolve(some.slice().sort(compare)),
          UNINTERRUPTED,
          few,
        );
        asked += 1;
        if (found === undefined) return;
        answered += 1;
        expect([...found]).toEqual(whole.slice(from, from + length));
      },
    ),
    { numRuns: 2000 },
  );
  expect(answered / asked).toBeGreaterThan(0.8);
});

test("a first word is the one that sorting reads first", () => {
  fc.assert(
    fc.property(anyRows(1, 12), anyCollation, (rows, collation) => {
      const by = textOrder(collation);
      const room = openWorkRoom();
      const texts = rows.map((cells) => encodeText(cells[0]?.text ?? "")).filter((b) => b.length);
      for (const bytes of texts) {
        const words = new TextWords(1, by, room);
        words.add(words.source(bytes, Uint32Array.of(0, bytes.length)), 0);
        const word = new Float64Array(1);
        words.read(word, Uint32Array.of(0), 0, 1, 0);
        expect(firstWord(bytes, 0, bytes.length, by)).toBe(word[0]);
      }
      room.release();
    }),
    { numRuns: 500 },
  );
});

const cell = (text: string) => ({ text, kind: CellKind.string });
const key = (column: number, descending: boolean) => ({ column: columnId(column), descending });

describe("a runner looks ahead", () => {
  const length = SEGMENT_ROWS + 9000;
  const rows = Array.from({ length }, (_, row) => [
    cell(row % 3 === 0 ? "0.00" : (((row * 7919) % 99_991) / 100).toFixed(2)),
    cell(row % 101 === 0 ? "" : `The same beginning of client ${(row * 31) % 977}, ${row % 6}`),
    cell(["CDN", "Cloud", "DNS", "Storage"][row % 4]!),
    cell(`${(row * 7919) % length}`),
  ]);
  const table = encodedTable(
    rows,
    (column) => (["decimal", "text", "codes", "decimal"] as const)[column]!,
  );
  const queries: readonly Query[] = [
    { ...ALL_ROWS, sort: [key(0, true)] },
    { ...ALL_ROWS, sort: [key(0, false)] },
    { ...ALL_ROWS, sort: [key(1, false)] },
    { ...ALL_ROWS, sort: [key(1, false)], collation: "cs" },
    { ...ALL_ROWS, sort: [key(1, true), key(3, false)] },
    { ...ALL_ROWS, sort: [key(2, true), key(0, false), key(3, true)] },
    {
      ...ALL_ROWS,
      filters: [{ kind: "isnt", column: columnId(2), values: ["DNS"] }],
      sort: [key(3, true)],
    },
  ];

  test.each(queries.map((query) => [JSON.stringify(query.sort), query] as const))(
    "at the top, the bottom and in the middle of %s",
    async (_, query) => {
      const whole = await runQuery(table, query, UNINTERRUPTED, asText);
      for (const start of [0, whole.rowCount - 128, 20_000, 31_234]) {
        const range = { start: viewRow(start), end: viewRow(start + 128) };
        const part = await createQueryRunner(table).look(query, range, UNINTERRUPTED, asText);
        expect(part).toMatchObject({ tableRows: length, rowCount: whole.rowCount, start });
        expect(part?.rows).toEqual(whole.rows?.slice(start, start + 128));
      }
    },
  );

  test("and no further than the row it was stopped at", async () => {
    const read: number[] = [];
    const watched = {
      ...table,
      columns: table.columns.map((column) => ({
        ...column,
        segments: column.segments.map((segment, at) =>
          segment.encoding === "text"
            ? {
                ...segment,
                get bytes() {
                  read.push(at);
                  return segment.bytes;
                },
              }
            : segment,
        ),
      })),
    };
    let pauses = 0;
    const turn = {
      due: () => true,
      next: () => {
        pauses += 1;
        return pauses > 4 ? Promise.reject(new Cancelled()) : Promise.resolve();
      },
    };
    const range = { start: viewRow(0), end: viewRow(128) };
    const query = { ...ALL_ROWS, sort: [key(1, false)] };
    await expect(createQueryRunner(watched).look(query, range, turn, asText)).rejects.toThrow(
      Cancelled,
    );
    // After a few probes in both segments it was stopped within the first one.
    expect(read).toEqual([0, 1, 0, 0, 0]);
  });

  test("but not at texts whose keys cost as much as sorting them", async () => {
    const words = ["Аренда", "Доставка", "Ячейка"];
    const cyrillic = encodedTable(
      Array.from({ length: 40_000 }, (_, row) => [cell(`${words[row % 3]} ${row}`)]),
      () => "text",
    );
    const query: Query = { ...ALL_ROWS, sort: [key(0, false)] };
    const range = { start: viewRow(0), end: viewRow(9) };
    const look = createQueryRunner(cyrillic).look(query, range, UNINTERRUPTED, asText);
    await expect(look).resolves.toBeUndefined();
  });

  test("but not for what is known already or sorted as soon", async () => {
    const runner = createQueryRunner(table);
    const range = { start: viewRow(0), end: viewRow(128) };
    await runner.run(queries[0]!, UNINTERRUPTED, asText);
    for (const query of [queries[0]!, queries[1]!, ALL_ROWS]) {
      expect(await runner.look(query, range, UNINTERRUPTED, asText)).toBeUndefined();
    }
  });
});
