/**
 * Rows in groups: one line per value of a column, with groups within groups. A view says it by
 * column names (`ViewGrouping`), a query by positions (`QueryGroups`), with what is folded on this
 * screen. Values are told apart by their exact text, so a group is what the filter "is" finds.
 */

import type { ColumnKey } from "./column.ts";
import type { ColumnId, RowIndex } from "./positions.ts";
import type { TotalledColumn } from "./totals.ts";

/** What of it travels in a link. */
export interface ViewGrouping {
  /** Outermost first, at least one. */
  readonly columns: readonly ColumnKey[];
  /** Groups begin unfolded: their rows are in sight. */
  readonly open: boolean;
  /** Groups in order of how many rows they have; undefined: as the sort of the view says. */
  readonly byRows: "ascending" | "descending" | undefined;
}

/** Each level costs memory, and nobody reads more. */
export const MAX_GROUP_COLUMNS = 8;

export interface QueryGroups {
  /** Outermost first, at least one. */
  readonly levels: readonly GroupLevel[];
  /** Columns that have subtotals. */
  readonly totals: readonly TotalledColumn[];
  readonly folds: Folds;
}

export interface GroupLevel {
  readonly column: ColumnId;
  readonly order: GroupOrder;
}

/**
 * What the groups beside each other are ordered by; equal ones by their value, ascending. Blank
 * values and groups without an amount stand last both ways. Currencies don't mix: by the sum in the
 * currency with the most amounts, then those without it by the next currency.
 */
export type GroupOrder =
  | { readonly by: "value"; readonly descending: boolean }
  | { readonly by: "rows"; readonly descending: boolean }
  | { readonly by: "sum"; readonly total: TotalledColumn; readonly descending: boolean };

/** All groups are open or folded, but for some. */
export interface Folds {
  readonly open: boolean;
  readonly except: readonly GroupName[];
}

/** A group by its level, 0 for the outermost, and any row of the report in it. */
export interface GroupName {
  readonly level: number;
  readonly row: RowIndex;
}

/** A group's line on screen, with everything a reader hears of it. */
export interface GroupLine {
  readonly name: GroupName;
  /** The group's value, after those of the groups it is in; exact texts. */
  readonly values: readonly string[];
  /** The same as the file wrote their first cells. */
  readonly written: readonly string[];
  /** Rows in it, those of inner groups included. */
  readonly rows: number;
  readonly open: boolean;
  /** For each subtotalled column that was asked for. */
  readonly sums: readonly ColumnSums[];
}

export interface ColumnSums {
  readonly column: ColumnId;
  /** One per currency, in one order for all groups. */
  readonly sums: readonly GroupSum[];
  /** Cells that are in no sum, as they are no numbers. */
  readonly others: number;
}

export interface GroupSum {
  /** As the report writes it; empty where no currency is stated. */
  readonly currency: string;
  /** Exact, with every digit. */
  readonly sum: string;
  /** Its size beside the largest of its level and currency, 0 to 1: for a bar, not for a figure. */
  readonly share: number;
}
