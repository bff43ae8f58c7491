import { expect, test } from "vitest";
import { layLines } from "../engine/groupLines.ts";
import { groupRows } from "../engine/groupRows.ts";
import { createGroupReader } from "../engine/readGroups.ts";
import { allRows } from "../engine/rowOrder.ts";
import { CellKind } from "../model/cell.ts";
import { columnId, viewRow } from "../model/positions.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { copyLines } from "./copyLines.ts";
import { reportOf, viewOf } from "./testing/exported.ts";

const comma = (text: string) => ({ text, kind: CellKind.comma });

const MIXED = reportOf(
  ["Client", "Product", "Cost", "Currency"],
  [
    ["Acme", "CDN", "0.1", "EUR"],
    ["Acme", "CDN", "4525.926015636998123", "EUR"],
    ["Acme", "DNS", "0.2", "EUR"],
    ["Globex", "CDN", "1", "USD"],
    ["", "CDN", "3", "EUR"],
    ["", "CDN", "4", "USD"],
  ],
);

interface Copied {
  readonly levels?: readonly number[];
  readonly open?: boolean;
  readonly columns?: readonly number[];
  readonly from?: number;
  readonly to?: number;
}

/** Lines of a report in groups, with its headers, as cells. */
async function copied(report: typeof MIXED, wanted: Copied = {}) {
  const { levels = [0], open = false, columns = [0, 1, 2], from = 0, to = 99 } = wanted;
  const { table } = report;
  const ordered = levels.map((column) => ({
    column: columnId(column),
    order: { by: "value", descending: false } as const,
  }));
  const rows = allRows(table.rowCount);
  const grouped = await groupRows(table, rows, ordered, () => "text", UNINTERRUPTED);
  const { text } = await copyLines(
    table,
    { reader: createGroupReader(table, grouped), lines: layLines(grouped, { open, except: [] }) },
    viewOf(report, "csv").totals.map(({ total }) => total),
    {
      range: { start: viewRow(from), end: viewRow(to) },
      columns: columns.flatMap((at) => {
        const { id, label = "", kind } = report.columns[at] ?? {};
        return id === undefined ? [] : { id, label, asText: kind === "text" };
      }),
      headers: true,
    },
    UNINTERRUPTED,
  );
  return text.split("\r\n").map((line) => line.split("\t"));
}

test("a name is a name, an exact sum a number; rows and currency stand beside them", async () => {
  expect(await copied(MIXED)).toEqual([
    ["Client", "Rows", "Product", "Cost", "Currency"],
    ["Acme", "3", "", "4526.226015636998123", "EUR"],
    ["Globex", "1", "", "1", "USD"],
    ["", "2", "", "3 EUR · 4 USD", ""],
  ]);
});

test("groups within groups and their rows: one rectangle", async () => {
  const cells = await copied(MIXED, { levels: [0, 1], open: true });
  expect(cells.slice(0, 7)).toEqual([
    ["Client", "Product", "Rows", "Cost", "Currency"],
    ["Acme", "", "3", "4526.226015636998123", "EUR"],
    ["Acme", "CDN", "2", "4526.026015636998123", "EUR"],
    ["Acme", "CDN", "", "0.1", ""],
    ["Acme", "CDN", "", "4525.926015636998123", ""],
    ["Acme", "DNS", "1", "0.2", "EUR"],
    ["Acme", "DNS", "", "0.2", ""],
  ]);
  expect(new Set(cells.map(({ length }) => length))).toEqual(new Set([5]));
});

test("nothing stands beside rows alone, names alone, or sums in the only currency", async () => {
  expect(await copied(MIXED, { open: true, from: 1, to: 3 })).toEqual([
    ["Client", "Product", "Cost"],
    ["Acme", "CDN", "0.1"],
    ["Acme", "CDN", "4525.926015636998123"],
  ]);
  expect(await copied(MIXED, { columns: [0] })).toEqual([["Client"], ["Acme"], ["Globex"], [""]]);
  const euros = reportOf(["Tariff", "Cost EUR"], [[comma("1.5"), "2.50"]]);
  expect(await copied(euros, { columns: [0, 1] })).toEqual([
    ["Tariff", "Rows", "Cost EUR"],
    ["1,5", "1", "2.50"],
  ]);
});
