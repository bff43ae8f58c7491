/**
 * The text of one column in each of some rows, as a number: equal texts have one number, whatever a
 * cell's kind, and blank cells that of the empty text. Numbers go up by when a text is first met. One
 * pass over the rows, no string per row.
 */

import type { Turn } from "../model/turn.ts";
import { type ColumnSnapshot, segmentAt } from "./columnSnapshot.ts";
import { eachBlock } from "./eachBlock.ts";
import { writeDecimal } from "./decimalBytes.ts";
import { rowAt, sizeOf, type RowSet } from "./rowSet.ts";
import { SEGMENT_ROWS } from "./table.ts";
import { TextCounts } from "./textCounts.ts";

export interface TextsOfRows {
  readonly texts: TextCounts;
  /** By place in the rows. */
  readonly textOfPlace: Uint32Array;
}

const BLOCK = 1 << 13;
const NO_TEXT = 0xffff_ffff;

export async function textsOfRows(
  column: ColumnSnapshot,
  rows: RowSet,
  turn: Turn,
): Promise<TextsOfRows> {
  const size = sizeOf(rows);
  const { dictionary, segments } = column;
  // Columns of few values are codes; of others nearly every row may have a text of its own.
  const isCoded = segments.every(({ encoding }) => encoding === "codes");
  const texts = new TextCounts(isCoded ? Math.min(size, dictionary.count) : size);
  const textOfPlace = new Uint32Array(size);
  const textOfCode = new Uint32Array(dictionary.count).fill(NO_TEXT);
  const digits = new Uint8Array(64);
  const codeText = (code: number): number => {
    const known = textOfCode[code]!;
    if (known !== NO_TEXT) {
      texts.counts[known]! += 1;
      return known;
    }
    const { bytes, offsets } = dictionary;
    return (textOfCode[code] = texts.add(bytes, offsets[code]!, offsets[code + 1]!, 1));
  };

  const read = (from: number, to: number) => {
    for (let place = from; place < to; place += 1) {
      const row = rowAt(rows, place);
      const segment = segmentAt(column, row);
      const at = row % SEGMENT_ROWS;
      if (segment.encoding === "codes") textOfPlace[place] = codeText(segment.codes[at]!);
      else if (segment.encoding === "text") {
        const { bytes, offsets } = segment;
        textOfPlace[place] = texts.add(bytes, offsets[at]!, offsets[at + 1]!, 1);
      } else {
        const { mantissas, scales, scale, exceptions } = segment;
        const mantissa = mantissas[at]!;
        if (mantissa !== mantissa) textOfPlace[place] = codeText(exceptions.get(at)!);
        else {
          const end = writeDecimal(digits, 0, mantissa, scales === undefined ? scale : scales[at]!);
          textOfPlace[place] = texts.add(digits, 0, end, 1);
        }
      }
    }
  };
  await eachBlock(size, turn, read, BLOCK);
  return { texts, textOfPlace };
}
