/**
 * Matches of a text against the plainest way to find them: look at every cell that is shown, one
 * after the other. For any cells, encodings, orders, columns, groups and folds.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FoundCells, TextToFind } from "../model/found.ts";
import type { SearchedTexts } from "../model/query.ts";
import { columnId, rowIndex, viewRow, type ColumnId } from "../model/positions.ts";
import { Cancelled, UNINTERRUPTED, type Turn } from "../model/turn.ts";
import { goToMatch, matchesInLines, matchesInRows, type CellMatches } from "./findCells.ts";
import { layLines } from "./groupLines.ts";
import { groupRows } from "./groupRows.ts";
import { createGroupReader } from "./readGroups.ts";
import { readLines } from "./readLines.ts";
import { allRows } from "./rowOrder.ts";
import { runQuery } from "./runQuery.ts";
import { anyPart, anyQuery, anyRows } from "./testing/anyCells.ts";
import { encodedTable, type Encoding } from "./testing/encodedTable.ts";
import { naiveQuery } from "./testing/naiveQuery.ts";
import { tableOf } from "./testing/buildTable.ts";

const WIDTH = 4;
const kindOf = () => "text" as const;
const encodings = fc.array(fc.constantFrom<Encoding[]>("codes", "decimal", "text"), {
  minLength: WIDTH,
  maxLength: WIDTH,
});
const anyText = anyPart.filter((text) => text !== "");
const anyTexts: fc.Arbitrary<SearchedTexts> = fc.record({
  search: anyText,
  also: fc.option(anyText, { nil: undefined }),
});
const anyColumns = fc.shuffledSubarray(
  // One of them is not in the table.
  Array.from({ length: WIDTH + 1 }, (_, at) => columnId(at)),
);
const anyWay = fc.constantFrom("here" as const, "next" as const, "previous" as const);

interface Hit {
  readonly row: number;
  readonly column: ColumnId;
}

/** Of cells as they are shown. */
function naiveHits(
  shown: readonly (readonly string[])[],
  columns: readonly ColumnId[],
  { search, also }: SearchedTexts,
): readonly Hit[] {
  const texts = [search, also ?? search].map((text) => text.toLowerCase());
  return shown.flatMap((cells, row) =>
    columns.flatMap((column, position) =>
      texts.some((text) => (cells[position] ?? "").toLowerCase().includes(text))
        ? [{ row, column }]
        : [],
    ),
  );
}

function naiveGo(
  hits: readonly Hit[],
  columns: readonly ColumnId[],
  { from, way }: Pick<TextToFind, "from" | "way">,
): FoundCells["hit"] {
  const order = (a: Hit, b: Hit) =>
    a.row - b.row || columns.indexOf(a.column) - columns.indexOf(b.column);
  const against = (hit: Hit) => (from === undefined ? 1 : order(hit, from));
  const hit =
    way === "previous"
      ? (hits.findLast((one) => against(one) < 0 && from !== undefined) ?? hits.at(-1))
      : (hits.find((one) => (way === "here" ? against(one) >= 0 : against(one) > 0)) ?? hits[0]);
  if (hit === undefined) return undefined;
  return { number: hits.indexOf(hit) + 1, row: viewRow(hit.row), column: hit.column };
}

async function expectSame(
  matches: CellMatches,
  shown: readonly (readonly string[])[],
  columns: readonly ColumnId[],
  texts: SearchedTexts,
  asked: readonly (readonly [number, number, TextToFind["way"]])[],
): Promise<void> {
  const hits = naiveHits(shown, columns, texts);
  const begin = await goToMatch(matches, { from: undefined, way: "here" }, UNINTERRUPTED);
  expect(begin).toMatchObject({
    count: hits.length,
    hit: naiveGo(hits, columns, { from: undefined, way: "here" }),
  });
  for (const [row, position, way] of asked) {
    const column = columns[position % columns.length];
    const from =
      column === undefined ? undefined : { row: viewRow(row % (shown.length + 1)), column };
    const found = await goToMatch(matches, { from, way }, UNINTERRUPTED);
    expect(found.hit).toEqual(naiveGo(hits, columns, { from, way }));
  }
}

const anyAsked = fc.array(fc.tuple(fc.nat(40), fc.nat(WIDTH), anyWay), { maxLength: 5 });

describe("matches equal the naive answer", () => {
  test("in rows", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyRows(WIDTH, 20),
        encodings,
        anyQuery(WIDTH),
        anyColumns,
        anyTexts,
        anyAsked,
        async (rows, encoding, query, columns, texts, asked) => {
          const table = encodedTable(rows, (at) => encoding[at] ?? "codes");
          const order = await runQuery(table, query, UNINTERRUPTED, kindOf);
          const matches = await matchesInRows(table, order, columns, texts, UNINTERRUPTED);
          const shown = naiveQuery(rows, query, kindOf).map((row) =>
            columns.map((column) => rows[row]?.[column]?.text ?? ""),
          );
          await expectSame(matches, shown, columns, texts, asked);
        },
      ),
      { numRuns: 800 },
    );
  });

  test("in lines of groups, open and folded", async () => {
    const levels = fc.uniqueArray(
      fc.nat(WIDTH).map((at) => ({
        column: columnId(at),
        order: { by: "value" as const, descending: false },
      })),
      { minLength: 1, maxLength: 3, selector: ({ column }) => column },
    );
    const folds = fc.record({
      open: fc.boolean(),
      except: fc.array(fc.record({ level: fc.nat(2), row: fc.nat(20).map(rowIndex) }), {
        maxLength: 5,
      }),
    });
    const anyTotals = fc.uniqueArray(
      fc.nat(WIDTH).map((at) => ({
        column: columnId(at),
        currency: { from: "code" as const, code: "EUR" },
      })),
      { maxLength: 2, selector: ({ column }) => column },
    );
    await fc.assert(
      fc.asyncProperty(
        anyRows(WIDTH, 20),
        encodings,
        levels,
        folds,
        anyTotals,
        anyColumns,
        anyTexts,
        anyAsked,
        async (rows, encoding, levels, folds, totals, columns, texts, asked) => {
          const table = encodedTable(rows, (at) => encoding[at] ?? "codes");
          const order = allRows(rows.length);
          const grouped = await groupRows(table, order, levels, kindOf, UNINTERRUPTED);
          const view = {
            reader: createGroupReader(table, grouped),
            lines: layLines(grouped, folds),
          };
          const matches = await matchesInLines(table, view, totals, columns, texts, UNINTERRUPTED);
          const all = { start: viewRow(0), end: viewRow(view.lines.count) };
          const window = await readLines(table, view, all, columns, totals, UNINTERRUPTED);
          const shown = Array.from({ length: view.lines.count }, (_, line) =>
            window.columns.map(({ texts }) => texts[line] ?? ""),
          );
          await expectSame(matches, shown, columns, texts, asked);

          const isRow = (_: unknown, line: number) => window.groups?.[line] === undefined;
          const inSight = naiveHits(shown.filter(isRow), columns, texts).length;
          const ofAll = rows.map((cells) => columns.map((column) => cells[column]?.text ?? ""));
          expect(matches.folded).toBe(naiveHits(ofAll, columns, texts).length - inSight);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test("stops at its next pause when nobody waits any more", async () => {
  const table = tableOf(
    ["a"],
    Array.from({ length: 70_000 }, (_, row) => [`row ${row}`]),
  );
  const stopped: Turn = { due: () => true, next: () => Promise.reject(new Cancelled()) };
  await expect(
    matchesInRows(table, allRows(70_000), [columnId(0)], { search: "7" }, stopped),
  ).rejects.toBeInstanceOf(Cancelled);
});
