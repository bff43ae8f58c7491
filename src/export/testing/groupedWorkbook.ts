/** A report as a workbook in groups, and the order in which its rows are in it. */

import { groupRows } from "../../engine/groupRows.ts";
import { allRows } from "../../engine/rowOrder.ts";
import { columnId } from "../../model/positions.ts";
import { UNINTERRUPTED } from "../../model/turn.ts";
import { exportView } from "../exportView.ts";
import { NOW, viewOf, type TestReport, type Wanted } from "./exported.ts";

const level = (column: number) => ({
  column: columnId(column),
  order: { by: "value", descending: false } as const,
});

export async function groupedWorkbook(
  report: TestReport,
  columns: readonly number[],
  wanted: Wanted = {},
) {
  const { table } = report;
  const found = allRows(table.rowCount);
  const levels = columns.map(level);
  const groups = await groupRows(table, found, levels, () => "text", UNINTERRUPTED);
  const chunks: Uint8Array[] = [];
  const summary = await exportView(
    {
      table,
      order: { ...found, rows: groups.rows },
      groups,
      turn: UNINTERRUPTED,
      onRows: () => undefined,
    },
    viewOf(report, "xlsx", wanted),
    { write: (chunk) => void chunks.push(chunk) },
    NOW,
  );
  return { bytes: Buffer.concat(chunks), summary, rows: groups.rows };
}
