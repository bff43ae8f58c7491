/**
 * Sorts items by keys that are doubles, stable and in linear time for most data: keys are scaled to
 * whole buckets, a few per item, in a way that never turns two keys around; two passes of a
 * radix sort put the buckets in order; what shares a bucket is sorted again within its own, finer
 * scale. Keys are finite. Both arrays are sorted in place.
 */

import type { Turn } from "../model/turn.ts";

/** Arrays to work in; made once for the largest sort and shared by those within it. */
export interface SortRoom {
  readonly places: Uint32Array;
  readonly buckets: Uint32Array;
  readonly keys: Float64Array;
  readonly items: Uint32Array;
}

export function roomToSort(count: number): SortRoom {
  return {
    places: new Uint32Array(count),
    buckets: new Uint32Array(count),
    keys: new Float64Array(count),
    items: new Uint32Array(count),
  };
}

/** Up to here, moving items one by one is faster. */
const FEW = 24;
/** Up to here a sort is over before it is worth pausing. */
export const SHORT_SORT = 1 << 16;
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
  const low = new Uint32Array(scale.size);
  const high = new Uint32Array(scale.size);
  for (let at = from; at < to; at += BLOCK) {
    count(keys, at, Math.min(to, at + BLOCK), scale, low, high);
    if (turn.due()) await turn.next();
  }
  toStarts(low);
  toStarts(high);
  for (let at = from; at < to; at += BLOCK) {
    scatterLow(keys, from, at, Math.min(to, at + BLOCK), scale, low, room);
    if (turn.due()) await turn.next();
  }
  const length = to - from;
  for (let at = 0; at < length; at += BLOCK) {
    scatterHigh(keys, items, from, at, Math.min(length, at + BLOCK), high, room);
    if (turn.due()) await turn.next();
  }
  keys.set(room.keys.subarray(0, length), from);
  items.set(room.items.subarray(0, length), from);
  let start = from;
  let checked = from;
  while (start < to) {
    const end = endOfBucket(keys, start, to, scale);
    if (end - start > SHORT_SORT) await sortPairs(keys, items, start, end, room, turn);
    else if (end - start > 1) sortPairsNow(keys, items, start, end, room);
    start = end;
    if (start - checked >= BLOCK) {
      checked = start;
      if (turn.due()) await turn.next();
    }
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
  const low = new Uint32Array(scale.size);
  const high = new Uint32Array(scale.size);
  const length = to - from;
  count(keys, from, to, scale, low, high);
  toStarts(low);
  toStarts(high);
  scatterLow(keys, from, from, to, scale, low, room);
  scatterHigh(keys, items, from, 0, length, high, room);
  for (let i = 0; i < length; i += 1) {
    keys[from + i] = room.keys[i]!;
    items[from + i] = room.items[i]!;
  }
  let start = from;
  while (start < to) {
    const end = endOfBucket(keys, start, to, scale);
    if (end - start > 1) sortPairsNow(keys, items, start, end, room);
    start = end;
  }
}

/** Buckets 0 … size² - 1: `bucketOf` never falls when the key grows. */
interface Scale {
  readonly least: number;
  readonly stretch: number;
  readonly factor: number;
  readonly bits: number;
  readonly size: number;
}

/** Undefined when all keys are equal. */
function scaleOf(keys: Float64Array, from: number, to: number): Scale | undefined {
  let least = keys[from]!;
  let most = least;
  let isSorted = true;
  for (let at = from + 1; at < to; at += 1) {
    const key = keys[at]!;
    if (key < keys[at - 1]!) isSorted = false;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  if (isSorted) return undefined;
  // A sixteenfold of the items in buckets leaves few that share one.
  const bits = Math.min(12, Math.ceil((Math.log2(to - from) + 4) / 2));
  const size = 1 << bits;
  // Brought to a size where neither the span nor the factor leaves the range of doubles.
  const stretch = most - least > 1e300 ? 2 ** -10 : most - least < 1e-200 ? 2 ** 200 : 1;
  least *= stretch;
  return { least, stretch, factor: (size * size - 1) / (most * stretch - least), bits, size };
}

function bucketOf(key: number, { least, stretch, factor }: Scale): number {
  return Math.trunc((key * stretch - least) * factor);
}

function count(
  keys: Float64Array,
  from: number,
  to: number,
  scale: Scale,
  low: Uint32Array,
  high: Uint32Array,
): void {
  const { bits, size } = scale;
  for (let at = from; at < to; at += 1) {
    const bucket = bucketOf(keys[at]!, scale);
    low[bucket & (size - 1)]! += 1;
    high[bucket >>> bits]! += 1;
  }
}

function toStarts(counts: Uint32Array): void {
  let start = 0;
  for (let i = 0; i < counts.length; i += 1) {
    const amount = counts[i]!;
    counts[i] = start;
    start += amount;
  }
}

function scatterLow(
  keys: Float64Array,
  base: number,
  from: number,
  to: number,
  scale: Scale,
  starts: Uint32Array,
  { places, buckets }: SortRoom,
): void {
  const mask = scale.size - 1;
  for (let at = from; at < to; at += 1) {
    const bucket = bucketOf(keys[at]!, scale);
    const place = starts[bucket & mask]!;
    starts[bucket & mask] = place + 1;
    places[place] = at - base;
    buckets[place] = bucket >>> scale.bits;
  }
}

function scatterHigh(
  keys: Float64Array,
  items: Uint32Array,
  base: number,
  from: number,
  to: number,
  starts: Uint32Array,
  room: SortRoom,
): void {
  const { places, buckets } = room;
  for (let at = from; at < to; at += 1) {
    const bucket = buckets[at]!;
    const place = starts[bucket]!;
    starts[bucket] = place + 1;
    const source = base + places[at]!;
    room.keys[place] = keys[source]!;
    room.items[place] = items[source]!;
  }
}

function endOfBucket(keys: Float64Array, start: number, to: number, scale: Scale): number {
  const bucket = bucketOf(keys[start]!, scale);
  let end = start + 1;
  while (end < to && bucketOf(keys[end]!, scale) === bucket) end += 1;
  return end;
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
