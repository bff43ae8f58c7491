import { Big } from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { read, type CellObject } from "xlsx";
import { groupRows } from "../engine/groupRows.ts";
import { allRows } from "../engine/rowOrder.ts";
import { columnId } from "../model/positions.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { columnLetters } from "./cellPlace.ts";
import { exportView } from "./exportView.ts";
import { NOW, reportOf, viewOf, type TestReport } from "./testing/exported.ts";
import { all, readParts } from "./testing/readWorkbook.ts";

const level = (column: number) => ({
  column: columnId(column),
  order: { by: "value", descending: false } as const,
});

async function groupedWorkbook(report: TestReport, columns: readonly number[]): Promise<Buffer> {
  const { table } = report;
  const found = allRows(table.rowCount);
  const levels = columns.map(level);
  const groups = await groupRows(table, found, levels, () => "text", UNINTERRUPTED);
  const chunks: Uint8Array[] = [];
  await exportView(
    {
      table,
      order: { ...found, rows: groups.rows },
      groups,
      turn: UNINTERRUPTED,
      onRows: () => undefined,
    },
    viewOf(report, "xlsx"),
    { write: (chunk) => void chunks.push(chunk) },
    NOW,
  );
  return Buffer.concat(chunks);
}

/** What `SUBTOTAL` makes of a range: its numbers, without those of other subtotals. */
function subtotal(cellAt: (place: string) => CellObject | undefined, formula: string): Big {
  const [, letters = "", first = "0", last = "0"] =
    /^SUBTOTAL\(109,([A-Z]+)(\d+):[A-Z]+(\d+)\)$/.exec(formula) ?? [];
  let sum = new Big(0);
  for (let row = Number(first); row <= Number(last); row += 1) {
    const cell = cellAt(`${letters}${row}`);
    if (cell?.t === "n" && cell.f === undefined) sum = sum.plus(String(cell.v));
  }
  return sum;
}

test("groups have lines whose subtotals are those of their rows, in an outline", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.constantFrom("Acme", "Globex", ""),
          fc.constantFrom("CDN", "Cloud"),
          fc.integer({ min: -9999, max: 9999 }).map((cents) => (cents / 100).toFixed(2)),
        ),
        { minLength: 1, maxLength: 30 },
      ),
      fc.constantFrom([0], [0, 1]),
      async (rows, levels) => {
        const report = reportOf(["Client", "Product", "Cost EUR"], rows);
        const bytes = await groupedWorkbook(report, levels);
        const parts = readParts(bytes);
        const sheet = read(bytes, { cellFormula: true }).Sheets["Report"] ?? {};
        const cellAt = (place: string) => sheet[place] as CellObject | undefined;
        const names = (row: readonly string[], depth: number) =>
          levels
            .slice(0, depth + 1)
            .map((column) => row[column])
            .join("\n");
        const wanted = levels.map((_, depth) => new Set(rows.map((row) => names(row, depth))).size);
        const found = levels.map(() => 0);
        let data = 0;
        const lines = all(parts.get("xl/worksheets/sheet1.xml")!, "row").slice(1);
        for (const { attributes } of lines) {
          const row = Number(attributes.get("r"));
          const outline = Number(attributes.get("outlineLevel") ?? 0);
          const sum = cellAt(`${columnLetters(2)}${row}`);
          if (sum?.f !== undefined) {
            expect(subtotal(cellAt, sum.f).eq(String(sum.v)), sum.f).toBe(true);
          }
          if (cellAt(`A${row}`)?.v === "Sum of the rows shown") {
            expect(subtotal(cellAt, sum?.f ?? "").toFixed(2)).toBe(
              rows.reduce((total, [, , cost]) => total.plus(cost), new Big(0)).toFixed(2),
            );
          } else if (sum?.f === undefined) {
            expect(outline).toBe(levels.length);
            data += 1;
          } else {
            found[outline]! += 1;
            const column = levels[outline] ?? 0;
            const { v } = cellAt(`${columnLetters(column)}${row}`) ?? {};
            expect(v).toMatch(/^(?:Acme|Globex|\(blank\)|CDN|Cloud) \(\d+ rows?\)$/);
          }
        }
        expect(data).toBe(rows.length);
        expect(found).toEqual(wanted);
      },
    ),
    { numRuns: 60 },
  );
});
