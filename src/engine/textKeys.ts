/**
 * Texts as bytes whose plain byte order is the order of `compareText` (but for its last step, the
 * exact text): folded letters, and each run of digits as `0`, the number of its digits, its digits.
 * No key has a zero byte in it, so a key can be padded with zeros. One pass over the text's
 * bytes; only texts beyond ASCII are decoded.
 */

import { foldForOrder } from "../model/compareText.ts";
import { decodeText, encodeText } from "./wtf8.ts";

/** What a byte becomes; 0 for the ones that need more thought. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte < 2 || byte >= 0x80 || (byte >= 0x30 && byte <= 0x39)) return 0;
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
});

/** Digits that fit the count's one byte; longer runs spell their count out. */
const SHORT_RUN = 250;

export class TextKeys {
  /** Key i is `bytes[offsets[i] … offsets[i + 1])`. */
  bytes: Uint8Array;
  readonly offsets: Uint32Array;
  count = 0;

  /** Room for `capacity` keys; that of their bytes grows. */
  constructor(capacity: number, byteCapacity: number) {
    this.offsets = new Uint32Array(capacity + 1);
    this.bytes = new Uint8Array(byteCapacity);
  }

  add(bytes: Uint8Array, start: number, end: number): void {
    const at = this.offsets[this.count]!;
    let next = this.#write(bytes, start, end, at, false);
    if (next < 0) {
      const folded = encodeText(foldForOrder(decodeText(bytes, start, end)));
      next = this.#write(folded, 0, folded.length, at, true);
    }
    this.count += 1;
    this.offsets[this.count] = next;
  }

  /** Writes a key at `at` and returns its end, or -1 for a text beyond ASCII not folded yet. */
  #write(bytes: Uint8Array, start: number, end: number, at: number, isFolded: boolean): number {
    // A lone digit becomes three bytes; a run's count needs five more at most.
    if (at + (end - start) * 3 + 8 > this.bytes.length) this.#grow(at + (end - start) * 3 + 8);
    const to = this.bytes;
    let place = at;
    let from = start;
    while (from < end) {
      const byte = bytes[from]!;
      const plain = PLAIN[byte]!;
      if (plain !== 0) {
        to[place++] = plain;
        from += 1;
      } else if (byte >= 0x80) {
        if (!isFolded) return -1;
        to[place++] = byte;
        from += 1;
      } else if (byte < 2) {
        to[place++] = 1;
        to[place++] = byte + 1;
        from += 1;
      } else {
        while (from < end && bytes[from] === 0x30) from += 1;
        let stop = from;
        while (stop < end && bytes[stop]! >= 0x30 && bytes[stop]! <= 0x39) stop += 1;
        to[place++] = 0x30;
        place = writeCount(to, place, stop - from);
        while (from < stop) to[place++] = bytes[from++]!;
      }
    }
    return place;
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(Math.max(needed, Math.ceil(this.bytes.length * 1.5)));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

/** A count in one byte, or in five that are greater; none is zero. */
function writeCount(to: Uint8Array, at: number, count: number): number {
  if (count < SHORT_RUN) {
    to[at] = count + 1;
    return at + 1;
  }
  to[at] = SHORT_RUN + 1;
  let rest = count;
  for (let place = at + 4; place > at; place -= 1) {
    to[place] = (rest % 255) + 1;
    rest = Math.floor(rest / 255);
  }
  return at + 5;
}
