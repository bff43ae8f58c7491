/**
 * What exact sums cost on a month of 200,000 rows (`ROWS=1000000` for the size the targets are set
 * for): of all rows, and of each of many groups.
 */

import { bench, describe } from "vitest";
import { MONTH_HEADERS } from "../../sample/month.js";
import { columnId } from "../model/positions.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { sumGroups } from "./groupSums.ts";
import { monthTable } from "./testing/monthTable.ts";
import { totalCells } from "./totals.ts";

const ROWS = Number(process.env["ROWS"] ?? 200_000);
const table = monthTable(ROWS);
const column = (name: string) => columnId(MONTH_HEADERS.indexOf(name));
const total = (name: string) => ({
  column: column(name),
  currency: { from: "column", column: column("Currency") } as const,
});
const all = () => ({ start: 0, end: ROWS, list: undefined });
const rows = Uint32Array.from({ length: ROWS }, (_, row) => row);
const groupsOf = (size: number) =>
  Uint32Array.from({ length: Math.floor(ROWS / size) + 1 }, (_, group) => group * size);

describe("sums", () => {
  bench("of all rows, an amount", async () => {
    await totalCells(table, [total("Cost")], all, UNINTERRUPTED);
  });
  bench("of all rows, a rate of few values", async () => {
    await totalCells(table, [total("Tax rate")], all, UNINTERRUPTED);
  });
  bench("of groups of 1,000 rows", async () => {
    await sumGroups(table, rows, groupsOf(1000), total("Cost"), UNINTERRUPTED);
  });
  bench("of groups of 2 rows", async () => {
    await sumGroups(table, rows, groupsOf(2), total("Cost"), UNINTERRUPTED);
  });
});
