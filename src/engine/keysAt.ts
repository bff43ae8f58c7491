/**
 * Which keys stand at some places of the order of all keys, and the items around them, without
 * sorting: a sample says where to look, one pass gathers what may be there, and only that is
 * sorted. Linear time; when the sample misled, a wider look is taken.
 */

import type { Turn } from "../model/turn.ts";
import { eachBlock } from "./eachBlock.ts";

export interface KeysAt {
  /** The keys at the first and at the last of the places. */
  readonly low: number;
  readonly high: number;
  /** Keys less than `low`. */
  readonly below: number;
  /** Items whose key is `low`, between the two, and `high` (none when that is `low`), ascending. */
  readonly atLow: Uint32Array;
  readonly between: Uint32Array;
  readonly atHigh: Uint32Array;
}

const SAMPLE = 1 << 14;
/** How far in the sample a place may be from where it is expected: three times the usual error. */
const LEEWAY = 3;
const BLOCK = 1 << 16;

/** The places `from` and on, `to` excluded; there is one at least. */
export async function keysAt(
  keys: Float64Array,
  from: number,
  to: number,
  turn: Turn,
): Promise<KeysAt> {
  const size = keys.length;
  const step = Math.max(1, Math.floor(size / SAMPLE));
  const sample = new Float64Array(Math.floor(size / step));
  for (let at = 0; at < sample.length; at += 1) sample[at] = keys[at * step]!;
  sample.sort();
  for (let leeway = LEEWAY; ; leeway *= 4) {
    const least = sampleAt(sample, from / size, -leeway);
    const most = sampleAt(sample, to / size, leeway);
    const { items, below } = await itemsWithin(keys, least, most, turn);
    if (below > from || below + items.length < to) continue;
    const near = new Float64Array(items.length);
    await eachBlock(near.length, turn, (start, end) => {
      for (let at = start; at < end; at += 1) near[at] = keys[items[at]!]!;
    });
    if (least !== most) near.sort();
    const low = near[from - below]!;
    const high = near[to - 1 - below]!;
    const parts = await divide(keys, items, low, high, turn);
    return { low, high, ...parts, below: below + parts.below };
  }
}

/** Items by their keys; `below` counts those of less than `low`. */
async function divide(
  keys: Float64Array,
  items: Uint32Array,
  low: number,
  high: number,
  turn: Turn,
): Promise<Pick<KeysAt, "below" | "atLow" | "between" | "atHigh">> {
  const atLow = new Uint32Array(items.length);
  const atHigh = new Uint32Array(low === high ? 0 : items.length);
  const between: number[] = [];
  let below = 0;
  let lows = 0;
  let highs = 0;
  await eachBlock(items.length, turn, (start, end) => {
    for (let at = start; at < end; at += 1) {
      const item = items[at]!;
      const key = keys[item]!;
      if (key < low) below += 1;
      else if (key === low) atLow[lows++] = item;
      else if (key === high) atHigh[highs++] = item;
      else if (key < high) between.push(item);
    }
  });
  return {
    below,
    atLow: atLow.subarray(0, lows),
    between: Uint32Array.from(between),
    atHigh: atHigh.subarray(0, highs),
  };
}

/** A key that is likely to be on the right side of the one at this share of all keys. */
function sampleAt(sample: Float64Array, share: number, leeway: number): number {
  const { length } = sample;
  const error = Math.sqrt(length * share * (1 - share)) + 2;
  const at = Math.round(share * length + leeway * error);
  if (at < 0) return -Infinity;
  return at < length ? sample[at]! : Infinity;
}

async function itemsWithin(
  keys: Float64Array,
  least: number,
  most: number,
  turn: Turn,
): Promise<{ readonly items: Uint32Array; readonly below: number }> {
  const size = keys.length;
  let items = new Uint32Array(Math.min(size, 1 << 14));
  let count = 0;
  let below = 0;
  for (let from = 0; from < size; from += BLOCK) {
    const to = Math.min(size, from + BLOCK);
    if (count + BLOCK > items.length) {
      const larger = new Uint32Array(Math.max(count + BLOCK, items.length * 2));
      larger.set(items);
      items = larger;
    }
    for (let at = from; at < to; at += 1) {
      const key = keys[at]!;
      if (key > most) continue;
      if (key < least) below += 1;
      else items[count++] = at;
    }
    if (turn.due()) await turn.next();
  }
  return { items: items.subarray(0, count), below };
}
