/**
 * The thread that digests a large report's sheets, seen from the worker that reads it. One that can't
 * be started is never ready, so nothing is lost in it; one that breaks later fails what it owes.
 */

// oxlint-disable-next-line import/default -- Vite makes this module: the address of the built worker.
import digestUrl from "./digestWorker.ts?worker&url";
import type { DigestThread } from "../engine/reportHash.ts";
import type { Sheet } from "../engine/canonicalBytes.ts";
import type { DigestReply, DigestRequest } from "./digestProtocol.ts";
import { trustOnly } from "./trustOnly.ts";

/** What we need of a `Worker`; a test gives its own. */
export interface DigestWorkerLike {
  postMessage(message: DigestRequest, transfer: Transferable[]): void;
  addEventListener(
    type: "message" | "messageerror" | "error",
    listener: (event: Event) => void,
  ): void;
  terminate(): void;
}

const trusted = trustOnly([digestUrl]);

/** Undefined where a worker can have none of its own. */
export function startDigests(create: () => DigestWorkerLike = newWorker): DigestThread | undefined {
  try {
    return threadOf(create());
  } catch {
    return undefined;
  }
}

function newWorker(): Worker {
  return new Worker(trusted(digestUrl), { type: "module", name: "Billscope fingerprint" });
}

interface Owed {
  readonly resolve: (done: { digests: Uint8Array; sheet: Sheet }) => void;
  readonly reject: (cause: Error) => void;
}

function threadOf(worker: DigestWorkerLike): DigestThread {
  const owed = new Map<number, Owed>();
  let isReady = false;
  let lastId = 0;

  const end = (): void => {
    isReady = false;
    worker.terminate();
    for (const { reject } of owed.values()) reject(new Error("the digests ended"));
    owed.clear();
  };
  const receive = (event: Event): void => {
    const reply = "data" in event ? (event.data as DigestReply) : undefined;
    if (reply === undefined) return;
    if ("ready" in reply) {
      isReady = true;
      return;
    }
    const waiting = owed.get(reply.id);
    owed.delete(reply.id);
    if ("failed" in reply) waiting?.reject(new Error("no digest"));
    else waiting?.resolve(reply);
  };
  worker.addEventListener("message", receive);
  worker.addEventListener("messageerror", end);
  worker.addEventListener("error", end);

  return {
    get isReady() {
      return isReady;
    },
    digest: (sheet) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        owed.set(lastId, { resolve, reject });
        worker.postMessage({ id: lastId, sheet }, [sheet.buffer]);
      }),
    end,
  };
}
