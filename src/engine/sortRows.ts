/**
 * Orders rows by several columns: stable, blank cells last in both directions. The last column puts
 * its rows in order first, then each earlier one sorts by ranks without disturbing what is
 * equal; ranks of neighbouring columns go together as one number as far as 32 bits reach.
 */

import type { Turn } from "../model/turn.ts";
import { eachBlock } from "./eachBlock.ts";
import type { SortedPlaces } from "./cellSorter.ts";
import type { Ranks } from "./sortColumn.ts";

export interface RankedKey extends Ranks {
  readonly descending: boolean;
}

const BLOCK = 1 << 16;
/** Bits sorted by in one pass. */
const DIGIT_BITS = 9;

/** The places of an order, or all below `size`, sorted by keys of which the first counts most. */
export async function sortByRanks(
  keys: readonly RankedKey[],
  before: Uint32Array | undefined,
  size: number,
  turn: Turn,
): Promise<Uint32Array> {
  let order = before;
  for (const { digits, range } of (await joinKeys(keys, turn)).reverse()) {
    order = await sortBy(digits, range, order, size, turn);
  }
  return order ?? placesBelow(size, turn);
}

async function placesBelow(size: number, turn: Turn): Promise<Uint32Array> {
  const places = new Uint32Array(size);
  await eachBlock(size, turn, (from, to) => {
    for (let at = from; at < to; at += 1) places[at] = at;
  });
  return places;
}

/** An order read downwards: greatest first, equal places still in their order, blank ones last. */
export async function descendingOrder(
  { order, same, valued }: SortedPlaces,
  turn: Turn,
): Promise<Uint32Array> {
  const reversed = new Uint32Array(order.length);
  let to = 0;
  let end = valued;
  let checked = 0;
  while (end > 0) {
    let start = end - 1;
    while (start > 0 && same[start] === 1) start -= 1;
    for (let at = start; at < end; at += 1) reversed[to++] = order[at]!;
    end = start;
    if (to - checked >= BLOCK) {
      checked = to;
      if (turn.due()) await turn.next();
    }
  }
  reversed.set(order.subarray(valued), valued);
  return reversed;
}

/** Numbers to sort by; all are below `range`. */
interface JoinedKey {
  readonly digits: Uint32Array;
  readonly range: number;
}

async function joinKeys(keys: readonly RankedKey[], turn: Turn): Promise<JoinedKey[]> {
  const joined: JoinedKey[] = [];
  for (const { ranks, values, descending } of keys) {
    const last = joined.at(-1);
    const range = values + 1;
    const size = ranks.length;
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
  size: number,
  turn: Turn,
): Promise<Uint32Array> {
  const length = before?.length ?? size;
  const bits = Math.max(1, Math.ceil(Math.log2(range)));
  const passes = Math.ceil(bits / DIGIT_BITS);
  const digitBits = Math.ceil(bits / passes);
  const mask = (1 << digitBits) - 1;
  let source = before;
  for (let pass = 0; pass < passes; pass += 1) {
    const shift = pass * digitBits;
    const starts = new Uint32Array(mask + 2);
    for (let from = 0; from < length; from += BLOCK) {
      const to = Math.min(length, from + BLOCK);
      for (let at = from; at < to; at += 1) {
        const place = source === undefined ? at : source[at]!;
        starts[((numbers[place]! >>> shift) & mask) + 1]! += 1;
      }
      if (turn.due()) await turn.next();
    }
    for (let digit = 1; digit <= mask; digit += 1) starts[digit]! += starts[digit - 1]!;
    const target = new Uint32Array(length);
    for (let from = 0; from < length; from += BLOCK) {
      const to = Math.min(length, from + BLOCK);
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
