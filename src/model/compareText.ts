/**
 * The order of texts, the same in every browser and language, so that a link shows the same order
 * to everyone: letters regardless of case and Latin accents, digit runs by their value at any
 * length (`item 2` before `item 10`), anything else by code point. Texts equal by that are ordered
 * by their exact code points, so only identical texts are equal. A view may name the alphabet of a
 * language, whose letters then stand where that language has them. This file defines the order;
 * engine/textKey.ts makes bytes that agree with it.
 */

import type { Alphabet } from "./alphabets.ts";

export function compareText(a: string, b: string, alphabet?: Alphabet): number {
  return compareSymbols(symbolsOf(a, alphabet), symbolsOf(b, alphabet)) || compareCodePoints(a, b);
}

/** Lower case, and letters of Latin script without their accents (`Ä` → a, `ß` → ss, `Ø` → o). */
export function foldForOrder(text: string): string {
  let folded = "";
  let afterLatin = false;
  for (const char of text) {
    // One character at a time: the lower case of `Σ` must not depend on its neighbours.
    for (const lower of char.toLowerCase()) {
      if (MARK.test(lower)) {
        if (!afterLatin) folded += lower;
        continue;
      }
      const base = LATIN.test(lower) ? withoutAccent(lower) : lower;
      folded += base;
      afterLatin = BASIC_LETTER.test(base) || base !== lower;
    }
  }
  return folded;
}

/**
 * The same with the letters of an alphabet, however they are composed. A letter with one accent more
 * than the alphabet's own (`ǻ`, `ắ`) is that letter.
 */
export function foldInAlphabet(text: string, { letters, hasDotless }: Alphabet): string {
  const composed = MARK.test(text) ? text.normalize("NFC") : text;
  const lower = lowerCase(hasDotless ? composed.replaceAll("I", "ı") : composed);
  let folded = "";
  let afterLetter = false;
  for (let at = 0; at < lower.length;) {
    const own = letters.get(lower[at]!)?.find(({ signs }) => lower.startsWith(signs, at));
    if (own !== undefined) {
      folded += own.stands;
      at += own.signs.length;
      afterLetter = true;
      continue;
    }
    const char = String.fromCodePoint(lower.codePointAt(at)!);
    at += char.length;
    if (MARK.test(char)) {
      if (!afterLetter) folded += char;
      continue;
    }
    const base = LATIN.test(char) ? withoutAccentIn(char, letters) : char;
    folded += base;
    afterLetter = BASIC_LETTER.test(base) || base !== char;
  }
  return folded;
}

/** Without the accents that the alphabet doesn't count. */
function withoutAccentIn(letter: string, letters: Alphabet["letters"]): string {
  const standsFor = (one: string): string | undefined =>
    letters.get(one)?.find(({ signs }) => signs === one)?.stands;
  const [base = "", ...marks] = letter.normalize("NFD");
  for (const mark of marks) {
    const own = standsFor((base + mark).normalize("NFC"));
    if (own !== undefined) return own;
  }
  return standsFor(base) ?? SPELLED[base] ?? base;
}

/** As for one character at a time. */
function lowerCase(text: string): string {
  if (!text.includes("Σ")) return text.toLowerCase();
  return Array.from(text, (char) => char.toLowerCase()).join("");
}

const MARK = /[\u0300-\u036f]/;
const LATIN = /[\u00c0-\u024f\u1e00-\u1eff]/;
const BASIC_LETTER = /[a-z]/;

/** Latin letters that are not written as a basic letter with a mark. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ŧ: "t",
};

function withoutAccent(letter: string): string {
  const base = letter.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return SPELLED[base] ?? base;
}

/** A character as its code point, a run of digits as its digits without leading zeros. */
type Symbols = readonly (number | string)[];

function symbolsOf(text: string, alphabet: Alphabet | undefined): Symbols {
  const symbols: (number | string)[] = [];
  const folded = alphabet === undefined ? foldForOrder(text) : foldInAlphabet(text, alphabet);
  for (const part of folded.split(/([0-9]+)/)) {
    if (/^[0-9]/.test(part)) symbols.push(part.replace(/^0+/, ""));
    else for (const char of part) symbols.push(char.codePointAt(0)!);
  }
  return symbols;
}

/** Where a run of digits stands among the other characters. */
const DIGIT = 0x30;

function compareSymbols(a: Symbols, b: Symbols): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a[i]!;
    const y = b[i]!;
    if (typeof x === "string" && typeof y === "string") {
      if (x.length !== y.length) return x.length - y.length;
      if (x !== y) return x < y ? -1 : 1;
    } else {
      const difference = (typeof x === "string" ? DIGIT : x) - (typeof y === "string" ? DIGIT : y);
      if (difference !== 0) return difference;
    }
  }
  return a.length - b.length;
}

function compareCodePoints(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i += 1;
  if (i === a.length || i === b.length) return a.length - b.length;
  // Within a surrogate pair, the whole character decides.
  const from = i > 0 && isHigh(a.charCodeAt(i - 1)) ? i - 1 : i;
  return a.codePointAt(from)! - b.codePointAt(from)! || a.codePointAt(i)! - b.codePointAt(i)!;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
