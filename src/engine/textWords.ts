/**
 * Texts to be sorted, read as the words of their keys, six bytes at a time, without writing the keys
 * down: a cursor for each text remembers where its next word begins. Only a text that needs
 * a key of its own (beyond ASCII, control characters, very long numbers) gets one, when it comes
 * to that.
 */

import { isDigit, LONG_RUN, RUN } from "./plainKey.ts";
import { textKey } from "./textKey.ts";
import { aloneKey, isAccented, type TextOrder } from "./textOrder.ts";
import type { WorkRoom } from "./workRoom.ts";

/** Texts that lie one after the other: text i is `bytes[offsets[i] … offsets[i + 1])`. */
export interface TextSource {
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

/** Bytes in a word: as many as a double holds exactly. */
export const WORD_BYTES = 6;

/** What is known of a text, side by side in one array so that it is fetched at once. */
const RECORD = 4;
/** Where its next word begins, in its source or among the keys. */
const CURSOR = 0;
const END = 1;
const INDEX = 2;
/** Number of its source, and the state of its cursor above that. */
const SOURCE = 3;
const STATE_SHIFT = 24;
const SOURCE_MASK = (1 << STATE_SHIFT) - 1;
const WITHIN_DIGITS = 1 << STATE_SHIFT;
/** In a key of the text's own. */
const IN_KEY = 2 << STATE_SHIFT;

/** What a word is multiplied by when so many of its bytes are missing. */
const PADDING = Float64Array.from({ length: WORD_BYTES + 1 }, (_, missing) => 256 ** missing);

export class TextWords {
  count = 0;
  readonly #sources: TextSource[] = [];
  readonly #records: Uint32Array;
  readonly #by: TextOrder;
  /** Keys of texts that need one, each with a zero behind it. */
  #keys = new Uint8Array(0);
  #keysEnd = 0;

  constructor(capacity: number, by: TextOrder, room: WorkRoom) {
    this.#by = by;
    this.#records = room.words(capacity * RECORD);
  }

  /** Texts for `add`; they must stay as they are until all is sorted. */
  source(bytes: Uint8Array, offsets: Uint32Array): TextSource {
    const source = { number: this.#sources.length, bytes, offsets };
    this.#sources.push(source);
    return source;
  }

  add({ number, offsets }: TextSource, index: number): void {
    const at = this.count * RECORD;
    const records = this.#records;
    records[at + CURSOR] = offsets[index]!;
    records[at + END] = offsets[index + 1]!;
    records[at + INDEX] = index;
    records[at + SOURCE] = number;
    this.count += 1;
  }

  /**
   * The next word of each text `order[from … to)`, of which `depth` bytes were read before. A word
   * whose last byte is zero is the last of its text.
   */
  read(words: Float64Array, order: Uint32Array, from: number, to: number, depth: number): void {
    const records = this.#records;
    for (let place = from; place < to; place += 1) {
      const at = order[place]! * RECORD;
      words[place] = records[at + SOURCE]! >= IN_KEY ? this.#ofKey(at) : this.#next(at, depth);
    }
  }

  /** The exact bytes of a text. */
  exact(text: number): Uint8Array {
    return this.#exact(text * RECORD);
  }

  #exact(at: number): Uint8Array {
    const { bytes, offsets } = this.#sources[this.#records[at + SOURCE]! & SOURCE_MASK]!;
    const index = this.#records[at + INDEX]!;
    return bytes.subarray(offsets[index], offsets[index + 1]);
  }

  #next(record: number, depth: number): number {
    const records = this.#records;
    const state = records[record + SOURCE]!;
    const { bytes } = this.#sources[state & SOURCE_MASK]!;
    const { plain } = this.#by;
    const end = records[record + END]!;
    let at = records[record + CURSOR]!;
    if (at + WORD_BYTES <= end) {
      // Six letters, as most words are.
      const a = plain[bytes[at]!]!;
      const b = plain[bytes[at + 1]!]!;
      const c = plain[bytes[at + 2]!]!;
      const d = plain[bytes[at + 3]!]!;
      const e = plain[bytes[at + 4]!]!;
      const f = plain[bytes[at + 5]!]!;
      if (a !== 0 && b !== 0 && c !== 0 && d !== 0 && e !== 0 && f !== 0) {
        if (isAccented(this.#by, bytes, at + WORD_BYTES, end)) return this.#toKey(record, depth);
        records[record + CURSOR] = at + WORD_BYTES;
        records[record + SOURCE] = state & SOURCE_MASK;
        return ((a << 16) | (b << 8) | c) * 0x1000000 + ((d << 16) | (e << 8) | f);
      }
    }
    let isWithin = state >= WITHIN_DIGITS;
    let word = 0;
    for (let left = WORD_BYTES; left > 0; left -= 1) {
      if (at === end) {
        word *= PADDING[left]!;
        break;
      }
      const byte = bytes[at]!;
      const key = plain[byte]! || aloneKey(this.#by, bytes, at, end);
      if (key !== 0) {
        word = word * 256 + key;
        at += 1;
        isWithin = false;
      } else if (!isDigit(byte)) return this.#toKey(record, depth);
      else if (isWithin) {
        word = word * 256 + byte;
        at += 1;
      } else {
        while (at < end && bytes[at] === 0x30) at += 1;
        let stop = at;
        while (stop < end && isDigit(bytes[stop]!)) stop += 1;
        if (stop - at >= LONG_RUN) return this.#toKey(record, depth);
        word = word * 256 + RUN + stop - at;
        isWithin = stop > at;
      }
    }
    if (isAccented(this.#by, bytes, at, end)) return this.#toKey(record, depth);
    records[record + CURSOR] = at;
    records[record + SOURCE] = (state & SOURCE_MASK) + (isWithin ? WITHIN_DIGITS : 0);
    return word;
  }

  /** Gives a text a key of its own, and reads on in it: what was read so far is the same in it. */
  #toKey(record: number, depth: number): number {
    const exact = this.#exact(record);
    const key = textKey(exact, 0, exact.length, this.#by);
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
    this.#records[record + CURSOR] = start + depth;
    this.#records[record + SOURCE] = (this.#records[record + SOURCE]! & SOURCE_MASK) + IN_KEY;
    return this.#ofKey(record);
  }

  #ofKey(record: number): number {
    const keys = this.#keys;
    let at = this.#records[record + CURSOR]!;
    let word = 0;
    for (let left = WORD_BYTES; left > 0; left -= 1) {
      const byte = keys[at]!;
      word = word * 256 + byte;
      if (byte !== 0) at += 1;
    }
    this.#records[record + CURSOR] = at;
    return word;
  }
}
