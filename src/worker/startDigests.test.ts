/** The thread for digests as the reader sees it, with a worker that the test speaks for. */

import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { digestBlocks, SHEET_BYTES } from "../engine/digestBlocks.ts";
import { ReportHash } from "../engine/reportHash.ts";
import { ReportTokenizer } from "../load/tokenizer.ts";
import { pieces } from "../load/testing/readReport.ts";
import type { DigestReply, DigestRequest } from "./digestProtocol.ts";
import { startDigests, type DigestWorkerLike } from "./startDigests.ts";

const sha256 = (bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> =>
  Promise.resolve(Uint8Array.from(createHash("sha256").update(bytes).digest()).buffer);

/** Does what the real one does, in this thread; `speak` may say something else instead. */
class FakeWorker extends EventTarget implements DigestWorkerLike {
  sheets = 0;
  /** Sheets that are here, and the most of them. */
  held = 0;
  most = 0;
  ended = false;
  readonly #speak: (id: number, worker: FakeWorker) => boolean;

  constructor(speak: (id: number, worker: FakeWorker) => boolean = () => false) {
    super();
    this.#speak = speak;
  }

  /** Speaks as soon as somebody listens. */
  override addEventListener(type: string, listener: (event: Event) => void): void {
    super.addEventListener(type, listener);
    if (type === "error") setTimeout(() => this.start());
  }

  start(): void {
    this.say({ ready: true });
  }

  say(data: DigestReply): void {
    if (!this.ended) this.dispatchEvent(new MessageEvent("message", { data }));
  }

  postMessage(message: DigestRequest, transfer: Transferable[]): void {
    const { id, sheet } = structuredClone(message, { transfer });
    this.sheets += 1;
    this.held += 1;
    this.most = Math.max(this.most, this.held);
    if (this.#speak(id, this)) return;
    void digestBlocks(sheet.subarray(0, SHEET_BYTES), sha256).then((digests) => {
      this.held -= 1;
      this.say({ id, digests, sheet });
    });
  }

  terminate(): void {
    this.ended = true;
  }
}

const ROWS = 800_000;
const report = new TextEncoder().encode(
  `{"headers":["n"],"rows":[${Array.from(
    { length: ROWS },
    (_, row) => `["${String(row).padStart(60, "0")}"]`,
  ).join(",")}]}`,
);

/** Reads the report as the engine does, giving other things their turn. */
async function read(hash: ReportHash): Promise<void> {
  const tokenizer = new ReportTokenizer(hash);
  for (const piece of pieces(report, 1 << 18)) {
    tokenizer.push(piece);
    await hash.caughtUp();
    await new Promise((resolve) => setImmediate(resolve));
  }
  tokenizer.end();
}

const plain = (async () => {
  const hash = new ReportHash(undefined, sha256);
  await read(hash);
  return hash.finish();
})();

async function fingerprint(worker: FakeWorker): Promise<string | undefined> {
  const hash = new ReportHash(() => startDigests(() => worker), sha256);
  await read(hash);
  return hash.finish();
}

describe("a large report", () => {
  test("has the same fingerprint, and the worker is ended with it", async () => {
    const worker = new FakeWorker();
    const found = await fingerprint(worker);
    expect(found).toMatch(/^[0-9a-f]{16}$/);
    expect(found).toBe(await plain);
    expect(worker.sheets).toBeGreaterThan(5);
    expect(worker.most).toBeLessThanOrEqual(4);
    expect(worker.ended).toBe(true);
  });

  test("is digested in place where no worker can be started", async () => {
    const hash = new ReportHash(
      () =>
        startDigests(() => {
          throw new Error("refused");
        }),
      sha256,
    );
    await read(hash);
    await expect(hash.finish()).resolves.toBe(await plain);
  });

  test("is digested in place where the worker's script can't be loaded", async () => {
    const worker = new FakeWorker();
    worker.start = () => void worker.dispatchEvent(new Event("error"));
    await expect(fingerprint(worker)).resolves.toBe(await plain);
    expect(worker.sheets).toBe(0);
    expect(worker.ended).toBe(true);
  });

  test.each<[string, (id: number, worker: FakeWorker) => void]>([
    ["can't digest a sheet", (id, worker) => worker.say({ id, failed: true })],
    ["breaks", (_, worker) => worker.dispatchEvent(new Event("error"))],
    ["says what can't be read", (_, worker) => worker.dispatchEvent(new Event("messageerror"))],
  ])("has none when the worker %s, and is read all the same", async (_, speak) => {
    const worker = new FakeWorker((id, self) => {
      if (id !== 3) return false;
      setTimeout(() => speak(id, self));
      return true;
    });
    await expect(fingerprint(worker)).resolves.toBeUndefined();
    expect(worker.ended).toBe(true);
  });

  test("that is given up ends the worker in the middle of its work", async () => {
    const worker = new FakeWorker((id) => id > 2);
    const hash = new ReportHash(() => startDigests(() => worker), sha256);
    const reading = read(hash);
    await expect.poll(() => worker.sheets).toBeGreaterThan(2);
    hash.end();
    await reading;
    expect(worker.ended).toBe(true);
    await expect(hash.finish()).resolves.toBeUndefined();
  });
});
