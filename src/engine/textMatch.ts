/**
 * Text conditions that ignore case: exactly what `fold(text).includes(fold(value))` and its kin
 * say, with `fold` = `toLowerCase`, but on bytes. ASCII letters fold byte by byte; of all other
 * characters only two fold to something with ASCII in it, the Kelvin sign (k) and `İ` (i + a dot).
 * So ASCII values are looked for in the bytes, texts with one of these two are asked the slow
 * way; other values are looked for by their ASCII part first. Search is Horspool's: it skips by
 * the value's length.
 */

import type { SearchedTexts } from "../model/query.ts";
import type { CellTest } from "./cellTest.ts";
import type { RowMask } from "./rowMask.ts";
import { decodeText } from "./wtf8.ts";

/** Bytes with ASCII capitals folded. */
const LOWER = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

export function containsTest(value: string): CellTest {
  const needle = value.toLowerCase();
  const fitsSlowly = (text: string): boolean => text.toLowerCase().includes(needle);
  const ascii = longestAscii(needle);
  return {
    numbers: canBeInNumber(needle) ? "asTexts" : "none",
    texts: ascii === "" ? onlyBeyondAscii(fitsSlowly) : findAscii(ascii, needle, fitsSlowly),
  };
}

/** Cells that contain the one text or the other. */
export function searchTest({ search, also = "" }: SearchedTexts): CellTest {
  const one = containsTest(search);
  if (also === "") return one;
  const other = containsTest(also);
  return {
    numbers: "asTexts",
    texts: (bytes, offsets, from, to, fits) => {
      one.texts(bytes, offsets, from, to, fits);
      const more = new Uint8Array(to - from);
      other.texts(bytes, offsets, from, to, more);
      for (let i = 0; i < more.length; i += 1) fits[i]! |= more[i]!;
    },
  };
}

/** Equal for searches that find the same. */
export function searchName({ search, also }: SearchedTexts): string {
  return JSON.stringify([search, also].map((text) => text?.toLowerCase()));
}

export function startsTest(value: string): CellTest {
  const needle = value.toLowerCase();
  const ascii = needle.match(/^[\0-\x7f]*/)![0];
  const prefix = codesOf(ascii);
  const fitsSlowly = (text: string): boolean => text.toLowerCase().startsWith(needle);
  const isAscii = ascii === needle;
  return {
    numbers: canBeInNumber(needle) ? "asTexts" : "none",
    texts: (bytes, offsets, from, to, fits) => {
      for (let i = from; i < to; i += 1) {
        const start = offsets[i]!;
        const end = offsets[i + 1]!;
        let at = 0;
        while (at < prefix.length && start + at < end && LOWER[bytes[start + at]!] === prefix[at]) {
          at += 1;
        }
        const isOdd = start + at < end && bytes[start + at]! >= 0x80;
        if (isAscii && at === prefix.length) fits[i - from] = 1;
        else fits[i - from] = isOdd && fitsSlowly(decodeText(bytes, start, end)) ? 1 : 0;
      }
    },
  };
}

export function endsTest(value: string): CellTest {
  const needle = value.toLowerCase();
  const ascii = needle.match(/[\0-\x7f]*$/)![0];
  const suffix = codesOf(ascii);
  const fitsSlowly = (text: string): boolean => text.toLowerCase().endsWith(needle);
  const isAscii = ascii === needle;
  return {
    numbers: canBeInNumber(needle) ? "asTexts" : "none",
    texts: (bytes, offsets, from, to, fits) => {
      for (let i = from; i < to; i += 1) {
        const start = offsets[i]!;
        const end = offsets[i + 1]!;
        let left = suffix.length;
        let at = end;
        while (left > 0 && at > start && LOWER[bytes[at - 1]!] === suffix[left - 1]) {
          left -= 1;
          at -= 1;
        }
        const isOdd = at > start && bytes[at - 1]! >= 0x80;
        if (isAscii && left === 0) fits[i - from] = 1;
        else fits[i - from] = isOdd && fitsSlowly(decodeText(bytes, start, end)) ? 1 : 0;
      }
    },
  };
}

/** Digits, a sign, a point: the only characters of numbers stored as numbers. */
function canBeInNumber(needle: string): boolean {
  return /^[-.0-9]*$/.test(needle);
}

type Texts = CellTest["texts"];

function longestAscii(needle: string): string {
  return needle.split(/[^\0-\x7f]+/).reduce((a, b) => (b.length > a.length ? b : a));
}

function codesOf(ascii: string): Uint8Array {
  return Uint8Array.from(ascii, (char) => char.charCodeAt(0));
}

/** For values without any ASCII: a text of ASCII alone can't fit. */
function onlyBeyondAscii(fitsSlowly: (text: string) => boolean): Texts {
  return (bytes, offsets, from, to, fits) => {
    fits.fill(0);
    let i = from;
    const last = offsets[to]!;
    for (let at = offsets[from]!; at < last; at += 1) {
      if (bytes[at]! < 0x80) continue;
      while (offsets[i + 1]! <= at) i += 1;
      const end = offsets[i + 1]!;
      if (fitsSlowly(decodeText(bytes, offsets[i]!, end))) fits[i - from] = 1;
      at = end - 1;
    }
  };
}

/** Finds texts with the ASCII part; when that isn't all of the needle, asks the slow way then. */
function findAscii(ascii: string, needle: string, fitsSlowly: (text: string) => boolean): Texts {
  const codes = codesOf(ascii);
  const length = codes.length;
  const lastCode = codes[length - 1]!;
  // How far the window may move by the byte under its last place; 0 where that byte fits.
  const skips = new Uint32Array(256).fill(length);
  for (let i = 0; i < length - 1; i += 1) setFolded(skips, codes[i]!, length - 1 - i);
  const skipAfterLast = skips[lastCode]!;
  setFolded(skips, lastCode, 0);
  const isAll = ascii === needle;
  const isShort = length <= 2;
  // Texts with these bytes can fit though the needle's bytes aren't in them.
  const oddities = [
    ...(ascii.includes("k") ? [KELVIN] : []),
    ...(ascii.includes("i") ? [DOTTED_I] : []),
  ];

  return (bytes, offsets, from, to, fits) => {
    fits.fill(0);
    const last = offsets[to]!;
    let i = from;
    let at = offsets[from]! + length - 1;
    while (at < last) {
      if (isShort) {
        // Steps of one that don't wait for a table are faster than skips of two.
        while (at < last && LOWER[bytes[at]!] !== lastCode) at += 1;
        if (at >= last) break;
      } else {
        const skip = skips[bytes[at]!]!;
        if (skip !== 0) {
          at += skip;
          continue;
        }
      }
      let left = length - 1;
      let back = at - 1;
      while (left > 0 && LOWER[bytes[back]!] === codes[left - 1]) {
        left -= 1;
        back -= 1;
      }
      if (left === 0) {
        while (offsets[i + 1]! <= back + 1) i += 1;
        const end = offsets[i + 1]!;
        // A find that runs into the next text is none.
        if (at < end) {
          fits[i - from] = isAll || fitsSlowly(decodeText(bytes, offsets[i]!, end)) ? 1 : 0;
          at = end + length - 1;
          continue;
        }
      }
      at += skipAfterLast;
    }
    for (const odd of oddities) {
      askAgain(odd, bytes, offsets, from, to, fits, fitsSlowly);
    }
  };
}

function setFolded(skips: Uint32Array, lower: number, skip: number): void {
  skips[lower] = skip;
  if (lower >= 0x61 && lower <= 0x7a) skips[lower - 0x20] = skip;
}

const KELVIN = [0xe2, 0x84, 0xaa] as const;
const DOTTED_I = [0xc4, 0xb0] as const;

/** Asks the slow way for each text in which the character of these bytes occurs. */
function askAgain(
  odd: readonly number[],
  bytes: Uint8Array,
  offsets: Uint32Array,
  from: number,
  to: number,
  fits: RowMask,
  fitsSlowly: (text: string) => boolean,
): void {
  const block = bytes.subarray(0, offsets[to]);
  const lead = odd[0]!;
  let i = from;
  let at = block.indexOf(lead, offsets[from]);
  while (at !== -1) {
    let next = at + 1;
    if (odd.every((byte, place) => block[at + place] === byte)) {
      while (offsets[i + 1]! <= at) i += 1;
      next = offsets[i + 1]!;
      fits[i - from] = fitsSlowly(decodeText(bytes, offsets[i]!, next)) ? 1 : 0;
    }
    at = block.indexOf(lead, next);
  }
}
