/**
 * What the screen knows of a table without holding it: its size, its columns, how complete it is.
 */

import type { Column } from "./column.ts";
import type { Fingerprint } from "./fingerprint.ts";
import type { ColumnId } from "./positions.ts";

export interface TableSummary {
  readonly rowCount: number;
  readonly columns: readonly Column[];
  /** How many columns the header has, the rest come from longer rows; undefined until it is here. */
  readonly headerCount: number | undefined;
  /** Rows with more or fewer cells than the header. */
  readonly raggedRows: number;
  /** All of the report is here, kinds are settled. */
  readonly sealed: boolean;
  /** Of the whole content; there is none before `sealed`, and none where a browser can't make it. */
  readonly fingerprint?: Fingerprint | undefined;
  /** Undefined where all rows are data. */
  readonly setAside?: SetAside | undefined;
  /** The first columns, when they are named once per block; known when `sealed`. */
  readonly blocks?: readonly BlockColumn[];
}

/** Lines among the rows that are no data, and the report as it is without them. */
export interface SetAside {
  readonly titles: number;
  /** Repeated header lines. */
  readonly headers: number;
  /** How many of the rows they are: one that has the names of the columns, too. */
  readonly rows: number;
  readonly title: string;
  /** The names of the columns stand in the first row, the title in their place. */
  readonly hasNames: boolean;
  readonly columns: readonly Column[];
  readonly headerCount: number | undefined;
  readonly raggedRows: number;
}

/** A column that is named once per block of rows. */
export interface BlockColumn {
  readonly column: ColumnId;
  /** Its blank cells, in the rows of data. */
  readonly blanks: number;
}
