/**
 * The entry of the worker that digests a large report's sheets, started by the worker that reads it
 * and ended with the report. It does nothing else, so a sheet is back before the next one is full.
 */

import { browserDigest, digestBlocks, SHEET_BYTES } from "../engine/digestBlocks.ts";
import type { DigestReply, DigestRequest } from "./digestProtocol.ts";

const digest = browserDigest();

const post = (reply: DigestReply, transfer: Transferable[] = []): void =>
  self.postMessage(reply, { transfer });

async function answer({ id, sheet }: DigestRequest): Promise<void> {
  try {
    if (digest === undefined) throw new Error("no digest here");
    const digests = await digestBlocks(sheet.subarray(0, SHEET_BYTES), digest);
    post({ id, digests, sheet }, [digests.buffer, sheet.buffer]);
  } catch {
    post({ id, failed: true });
  }
}

// The only sender is the worker that made this one.
self.addEventListener("message", (event: MessageEvent<DigestRequest>) => void answer(event.data));
if (digest !== undefined) post({ ready: true });
