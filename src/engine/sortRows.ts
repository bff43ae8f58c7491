/**
 * Orders rows by ranks of several columns: stable, blank cells last in both directions. Ranks of
 * neighbouring keys are put together into one number as far as 32 bits go; then one radix sort per
 * number, the last first. Linear in the rows.
 */

import type { Turn } from "../model/turn.ts";
import type { Ranks } from "./cellRanker.ts";

export interface RankedKey extends Ranks {
  readonly descending: boolean;
}

const BLOCK = 1 << 16;
/** Bits sorted by in one pass. */
const DIGIT_BITS = 11;

/** The places 0 … size - 1 in order; the first key counts most. */
export async function sortByRanks(
  keys: readonly RankedKey[],
  size: number,
  turn: Turn,
): Promise<Uint32Array> {
  let order: Uint32Array | undefined;
  for (const { digits, range } of (await joinKeys(keys, size, turn)).reverse()) {
    order = await sortBy(digits, range, order, turn);
  }
  return order ?? new Uint32Array(0);
}

/** Numbers to sort by; all are below `range`. */
interface JoinedKey {
  readonly digits: Uint32Array;
  readonly range: number;
}

async function joinKeys(
  keys: readonly RankedKey[],
  size: number,
  turn: Turn,
): Promise<JoinedKey[]> {
  const joined: JoinedKey[] = [];
  for (const { ranks, values, descending } of keys) {
    const last = joined.at(-1);
    const range = values + 1;
    const isJoinable = last !== undefined && last.range * range <= 2 ** 32;
    // Ranks may be shared by other orders: the numbers are a copy.
    const digits = isJoinable ? last.digits : new Uint32Array(size);
    for (let from = 0; from < size; from += BLOCK) {
      const to = Math.min(size, from + BLOCK);
      for (let at = from; at < to; at += 1) {
        const rank = ranks[at]!;
        const digit = descending && rank < values ? values - 1 - rank : rank;
        digits[at] = isJoinable ? digits[at]! * range + digit : digit;
      }
      if (turn.due()) await turn.next();
    }
    if (isJoinable) joined[joined.length - 1] = { digits, range: last.range * range };
    else joined.push({ digits, range });
  }
  return joined;
}

/** Sorts the places of `before` (all, in order, when there is none) by their numbers. */
async function sortBy(
  numbers: Uint32Array,
  range: number,
  before: Uint32Array | undefined,
  turn: Turn,
): Promise<Uint32Array> {
  const size = numbers.length;
  const bits = Math.max(1, Math.ceil(Math.log2(range)));
  const passes = Math.ceil(bits / DIGIT_BITS);
  const digitBits = Math.ceil(bits / passes);
  let source = before;
  for (let pass = 0; pass < passes; pass += 1) {
    const shift = pass * digitBits;
    const mask = (1 << digitBits) - 1;
    const starts = new Uint32Array(mask + 2);
    for (let from = 0; from < size; from += BLOCK) {
      const to = Math.min(size, from + BLOCK);
      for (let at = from; at < to; at += 1) starts[((numbers[at]! >>> shift) & mask) + 1]! += 1;
      if (turn.due()) await turn.next();
    }
    for (let digit = 1; digit <= mask; digit += 1) starts[digit]! += starts[digit - 1]!;
    const target = new Uint32Array(size);
    for (let from = 0; from < size; from += BLOCK) {
      const to = Math.min(size, from + BLOCK);
      for (let at = from; at < to; at += 1) {
        const place = source === undefined ? at : source[at]!;
        const digit = (numbers[place]! >>> shift) & mask;
        target[starts[digit]!] = place;
        starts[digit]! += 1;
      }
      if (turn.due()) await turn.next();
    }
    source = target;
  }
  return source ?? new Uint32Array(0);
}
