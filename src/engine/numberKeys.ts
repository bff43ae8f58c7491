/**
 * Numbers gathered for sorting, in the form they are stored in, and doubles that order them: the
 * mantissas themselves where all have (or can be brought to) one scale, else the nearest doubles.
 * Those are never in the wrong order but may be equal for different numbers, so what is
 * equal is then compared exactly.
 */

import { compareDecimals, formatDecimal, type Decimal } from "../model/decimal.ts";
import type { Turn } from "../model/turn.ts";
import { eachBlock } from "./eachBlock.ts";
import { pairSort, sortPairs } from "./sortPairs.ts";
import type { DecimalSegment } from "./table.ts";
import type { WorkRoom } from "./workRoom.ts";
import { POWERS_OF_TEN } from "./powersOfTen.ts";

/** Places in order, with a mark where a place's value equals the one before. */
export interface SortedKeys {
  readonly order: Uint32Array;
  readonly same: Uint8Array;
}

const BLOCK = 1 << 16;
export class NumberKeys {
  count = 0;
  readonly #places: Uint32Array;
  readonly #mantissas: Float64Array;
  readonly #scales: Uint8Array;
  /** Numbers that fit no mantissa, by their position here. */
  readonly #longs = new Map<number, Decimal>();
  /** The largest mantissa's size, by scale; -1 for scales not met. */
  readonly #sizes = new Float64Array(256).fill(-1);

  readonly #room: WorkRoom;

  constructor(capacity: number, room: WorkRoom) {
    this.#places = new Uint32Array(capacity);
    this.#mantissas = room.floats(capacity);
    this.#scales = room.bytes(capacity);
    this.#room = room;
  }

  addShort(place: number, mantissa: number, scale: number): void {
    const at = this.count;
    this.#places[at] = place;
    this.#mantissas[at] = mantissa;
    this.#scales[at] = scale;
    this.count = at + 1;
    const size = Math.abs(mantissa);
    if (size > this.#sizes[scale]!) this.#sizes[scale] = size;
  }

  addLong(place: number, value: Decimal): void {
    this.#places[this.count] = place;
    this.#longs.set(this.count, value);
    this.count += 1;
  }

  /** Adds the numbers of a segment's rows `from` and on; row `from` has the place `place`. */
  addRows(segment: DecimalSegment, from: number, to: number, place: number): void {
    const { mantissas, scales, scale } = segment;
    const sizes = this.#sizes;
    let at = this.count;
    let largest = sizes[scale]!;
    for (let row = from; row < to; row += 1) {
      const mantissa = mantissas[row]!;
      if (mantissa !== mantissa) continue;
      const size = Math.abs(mantissa);
      if (scales === undefined) {
        if (size > largest) largest = size;
      } else {
        const own = scales[row]!;
        this.#scales[at] = own;
        if (size > sizes[own]!) sizes[own] = size;
      }
      this.#places[at] = place + row - from;
      this.#mantissas[at] = mantissa;
      at += 1;
    }
    if (scales === undefined) {
      this.#scales.fill(scale, this.count, at);
      sizes[scale] = largest;
    }
    this.count = at;
  }

  /** Places by value, equal ones in the order they came. To be called once: it sorts in place. */
  async sorted(turn: Turn): Promise<SortedKeys> {
    const { count } = this;
    const isExact = await this.#scaleAll(turn);
    const same = new Uint8Array(count);
    if (isExact) {
      const keys = this.#mantissas;
      const order = this.#places.subarray(0, count);
      await sortPairs(pairSort(keys, order, this.#room), 0, count, turn);
      await eachBlock(count, turn, (from, to) => {
        for (let at = Math.max(from, 1); at < to; at += 1) {
          same[at] = keys[at] === keys[at - 1] ? 1 : 0;
        }
      });
      return { order, same };
    }
    const keys = this.#room.floats(count);
    const order = new Uint32Array(count);
    for (let from = 0; from < count; from += BLOCK) {
      const to = Math.min(count, from + BLOCK);
      for (let at = from; at < to; at += 1) {
        keys[at] = this.#nearest(at);
        order[at] = at;
      }
      if (turn.due()) await turn.next();
    }
    await sortPairs(pairSort(keys, order, this.#room), 0, count, turn);
    let start = 0;
    let checked = 0;
    while (start < count) {
      let end = start + 1;
      while (end < count && keys[end] === keys[start]) same[end++] = 1;
      if (end - start > 1) this.#refine(order, same, start, end);
      start = end;
      if (start - checked >= BLOCK) {
        checked = start;
        if (turn.due()) await turn.next();
      }
    }
    await eachBlock(count, turn, (from, to) => {
      for (let at = from; at < to; at += 1) order[at] = this.#places[order[at]!]!;
    });
    return { order, same };
  }

  /** Brings all mantissas to the largest scale when that keeps them exact; says whether it did. */
  async #scaleAll(turn: Turn): Promise<boolean> {
    if (this.#longs.size > 0) return false;
    const sizes = this.#sizes;
    const most = sizes.findLastIndex((size) => size >= 0);
    const least = sizes.findIndex((size) => size >= 0);
    if (least === most) return true;
    for (let scale = least; scale < most; scale += 1) {
      const size = sizes[scale]!;
      const power = POWERS_OF_TEN[most - scale];
      if (size > 0 && (power === undefined || size * power > Number.MAX_SAFE_INTEGER)) return false;
    }
    for (let from = 0; from < this.count; from += BLOCK) {
      const to = Math.min(this.count, from + BLOCK);
      for (let at = from; at < to; at += 1) {
        if (this.#mantissas[at] !== 0)
          this.#mantissas[at]! *= POWERS_OF_TEN[most - this.#scales[at]!]!;
      }
      if (turn.due()) await turn.next();
    }
    return true;
  }

  #nearest(i: number): number {
    const long = this.#longs.get(i);
    const scale = this.#scales[i]!;
    if (long === undefined && scale < POWERS_OF_TEN.length)
      return this.#mantissas[i]! / POWERS_OF_TEN[scale]!;
    const value = Number(formatDecimal(long ?? this.#exact(i)));
    // Beyond the doubles: all are equal here, and compared exactly afterwards.
    const finite = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
    return finite === 0 ? 0 : finite;
  }

  #exact(i: number): Decimal {
    return this.#longs.get(i) ?? { units: BigInt(this.#mantissas[i]!), scale: this.#scales[i]! };
  }

  /** Puts places whose nearest doubles are equal in their exact order. */
  #refine(order: Uint32Array, same: Uint8Array, from: number, to: number): void {
    if (this.#areIdentical(order, from, to)) return;
    const values = Array.from(order.subarray(from, to), (number) => ({
      number,
      value: this.#exact(number),
    }));
    values.sort((a, b) => compareDecimals(a.value, b.value));
    values.forEach(({ number, value }, i) => {
      order[from + i] = number;
      const before = values[i - 1];
      if (before !== undefined) {
        same[from + i] = compareDecimals(before.value, value) === 0 ? 1 : 0;
      }
    });
  }

  #areIdentical(order: Uint32Array, from: number, to: number): boolean {
    const first = order[from]!;
    const mantissa = this.#mantissas[first]!;
    const scale = this.#scales[first]!;
    for (let place = from; place < to; place += 1) {
      const number = order[place]!;
      if (this.#longs.has(number)) return false;
      // Zero is zero at any scale.
      if (this.#mantissas[number] !== mantissa) return false;
      if (this.#scales[number] !== scale && mantissa !== 0) return false;
    }
    return true;
  }
}
