/**
 * A report's fingerprint: 64 bits of a cryptographic hash of its whole content, in hexadecimal
 * digits. Two reports with the same one have the same cells, whatever file they came in. How it
 * is made: docs/link-format.md, "The fingerprint".
 */

import type { Brand } from "./brand.ts";

/** 16 lower-case hexadecimal digits. */
export type Fingerprint = Brand<string, "Fingerprint">;

/** Undefined for a text that is none; upper case is read, too. */
export function readFingerprint(text: string): Fingerprint | undefined {
  return /^[0-9a-f]{16}$/i.test(text) ? (text.toLowerCase() as Fingerprint) : undefined;
}

/** In groups of four, to be read aloud: `a7f3 9c21 04be 51d0`. */
export function fingerprintWords(fingerprint: Fingerprint): string {
  return fingerprint.match(/.{4}/g)?.join(" ") ?? "";
}
