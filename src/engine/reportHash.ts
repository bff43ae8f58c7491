/**
 * Makes a report's fingerprint while its rows arrive: SHA-256 over the canonical bytes, as a tree,
 * since the browser's own digest takes no text in parts. The form is
 * fixed in docs/link-format.md. Few blocks wait at a time: who feeds it must stop while it is
 * `behind`. Without a digest, or when one fails, there is no fingerprint; the report does not care.
 */

import type { CellBatch } from "../model/cellBatch.ts";
import { readFingerprint, type Fingerprint } from "../model/fingerprint.ts";
import { CanonicalBytes, headerBytes } from "./canonicalBytes.ts";

export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

/** Blocks being digested, of 256 KiB each, before the report must wait. */
const MOST_WAITING = 4;

/** Begins what the last digest is taken of: a byte that begins no block. */
const ROOT_MARK = 0xfd;

export class ReportHash {
  readonly #digest: Digest | undefined;
  readonly #rows = new CanonicalBytes((block) => this.#add(block));
  readonly #digests: Uint8Array[] = [];
  readonly #waiting = new Set<Promise<void>>();
  #headers: readonly string[] = [];
  #failed = false;

  constructor(digest: Digest | undefined = browserDigest()) {
    this.#digest = digest;
  }

  headers(names: readonly string[]): void {
    this.#headers = names;
  }

  append(batch: CellBatch): void {
    if (this.#digest !== undefined) this.#rows.append(batch);
  }

  get behind(): boolean {
    return this.#waiting.size >= MOST_WAITING;
  }

  async caughtUp(): Promise<void> {
    while (this.behind) await Promise.race(this.#waiting);
  }

  /** The whole report is in; nothing can follow. */
  async finish(): Promise<Fingerprint | undefined> {
    if (this.#digest === undefined) return undefined;
    const rest = this.#rows.rest();
    if (rest.length > 0) this.#add(rest);
    const headers = headerBytes(this.#headers);
    try {
      const first = new Uint8Array(await this.#digest(headers));
      await Promise.all(this.#waiting);
      if (this.#failed) return undefined;
      return fingerprintOf(await this.#digest(rootBytes([first, ...this.#digests])));
    } catch {
      return undefined;
    }
  }

  #add(block: Uint8Array<ArrayBuffer>): void {
    if (this.#digest === undefined || this.#failed) return;
    const place = this.#digests.push(EMPTY) - 1;
    const done = this.#digest(block).then(
      (digest) => {
        this.#digests[place] = new Uint8Array(digest);
        this.#waiting.delete(done);
      },
      () => {
        this.#failed = true;
        this.#waiting.delete(done);
      },
    );
    this.#waiting.add(done);
  }
}

const EMPTY = new Uint8Array();

/** Undefined on a page without a secure origin, where browsers have no digest. */
function browserDigest(): Digest | undefined {
  if (!("subtle" in crypto)) return undefined;
  // The bytes are copied before the call returns, so their memory may be used again.
  return (bytes) => crypto.subtle.digest("SHA-256", bytes);
}

function rootBytes(digests: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([ROOT_MARK, ...digests.flatMap((digest) => [...digest])]);
}

function fingerprintOf(digest: ArrayBuffer): Fingerprint | undefined {
  const start = [...new Uint8Array(digest, 0, 8)];
  return readFingerprint(start.map((byte) => byte.toString(16).padStart(2, "0")).join(""));
}
