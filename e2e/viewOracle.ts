/*
 * Which rows a view shows, by the plainest means: each row asked each question, sums by a decimal
 * library.
 */
import { Big } from "big.js";
import { type OracleSort, sortRows } from "./oracle.ts";

export type Rows = readonly (readonly string[])[];

interface OracleView {
  readonly filters: readonly ((row: readonly string[]) => boolean)[];
  readonly search: string;
  readonly sort: readonly OracleSort[];
  /** Columns on screen, in order. */
  readonly columns: readonly number[];
}

/** Rows in all their columns, in the view's order. */
export function rowsOfView(rows: Rows, { filters, search, sort }: OracleView): Rows {
  const wanted = search.toLowerCase();
  const fitting = rows.filter(
    (row) =>
      filters.every((fits) => fits(row)) && row.some((text) => text.toLowerCase().includes(wanted)),
  );
  return sortRows(fitting, sort);
}

/** Exact sums of a column by the currency beside it. */
export function sumsBy(rows: Rows, column: number, currency: number): ReadonlyMap<string, Big> {
  const sums = new Map<string, Big>();
  for (const row of rows) {
    const code = row[currency] ?? "";
    sums.set(code, (sums.get(code) ?? new Big(0)).plus(row[column] ?? "0"));
  }
  return sums;
}
