import fc from "fast-check";
import { expect, test } from "vitest";
import { CellKind } from "../model/cell.ts";
import { compareText } from "../model/compareText.ts";
import { columnId } from "../model/positions.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { distinctValues } from "./distinctValues.ts";
import type { RowSet } from "./rowSet.ts";
import { anyRows } from "./testing/anyCells.ts";
import { encodedTable, type Encoding } from "./testing/encodedTable.ts";

function naive(texts: readonly string[], limit: number) {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const values = [...counts].map(([text, rows]) => ({ text, rows }));
  values.sort((a, b) => b.rows - a.rows || compareText(a.text, b.text));
  const blank = values.filter(({ text }) => text === "");
  const others = values.filter(({ text }) => text !== "");
  return { values: [...blank, ...others.slice(0, limit)], distinct: values.length };
}

test("equals counting one by one, for any rows and encoding", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyRows(1, 40),
      fc.constantFrom<Encoding[]>("codes", "decimal", "text"),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 0, max: 1 }),
      fc.infiniteStream(fc.boolean()),
      async (rows, encoding, limit, column, picks) => {
        const table = encodedTable(rows, () => encoding);
        const list = Uint32Array.from(rows.keys()).filter(() => picks.next().value);
        const sets: RowSet[] = [
          { start: 0, end: rows.length, list: undefined },
          { list: list.reverse() },
        ];
        for (const set of sets) {
          const chosen = set.list === undefined ? [...rows.keys()] : [...set.list];
          const texts = chosen.map((row) => rows[row]?.[column]?.text ?? "");
          expect(await distinctValues(table, columnId(column), set, UNINTERRUPTED, limit)).toEqual(
            naive(texts, limit),
          );
        }
      },
    ),
    { numRuns: 1500 },
  );
});

test("many distinct texts", async () => {
  const texts = Array.from({ length: 70_000 }, (_, row) => `text ${row % 50_000}`);
  const rows = texts.map((text) => [{ text, kind: CellKind.string }]);
  for (const encoding of ["codes", "text"] as const) {
    const table = encodedTable(rows, () => encoding);
    const all = { start: 0, end: rows.length, list: undefined };
    expect(await distinctValues(table, columnId(0), all, UNINTERRUPTED)).toEqual(
      naive(texts, 1000),
    );
  }
});
