/**
 * The few rows of a segment that hold something else than the rest, with their codes: a map from
 * row to code in six bytes per entry. Rows are only added, in rising order.
 */

import { lastAtMost } from "../model/lastAtMost.ts";

export class RowCodes {
  size = 0;
  #rows = new Uint16Array(8);
  #codes = new Uint32Array(8);

  /** The memory it holds, with what is kept ready for more. */
  get byteLength(): number {
    return this.#rows.byteLength + this.#codes.byteLength;
  }

  /** `row` is above all rows that are in. */
  add(row: number, code: number): void {
    if (this.size === this.#rows.length) this.#resize(this.size * 2);
    this.#rows[this.size] = row;
    this.#codes[this.size] = code;
    this.size += 1;
  }

  get(row: number): number | undefined {
    const at = lastAtMost(this.#rows, row, this.size);
    return this.#rows[at] === row ? this.#codes[at] : undefined;
  }

  forEach(visit: (code: number, row: number) => void): void {
    for (let at = 0; at < this.size; at++) visit(this.#codes[at]!, this.#rows[at]!);
  }

  *[Symbol.iterator](): Generator<readonly [row: number, code: number]> {
    for (let at = 0; at < this.size; at++) yield [this.#rows[at]!, this.#codes[at]!];
  }

  /** Gives back the memory that only adding needs. */
  trim(): void {
    this.#resize(this.size);
  }

  #resize(length: number): void {
    const rows = new Uint16Array(length);
    const codes = new Uint32Array(length);
    rows.set(this.#rows.subarray(0, this.size));
    codes.set(this.#codes.subarray(0, this.size));
    this.#rows = rows;
    this.#codes = codes;
  }
}
