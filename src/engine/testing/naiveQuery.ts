/**
 * What a query means, said as plainly as possible: on arrays of cells, one by one. The engine must
 * answer the same.
 */

import type { CellView } from "../../model/cell.ts";
import type { ColumnKind } from "../../model/column.ts";
import { alphabetOf } from "../../model/alphabets.ts";
import { compareText } from "../../model/compareText.ts";
import { DAY_MICROSECONDS, hasTime, parseDate, type SlashOrder } from "../../model/dateValue.ts";
import { compareDecimals, parseDecimal } from "../../model/decimal.ts";
import type { Filter } from "../../model/filter.ts";
import { compilePattern } from "../../model/pattern.ts";
import type { ColumnId } from "../../model/positions.ts";
import type { Query } from "../../model/query.ts";

type Rows = readonly (readonly CellView[])[];
type KindOf = (column: ColumnId) => ColumnKind;

/** The rows of the answer, in order. */
export function naiveQuery(rows: Rows, query: Query, kindOf: KindOf): readonly number[] {
  return naiveFilter(rows, query).sort(naiveOrder(rows, query, kindOf));
}

/** The rows that meet filters and search, in the report's order. */
export function naiveFilter(rows: Rows, query: Query): number[] {
  const texts = [query.search, query.also || query.search].map((text) => text.toLowerCase());
  const slashes = query.filters.map(({ column }) => slashOrderOf(rows, column));
  return rows.flatMap((cells, row) => {
    const isFound =
      query.search === "" ||
      texts.some((one) => cells.some((cell) => cell.text.toLowerCase().includes(one)));
    const fits = query.filters.every((filter, at) =>
      fitsFilter(textOf(rows, row, filter.column), filter, slashes[at] ?? "monthFirst"),
    );
    return isFound && fits ? [row] : [];
  });
}

/** Compares two rows; 0 only for a row and itself. */
export function naiveOrder(
  rows: Rows,
  query: Query,
  kindOf: KindOf,
): (a: number, b: number) => number {
  const { collation } = query;
  const keys = query.sort.map(({ column, descending }) => ({
    column,
    descending,
    kind: query.kinds.find(([id]) => id === column)?.[1] ?? kindOf(column),
    slashes: slashOrderOf(rows, column),
  }));
  return (a, b) => {
    for (const { column, kind, slashes, descending } of keys) {
      const [x, y] = [textOf(rows, a, column), textOf(rows, b, column)];
      const order = compareCells(x, y, kind, slashes, descending, collation);
      if (order !== 0) return order;
    }
    return a - b;
  };
}

function textOf(rows: Rows, row: number, column: ColumnId): string {
  return rows[row]?.[column]?.text ?? "";
}

export function slashOrderOf(rows: Rows, column: ColumnId): SlashOrder {
  const isDayFirst = rows.some((cells) => {
    const text = cells[column]?.text ?? "";
    return (
      text.includes("/") &&
      !Number.isNaN(parseDate(text, "dayFirst")) &&
      Number.isNaN(parseDate(text, "monthFirst"))
    );
  });
  return isDayFirst ? "dayFirst" : "monthFirst";
}

function fitsFilter(text: string, filter: Filter<ColumnId>, slashes: SlashOrder): boolean {
  const lower = text.toLowerCase();
  switch (filter.kind) {
    case "is":
      return filter.values.includes(text);
    case "isnt":
      return !filter.values.includes(text);
    case "blank":
      return text === "";
    case "notblank":
      return text !== "";
    case "contains":
      return lower.includes(filter.value.toLowerCase());
    case "excludes":
      return filter.value === "" || !lower.includes(filter.value.toLowerCase());
    case "starts":
      return lower.startsWith(filter.value.toLowerCase());
    case "ends":
      return lower.endsWith(filter.value.toLowerCase());
    case "matches": {
      const pattern = compilePattern(filter.value);
      return "test" in pattern && pattern.test(text);
    }
    case "between":
      return (
        compares("gte", text, filter.from, slashes) && compares("lte", text, filter.to, slashes)
      );
    case "ne":
      return !compares("eq", text, filter.value, slashes);
    case "eq":
    case "lt":
    case "lte":
    case "gt":
    case "gte":
      return compares(filter.kind, text, filter.value, slashes);
  }
}

function compares(
  kind: "eq" | "lt" | "lte" | "gt" | "gte",
  text: string,
  value: string,
  slashes: SlashOrder,
): boolean {
  const order = orderAgainst(text, value, slashes);
  if (order === undefined) return false;
  switch (kind) {
    case "eq":
      return order === 0;
    case "lt":
      return order < 0;
    case "lte":
      return order <= 0;
    case "gt":
      return order > 0;
    case "gte":
      return order >= 0;
  }
}

/** Negative for a cell before the value; 0 when equal, or on the day the value names. */
function orderAgainst(text: string, value: string, slashes: SlashOrder): number | undefined {
  const number = parseDecimal(value);
  if (number !== undefined) {
    const cell = parseDecimal(text);
    return cell && compareDecimals(cell, number);
  }
  const cell = parseDate(text, slashes);
  const start = parseDate(value, slashes);
  if (Number.isNaN(cell) || Number.isNaN(start)) return undefined;
  if (cell < start) return -1;
  if (hasTime(value)) return cell - start;
  return cell < start + DAY_MICROSECONDS ? 0 : 1;
}

/** Negative for a cell before the other; 0 for numbers or moments that are equal. */
export function compareCells(
  a: string,
  b: string,
  kind: ColumnKind,
  slashes: SlashOrder,
  descending: boolean,
  collation: Query["collation"],
): number {
  const alphabet = collation && alphabetOf(collation);
  if (a === "" || b === "") return (a === "" ? 1 : 0) - (b === "" ? 1 : 0);
  const sign = descending ? -1 : 1;
  if (kind === "id") return sign * compareText(a, b, alphabet);
  if (kind === "date" || kind === "datetime") {
    const [x, y] = [parseDate(a, slashes), parseDate(b, slashes)];
    if (Number.isNaN(x) && Number.isNaN(y)) return sign * compareText(a, b, alphabet);
    if (Number.isNaN(x) || Number.isNaN(y)) return sign * (Number.isNaN(x) ? 1 : -1);
    return sign * (x - y);
  }
  const [x, y] = [parseDecimal(a), parseDecimal(b)];
  if (x === undefined && y === undefined) return sign * compareText(a, b, alphabet);
  if (x === undefined || y === undefined) return sign * (x === undefined ? 1 : -1);
  return sign * compareDecimals(x, y);
}
