/**
 * The cells of a few rows and columns, as they cross from the worker to the screen.
 */

import type { CellKind } from "./cell.ts";
import type { GroupLine } from "./grouping.ts";
import type { ColumnId, RowRange } from "./positions.ts";

export interface RowWindow {
  readonly range: RowRange;
  /** Row of the report for each row of the range. */
  readonly rowIndices: Uint32Array;
  readonly columns: readonly WindowColumn[];
  /** Of rows in groups: what each place is, undefined for a row. A group's texts are for its line. */
  readonly groups?: readonly (GroupLine | undefined)[];
}

export interface WindowColumn {
  readonly id: ColumnId;
  /** Exact texts, one for each row of the range. */
  readonly texts: readonly string[];
  /** `CellKind` of each. */
  readonly kinds: readonly CellKind[];
  /** Of a column whose blanks are filled: the row that each cell's value is from, undefined for its own. */
  readonly filledFrom?: readonly (number | undefined)[];
}
