/** The sample's month in a sealed table, as large as is wanted: for measuring. */

import { MONTH_HEADERS, monthRows } from "../../../sample/month.js";
import { createTableBuilder } from "../tableBuilder.ts";
import { batchOf } from "./buildTable.ts";

const BATCH = 2000;

export function monthTable(rowCount: number) {
  const builder = createTableBuilder();
  builder.sink.headers(MONTH_HEADERS);
  const rowOf = monthRows(rowCount, 7);
  for (let from = 0; from < rowCount; from += BATCH) {
    const length = Math.min(BATCH, rowCount - from);
    builder.sink.append(batchOf(Array.from({ length }, (_, at) => rowOf(from + at))));
  }
  builder.seal();
  return builder.table;
}
