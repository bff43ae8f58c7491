/**
 * What finding a text costs in all columns of a month of 200,000 rows; `ROWS=1000000` for the size the targets
 * are set for: all matches counted, and one of them gone to.
 */

import { bench, describe } from "vitest";
import { columnId, viewRow } from "../model/positions.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { goToMatch, matchesInRows } from "./findCells.ts";
import { allRows } from "./rowOrder.ts";
import { monthTable } from "./testing/monthTable.ts";

const ROWS = Number(process.env["ROWS"] ?? 200_000);
const table = monthTable(ROWS);
const columns = table.columns.map(({ id }) => id);

describe(`finding in ${ROWS} rows, ${columns.length} columns`, async () => {
  for (const text of ["acme", "7712", "0"]) {
    bench(`all cells with ${text}`, async () => {
      await matchesInRows(table, allRows(ROWS), columns, { search: text }, UNINTERRUPTED);
    });
  }
  const matches = await matchesInRows(
    table,
    allRows(ROWS),
    columns,
    { search: "0" },
    UNINTERRUPTED,
  );
  const from = { row: viewRow(ROWS >> 1), column: columnId(3) };
  bench("the next one", async () => {
    await goToMatch(matches, { from, way: "next" }, UNINTERRUPTED);
  });
});
