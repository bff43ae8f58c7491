/**
 * What stands below the columns of a sheet: sums that follow a spreadsheet's own filter, one line for
 * each currency, as currencies are never added together. The value beside each formula is the exact sum
 * of the numbers in the sheet; numbers that are kept as text take no part.
 */

import type { ColumnId, RowRange } from "../model/positions.ts";
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

/** No sheet has more lines of sums. */
export const MOST_SUM_LINES = 10;

export interface SumLine {
  readonly label: string;
  /** By place of the column; most have none. */
  readonly cells: ReadonlyMap<number, SumCell>;
}

export type SumCell =
  | { readonly formula: string; readonly sum: string; readonly format: string }
  | { readonly note: string };

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

interface ColumnSums {
  readonly place: number;
  readonly column: ExportedColumn;
  readonly total: TotalledColumn;
  readonly sums: ReadonlyMap<string, string>;
}

export async function sumLines(sheet: SummedSheet): Promise<readonly SumLine[]> {
  const { table, order, range, columns, totals, keepsTexts, turn } = sheet;
  const rows = rowsOfView(order, range);
  const found: ColumnSums[] = [];
  for (const [place, column] of columns.entries()) {
    const { kind } = column;
    const total = totals.find((one) => one.total.column === column.id)?.total;
    const isOfNumbers = kind === "integer" || kind === "decimal" || kind === "money";
    if (total === undefined || !isOfNumbers) continue;
    const { currencies } = await totalCells(table, [total], rows, turn);
    const sums = keepsTexts(place)
      ? await sumsOfKept(table, total, rows, turn)
      : new Map(currencies.map(({ currency, sum }) => [currency, sum]));
    found.push({ place, column, total, sums });
  }
  const currencies = [...new Set(found.flatMap(({ sums }) => [...sums.keys()]))];
  if (found.length === 0) return [];
  // A sum that leaves something out says so.
  const label = found.some(({ place }) => keepsTexts(place)) ? `${LABEL}${LEFT_OUT}` : LABEL;
  if (currencies.length < 2) {
    return [{ label, cells: wholeSums(found, sizeOf(rows) + sheet.groupLines) }];
  }
  const listed = currencies.slice(0, MOST_SUM_LINES);
  return listed.map((currency, line) => ({
    label: `${label}, ${currencyWords(currency)}`,
    cells: currencySums(found, currency, line === 0, sheet, currencies),
  }));
}

function wholeSums(found: readonly ColumnSums[], rows: number): ReadonlyMap<number, SumCell> {
  return new Map(
    found.map(({ place, column, sums }) => [
      place,
      {
        formula: subtotal(place, rows),
        sum: [...sums.values()][0] ?? "0",
        format: numberFormat(column.fractionDigits),
      },
    ]),
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
    const sum = sums.get(currency);
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

/** Sums by currency of the numbers that a sheet holds as numbers. */
export async function sumsOfKept(
  table: ReportTable,
  {
    column,
    currency,
  }: { readonly column: ColumnId; readonly currency: TotalledColumn["currency"] },
  rows: RowSet,
  turn: Turn,
): Promise<ReadonlyMap<string, string>> {
  const groups = currencyReader(table, currency);
  const sums = new Map<string, Decimal>();
  const size = sizeOf(rows);
  for (let place = 0; place < size; place += 1) {
    const row = rowAt(rows, place);
    const { text, kind } = readCell(table, row, column);
    const value = isNumeric(kind) ? parseDecimal(text) : undefined;
    if (value !== undefined) {
      const code = groups.codeOf(groups.groupOf(row));
      const kept = keptNumber(value) === undefined ? ZERO : value;
      sums.set(code, addDecimals(sums.get(code) ?? ZERO, kept));
    }
    if (place % ROWS_PER_LOOK === 0 && turn.due()) await turn.next();
  }
  return new Map([...sums].map(([code, sum]) => [code, formatDecimal(sum)]));
}
