/**
 * What a column's values are and how often each occurs, for lists to choose from. Values are told
 * apart by their exact text; all blank cells are one value, the empty text.
 */

export interface ColumnValue {
  readonly text: string;
  readonly rows: number;
}

/** Most rows first, ties in the order of `compareText`. */
export interface ColumnValues {
  /** At most `MAX_COLUMN_VALUES`. */
  readonly values: readonly ColumnValue[];
  /** How many distinct texts there are. */
  readonly distinct: number;
}

export const MAX_COLUMN_VALUES = 1000;
