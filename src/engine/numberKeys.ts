/**
 * Numbers gathered for sorting, in the form they are stored in, and doubles that order them: the
 * mantissas themselves where all have (or can be brought to) one scale, else the nearest doubles.
 * Those are never in the wrong order but may be equal for different numbers, so what is
 * equal is then compared exactly.
 */

import { compareDecimals, formatDecimal, type Decimal } from "../model/decimal.ts";
import type { Turn } from "../model/turn.ts";
import { roomToSort, sortPairs } from "./sortPairs.ts";
import type { SortedKeys } from "./sortTextKeys.ts";

const BLOCK = 1 << 16;
/** Powers of ten that doubles hold exactly. */
const POWERS = Array.from({ length: 23 }, (_, digits) => Number(`1e${digits}`));

export class NumberKeys {
  count = 0;
  readonly #mantissas: Float64Array;
  readonly #scales: Uint8Array;
  readonly #longs = new Map<number, Decimal>();
  #leastScale = 255;
  #mostScale = 0;
  /** The largest mantissa's size, by scale. */
  readonly #sizes = new Float64Array(256);

  constructor(capacity: number) {
    this.#mantissas = new Float64Array(capacity);
    this.#scales = new Uint8Array(capacity);
  }

  addShort(mantissa: number, scale: number): void {
    this.#mantissas[this.count] = mantissa;
    this.#scales[this.count] = scale;
    this.count += 1;
    if (scale < this.#leastScale) this.#leastScale = scale;
    if (scale > this.#mostScale) this.#mostScale = scale;
    const size = mantissa < 0 ? -mantissa : mantissa;
    if (size > this.#sizes[scale]!) this.#sizes[scale] = size;
  }

  addLong(value: Decimal): void {
    this.#longs.set(this.count, value);
    this.count += 1;
  }

  /** Numbers by value, equal ones in the order they came; `same` marks equal values. */
  async sorted(turn: Turn): Promise<SortedKeys> {
    const { count } = this;
    const order = new Uint32Array(count);
    for (let i = 0; i < count; i += 1) order[i] = i;
    const isExact = this.#isExact();
    const keys = new Float64Array(count);
    for (let from = 0; from < count; from += BLOCK) {
      this.#writeKeys(keys, from, Math.min(count, from + BLOCK), isExact);
      if (turn.due()) await turn.next();
    }
    await sortPairs(keys, order, 0, count, roomToSort(count), turn);
    const same = new Uint8Array(count);
    let start = 0;
    let checked = 0;
    while (start < count) {
      let end = start + 1;
      while (end < count && keys[end] === keys[start]) same[end++] = 1;
      if (!isExact && end - start > 1) this.#refine(order, same, start, end);
      start = end;
      if (start - checked >= BLOCK) {
        checked = start;
        if (turn.due()) await turn.next();
      }
    }
    return { order, same };
  }

  /** Whether all mantissas can be brought to the largest scale within 53 bits. */
  #isExact(): boolean {
    if (this.#longs.size > 0) return false;
    if (this.#leastScale >= this.#mostScale) return true;
    for (let scale = this.#leastScale; scale <= this.#mostScale; scale += 1) {
      const size = this.#sizes[scale]!;
      if (size === 0) continue;
      const power = POWERS[this.#mostScale - scale];
      if (power === undefined || size * power > Number.MAX_SAFE_INTEGER) return false;
    }
    return true;
  }

  #writeKeys(keys: Float64Array, from: number, to: number, isExact: boolean): void {
    const mantissas = this.#mantissas;
    const scales = this.#scales;
    const most = this.#mostScale;
    if (isExact) {
      for (let i = from; i < to; i += 1) {
        const mantissa = mantissas[i]!;
        keys[i] = mantissa === 0 ? 0 : mantissa * POWERS[most - scales[i]!]!;
      }
      return;
    }
    for (let i = from; i < to; i += 1) keys[i] = this.#nearest(i);
  }

  #nearest(i: number): number {
    const long = this.#longs.get(i);
    const scale = this.#scales[i]!;
    if (long === undefined && scale < POWERS.length) return this.#mantissas[i]! / POWERS[scale]!;
    const value = Number(formatDecimal(long ?? this.#exact(i)));
    // Beyond the doubles: all are equal here, and compared exactly afterwards.
    return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
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
