/**
 * Sorts items by keys that are doubles, stable and in linear time: a radix sort from the top over
 * the bits of the doubles, which are in order as whole numbers. Each round takes only the bits in
 * which the keys at hand differ, and few enough of them that both sides of a move stay in
 * the processor's cache. Keys are finite and not -0. Both arrays are sorted in place.
 */

import type { Turn } from "../model/turn.ts";
import type { WorkRoom } from "./workRoom.ts";

/** The keys with their bits in sight, and arrays to work in. */
export interface PairSort {
  readonly keys: Float64Array;
  readonly items: Uint32Array;
  /** Two words of 32 bits for each key. */
  readonly words: Uint32Array;
  readonly spareKeys: Float64Array;
  readonly spareItems: Uint32Array;
  /** Buckets of the rounds under way, one round above the other. */
  readonly ends: Uint32Array;
}

/** More buckets than this outgrow the cache. */
const MOST_BITS = 10;
/** A round takes three bits at least, of 64. */
const MOST_ROUNDS = 24;
/** Up to here, moving items one by one is faster. */
const FEW = 20;
/** Up to here a sort is over before it is worth pausing. */
export const SHORT_SORT = 1 << 15;
const BLOCK = 1 << 16;

const IS_LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
/** Which of a key's words holds its sign, exponent and first digits. */
const HIGH = IS_LITTLE_ENDIAN ? 1 : 0;
const LOW = 1 - HIGH;

/** Made once for the largest sort and shared by those within it. */
export function pairSort(keys: Float64Array, items: Uint32Array, room: WorkRoom): PairSort {
  return {
    keys,
    items,
    words: new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2),
    spareKeys: room.floats(items.length),
    spareItems: room.words(items.length),
    ends: new Uint32Array(MOST_ROUNDS << MOST_BITS),
  };
}

/** Sorts places `from` and on, `to` excluded, pausing between blocks. */
export async function sortPairs(
  sort: PairSort,
  from: number,
  to: number,
  turn: Turn,
  base = 0,
): Promise<void> {
  if (to - from <= SHORT_SORT) {
    sortPairsNow(sort, from, to, base);
    return;
  }
  const round = roundFor(sort.keys, from, to);
  if (round === undefined) return;
  const { keys, items, spareKeys, spareItems, ends } = sort;
  ends.fill(0, base, base + round.size);
  for (let at = from; at < to; at += BLOCK) {
    count(sort, at, Math.min(to, at + BLOCK), round, base);
    if (turn.due()) await turn.next();
  }
  toStarts(ends, base, round.size);
  for (let at = from; at < to; at += BLOCK) {
    scatter(sort, at, Math.min(to, at + BLOCK), round, base);
    if (turn.due()) await turn.next();
  }
  keys.set(spareKeys.subarray(0, to - from), from);
  items.set(spareItems.subarray(0, to - from), from);
  let start = from;
  for (let bucket = 0; bucket < round.size; bucket += 1) {
    const end = from + ends[base + bucket]!;
    if (end - start > SHORT_SORT) await sortPairs(sort, start, end, turn, base + round.size);
    else if (end - start > 1) sortPairsNow(sort, start, end, base + round.size);
    start = end;
    if (turn.due()) await turn.next();
  }
}

/** The same in one go, for ranges of moderate size. */
export function sortPairsNow(sort: PairSort, from: number, to: number, base = 0): void {
  const { keys, items, spareKeys, spareItems, ends } = sort;
  if (to - from <= FEW) {
    sortFew(keys, items, from, to);
    return;
  }
  const round = roundFor(keys, from, to);
  if (round === undefined) return;
  ends.fill(0, base, base + round.size);
  count(sort, from, to, round, base);
  toStarts(ends, base, round.size);
  scatter(sort, from, to, round, base);
  for (let at = from, i = 0; at < to; at += 1, i += 1) {
    keys[at] = spareKeys[i]!;
    items[at] = spareItems[i]!;
  }
  let start = from;
  for (let bucket = 0; bucket < round.size; bucket += 1) {
    const end = from + ends[base + bucket]!;
    if (end - start > FEW) sortPairsNow(sort, start, end, base + round.size);
    else if (end - start > 1) sortFew(keys, items, start, end);
    start = end;
  }
}

/** Which bits the keys are told apart by: bucket = (word in order - least) >>> shift. */
interface Round {
  /** `HIGH` or `LOW`. */
  readonly word: number;
  /** What brings a word in order: the bits turned around for negative keys. */
  readonly flip: number;
  readonly least: number;
  readonly shift: number;
  readonly size: number;
}

/** Undefined when the keys are in order already. */
function roundFor(keys: Float64Array, from: number, to: number): Round | undefined {
  let before = keys[from]!;
  let least = before;
  let most = before;
  let isSorted = true;
  for (let at = from + 1; at < to; at += 1) {
    const key = keys[at]!;
    if (key < before) {
      isSorted = false;
      if (key < least) least = key;
    } else if (key > most) most = key;
    before = key;
  }
  if (isSorted) return undefined;
  LIMITS[0] = least;
  LIMITS[1] = most;
  const low = inOrder(LIMIT_WORDS[HIGH]!, signs(LIMIT_WORDS[HIGH]!));
  const high = inOrder(LIMIT_WORDS[2 + HIGH]!, signs(LIMIT_WORDS[2 + HIGH]!));
  const bits = Math.min(MOST_BITS, 30 - Math.clz32(to - from));
  if (low !== high) return roundOf(HIGH, 0, low, high, bits);
  // All keys share their first word, the sign too.
  const flip = least < 0 ? -1 : 0;
  const a = (LIMIT_WORDS[LOW]! ^ flip) >>> 0;
  const b = (LIMIT_WORDS[2 + LOW]! ^ flip) >>> 0;
  return roundOf(LOW, flip, a, b, bits);
}

const LIMITS = new Float64Array(2);
const LIMIT_WORDS = new Uint32Array(LIMITS.buffer);

function roundOf(word: number, flip: number, least: number, most: number, bits: number): Round {
  const shift = Math.max(0, 32 - Math.clz32(most - least) - bits);
  return { word, flip, least, shift, size: ((most - least) >>> shift) + 1 };
}

/** All bits for a negative key's first word, the sign alone for others. */
function signs(word: number): number {
  return (word | 0) >> 31;
}

function inOrder(word: number, sign: number): number {
  return (word ^ (sign | 0x80000000)) >>> 0;
}

function count(
  { words, ends }: PairSort,
  from: number,
  to: number,
  { word, flip, least, shift }: Round,
  base: number,
): void {
  if (word === HIGH) {
    for (let at = from; at < to; at += 1) {
      const high = words[2 * at + HIGH]!;
      ends[base + ((inOrder(high, signs(high)) - least) >>> shift)]! += 1;
    }
  } else {
    for (let at = from; at < to; at += 1) {
      ends[base + ((((words[2 * at + LOW]! ^ flip) >>> 0) - least) >>> shift)]! += 1;
    }
  }
}

function toStarts(ends: Uint32Array, base: number, size: number): void {
  let start = 0;
  for (let i = base; i < base + size; i += 1) {
    const amount = ends[i]!;
    ends[i] = start;
    start += amount;
  }
}

/** Moves each key to its bucket; a bucket's start moves on to its end. */
function scatter(
  { keys, items, words, spareKeys, spareItems, ends }: PairSort,
  from: number,
  to: number,
  { word, flip, least, shift }: Round,
  base: number,
): void {
  for (let at = from; at < to; at += 1) {
    const bits = words[2 * at + word]!;
    const ordered = word === HIGH ? inOrder(bits, signs(bits)) : (bits ^ flip) >>> 0;
    const bucket = base + ((ordered - least) >>> shift);
    const place = ends[bucket]!;
    ends[bucket] = place + 1;
    spareKeys[place] = keys[at]!;
    spareItems[place] = items[at]!;
  }
}

function sortFew(keys: Float64Array, items: Uint32Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at += 1) {
    const key = keys[at]!;
    const item = items[at]!;
    let place = at;
    while (place > from && keys[place - 1]! > key) {
      keys[place] = keys[place - 1]!;
      items[place] = items[place - 1]!;
      place -= 1;
    }
    keys[place] = key;
    items[place] = item;
  }
}
