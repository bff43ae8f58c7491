/**
 * Text as bytes and back. Cells are UTF-8, with one widening (WTF-8): a surrogate without partner,
 * which JSON allows in strings, is kept as its three-byte form. Both ways are exact for every
 * JavaScript string; a byte-order mark is a character like any other.
 */

import { isWide } from "../model/wideLetter.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** With the u flag, the two halves of a pair are one character, not surrogates. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Below this many bytes a loop beats the call into the decoder. */
const SHORT = 24;

export function encodeText(text: string): Uint8Array {
  return LONE_SURROGATE.test(text) ? encodeLoneSurrogates(text) : encoder.encode(text);
}

export function decodeText(bytes: Uint8Array, start: number, end: number): string {
  if (end - start <= SHORT) {
    let text = "";
    let at = start;
    for (; at < end && bytes[at]! < 0x80; at++) text += String.fromCharCode(bytes[at]!);
    if (at === end) return text;
  }
  const range = bytes.subarray(start, end);
  return hasLoneSurrogate(range) ? decodeLoneSurrogates(range) : decoder.decode(range);
}

/** The room a text takes, in narrow letters; counted no further than `limit`. */
export function textWidth(bytes: Uint8Array, start: number, end: number, limit: number): number {
  let width = 0;
  for (let at = start; at < end && width < limit; at++) {
    const byte = bytes[at]!;
    if ((byte & 0xc0) !== 0x80) width += byte >= 0xe1 && isWide(pointAt(bytes, at)) ? 2 : 1;
  }
  return Math.min(width, limit);
}

/** Of three bytes; one of four is beyond all of these. */
function pointAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first >= 0xf0) return 0x10000;
  return ((first & 0x0f) << 12) | ((bytes[at + 1]! & 0x3f) << 6) | (bytes[at + 2]! & 0x3f);
}

/** In valid UTF-8, ED is never followed by A0 or more. */
function hasLoneSurrogate(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xed); at !== -1; at = bytes.indexOf(0xed, at + 1)) {
    if ((bytes[at + 1] ?? 0) >= 0xa0) return true;
  }
  return false;
}

function decodeLoneSurrogates(bytes: Uint8Array): string {
  let text = "";
  let from = 0;
  for (let at = bytes.indexOf(0xed); at !== -1; at = bytes.indexOf(0xed, at + 1)) {
    const second = bytes[at + 1] ?? 0;
    if (second < 0xa0) continue;
    const unit = 0xd000 | ((second & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
    text += decoder.decode(bytes.subarray(from, at)) + String.fromCharCode(unit);
    from = at + 3;
  }
  return text + decoder.decode(bytes.subarray(from));
}

function encodeLoneSurrogates(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff) {
      bytes.push(0xed, 0x80 | ((point >>> 6) & 0x3f), 0x80 | (point & 0x3f));
    } else {
      for (const byte of encoder.encode(character)) bytes.push(byte);
    }
  }
  return Uint8Array.from(bytes);
}
