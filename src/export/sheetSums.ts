/**
 * What stands below the columns of a sheet: sums that follow a spreadsheet's own filter, one line for
 * each currency, as currencies are never added together. The value beside each formula is the exact sum
 * of the numbers in the sheet; numbers that are kept as text take no part, so where there are any the
 * exact sum of all stands below as text.
 */

import type { RowRange } from "../model/positions.ts";
import { addDecimals, formatDecimal, parseDecimal, ZERO, type Decimal } from "../model/decimal.ts";
import type { TotalledColumn } from "../model/totals.ts";
import type { Turn } from "../model/turn.ts";
import type { ExportedColumn, ExportedTotal } from "../model/viewExport.ts";
import { isNumeric } from "../engine/codeNumbers.ts";
import { currencyReader } from "../engine/currencyReader.ts";
import { readCell } from "../engine/readCell.ts";
import type { RowOrder } from "../engine/rowOrder.ts";
import { rowAt, rowsOfView, sizeOf, type RowSet } from "../engine/rowSet.ts";
import type { ReportTable } from "../engine/table.ts";
import { totalCells } from "../engine/totals.ts";
import { columnLetters } from "./cellPlace.ts";
import { currencyWords } from "./exportTotals.ts";
import { keptNumber, numberFormat } from "./sheetForm.ts";

/** No more currencies have lines of their own. */
const MOST_CURRENCIES = 10;
/** For each currency a sum that follows the filter, and an exact one. */
export const MOST_SUM_LINES = 2 * MOST_CURRENCIES;

export interface SumLine {
  readonly label: string;
  /** By place of the column; most have none. */
  readonly cells: ReadonlyMap<number, SumCell>;
}

export type SumCell =
  | { readonly formula: string; readonly sum: string; readonly format: string }
  | { readonly note: string };

export interface ColumnSum {
  /** Of all numbers. */
  readonly exact: string;
  /** Of those that the sheet holds as numbers. */
  readonly kept: string;
  readonly isWhole: boolean;
}

export interface SummedSheet {
  readonly table: ReportTable;
  readonly order: RowOrder;
  readonly range: RowRange;
  /** Lines of groups among the rows. */
  readonly groupLines: number;
  readonly columns: readonly ExportedColumn[];
  readonly totals: readonly ExportedTotal[];
  /** Whether a column has numbers that are kept as text in this sheet. */
  readonly keepsTexts: (place: number) => boolean;
  readonly turn: Turn;
}

const ROWS_PER_LOOK = 1024;
/** A spreadsheet looks at each row for each of these sums: with more it would be slow. */
const MOST_ROWS_BY_CURRENCY = 50_000;
const LABEL = "Sum of the rows shown";
const LEFT_OUT = " without numbers kept as text";
const EXACT = "Exact sum of all rows above";

interface SummedColumn {
  readonly place: number;
  readonly column: ExportedColumn;
  readonly total: TotalledColumn;
}

interface ColumnSums extends SummedColumn {
  /** By currency. */
  readonly sums: ReadonlyMap<string, ColumnSum>;
}

export async function sumLines(sheet: SummedSheet): Promise<readonly SumLine[]> {
  const { table, order, range, columns, totals, keepsTexts, turn } = sheet;
  const rows = rowsOfView(order, range);
  const found: ColumnSums[] = [];
  for (const summed of summedColumns(columns, totals)) {
    const sumsOf = keepsTexts(summed.place) ? columnSums : wholeSums;
    found.push({ ...summed, sums: await sumsOf(table, summed.total, rows, turn) });
  }
  const currencies = [...new Set(found.flatMap(({ sums }) => [...sums.keys()]))];
  // A sum that leaves something out says so.
  const label = found.some(({ place }) => keepsTexts(place)) ? `${LABEL}${LEFT_OUT}` : LABEL;
  const listed = currencies.slice(0, MOST_CURRENCIES);
  const lines = [
    ...listed.map((currency, line) => ({
      label,
      currency,
      cells: currencySums(found, currency, line === 0, sheet, currencies),
    })),
    ...listed.map((currency) => ({ label: EXACT, currency, cells: exactSums(found, currency) })),
  ];
  const isStated = currencies.length > 1 || currencies[0] !== "";
  return lines
    .filter(({ cells }, line) => line < listed.length || cells.size > 0)
    .map(({ label: words, currency, cells }) => ({
      label: isStated ? `${words}, ${currencyWords(currency)}` : words,
      cells,
    }));
}

/** Columns of numbers that are totalled. */
export function summedColumns(
  columns: readonly ExportedColumn[],
  totals: readonly ExportedTotal[],
): readonly SummedColumn[] {
  return columns.flatMap((column, place) => {
    const total = totals.find((one) => one.total.column === column.id)?.total;
    const isOfNumbers = ["integer", "decimal", "money"].includes(column.kind);
    return total !== undefined && isOfNumbers ? { place, column, total } : [];
  });
}

async function wholeSums(
  table: ReportTable,
  total: TotalledColumn,
  rows: RowSet,
  turn: Turn,
): Promise<ColumnSums["sums"]> {
  const { currencies } = await totalCells(table, [total], () => rows, turn);
  return new Map(
    currencies.map(({ currency, sum }) => [currency, { exact: sum, kept: sum, isWhole: true }]),
  );
}

/** Those in this currency that the line with formulas doesn't have. */
function exactSums(found: readonly ColumnSums[], currency: string): ReadonlyMap<number, SumCell> {
  return new Map(
    found.flatMap(({ place, sums }) => {
      const sum = sums.get(currency);
      return sum === undefined || sum.isWhole ? [] : [[place, { note: sum.exact }]];
    }),
  );
}

/** One line: the sums in this currency. */
function currencySums(
  found: readonly ColumnSums[],
  currency: string,
  isFirst: boolean,
  { range, columns, groupLines }: SummedSheet,
  currencies: readonly string[],
): ReadonlyMap<number, SumCell> {
  const rows = range.end - range.start + groupLines;
  const cells = new Map<number, SumCell>();
  for (const { place, column, total, sums } of found) {
    const format = numberFormat(column.fractionDigits);
    const sum = sums.get(currency)?.kept;
    const source = total.currency?.from === "column" ? total.currency.column : undefined;
    const beside = columns.findIndex(({ id }) => id === source);
    if (sums.size === 1) {
      if (sum !== undefined) cells.set(place, { formula: subtotal(place, rows), sum, format });
    } else if (beside === -1 || rows > MOST_ROWS_BY_CURRENCY || !areTellable(currencies)) {
      if (isFirst && sums.size > 0)
        cells.set(place, { note: `${sums.size} currencies: see Totals` });
    } else if (sum !== undefined) {
      cells.set(place, { formula: subtotalOf(currency, beside, place, rows), sum, format });
    }
  }
  return cells;
}

function subtotal(place: number, rows: number): string {
  const letters = columnLetters(place);
  return `SUBTOTAL(109,${letters}2:${letters}${rows + 1})`;
}

/** The visible rows one by one, those of one currency counted. */
function subtotalOf(currency: string, beside: number, place: number, rows: number): string {
  const amounts = columnLetters(place);
  const codes = columnLetters(beside);
  const last = rows + 1;
  const each = `SUBTOTAL(109,OFFSET(${amounts}2,ROW(${amounts}2:${amounts}${last})-ROW(${amounts}2),0))`;
  const isOf = `--(${codes}2:${codes}${last}="${currency.replaceAll('"', '""')}")`;
  return `SUMPRODUCT(${each},${isOf})`;
}

/** A spreadsheet compares without regard to case. */
function areTellable(currencies: readonly string[]): boolean {
  const folded = new Set(currencies.map((code) => code.toUpperCase()));
  return (
    currencies.length <= MOST_SUM_LINES &&
    folded.size === currencies.length &&
    currencies.every((code) => /^[\p{L}\p{N}\p{Sc} ]{0,20}$/u.test(code))
  );
}

/** By currency. */
export async function columnSums(
  table: ReportTable,
  { column, currency }: Pick<TotalledColumn, "column" | "currency">,
  rows: RowSet,
  turn: Turn,
): Promise<ReadonlyMap<string, ColumnSum>> {
  const groups = currencyReader(table, currency);
  const sums = new Map<string, { kept: Decimal; left: Decimal; isWhole: boolean }>();
  const size = sizeOf(rows);
  for (let place = 0; place < size; place += 1) {
    const row = rowAt(rows, place);
    const { text, kind } = readCell(table, row, column);
    const value = isNumeric(kind) ? parseDecimal(text) : undefined;
    if (value !== undefined) {
      const code = groups.codeOf(groups.groupOf(row));
      const sum = sums.get(code) ?? { kept: ZERO, left: ZERO, isWhole: true };
      if (keptNumber(value) === undefined) {
        sum.left = addDecimals(sum.left, value);
        sum.isWhole = false;
      } else sum.kept = addDecimals(sum.kept, value);
      sums.set(code, sum);
    }
    if (place % ROWS_PER_LOOK === 0 && turn.due()) await turn.next();
  }
  return new Map(
    Array.from(sums, ([code, { kept, left, isWhole }]) => [
      code,
      { exact: formatDecimal(addDecimals(kept, left)), kept: formatDecimal(kept), isWhole },
    ]),
  );
}
