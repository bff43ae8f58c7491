import { Big } from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { read, utils, type CellObject } from "xlsx";
import { GROUP_LINES_LEFT_OUT } from "../model/alterations.ts";
import { CellKind } from "../model/cell.ts";
import { MAX_GROUP_LINES } from "../model/viewExport.ts";
import { columnLetters } from "./cellPlace.ts";
import { reportOf } from "./testing/exported.ts";
import { groupedWorkbook } from "./testing/groupedWorkbook.ts";
import { all, readParts } from "./testing/readWorkbook.ts";

function aboutOf(bytes: Buffer): readonly (readonly unknown[])[] {
  const sheet = read(bytes, { sheets: "About" }).Sheets["About"] ?? {};
  return utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
}

const comma = (text: string) => ({ text, kind: CellKind.comma });

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
        const { bytes, summary } = await groupedWorkbook(report, levels);
        expect(summary.groupLinesLeftOut).toBe(false);
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
          if (cellAt(`A${row}`)?.v === "Sum of the rows shown, EUR") {
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

test("a subtotal is a formula only where the sheet holds all its numbers in one currency; else exact words", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          fc.constantFrom("Acme", "Globex", "Initech"),
          fc.constantFrom("0.10", "-7.25", "1540.0011234567891234", "-0.1234567890123456789"),
          fc.constantFrom("EUR", "EUR", "EUR", "USD"),
        ),
        { minLength: 1, maxLength: 12 },
      ),
      async (rows) => {
        const report = reportOf(["Client", "Cost", "Currency"], rows);
        const { bytes } = await groupedWorkbook(report, [0]);
        const sheet = read(bytes, { cellFormula: true }).Sheets["Report"] ?? {};
        const cellAt = (place: string) => sheet[place] as CellObject | undefined;
        for (const client of new Set(rows.map(([name]) => name))) {
          const own = rows.filter(([name]) => name === client);
          const sums = new Map<string, Big>();
          for (const [, cost, currency] of own) {
            sums.set(currency, (sums.get(currency) ?? new Big(0)).plus(cost));
          }
          const line = Array.from({ length: rows.length + 4 }, (_, at) => at + 1).find((row) =>
            String(cellAt(`A${row}`)?.v).startsWith(`${client} (`),
          );
          const cell = cellAt(`B${line}`);
          const said = new Map(
            String(cell?.v)
              .split(", ")
              .map((words) => words.split(" "))
              .map(([sum = "", currency = own[0]?.[2] ?? ""]) => [currency, new Big(sum)]),
          );
          expect(Array.from(said.keys()).toSorted()).toEqual(Array.from(sums.keys()).toSorted());
          for (const [currency, sum] of sums) expect(said.get(currency)?.eq(sum)).toBe(true);
          const isHeld = own.every(([, cost]) => new Big(cost).c.length <= 15);
          const isFormula = sums.size === 1 && isHeld;
          expect(cell).toMatchObject({ t: isFormula ? "n" : "s" });
          if (isFormula) expect(subtotal(cellAt, cell?.f ?? "").eq(String(cell?.v))).toBe(true);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test("groups without lines of their own are said: in the file, and to whoever asked for it", async () => {
  const many = Array.from({ length: MAX_GROUP_LINES + 1 }, (_, at) => [`client ${at}`, "1.50"]);
  const report = reportOf(["Client", "Cost EUR"], many);
  const tooMany = await groupedWorkbook(report, [0]);
  const some = reportOf(["Client", "Cost EUR"], many.slice(0, 5));
  const split = await groupedWorkbook(some, [0], { splitBy: 0 });
  for (const { bytes, summary } of [tooMany, split]) {
    expect(summary.groupLinesLeftOut).toBe(true);
    expect(aboutOf(bytes)).toContainEqual(["Groups left out", GROUP_LINES_LEFT_OUT]);
    expect(GROUP_LINES_LEFT_OUT).toContain(MAX_GROUP_LINES.toLocaleString("en"));
  }
  const grouped = await groupedWorkbook(some, [0]);
  expect(aboutOf(grouped.bytes).flat()).not.toContain(GROUP_LINES_LEFT_OUT);
});

test("groups of a file with decimal commas have its own values and sums of its amounts", async () => {
  const rows = [
    [comma("1.5"), comma("10.25")],
    [comma("1.5"), comma("-0.75")],
    ["n/a", comma("2.00")],
  ];
  const { bytes } = await groupedWorkbook(reportOf(["Tariff", "Cost EUR"], rows), [0], {
    kinds: new Map([[0, "text"]]),
  });
  const sheet = read(bytes, { cellFormula: true }).Sheets["Report"] ?? {};
  expect(sheet["A2"]).toMatchObject({ v: "1,5 (2 rows)" });
  expect(sheet["B2"]).toMatchObject({ v: 9.5, f: "SUBTOTAL(109,B3:B4)" });
  expect(sheet["A3"]).toMatchObject({ t: "s", v: "1,5" });
  expect(sheet["B3"]).toMatchObject({ t: "n", v: 10.25 });
});
