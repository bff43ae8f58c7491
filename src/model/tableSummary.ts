/**
 * What the screen knows of a table without holding it: its size, its columns, how complete it is.
 */

import type { Column } from "./column.ts";
import type { Fingerprint } from "./fingerprint.ts";

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
}
