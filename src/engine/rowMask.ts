/**
 * Which rows meet a condition: one byte per row, 1 or 0. Bytes rather than bits, because every
 * condition writes each row once and that is what costs.
 */

import type { Turn } from "../model/turn.ts";
import { eachBlock } from "./eachBlock.ts";

export type RowMask = Uint8Array;

/** The rows of the report that are in all of the masks; undefined when that is every row. */
export async function rowsInAll(
  masks: readonly RowMask[],
  rowCount: number,
  turn: Turn,
): Promise<Uint32Array | undefined> {
  const [first, ...others] = masks;
  if (first === undefined) return undefined;
  let mask = first;
  if (others.length > 0) {
    mask = first.slice(0, rowCount);
    for (const other of others) {
      await eachBlock(rowCount, turn, (from, to) => {
        for (let row = from; row < to; row += 1) mask[row]! &= other[row]!;
      });
    }
  }
  let count = 0;
  await eachBlock(rowCount, turn, (from, to) => {
    for (let row = from; row < to; row += 1) count += mask[row]!;
  });
  if (count === rowCount) return undefined;
  // One place more than needed: every row is written, only the ones in the mask are kept.
  const rows = new Uint32Array(count + 1);
  let at = 0;
  await eachBlock(rowCount, turn, (from, to) => {
    for (let row = from; row < to; row += 1) {
      rows[at] = row;
      at += mask[row]!;
    }
  });
  return rows.subarray(0, count);
}
