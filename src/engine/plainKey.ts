/**
 * The keys of single bytes. `PLAIN_KEY` is what most bytes become; texts of those and digits need no key
 * written out (`textWords.ts`).
 */

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

/** Moves what stands after the digits up, so that there is room for the lengths of runs. */
export function keyOf(byte: number): number {
  if (byte < RUN) return byte;
  const lower = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
  // Capitals are gone by folding, which leaves the room that is needed.
  return lower < 0x41 ? lower + 0x1f : lower + 5;
}
