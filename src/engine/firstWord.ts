/**
 * The first word of a text's key, straight from its bytes: the same that `TextWords` reads first,
 * without keeping anything of the text. The keys of texts in order never decrease by it.
 */

import { isDigit, LONG_RUN, RUN } from "./plainKey.ts";
import { textKey } from "./textKey.ts";
import { aloneKey, isAccented, type TextOrder } from "./textOrder.ts";
import { WORD_BYTES } from "./textWords.ts";

export function firstWord(bytes: Uint8Array, start: number, end: number, by: TextOrder): number {
  let at = start;
  let isWithin = false;
  let word = 0;
  for (let left = WORD_BYTES; left > 0; left -= 1) {
    if (at === end) return word * 256 ** left;
    const byte = bytes[at]!;
    const key = by.plain[byte]! || aloneKey(by, bytes, at, end);
    if (key !== 0) {
      word = word * 256 + key;
      at += 1;
      isWithin = false;
    } else if (!isDigit(byte)) return wordOfKey(textKey(bytes, start, end, by));
    else if (isWithin) {
      word = word * 256 + byte;
      at += 1;
    } else {
      while (at < end && bytes[at] === 0x30) at += 1;
      let stop = at;
      while (stop < end && isDigit(bytes[stop]!)) stop += 1;
      if (stop - at >= LONG_RUN) return wordOfKey(textKey(bytes, start, end, by));
      word = word * 256 + RUN + stop - at;
      isWithin = stop > at;
    }
  }
  return isAccented(by, bytes, at, end) ? wordOfKey(textKey(bytes, start, end, by)) : word;
}

/** Whether a text's first word takes a key of its own, which costs as much as sorting the text. */
export function isDear(bytes: Uint8Array, start: number, end: number, by: TextOrder): boolean {
  for (let at = start; at < end && at < start + WORD_BYTES; at += 1) {
    const byte = bytes[at]!;
    if (by.plain[byte] === 0 && !isDigit(byte) && aloneKey(by, bytes, at, end) === 0) return true;
  }
  return false;
}

function wordOfKey(key: Uint8Array): number {
  let word = 0;
  for (let i = 0; i < WORD_BYTES; i += 1) word = word * 256 + (key[i] ?? 0);
  return word;
}
