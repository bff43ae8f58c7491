/**
 * Sorts items by keys that are doubles, stable and in linear time for most data: keys are scaled to
 * buckets, about four to a bucket, in a way that never turns two keys around; what shares a
 * bucket is sorted again on its own, finer scale. Few buckets at a time, so that both sides of a
 * move stay in the processor's cache. Keys are finite. Both arrays are sorted in place.
 */

import type { Turn } from "../model/turn.ts";

/** Arrays to work in; made once for the largest sort and shared by those within it. */
export interface SortRoom {
  readonly keys: Float64Array;
  readonly items: Uint32Array;
  readonly starts: Uint32Array;
}

/** More buckets than this outgrow the cache. */
const MOST_BITS = 10;

export function roomToSort(count: number): SortRoom {
  return {
    keys: new Float64Array(count),
    items: new Uint32Array(count),
    starts: new Uint32Array(1 << MOST_BITS),
  };
}

/** Up to here, moving items one by one is faster. */
const FEW = 20;
/** Up to here a sort is over before it is worth pausing. */
export const SHORT_SORT = 1 << 15;
const BLOCK = 1 << 16;

/** Sorts places `from` and on, `to` excluded, pausing between blocks. */
export async function sortPairs(
  keys: Float64Array,
  items: Uint32Array,
  from: number,
  to: number,
  room: SortRoom,
  turn: Turn,
): Promise<void> {
  if (to - from <= SHORT_SORT) {
    sortPairsNow(keys, items, from, to, room);
    return;
  }
  const scale = scaleOf(keys, from, to);
  if (scale === undefined) return;
  const starts = new Uint32Array(scale.size);
  for (let at = from; at < to; at += BLOCK) {
    count(keys, at, Math.min(to, at + BLOCK), scale, starts);
    if (turn.due()) await turn.next();
  }
  toStarts(starts, scale.size);
  for (let at = from; at < to; at += BLOCK) {
    scatter(keys, items, at, Math.min(to, at + BLOCK), scale, starts, room);
    if (turn.due()) await turn.next();
  }
  keys.set(room.keys.subarray(0, to - from), from);
  items.set(room.items.subarray(0, to - from), from);
  let start = from;
  // Each bucket's start has moved to its end.
  for (let bucket = 0; bucket < scale.size; bucket += 1) {
    const end = from + starts[bucket]!;
    if (end - start > SHORT_SORT) await sortPairs(keys, items, start, end, room, turn);
    else if (end - start > 1) sortPairsNow(keys, items, start, end, room);
    start = end;
    if (turn.due()) await turn.next();
  }
}

/** The same in one go, for ranges of moderate size. */
export function sortPairsNow(
  keys: Float64Array,
  items: Uint32Array,
  from: number,
  to: number,
  room: SortRoom,
): void {
  if (to - from <= FEW) {
    sortFew(keys, items, from, to);
    return;
  }
  const scale = scaleOf(keys, from, to);
  if (scale === undefined) return;
  const { starts } = room;
  starts.fill(0, 0, scale.size);
  count(keys, from, to, scale, starts);
  toStarts(starts, scale.size);
  scatter(keys, items, from, to, scale, starts, room);
  for (let at = from, i = 0; at < to; at += 1, i += 1) {
    keys[at] = room.keys[i]!;
    items[at] = room.items[i]!;
  }
  let start = from;
  while (start < to) {
    // The sorts within use the same room, so where a bucket ends is seen by its keys.
    const bucket = bucketOf(keys[start]!, scale);
    let end = start + 1;
    while (end < to && bucketOf(keys[end]!, scale) === bucket) end += 1;
    if (end - start > FEW) sortPairsNow(keys, items, start, end, room);
    else if (end - start > 1) sortFew(keys, items, start, end);
    start = end;
  }
}

/** Buckets 0 … size - 1: `bucketOf` never falls when the key grows. */
interface Scale {
  readonly least: number;
  readonly stretch: number;
  readonly factor: number;
  readonly size: number;
}

/** Undefined when the keys are in order already. */
function scaleOf(keys: Float64Array, from: number, to: number): Scale | undefined {
  let least = keys[from]!;
  let most = least;
  let before = least;
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
  const bits = Math.min(MOST_BITS, Math.ceil(Math.log2(to - from)) - 2);
  const size = 1 << bits;
  // Brought to a size where neither the span nor the factor leaves the range of doubles.
  const stretch = most - least > 1e300 ? 2 ** -10 : most - least < 1e-200 ? 2 ** 200 : 1;
  least *= stretch;
  return { least, stretch, factor: (size - 1) / (most * stretch - least), size };
}

function bucketOf(key: number, { least, stretch, factor }: Scale): number {
  return ((key * stretch - least) * factor) | 0;
}

function count(
  keys: Float64Array,
  from: number,
  to: number,
  scale: Scale,
  starts: Uint32Array,
): void {
  for (let at = from; at < to; at += 1) starts[bucketOf(keys[at]!, scale)]! += 1;
}

function toStarts(counts: Uint32Array, size: number): void {
  let start = 0;
  for (let i = 0; i < size; i += 1) {
    const amount = counts[i]!;
    counts[i] = start;
    start += amount;
  }
}

function scatter(
  keys: Float64Array,
  items: Uint32Array,
  from: number,
  to: number,
  scale: Scale,
  starts: Uint32Array,
  room: SortRoom,
): void {
  for (let at = from; at < to; at += 1) {
    const key = keys[at]!;
    const bucket = bucketOf(key, scale);
    const place = starts[bucket]!;
    starts[bucket] = place + 1;
    room.keys[place] = key;
    room.items[place] = items[at]!;
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
