/**
 * Which brackets are open: one bit each, so nesting costs next to nothing and no recursion is
 * needed to read it. Grows as needed.
 */

/** Deeper than any report nests; two megabytes of bits. To be checked before `push`. */
export const MAX_DEPTH = 1 << 24;

export class BracketStack {
  /** Brackets open now. */
  depth = 0;
  #bits = new Uint8Array(64);

  push(array: boolean): void {
    const index = this.depth >>> 3;
    if (index === this.#bits.length) this.#grow();
    const bit = 1 << (this.depth & 7);
    const bits = this.#bits[index]!;
    this.#bits[index] = array ? bits | bit : bits & ~bit;
    this.depth++;
  }

  pop(): void {
    this.depth--;
  }

  /** The innermost open bracket is a `[`. At least one must be open. */
  inArray(): boolean {
    const top = this.depth - 1;
    return ((this.#bits[top >>> 3]! >>> (top & 7)) & 1) === 1;
  }

  #grow(): void {
    const bits = new Uint8Array(this.#bits.length * 2);
    bits.set(this.#bits);
    this.#bits = bits;
  }
}
