/**
 * Exact sums of mantissas of up to 53 bits, one for each scale: each is added as two halves in
 * doubles, which can't overflow below 2^26 of them.
 */

import { SCALES } from "./codeNumbers.ts";

const HALF = 2 ** 26;

export class ScaleSums {
  readonly #high = new Float64Array(SCALES);
  readonly #low = new Float64Array(SCALES);

  add(mantissa: number, scale: number): void {
    const high = Math.floor(mantissa / HALF);
    this.#high[scale]! += high;
    this.#low[scale]! += mantissa - high * HALF;
  }

  at(scale: number): bigint {
    return BigInt(this.#high[scale]!) * BigInt(HALF) + BigInt(this.#low[scale]!);
  }

  /** Exact where it is a safe integer. */
  near(scale: number): number {
    return this.#high[scale]! * HALF + this.#low[scale]!;
  }

  clear(scale: number): void {
    this.#high[scale] = 0;
    this.#low[scale] = 0;
  }
}
