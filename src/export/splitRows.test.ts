import { Big } from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read, utils } from "xlsx";
import { runQuery } from "../engine/runQuery.ts";
import { columnId } from "../model/positions.ts";
import { CellKind } from "../model/cell.ts";
import { ALL_ROWS } from "../model/query.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { splitRows } from "./splitRows.ts";
import { exported, reportOf } from "./testing/exported.ts";
import { readCsv } from "./testing/readCsv.ts";
import { readParts } from "./testing/readWorkbook.ts";
import { readZip } from "./testing/readZip.ts";

const CLIENTS = [
  "Ada",
  "ADA",
  "a/b",
  "",
  "History",
  "Totals",
  "_totals",
  "con",
  "Ada's [long] name, longer than any sheet's",
  "=1+1",
];

const anyReport = fc
  .array(
    fc.tuple(
      fc.constantFrom(...CLIENTS),
      fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((units) => {
        const digits = (units < 0n ? -units : units).toString().padStart(5, "0");
        return `${units < 0n ? "-" : ""}${digits.slice(0, -4)}.${digits.slice(-4)}`;
      }),
      fc.constantFrom("EUR", "USD"),
    ),
    { maxLength: 40 },
  )
  .map((rows) => ({ rows, report: reportOf(["Client", "Cost", "Currency"], rows) }));

/** Sums by currency, by another library. */
function sumsOf(lines: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const sums = new Map<string, Big>();
  for (const [cost = "", currency = ""] of lines) {
    sums.set(currency, (sums.get(currency) ?? new Big(0)).plus(new Big(cost)));
  }
  return new Map([...sums].map(([currency, sum]) => [currency, sum.toFixed(4)]));
}

test("every row of the view is in exactly one part, in the view's order", async () => {
  await fc.assert(
    fc.asyncProperty(anyReport, fc.boolean(), async ({ rows, report }, descending) => {
      const query = { ...ALL_ROWS, sort: [{ column: columnId(1), descending }] };
      const order = await runQuery(report.table, query, UNINTERRUPTED, () => "money");
      const groups = await splitRows(report.table, order, columnId(0), UNINTERRUPTED);
      expect(new Set(groups.map(({ value }) => value.text)).size).toBe(groups.length);
      const places = new Map(Array.from(order.rows ?? [], (row, place) => [row, place]));
      const seen: number[] = [];
      for (const { value, order: own } of groups) {
        const list = Array.from(own.rows ?? []);
        expect(list.every((row) => rows[row]?.[0] === value.text)).toBe(true);
        const order = list.map((row) => places.get(row) ?? 0);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        seen.push(...list);
      }
      expect(seen.toSorted((a, b) => a - b)).toEqual(rows.map((_, row) => row));
    }),
  );
});

describe("one part for each client", () => {
  test("as files: each has its rows, and its exact total beside all others", async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async ({ rows, report }) => {
        const { bytes, summary } = await exported(report, "csv", { splitBy: 0 });
        const files = new Map(
          Array.from(readZip(bytes), ([name, file]) => [name, readCsv(file.toString("utf8"))]),
        );
        const [, ...totals] = files.get("_totals.csv") ?? [];
        files.delete("_totals.csv");
        expect(files.size).toBe(new Set(rows.map(([client]) => client)).size);
        expect(summary).toMatchObject({ rows: rows.length, parts: files.size });
        const all = [...files.values()].flatMap((file) => file.slice(1));
        expect(all).toHaveLength(rows.length);
        for (const [name, file] of files) {
          const own = totals.filter(([file = ""]) => file.replace(/^'/, "") === name);
          const found = new Map(own.map(([, , , , currency = "", sum = ""]) => [currency, sum]));
          expect(found).toEqual(sumsOf(file.slice(1).map((row) => row.slice(1))));
        }
        const whole = totals.filter(([file]) => file === "");
        expect(new Map(whole.map(([, , , , currency = "", sum = ""]) => [currency, sum]))).toEqual(
          sumsOf(rows.map((row) => row.slice(1))),
        );
      }),
      { numRuns: 40 },
    );
  });

  test("as workbooks: each has its rows and its exact totals, and nothing of another", async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async ({ rows, report }) => {
        const { bytes, summary } = await exported(report, "xlsx", { splitBy: 0, inFiles: true });
        const files = new Map(readZip(bytes));
        expect([...files.keys()].at(-1)).toBe("_totals.csv");
        files.delete("_totals.csv");
        const clients = [...new Set(rows.map(([client]) => client))];
        expect(summary).toMatchObject({ rows: rows.length, parts: clients.length });
        expect(files.size).toBe(clients.length);
        for (const [at, [name, file]] of [...files].entries()) {
          expect(name).toMatch(/\.xlsx$/);
          readParts(file);
          const book = read(file);
          expect(book.SheetNames).toHaveLength(3);
          const linesOf = (sheet: string | undefined) =>
            utils
              .sheet_to_json<unknown[]>(book.Sheets[sheet ?? ""] ?? {}, { header: 1, defval: "" })
              .slice(1)
              .map((line) => line.map(String));
          const own = rows.filter(([client]) => client === clients[at]);
          const found = linesOf(book.SheetNames[0]).slice(0, own.length);
          expect(found.map(([client]) => client)).toEqual(own.map(([client]) => client));
          const whole = linesOf("Totals").filter(([client]) => client === "All");
          const sums = sumsOf(own.map((row) => row.slice(1)));
          expect(whole).toHaveLength(sums.size);
          for (const [, count, , currency = "", sum = ""] of whole) {
            expect(count).toBe(String(own.length));
            expect(new Big(sum).toFixed(4)).toBe(sums.get(currency));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test("as sheets: names are valid and unique, the totals add up to the view's", async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, async ({ rows, report }) => {
        const { bytes, summary } = await exported(report, "xlsx", { splitBy: 0 });
        readParts(bytes);
        const book = read(bytes);
        expect(book.SheetNames).toHaveLength(Math.max(1, summary.parts) + 2);
        const [, ...totals] = utils.sheet_to_json<string[]>(book.Sheets["Totals"] ?? {}, {
          header: 1,
        });
        const sums = sumsOf(rows.map((row) => row.slice(1)));
        for (const [currency, sum] of sums) {
          const own = totals.filter((line) => line[3] === currency);
          const whole = own
            .filter(([client, count]) => client === "All" && Number(count) === rows.length)
            .at(-1);
          expect(new Big(String(whole?.[4])).eq(new Big(sum))).toBe(true);
          const parts = own
            .slice(0, -1)
            .reduce((total, line) => total.plus(new Big(String(line[4]))), new Big(0));
          expect(parts.eq(new Big(sum))).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });
});

test("parts of a file with decimal commas are named as it has them", async () => {
  const tariffs = [
    { text: "-1.5", kind: CellKind.comma },
    { text: "1234.5", kind: CellKind.grouped },
    "none",
  ];
  const report = reportOf(
    ["Tariff", "Cost"],
    tariffs.map((tariff) => [tariff, "2.50"]),
  );
  const written = ["-1,5", "1.234,5", "none"];
  const files = readZip((await exported(report, "csv", { splitBy: 0 })).bytes);
  expect([...files.keys()]).toEqual([...written, "_totals"].map((name) => `${name}.csv`));
  const totals = readCsv(files.get("_totals.csv")?.toString("utf8") ?? "");
  expect(totals.map(([, value]) => value)).toEqual(["Tariff", ...written, "All"]);
  const { SheetNames, Sheets } = read((await exported(report, "xlsx", { splitBy: 0 })).bytes);
  expect(SheetNames).toEqual([...written, "Totals", "About"]);
  const lines = utils.sheet_to_json<string[]>(Sheets["Totals"] ?? {}, { header: 1 });
  expect(lines.map(([value]) => value)).toEqual(["Tariff", ...written, "All"]);
});
