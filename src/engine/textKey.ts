/**
 * A text as bytes whose plain byte order is the order of `compareText` (but for its last step, the
 * exact text): folded letters, and each run of digits as one byte for its length, then its
 * digits without leading zeros. No byte is zero. `PLAIN_KEY` is what most bytes become; texts of
 * those and digits need no key written out (`textWords.ts`).
 */

import { foldForOrder } from "../model/compareText.ts";
import { decodeText, encodeText } from "./wtf8.ts";

/** A run of n digits is the byte RUN + n; longer runs than this spell their length out. */
export const RUN = 0x30;
export const LONG_RUN = 40;

/** What a byte becomes; 0 for digits, and for the first bytes of texts that need a key of their own. */
export const PLAIN_KEY = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 2 || byte >= 0x80 || isDigit(byte) ? 0 : keyOf(byte),
);

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** The key of any text. */
export function textKey(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const folded = encodeText(foldForOrder(decodeText(bytes, start, end)));
  const key: number[] = [];
  let at = 0;
  while (at < folded.length) {
    const byte = folded[at]!;
    if (!isDigit(byte)) {
      if (byte < 2) key.push(1, byte + 1);
      else key.push(keyOf(byte));
      at += 1;
      continue;
    }
    while (folded[at] === 0x30) at += 1;
    const first = at;
    while (at < folded.length && isDigit(folded[at]!)) at += 1;
    pushLength(key, at - first);
    for (let digit = first; digit < at; digit += 1) key.push(folded[digit]!);
  }
  return Uint8Array.from(key);
}

/** Moves what stands after the digits up, so that there is room for the lengths of runs. */
function keyOf(byte: number): number {
  if (byte < RUN) return byte;
  const lower = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
  // Capitals are gone by folding, which leaves the room that is needed.
  return lower < 0x41 ? lower + 0x1f : lower + 5;
}

function pushLength(key: number[], length: number): void {
  key.push(RUN + Math.min(length, LONG_RUN));
  if (length < LONG_RUN) return;
  for (const power of [255 ** 3, 255 ** 2, 255, 1]) {
    key.push((Math.floor(length / power) % 255) + 1);
  }
}
