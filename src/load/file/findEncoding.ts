/**
 * Which encoding a file's bytes are in, and whether they are text at all. A byte-order mark says it;
 * without one, the place of its zeros gives UTF-16 away, and text that is no UTF-8 is Windows-1252,
 * which is what spreadsheets write.
 */

import type { Encoding } from "../../model/fileSource.ts";
import type { NoTable } from "../../model/reportError.ts";

/** Length of the byte-order mark of an encoding at the start of `head`; 0 for none. */
export function markLength(head: Uint8Array, encoding: Encoding): number {
  const [a, b, c] = head;
  if (encoding === "utf-8") return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
  if (encoding === "utf-16le") return a === 0xff && b === 0xfe ? 2 : 0;
  if (encoding === "utf-16be") return a === 0xfe && b === 0xff ? 2 : 0;
  return 0;
}

/** By mark or zeros; undefined when only the whole file tells UTF-8 from Windows-1252. */
export function encodingOf(head: Uint8Array): Encoding | undefined {
  for (const encoding of ["utf-8", "utf-16le", "utf-16be"] as const) {
    if (markLength(head, encoding) > 0) return encoding;
  }
  const pairs = head.length >>> 1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  // Latin letters have their zero in one half; a text in another script still has its commas so.
  if (odd * 10 > pairs && even * 20 < odd) return "utf-16le";
  if (even * 10 > pairs && odd * 20 < even) return "utf-16be";
  return undefined;
}

/** What a file is, when it is no text. */
export function noTextOf(head: Uint8Array, encoding: Encoding | undefined): NoTable | undefined {
  if (startsWith(head, "%PDF")) return "pdf";
  if (startsWith(head, "\x1f\x8b") || startsWith(head, "7z\xbc\xaf")) return "archive";
  if (startsWith(head, "\x89PNG") || startsWith(head, "\xff\xd8\xff") || startsWith(head, "GIF8")) {
    return "binary";
  }
  if (encoding === "utf-16le" || encoding === "utf-16be") return undefined;
  let strange = 0;
  for (const byte of head) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) strange += 1;
  }
  return strange * 50 > head.length ? "binary" : undefined;
}

function startsWith(head: Uint8Array, text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (head[at] !== text.charCodeAt(at)) return false;
  }
  return head.length >= text.length;
}
