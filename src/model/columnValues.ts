/**
 * What a column's values are and how often each occurs, for lists to choose from. Values are told
 * apart by their exact text; all blank cells are one value, the empty text.
 */

export interface ColumnValue {
  readonly text: string;
  readonly rows: number;
}

/** Blanks first if there are any, then most rows first, ties in the order of `compareText`. */
export interface ColumnValues {
  /** The blanks and at most `MAX_COLUMN_VALUES` others. */
  readonly values: readonly ColumnValue[];
  /** How many distinct texts there are. */
  readonly distinct: number;
}

export const MAX_COLUMN_VALUES = 1000;
