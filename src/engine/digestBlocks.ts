/**
 * The digests of a report's canonical bytes, block by block (docs/link-format.md): the browser's own
 * SHA-256 takes no text in parts. The same code runs beside the reader and in a worker of its own.
 */

export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

const BLOCK_BYTES = 1 << 18;
const DIGEST_BYTES = 32;

/** A whole number of blocks: fewer messages to another thread. */
export const SHEET_BYTES = 4 * BLOCK_BYTES;

/** Undefined on a page without a secure origin, where browsers have no digest. */
export function browserDigest(): Digest | undefined {
  if (!("subtle" in crypto)) return undefined;
  // The bytes are copied before the call returns, so their memory may be used again.
  return (bytes) => crypto.subtle.digest("SHA-256", bytes);
}

/** One digest after the other. All blocks but the last are full. */
export async function digestBlocks(
  bytes: Uint8Array<ArrayBuffer>,
  digest: Digest,
): Promise<Uint8Array<ArrayBuffer>> {
  const asked: Promise<ArrayBuffer>[] = [];
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    asked.push(digest(bytes.subarray(at, at + BLOCK_BYTES)));
  }
  const digests = new Uint8Array(asked.length * DIGEST_BYTES);
  for (const [place, found] of (await Promise.all(asked)).entries()) {
    digests.set(new Uint8Array(found), place * DIGEST_BYTES);
  }
  return digests;
}
