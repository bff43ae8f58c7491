/**
 * The numbers of a sheet that a double can't hold, with the digits that its file has: SheetJS gives
 * doubles, which turn 723421968459640833 into 723421968459640800. Shorter ones need nothing: the
 * double's shortest form is what was meant, where a program wrote 1.1000000000000001 for 1.1.
 * Of a part of Office Open XML (ECMA-376, 18.3.1.4 and 18.3.1.96: `<c r="A1"><v>12</v></c>`).
 */

/** A number as JSON writes it, which is how sheets write theirs. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** 17 digits tell any double from the next one. */
const DOUBLE_DIGITS = 17;
/** All integers of so many digits are doubles. */
const EXACT_DIGITS = 15;

/** By the address of their cells, such as `B7`. */
export function longNumbers(part: Uint8Array): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let cell = 0;
  for (let at = part.indexOf(LESS); at >= 0; at = part.indexOf(LESS, at + 1)) {
    const isTag = part[at + 2] === SPACE || part[at + 2] === GREATER;
    if (part[at + 1] === C && isTag) cell = at;
    if (part[at + 1] !== V || part[at + 2] !== GREATER) continue;
    const start = at + 3;
    const end = part.indexOf(LESS, start);
    if (!mayBeLong(part, start, end)) continue;
    const digits = textOf(part, start, end);
    const address = /\sr="([A-Z]+[1-9]\d*)"/.exec(textOf(part, cell, at))?.[1];
    if (address !== undefined && isLong(digits)) found.set(address, digits);
  }
  return found;
}

function mayBeLong(part: Uint8Array, start: number, end: number): boolean {
  if (end - start > EXACT_DIGITS) return true;
  for (let at = start; at < end; at++) if ((part[at]! | 0x20) === E) return true;
  return false;
}

function isLong(text: string): boolean {
  if (!NUMBER.test(text)) return false;
  if (!Number.isFinite(Number(text))) return true;
  const [digits = ""] = text.replace(/^-/, "").split(/[eE]/, 1);
  const significant = digits.replace(".", "").replace(/^0+/, "").length;
  const isInteger = significant === text.replace("-", "").length;
  return isInteger ? !Number.isSafeInteger(Number(text)) : significant > DOUBLE_DIGITS;
}

function textOf(part: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...part.subarray(start, Math.min(end, start + MOST)));
}

/** No number of a sheet, and no cell's start, is longer. */
const MOST = 10_000;
const LESS = 0x3c;
const GREATER = 0x3e;
const SPACE = 0x20;
const C = 0x63;
const V = 0x76;
const E = 0x65;
