/**
 * Exact figures over a set of rows. All amounts are decimal texts with every digit; they are made
 * by whole-number arithmetic and are never floats. One line per currency: currencies don't mix.
 */

import type { CurrencySource } from "./column.ts";
import type { ColumnId } from "./positions.ts";

/** A column to add up, and where the currency of its amounts stands. */
export interface TotalledColumn {
  readonly column: ColumnId;
  readonly currency: CurrencySource | undefined;
}

export interface CellTotals {
  /** Cells looked at: `numbers` + `blanks` + `others`. */
  readonly cells: number;
  /** Cells that are numbers. */
  readonly numbers: number;
  readonly blanks: number;
  /** Cells that are neither blank nor a number; they are in no sum. */
  readonly others: number;
  /** Most numbers first; empty when no cell is a number. */
  readonly currencies: readonly CurrencyTotals[];
}

export interface CurrencyTotals {
  /** The code as the report writes it; empty where no currency is stated. */
  readonly currency: string;
  readonly numbers: number;
  readonly sum: string;
  /** Digits after the point of the currency's smallest coin: 2 for EUR, 0 for JPY. */
  readonly coinDigits: number;
  /** Sum of the lines, each rounded to the coin first (halves away from zero). */
  readonly roundedSum: string;
  /** `roundedSum` - `sum`. */
  readonly difference: string;
  /** Rounded, halves away from zero, to `averageDigits` digits after the point. */
  readonly average: string;
  readonly averageDigits: number;
  readonly min: string;
  readonly max: string;
}
