/**
 * What queries cost on a month of 200,000 rows; `ROWS=1000000` for the size the targets are set
 * for. Each runner is new, so nothing is remembered from the run before.
 */

import { bench, describe } from "vitest";
import { MONTH_HEADERS } from "../../sample/month.js";
import { columnId } from "../model/positions.ts";
import { ALL_ROWS, type Query } from "../model/query.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { runQuery } from "./runQuery.ts";
import { monthTable } from "./testing/monthTable.ts";

const ROWS = Number(process.env["ROWS"] ?? 200_000);
const table = monthTable(ROWS);

const column = (name: string) => columnId(MONTH_HEADERS.indexOf(name));
const sort = (...names: readonly string[]): Query => ({
  ...ALL_ROWS,
  sort: names.map((name) => ({
    column: column(name.replace("-", "")),
    descending: name.startsWith("-"),
  })),
});
const queries: Readonly<Record<string, Query>> = {
  "sort by money, descending": sort("-Cost"),
  "sort by free text": sort("Description"),
  "sort by a few values": sort("Client"),
  "sort by three columns": sort("Product", "Region", "-Cost"),
  "contains, free text": {
    ...ALL_ROWS,
    filters: [{ kind: "contains", column: column("Description"), value: "credit" }],
  },
  "is, few values": {
    ...ALL_ROWS,
    filters: [{ kind: "is", column: column("Product"), values: ["CDN"] }],
  },
  "at least, money": {
    ...ALL_ROWS,
    filters: [{ kind: "gte", column: column("Cost"), value: "100.5" }],
  },
  "matches, free text": {
    ...ALL_ROWS,
    filters: [{ kind: "matches", column: column("Description"), value: "7\\d+1\\.[a-f]" }],
  },
  "search, letters": { ...ALL_ROWS, search: "cdn" },
  "search, digits": { ...ALL_ROWS, search: "7712" },
};

describe(`queries on ${ROWS} rows`, () => {
  for (const [name, query] of Object.entries(queries)) {
    bench(name, async () => {
      await runQuery(table, query, UNINTERRUPTED, () => "text");
    });
  }
});
