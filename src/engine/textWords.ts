/**
 * Texts to be sorted, read as the words of their keys, six bytes at a time, without writing the keys
 * down: a cursor for each text remembers where its next word begins. Only a text that needs
 * a key of its own (beyond ASCII, control characters, very long numbers) gets one, when it comes
 * to that.
 */

import { isDigit, LONG_RUN, PLAIN_KEY, RUN, textKey } from "./textKey.ts";
import type { WorkRoom } from "./workRoom.ts";

/** Texts that lie one after the other: text i is `bytes[offsets[i] … offsets[i + 1])`. */
export interface TextSource {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

/** Bytes in a word: as many as a double holds exactly. */
export const WORD_BYTES = 6;

/** Where a cursor stands. */
const BETWEEN = 0;
const WITHIN_DIGITS = 1;
/** In a key of the text's own. */
const IN_KEY = 2;

export class TextWords {
  count = 0;
  readonly #sources: TextSource[] = [];
  readonly #sourceOf: Uint16Array;
  readonly #indexOf: Uint32Array;
  readonly #cursors: Uint32Array;
  readonly #states: Uint8Array;
  /** Keys of texts that need one, each with a zero behind it. */
  #keys = new Uint8Array(0);
  #keysEnd = 0;

  constructor(capacity: number, room: WorkRoom) {
    this.#sourceOf = room.halfWords(capacity);
    this.#indexOf = room.words(capacity);
    this.#cursors = room.words(capacity);
    this.#states = room.bytes(capacity);
  }

  /** Texts for `add`; they must stay as they are until all is sorted. */
  source(bytes: Uint8Array, offsets: Uint32Array): TextSource {
    const source = { number: this.#sources.length, bytes, offsets };
    this.#sources.push(source);
    return source;
  }

  add({ number, offsets }: TextSource, index: number): void {
    const text = this.count++;
    this.#sourceOf[text] = number;
    this.#indexOf[text] = index;
    this.#cursors[text] = offsets[index]!;
    this.#states[text] = BETWEEN;
  }

  /**
   * The next word of each text `order[from … to)`, of which `depth` bytes were read before. A word
   * whose last byte is zero is the last of its text.
   */
  read(words: Float64Array, order: Uint32Array, from: number, to: number, depth: number): void {
    for (let place = from; place < to; place += 1) {
      const text = order[place]!;
      words[place] = this.#states[text] === IN_KEY ? this.#ofKey(text) : this.#next(text, depth);
    }
  }

  /** The exact bytes of a text. */
  exact(text: number): Uint8Array {
    const { bytes, offsets } = this.#sources[this.#sourceOf[text]!]!;
    const index = this.#indexOf[text]!;
    return bytes.subarray(offsets[index], offsets[index + 1]);
  }

  #next(text: number, depth: number): number {
    const { bytes, offsets } = this.#sources[this.#sourceOf[text]!]!;
    const end = offsets[this.#indexOf[text]! + 1]!;
    let at = this.#cursors[text]!;
    let isWithin = this.#states[text] === WITHIN_DIGITS;
    let word = 0;
    for (let left = WORD_BYTES; left > 0; left -= 1) {
      if (at === end) {
        word *= 256 ** left;
        break;
      }
      const byte = bytes[at]!;
      const plain = PLAIN_KEY[byte]!;
      if (plain !== 0) {
        word = word * 256 + plain;
        at += 1;
        isWithin = false;
      } else if (!isDigit(byte)) return this.#toKey(text, depth);
      else if (isWithin) {
        word = word * 256 + byte;
        at += 1;
      } else {
        while (at < end && bytes[at] === 0x30) at += 1;
        let stop = at;
        while (stop < end && isDigit(bytes[stop]!)) stop += 1;
        if (stop - at >= LONG_RUN) return this.#toKey(text, depth);
        word = word * 256 + RUN + stop - at;
        isWithin = stop > at;
      }
    }
    this.#cursors[text] = at;
    this.#states[text] = isWithin ? WITHIN_DIGITS : BETWEEN;
    return word;
  }

  /** Gives a text a key of its own, and reads on in it: what was read so far is the same in it. */
  #toKey(text: number, depth: number): number {
    const exact = this.exact(text);
    const key = textKey(exact, 0, exact.length);
    const start = this.#keysEnd;
    const end = start + key.length + 1;
    if (end > this.#keys.length) {
      const larger = new Uint8Array(Math.max(end, this.#keys.length * 2, 4096));
      larger.set(this.#keys.subarray(0, start));
      this.#keys = larger;
    }
    this.#keys.set(key, start);
    this.#keys[end - 1] = 0;
    this.#keysEnd = end;
    this.#cursors[text] = start + depth;
    this.#states[text] = IN_KEY;
    return this.#ofKey(text);
  }

  #ofKey(text: number): number {
    const keys = this.#keys;
    let at = this.#cursors[text]!;
    let word = 0;
    for (let left = WORD_BYTES; left > 0; left -= 1) {
      const byte = keys[at]!;
      word = word * 256 + byte;
      if (byte !== 0) at += 1;
    }
    this.#cursors[text] = at;
    return word;
  }
}
