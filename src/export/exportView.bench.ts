/**
 * What a file of 200,000 rows × 20 columns costs; `ROWS=1000000` for the size the targets are set
 * for. Bytes are counted and thrown away, so memory shown is what the writing itself holds.
 */

import { bench, describe } from "vitest";
import { allRows } from "../engine/rowOrder.ts";
import { summarise } from "../engine/summarise.ts";
import type { ExportFormat } from "../model/alterations.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { PLAIN_CSV, type ViewExport } from "../model/viewExport.ts";
import { exportView } from "./exportView.ts";
import { monthTable } from "../engine/testing/monthTable.ts";

const ROWS = Number(process.env["ROWS"] ?? 200_000);
const table = monthTable(ROWS);
const { columns } = summarise(table);

const viewOf = (format: ExportFormat, split?: string): ViewExport => {
  const found = columns.find(({ name }) => name === split);
  return {
    format,
    dialect: PLAIN_CSV,
    columns,
    totals: columns
      .filter(({ kind }) => kind === "money")
      .map(({ id, label, currency }) => ({ label, total: { column: id, currency } })),
    about: [],
    soFar: false,
    splitBy: found && { id: found.id, label: found.label, inFiles: true },
  };
};

const mebibytes = (count: number) => (count / 1024 / 1024).toFixed(0);

async function write(view: ViewExport): Promise<void> {
  const before = process.memoryUsage();
  let most = 0;
  const { bytes } = await exportView(
    { table, order: allRows(ROWS), turn: UNINTERRUPTED, onRows: () => undefined },
    view,
    {
      write: () => {
        most = Math.max(most, process.memoryUsage().rss);
      },
    },
  );
  process.stdout.write(
    `${view.format}: ${mebibytes(bytes)} MiB, at most ${mebibytes(most - before.rss)} MiB more memory\n`,
  );
}

describe(`${ROWS} rows`, () => {
  const once = { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 };
  bench("CSV", () => write(viewOf("csv")), once);
  bench("JSON", () => write(viewOf("json")), once);
  bench("XLSX", () => write(viewOf("xlsx")), once);
  bench("XLSX, one sheet per client", () => write(viewOf("xlsx", "Client")), once);
});
