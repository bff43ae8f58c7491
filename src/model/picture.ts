/**
 * The picture beside the table as a view has it: what its bars stand for and what they measure.
 * Columns by name, so that it waits for its report; what is left out is chosen from the report.
 */

import type { ColumnKey } from "./column.ts";

export interface ViewPicture {
  /** One bar for each value of this column. */
  readonly by: ColumnKey;
  /** Undefined for the report's first amount, or rows where there is none. */
  readonly of: "rows" | { readonly column: ColumnKey; readonly currency: string } | undefined;
  /** Dates of the time line; undefined for the report's first column of dates. */
  readonly when: ColumnKey | undefined;
  /** Bars at the most; the rest is one. */
  readonly most: number;
}

export const PICTURE_SIZES = [5, 10, 20, 50] as const;
export const USUAL_SIZE = 10;
