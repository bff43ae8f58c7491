/*
 * The fingerprint of a report by docs/link-format.md, row by row, for reports too large to be held:
 * an implementation of its own to compare the app with.
 */
import { createHash } from "node:crypto";

const BLOCK_BYTES = 2 ** 18;

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

export function canonicalHash(headers: readonly string[]) {
  const digests: Buffer[] = [];
  const bytes = Buffer.alloc(2 * BLOCK_BYTES);
  let end = 0;

  const add = (cells: readonly string[]): void => {
    const last = cells.findLastIndex((text) => text !== "");
    for (let i = 0; i <= last; i++) {
      if (i > 0) bytes[end++] = 0xff;
      end += bytes.write(cells[i] ?? "", end);
    }
    bytes[end++] = 0xfe;
    if (end < BLOCK_BYTES) return;
    digests.push(sha256(bytes.subarray(0, BLOCK_BYTES)));
    bytes.copyWithin(0, BLOCK_BYTES, end);
    end -= BLOCK_BYTES;
  };

  add(headers);
  digests.push(sha256(bytes.subarray(0, end)));
  end = 0;
  return {
    /** Rows of at most 256 KiB. */
    add,
    /** As it is shown: four groups of four digits. */
    fingerprint: (): string => {
      const rest = end > 0 ? [sha256(bytes.subarray(0, end))] : [];
      const root = sha256(Buffer.concat([Buffer.from([0xfd]), ...digests, ...rest]));
      return (root.toString("hex").slice(0, 16).match(/.{4}/g) ?? []).join(" ");
    },
  };
}
