/**
 * Makes a report's fingerprint while its rows arrive: SHA-256 over the canonical bytes, as a tree.
 * The form is fixed in docs/link-format.md. A large report's blocks are digested by another thread,
 * once there is one; until then, and without one, in place. Few sheets wait at a time: who feeds it
 * must stop while it is `behind`. When a digest fails there is no fingerprint; the report does not care.
 */

import type { CellBatch } from "../model/cellBatch.ts";
import { readFingerprint, type Fingerprint } from "../model/fingerprint.ts";
import { CanonicalBytes, headerBytes, newSheet, type Sheet } from "./canonicalBytes.ts";
import { browserDigest, digestBlocks, SHEET_BYTES, type Digest } from "./digestBlocks.ts";

/** Digests on another thread. */
export interface DigestThread {
  /** It may be given sheets. */
  readonly isReady: boolean;
  /** The digests of a full sheet's blocks; the sheet belongs to the thread until it comes back. */
  digest(sheet: Sheet): Promise<{ readonly digests: Uint8Array; readonly sheet: Sheet }>;
  /** Ends it; what it still owes fails. */
  end(): void;
}

/** Undefined where there can be none. */
export type StartDigestThread = () => DigestThread | undefined;

/** Sheets being digested before the report must wait. */
const MOST_WAITING = 4;

/** From so many sheets on another thread is worth its start. */
const LARGE = 32;

/** Begins what the last digest is taken of: a byte that begins no block. */
const ROOT_MARK = 0xfd;

export class ReportHash {
  readonly #digest: Digest | undefined;
  readonly #startThread: StartDigestThread;
  readonly #rows = new CanonicalBytes(SHEET_BYTES, (full) => this.#take(full));
  readonly #digests: Uint8Array[] = [];
  readonly #waiting = new Set<Promise<void>>();
  /** Sheets that came back. */
  #free: Sheet[] = [];
  #thread: DigestThread | undefined;
  #headers: readonly string[] = [];
  #failed = false;

  constructor(
    startThread: StartDigestThread = () => undefined,
    digest: Digest | undefined = browserDigest(),
  ) {
    this.#startThread = startThread;
    this.#digest = digest;
  }

  headers(names: readonly string[]): void {
    this.#headers = names;
  }

  append(batch: CellBatch): void {
    if (this.#digest !== undefined && !this.#failed) this.#rows.append(batch);
  }

  get behind(): boolean {
    return this.#waiting.size >= MOST_WAITING;
  }

  async caughtUp(): Promise<void> {
    while (this.behind) await Promise.race(this.#waiting);
  }

  /** The whole report is in; nothing can follow. */
  async finish(): Promise<Fingerprint | undefined> {
    const digest = this.#digest;
    try {
      if (digest === undefined || this.#failed) return undefined;
      const rest = await digestBlocks(this.#rows.end(), digest);
      const headers = new Uint8Array(await digest(headerBytes(this.#headers)));
      await Promise.all(this.#waiting);
      if (this.#failed) return undefined;
      return fingerprintOf(await digest(rootBytes([headers, ...this.#digests, rest])));
    } catch {
      return undefined;
    } finally {
      this.end();
    }
  }

  /** Nothing follows, and no fingerprint is wanted. */
  end(): void {
    this.#failed = true;
    this.#rows.end();
    this.#free = [];
    this.#thread?.end();
  }

  /** Gives the sheet to go on with. */
  #take(full: Sheet): Sheet {
    const place = this.#digests.push(EMPTY) - 1;
    const digest = this.#digest;
    if (digest === undefined || this.#failed) return full;
    if (this.#digests.length === LARGE) this.#thread = this.#startThread();
    if (this.#thread?.isReady !== true) {
      this.#await(
        digestBlocks(full.subarray(0, SHEET_BYTES), digest).then((digests) => {
          this.#digests[place] = digests;
        }),
      );
      return full;
    }
    this.#await(
      this.#thread.digest(full).then(({ digests, sheet }) => {
        this.#digests[place] = digests;
        this.#free.push(sheet);
      }),
    );
    return this.#free.pop() ?? newSheet(SHEET_BYTES);
  }

  #await(work: Promise<void>): void {
    const done = work
      .catch(() => {
        this.#failed = true;
      })
      .finally(() => this.#waiting.delete(done));
    this.#waiting.add(done);
  }
}

const EMPTY = new Uint8Array();

function rootBytes(digests: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([ROOT_MARK, ...digests.flatMap((digest) => [...digest])]);
}

function fingerprintOf(digest: ArrayBuffer): Fingerprint | undefined {
  const start = [...new Uint8Array(digest, 0, 8)];
  return readFingerprint(start.map((byte) => byte.toString(16).padStart(2, "0")).join(""));
}
