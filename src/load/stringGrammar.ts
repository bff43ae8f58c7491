/**
 * The inside of a JSON string, byte by byte: escapes, UTF-8 (RFC 3629: no overlong forms, no
 * surrogates, nothing beyond U+10FFFF) and no control characters. One table step per byte, and a
 * string may be left and taken up again after any of them.
 */

import type { Damage } from "../model/reportError.ts";

/** Where in a string a reader is. The larger two end it. */
export const PLAIN = 0;
const ESCAPE = 1;
const HEX = 2; // four states: 2 wants four digits, 5 wants the last one
const TAIL_1 = 6;
const TAIL_2 = 7;
const TAIL_3 = 8;
const AFTER_E0 = 9;
const AFTER_ED = 10;
const AFTER_F0 = 11;
const AFTER_F4 = 12;
/** The closing quote was read. */
export const CLOSED = 13;
/** The byte read may not stand there. */
export const BROKEN = 14;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** `STRING_STEP[state << 8 | byte]` is the state after the byte. */
export const STRING_STEP = makeSteps();

/** 0 for the bytes that mean themselves (ASCII but quote, backslash, controls), 1 for others. */
export const STOPS_PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte < 0x80 && STRING_STEP[byte] === PLAIN ? 0 : 1,
);

/**
 * The place of the closing quote of a string that is read up to `from` and ends before `to`; -1
 * when it does not, or is broken. `bytes[to]` must be 0.
 */
export function findClosingQuote(bytes: Uint8Array, from: number, to: number): number {
  let state = PLAIN;
  for (let i = from; ; i++) {
    if (state === PLAIN) while (STOPS_PLAIN[bytes[i]!] === 0) i++;
    if (i >= to) return -1;
    state = STRING_STEP[(state << 8) | bytes[i]!]!;
    if (state >= CLOSED) return state === CLOSED ? i : -1;
  }
}

/** Why no string goes on with this byte after that state. */
export function stringProblem(state: number, byte: number): Damage {
  if (state === ESCAPE) return "otherEscape";
  if (state >= HEX && state < TAIL_1) return "shortEscape";
  if (state === PLAIN && byte < 0x20) return "control";
  return "notUtf8";
}

function makeSteps(): Uint8Array {
  const steps = new Uint8Array(BROKEN << 8).fill(BROKEN);
  const set = (state: number, first: number, last: number, next: number): void => {
    steps.fill(next, (state << 8) | first, ((state << 8) | last) + 1);
  };
  set(PLAIN, 0x20, 0x7f, PLAIN);
  set(PLAIN, QUOTE, QUOTE, CLOSED);
  set(PLAIN, BACKSLASH, BACKSLASH, ESCAPE);
  for (const letter of '"\\/bfnrt') set(ESCAPE, letter.charCodeAt(0), letter.charCodeAt(0), PLAIN);
  set(ESCAPE, 0x75, 0x75, HEX);
  for (let digits = 0; digits < 4; digits++) {
    const next = digits === 3 ? PLAIN : HEX + digits + 1;
    set(HEX + digits, 0x30, 0x39, next);
    set(HEX + digits, 0x41, 0x46, next);
    set(HEX + digits, 0x61, 0x66, next);
  }
  set(PLAIN, 0xc2, 0xdf, TAIL_1);
  set(PLAIN, 0xe0, 0xe0, AFTER_E0);
  set(PLAIN, 0xe1, 0xec, TAIL_2);
  set(PLAIN, 0xed, 0xed, AFTER_ED);
  set(PLAIN, 0xee, 0xef, TAIL_2);
  set(PLAIN, 0xf0, 0xf0, AFTER_F0);
  set(PLAIN, 0xf1, 0xf3, TAIL_3);
  set(PLAIN, 0xf4, 0xf4, AFTER_F4);
  set(TAIL_1, 0x80, 0xbf, PLAIN);
  set(TAIL_2, 0x80, 0xbf, TAIL_1);
  set(TAIL_3, 0x80, 0xbf, TAIL_2);
  set(AFTER_E0, 0xa0, 0xbf, TAIL_1);
  set(AFTER_ED, 0x80, 0x9f, TAIL_1);
  set(AFTER_F0, 0x90, 0xbf, TAIL_2);
  set(AFTER_F4, 0x80, 0x8f, TAIL_2);
  return steps;
}
