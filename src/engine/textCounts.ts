/**
 * Counts how often each text occurs: a hash table over bytes, the distinct texts one after the
 * other in one array. No string is made per text or row.
 */

export class TextCounts {
  /** Distinct texts so far; text i is `bytes[offsets[i] … offsets[i + 1])`. */
  size = 0;
  bytes = new Uint8Array(1024);
  offsets: Uint32Array;
  /** How often each text occurred. */
  counts: Uint32Array;
  #hashes: Int32Array;
  /** Number of the text + 1; 0 marks a free place. */
  #slots: Uint32Array;

  /** Room for as many texts as are likely: to make more, all are put in place again in one stretch. */
  constructor(expected = 0) {
    const room = Math.max(64, expected + 1);
    this.offsets = new Uint32Array(room);
    this.counts = new Uint32Array(room);
    this.#hashes = new Int32Array(room);
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(room * 2)));
  }

  /** Adds `times` occurrences of `bytes[start … end)`; returns the text's number. */
  add(bytes: Uint8Array, start: number, end: number, times: number): number {
    let hash = end - start;
    for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 12;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const number = this.#slots[slot]!;
      if (number === 0) break;
      if (this.#hashes[number - 1] === hash && this.#is(number - 1, bytes, start, end)) {
        this.counts[number - 1]! += times;
        return number - 1;
      }
      slot = (slot + 1) & mask;
    }
    const text = this.#append(bytes, start, end, hash, times);
    this.#slots[slot] = text + 1;
    if (this.size * 2 > this.#slots.length) this.#widen();
    return text;
  }

  #is(text: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.offsets[text]!;
    const length = end - start;
    if (this.offsets[text + 1]! - from !== length) return false;
    for (let i = 0; i < length; i += 1) {
      if (this.bytes[from + i] !== bytes[start + i]) return false;
    }
    return true;
  }

  #append(bytes: Uint8Array, start: number, end: number, hash: number, times: number): number {
    const text = this.size;
    const at = this.offsets[text]!;
    const next = at + end - start;
    if (next > this.bytes.length) {
      const larger = new Uint8Array(Math.max(next, this.bytes.length * 2));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    if (text + 2 > this.offsets.length) {
      this.offsets = doubled(this.offsets);
      this.counts = doubled(this.counts);
      const hashes = new Int32Array(this.offsets.length);
      hashes.set(this.#hashes);
      this.#hashes = hashes;
    }
    for (let from = start, to = at; from < end; from += 1, to += 1) this.bytes[to] = bytes[from]!;
    this.offsets[text + 1] = next;
    this.counts[text] = times;
    this.#hashes[text] = hash;
    this.size = text + 1;
    return text;
  }

  #widen(): void {
    const slots = new Uint32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    for (let text = 0; text < this.size; text += 1) {
      let slot = this.#hashes[text]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = text + 1;
    }
    this.#slots = slots;
  }
}

function doubled(old: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(old.length * 2);
  larger.set(old);
  return larger;
}
