/**
 * The moments of a column as microseconds, row by row, without a text or an object per row: texts
 * of the dictionary are read once each. Holds the column of its moment.
 */

import { parseDateBytes, type SlashOrder } from "../model/dateValue.ts";
import type { ColumnSnapshot } from "./columnSnapshot.ts";
import { SEGMENT_ROWS, SEGMENT_SHIFT } from "./table.ts";

/** What reads a row's moment; NaN for a cell that is none. */
export function dateReader(
  { dictionary, segments }: ColumnSnapshot,
  slashes: SlashOrder,
): (row: number) => number {
  const { bytes, offsets, count } = dictionary;
  const known = new Float64Array(count);
  const isKnown = new Uint8Array(count);
  const ofCode = (code: number): number => {
    if (isKnown[code] === 0) {
      isKnown[code] = 1;
      known[code] = parseDateBytes(bytes, offsets[code]!, offsets[code + 1]!, slashes);
    }
    return known[code]!;
  };
  return (row) => {
    const segment = segments[row >>> SEGMENT_SHIFT]!;
    const at = row & (SEGMENT_ROWS - 1);
    if (segment.encoding === "codes") return ofCode(segment.codes[at]!);
    if (segment.encoding === "text") {
      return parseDateBytes(segment.bytes, segment.offsets[at]!, segment.offsets[at + 1]!, slashes);
    }
    const code = segment.exceptions.get(at);
    return code === undefined ? Number.NaN : ofCode(code);
  };
}
