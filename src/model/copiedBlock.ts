/**
 * A block of cells on its way to the clipboard: which cells, and what a spreadsheet pastes.
 */

import type { ColumnId, RowRange } from "./positions.ts";

export interface BlockToCopy {
  readonly range: RowRange;
  /** Columns of the block, in order of the screen. */
  readonly columns: readonly CopiedColumn[];
  /** Put a line of headers first. */
  readonly headers: boolean;
}

export interface CopiedColumn {
  readonly id: ColumnId;
  /** Header line's text. */
  readonly label: string;
  /** Ids and texts must stay texts in a spreadsheet; amounts and dates may be read as such. */
  readonly asText: boolean;
}

/**
 * Letters of text and table together. Handing them over is one task of the page, 3.5 ms a million on
 * a slow computer; 10,000 rows of 20 columns are 17 million. More are offered as an export.
 */
export const MAX_COPIED_LETTERS = 20_000_000;

export interface CopiedBlock {
  /** Tab-separated exact texts, one line per row. */
  readonly text: string;
  /** The same cells as an HTML table in which text cells say so. */
  readonly html: string;
}
