/**
 * Finding a text in the cells of a view: the cells are counted in the order of reading, row by row
 * and in a row from left to right, so that each has a number. Nothing is filtered by it.
 */

import type { ColumnId, ViewRow } from "./positions.ts";
import type { SearchedTexts } from "./query.ts";

export interface TextToFind extends SearchedTexts {
  /** Columns on screen, from left to right. */
  readonly columns: readonly ColumnId[];
  /** Where to look from; undefined for the beginning. */
  readonly from: { readonly row: ViewRow; readonly column: ColumnId } | undefined;
  /** The first match at that place or after it, the next one after it, or the one before it. */
  readonly way: "here" | "next" | "previous";
}

export interface FoundCells {
  /** Matching cells of the view. */
  readonly count: number;
  /** More of them in rows of folded groups. */
  readonly folded: number;
  /** The one to go to, beyond an end the one at the other end; undefined when there is none. */
  readonly hit: FoundCell | undefined;
}

export interface FoundCell {
  /** 1 for the first match of the view. */
  readonly number: number;
  readonly row: ViewRow;
  readonly column: ColumnId;
}
