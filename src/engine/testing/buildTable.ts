/**
 * Tables for tests, through the real builder: from arrays of plain values, as a report's JSON
 * would hold them, or of cells where a test needs their kind (a number beyond a double).
 */

import { CellKind, type CellView } from "../../model/cell.ts";
import type { CellBatch } from "../../model/cellBatch.ts";
import type { ReportTable } from "../table.ts";
import { createTableBuilder } from "../tableBuilder.ts";
import { encodeText } from "../wtf8.ts";

/** A sealed table of these headers and rows; rows may be of unequal length. */
export function tableOf(
  headers: readonly string[],
  rows: readonly (readonly unknown[])[],
): ReportTable {
  const builder = createTableBuilder();
  builder.sink.headers(headers);
  builder.sink.append(batchOf(rows));
  builder.seal();
  return builder.table;
}

/** Rows as the loader would hand them over. */
export function batchOf(rows: readonly (readonly unknown[])[]): CellBatch {
  const cells = rows.flat(1).map(cellOf);
  const texts = cells.map((cell) => encodeText(cell.text));
  const bytes = new Uint8Array(texts.reduce((sum, text) => sum + text.length, 0));
  const starts = new Uint32Array(cells.length);
  const ends = new Uint32Array(cells.length);
  let at = 0;
  texts.forEach((text, cell) => {
    bytes.set(text, at);
    starts[cell] = at;
    at += text.length;
    ends[cell] = at;
  });
  const rowStarts = new Uint32Array(rows.length + 1);
  rows.forEach((row, index) => (rowStarts[index + 1] = rowStarts[index]! + row.length));
  const width = rows[0]?.length ?? -1;
  return {
    bytes,
    starts,
    ends,
    kinds: Uint8Array.from(cells, (cell) => cell.kind),
    rowStarts,
    rowCount: rows.length,
    width: rows.every((row) => row.length === width) ? width : -1,
  };
}

/** A value of a report's JSON as a cell. An object of just `text` and `kind` already is one. */
export function cellOf(value: unknown): CellView {
  if (value === null || value === undefined) return { text: "", kind: CellKind.null };
  if (typeof value === "string") return { text: value, kind: CellKind.string };
  if (typeof value === "number") return { text: JSON.stringify(value), kind: CellKind.number };
  if (typeof value === "boolean") return { text: String(value), kind: CellKind.boolean };
  if (isCell(value)) return value;
  return { text: JSON.stringify(value), kind: CellKind.nested };
}

function isCell(value: unknown): value is CellView {
  if (typeof value !== "object" || value === null) return false;
  return "kind" in value && "text" in value && Object.keys(value).length === 2;
}
