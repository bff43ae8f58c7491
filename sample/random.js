/*
 * Numbers that look random and never change. Every row gets its own generator from (seed, row), so
 * a row can be made without making the ones before it, and the same id gives the same bytes on every
 * machine. 32-bit integer arithmetic only: no floating point that could differ between engines.
 */

/**
 * @param {number} a
 * @param {number} b
 * @returns {number} an unsigned 32-bit integer that depends on every bit of both
 */
export function mix(a, b) {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

/** A small generator; `next()` gives an unsigned 32-bit integer. */
export class Random {
  /** @param {number} seed */
  constructor(seed) {
    this.state = seed | 0;
  }

  /** @returns {number} */
  next() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  }

  /**
   * @param {number} bound
   * @returns {number} 0 ≤ result < bound
   */
  below(bound) {
    return this.next() % bound;
  }

  /**
   * @template T
   * @param {readonly T[]} list not empty
   * @returns {T}
   */
  pick(list) {
    return /** @type {T} */ (list[this.next() % list.length]);
  }
}

const HEX = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));

/** @param {number} word @returns {string} eight hexadecimal digits */
function hex8(word) {
  return (
    /** @type {string} */ (HEX[word >>> 24]) +
    HEX[(word >>> 16) & 255] +
    HEX[(word >>> 8) & 255] +
    HEX[word & 255]
  );
}

/**
 * @param {number} a
 * @param {number} b
 * @returns {string} a version 4 UUID made from two numbers
 */
export function uuidOf(a, b) {
  const h1 = hex8(mix(a, b));
  const h2 = hex8(mix(b, a ^ 1));
  const h3 = hex8(mix(a ^ 2, b));
  const h4 = hex8(mix(b, a ^ 3));
  const variant = "89ab"[mix(a, b ^ 4) & 3];
  return `${h1}-${h2.slice(0, 4)}-4${h2.slice(5)}-${variant}${h3.slice(1, 4)}-${h3.slice(4)}${h4}`;
}
