/**
 * How a column's newest segment takes in cells: one encoder for each of the three encodings.
 */

import type { ColumnCells } from "./columnCells.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import { SEGMENT_ROWS, type Segment } from "./table.ts";

export interface SegmentEncoder {
  /** Live: grows with every `append`; its arrays are replaced by longer ones when full. */
  readonly segment: Segment;
  /**
   * Takes in rows `from` and on, counting them in the profile, and returns the row where it
   * stopped: the end of the cells, the end of the segment, or earlier, when the encoding should be
   * reconsidered.
   */
  append(cells: ColumnCells, from: number, profile: ColumnProfile): number;
  /** Cuts the arrays to the rows in use; nothing is appended afterwards. */
  trim(): void;
}

export type Growing<S extends Segment> = { -readonly [Field in keyof S]: S[Field] };

/** Rows to make room for when `needed` don't fit: steps of four, so small tables stay small. */
export function roomFor(needed: number, room: number): number {
  return Math.min(SEGMENT_ROWS, Math.max(needed, room * 4, 256));
}
