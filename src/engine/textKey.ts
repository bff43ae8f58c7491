/**
 * A text as bytes whose plain byte order is the order of `compareText` (but for its last step, the
 * exact text): folded letters, and each run of digits as one byte for its length, then its
 * digits without leading zeros. No byte is zero. Sign by sign where signs don't depend on each other,
 * each folded once and remembered; else the whole text is folded.
 */

import { AFTER } from "../model/alphabets.ts";
import { isDigit, keyOf, LONG_RUN, PLAIN_KEY, RUN } from "./plainKey.ts";
import type { SeveralSigns, TextOrder } from "./textOrder.ts";
import { decodeText, encodeText } from "./wtf8.ts";

/** The places after a letter, `AFTER` and on, are bytes that nothing else becomes. */
const FIRST_AFTER = 0xfa;
const AFTER_BYTES = encodeText(String.fromCodePoint(AFTER));

/** The key of any text. */
export function textKey(
  bytes: Uint8Array,
  start: number,
  end: number,
  order: TextOrder,
): Uint8Array {
  return keyBySigns(bytes, start, end, order) ?? foldedKey(decodeText(bytes, start, end), order);
}

/** Of a text as a whole. */
export function foldedKey(text: string, { fold, collation }: TextOrder): Uint8Array {
  const folded = encodeText(fold(text));
  const key: number[] = [];
  let at = 0;
  while (at < folded.length) {
    const byte = folded[at]!;
    if (byte === AFTER_BYTES[0] && collation !== undefined && isAfter(folded, at)) {
      key.push(FIRST_AFTER + folded[at + 3]! - AFTER_BYTES[3]!);
      at += 4;
      continue;
    }
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

/** No sign's key has more bytes. */
const MOST_OF_SIGN = 8;
let room = new Uint8Array(1024);

/** Undefined for texts with accents of their own, beyond U+FFFF, or with very long numbers. */
function keyBySigns(
  bytes: Uint8Array,
  start: number,
  end: number,
  order: TextOrder,
): Uint8Array | undefined {
  const { plain, followers } = order;
  const most = (end - start) * MOST_OF_SIGN;
  if (room.length < most) room = new Uint8Array(most * 2);
  let length = 0;
  let at = start;
  while (at < end) {
    const byte = bytes[at]!;
    const key = plain[byte]!;
    if (key !== 0) {
      room[length++] = key;
      at += 1;
    } else if (isDigit(byte)) {
      while (at < end && bytes[at] === 0x30) at += 1;
      let stop = at;
      while (stop < end && isDigit(bytes[stop]!)) stop += 1;
      if (stop - at >= LONG_RUN) return undefined;
      room[length++] = RUN + stop - at;
      while (at < stop) room[length++] = bytes[at++]!;
    } else if (followers[byte] !== undefined) {
      const isFollowed = at + 1 < end && followers[byte].has(bytes[at + 1]!);
      const own = isFollowed ? knownLetter(bytes, at, end, order) : undefined;
      if (own === undefined) room[length++] = PLAIN_KEY[byte]!;
      else for (let i = 0; i < own.key.length; i += 1) room[length++] = own.key[i]!;
      at += own?.bytes ?? 1;
    } else {
      const size = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : 3;
      const point = pointAt(bytes, at, size);
      if (byte >= 0xf0 || isAccent(point) || isHalfOfPair(point)) return undefined;
      const own = (order.keys[point] ??= foldedKey(String.fromCodePoint(point), order));
      for (let i = 0; i < own.length; i += 1) room[length++] = own[i]!;
      at += size;
    }
  }
  return room.slice(0, length);
}

function pointAt(bytes: Uint8Array, at: number, size: number): number {
  const byte = bytes[at]!;
  if (size === 1) return byte;
  const second = bytes[at + 1]! & 0x3f;
  if (size === 2) return ((byte & 0x1f) << 6) | second;
  return ((byte & 0xf) << 12) | (second << 6) | (bytes[at + 2]! & 0x3f);
}

function isAccent(point: number): boolean {
  return point >= 0x300 && point < 0x370;
}

function isHalfOfPair(point: number): boolean {
  return point >= 0xd800 && point < 0xe000;
}

/** The longest letter of several signs is four bytes long. */
const LETTER_BYTES = 4;

/** As many as are remembered of what letters of several signs may be. */
const MOST_KNOWN = 4096;

function knownLetter(bytes: Uint8Array, at: number, end: number, order: TextOrder): SeveralSigns {
  let window = 0;
  for (let i = at; i < at + LETTER_BYTES; i += 1)
    window = (window << 8) | (i < end ? bytes[i]! : 0);
  const known = order.several.get(window);
  if (known !== undefined) return known;
  const letter = letterAt(bytes, at, end, order);
  if (order.several.size >= MOST_KNOWN) order.several.clear();
  order.several.set(window, letter);
  return letter;
}

function letterAt(bytes: Uint8Array, at: number, end: number, order: TextOrder): SeveralSigns {
  const text = decodeText(bytes, at, Math.min(end, at + LETTER_BYTES));
  const lower = text.toLowerCase();
  const letter = order.letters.get(lower[0]!)?.find(({ signs }) => lower.startsWith(signs));
  if (letter === undefined) return { key: Uint8Array.of(PLAIN_KEY[bytes[at]!]!), bytes: 1 };
  const written = text.slice(0, letter.signs.length);
  return { key: foldedKey(written, order), bytes: encodeText(written).length };
}

function isAfter(folded: Uint8Array, at: number): boolean {
  const [, second, third, fourth = 0] = AFTER_BYTES;
  return folded[at + 1] === second && folded[at + 2] === third && folded[at + 3]! >= fourth;
}

function pushLength(key: number[], length: number): void {
  key.push(RUN + Math.min(length, LONG_RUN));
  if (length < LONG_RUN) return;
  for (const power of [255 ** 3, 255 ** 2, 255, 1]) {
    key.push((Math.floor(length / power) % 255) + 1);
  }
}
