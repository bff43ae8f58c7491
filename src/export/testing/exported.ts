/** Files of a view for tests: written whole, with columns and totals as the page would ask for them. */

import { runQuery } from "../../engine/runQuery.ts";
import { summarise } from "../../engine/summarise.ts";
import type { ReportTable } from "../../engine/table.ts";
import { createTableBuilder } from "../../engine/tableBuilder.ts";
import { batchOf } from "../../engine/testing/buildTable.ts";
import type { ExportFormat } from "../../model/alterations.ts";
import type { Column, ColumnKind } from "../../model/column.ts";
import { columnId } from "../../model/positions.ts";
import { ALL_ROWS, type Query } from "../../model/query.ts";
import { UNINTERRUPTED, type Turn } from "../../model/turn.ts";
import { PLAIN_CSV, type ExportSummary, type ViewExport } from "../../model/viewExport.ts";
import { exportView } from "../exportView.ts";

export interface TestReport {
  readonly table: ReportTable;
  readonly columns: readonly Column[];
}

/** Through the real builder, from values as a report's JSON has them. */
export function reportOf(
  headers: readonly string[],
  rows: readonly (readonly unknown[])[],
): TestReport {
  const builder = createTableBuilder();
  builder.sink.headers(headers);
  if (rows.length > 0) builder.sink.append(batchOf(rows));
  builder.seal();
  return { table: builder.table, columns: summarise(builder.table).columns };
}

export interface Wanted extends Partial<Pick<ViewExport, "dialect" | "about" | "soFar">> {
  readonly query?: Query;
  /** Places of the columns, in order; all by default. */
  readonly shown?: readonly number[];
  readonly kinds?: ReadonlyMap<number, ColumnKind>;
  readonly splitBy?: number;
  readonly inFiles?: boolean;
  readonly turn?: Turn;
}

export const NOW = new Date(2026, 10, 24, 13, 5, 6);

/** What the page would ask for. */
export function viewOf(
  { columns }: TestReport,
  format: ExportFormat,
  wanted: Wanted = {},
): ViewExport {
  const all = columns.map((column) => ({
    ...column,
    kind: wanted.kinds?.get(column.id) ?? column.kind,
  }));
  const shown = wanted.shown ?? all.map(({ id }) => id);
  const split = wanted.splitBy === undefined ? undefined : all[wanted.splitBy];
  return {
    format,
    dialect: wanted.dialect ?? PLAIN_CSV,
    columns: shown.flatMap((place) => all[place] ?? []),
    totals: all
      .filter(({ kind }) => kind === "money")
      .map(({ id, label, currency }) => ({ label, total: { column: id, currency } })),
    about: wanted.about ?? [],
    soFar: wanted.soFar ?? false,
    splitBy: split && {
      id: columnId(split.id),
      label: split.label,
      inFiles: wanted.inFiles ?? format === "csv",
    },
  };
}

export async function exported(
  report: TestReport,
  format: ExportFormat,
  wanted: Wanted = {},
): Promise<{ readonly bytes: Buffer; readonly summary: ExportSummary }> {
  const chunks: Uint8Array[] = [];
  const { table } = report;
  const query = wanted.query ?? ALL_ROWS;
  const order = await runQuery(table, query, UNINTERRUPTED, (id) => kindOf(report, id, wanted));
  const summary = await exportView(
    { table, order, turn: wanted.turn ?? UNINTERRUPTED, onRows: () => undefined },
    viewOf(report, format, wanted),
    { write: (chunk) => void chunks.push(chunk) },
    NOW,
  );
  return { bytes: Buffer.concat(chunks), summary };
}

function kindOf({ columns }: TestReport, id: number, { kinds }: Wanted): ColumnKind {
  return kinds?.get(id) ?? columns[id]?.kind ?? "text";
}
