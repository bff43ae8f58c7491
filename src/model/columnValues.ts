/**
 * What a column's values are, how many rows each has and what they amount to, for lists to choose
 * from and for pictures. Values are told apart by their exact text; all blank cells are one value,
 * the empty text. A list may have a million values: it is asked for in windows.
 */

import type { SearchedTexts } from "./query.ts";
import type { TotalledColumn } from "./totals.ts";

/** An amount in one currency; where there is none, rows are what counts. */
export interface Measure {
  readonly total: TotalledColumn;
  readonly currency: string;
}

/** With a search, only the values that it finds. */
export interface ValuesAsked extends SearchedTexts {
  readonly measure: Measure | undefined;
  /** Places of the list, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Values to be told of if no row has them. */
  readonly chosen: readonly string[];
}

export interface ColumnValue {
  readonly text: string;
  /** As the file wrote the first of its cells. */
  readonly written: string;
  readonly rows: number;
  /** Exact, in the measure's currency; undefined where no row has such an amount. */
  readonly sum: string | undefined;
  /** Its size beside the largest, 0 to 1: for a bar, not for a figure. */
  readonly share: number;
}

/**
 * Blanks first if there are any, then the largest amounts (by size, whatever their sign) or the most
 * rows; equal ones as the column sorts, those without an amount last.
 */
export interface ValuePage {
  /** How many distinct texts there are. */
  readonly distinct: number;
  /** How many of them have the text that was asked for. */
  readonly found: number;
  readonly start: number;
  readonly values: readonly ColumnValue[];
  /** Of all values, found or not. */
  readonly rows: number;
  readonly sum: string | undefined;
  /** Those `chosen` that no row has. */
  readonly missing: readonly string[];
}
