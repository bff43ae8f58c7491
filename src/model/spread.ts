/**
 * How a column's numbers or dates lie between its least and its greatest: bins beside each other
 * without gaps, each a range that the filter "between" finds exactly the same rows with.
 */

import type { TotalledColumn } from "./totals.ts";

export interface SpreadAsked {
  /** An amount to be added up in each bin; undefined for rows alone. */
  readonly total: TotalledColumn | undefined;
  readonly currency: string;
}

export type BinUnit = "number" | "hour" | "day" | "week" | "month" | "year";

export interface Spread {
  readonly unit: BinUnit;
  /** The least and the greatest, as the report writes them; undefined when no cell is one. */
  readonly span: { readonly from: string; readonly to: string } | undefined;
  readonly bins: readonly Bin[];
  /** Rows in bins, and all there are. */
  readonly within: number;
  readonly rows: number;
}

export interface Bin {
  /** Both ends included, as a filter takes them. */
  readonly from: string;
  readonly to: string;
  readonly rows: number;
  /** Exact; undefined where no row has such an amount. */
  readonly sum: string | undefined;
}
