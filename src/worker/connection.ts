/**
 * One worker and the requests it still owes an answer. Each request ends exactly once: with the
 * worker's answer, with the caller's abort, or with the loss of the worker, whichever is first.
 * A worker that lives but gives no sign of it, or that forgot a request, is lost too. Answers
 * nobody waits for are dropped by their id. Once lost, a connection stays lost and refuses each
 * request with the cause.
 */

import { ReportFailure, type ReportError } from "../model/reportError.ts";
import type { Note, SentRequest } from "../model/sentRequest.ts";
import { Cancelled } from "../model/turn.ts";
import { afterSecondsAwake, eachSecondAwake } from "./awake.ts";
import type {
  DatasetId,
  EngineProgress,
  EngineResults,
  FromWorker,
  RequestId,
  RequestOf,
  RequestType,
  ToWorker,
} from "./protocol.ts";

/** What we need of a `Worker`; a test gives its own. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  addEventListener(
    type: "message" | "messageerror" | "error",
    listener: (event: Event) => void,
  ): void;
  terminate(): void;
}

/** Hears of the way a request goes; `tryNow` ends the wait before its next try. */
export type ProgressListener<Type extends RequestType> = (
  progress: EngineProgress[Type],
  tryNow: () => void,
) => void;

export interface Connection {
  /** Rejects with `ReportFailure` or, after an abort, with `Cancelled`. */
  request<Type extends RequestType>(
    request: RequestOf<Type>,
    signal: AbortSignal | undefined,
    onProgress?: ProgressListener<Type>,
  ): Promise<EngineResults[Type]>;
  /** Ends the wait of this dataset's open. */
  tryNow(dataset: DatasetId): void;
  /** Ends the dataset's requests as cancelled and tells the worker to forget it. */
  close(dataset: DatasetId): void;
  /** Ends everything as cancelled. */
  end(): void;
  isLost(): boolean;
}

/** A script that neither loads nor fails for this long counts as unloadable. */
export const START_LIMIT_SECONDS = 60;

/**
 * A worker that owes an answer and says nothing for this long, not even that it lives, hangs: its
 * work takes turns of some milliseconds, and each lets our question through.
 */
export const SILENCE_LIMIT_SECONDS = 30;

type Ending =
  | { readonly done: unknown }
  | { readonly failed: ReportError }
  | { readonly cancelled: true };

interface Pending {
  readonly dataset: DatasetId | undefined;
  readonly isOpen: boolean;
  progress(note: unknown): void;
  /** Undefined once the caller has left: only an open still tells its last progress then. */
  end: ((ending: Ending) => void) | undefined;
}

let lastId = 0;

/** `onSent` hears of each request that the worker makes, and of how it ended. */
export function createConnection(
  createWorker: () => WorkerLike,
  onSent: Note = () => {},
): Connection {
  const underWay = new Map<string, SentRequest>();
  const pending = new Map<RequestId, Pending>();
  let worker: WorkerLike | undefined;
  let ready = false;
  let lossCause: Error | undefined;

  const lose = (cause: Error, ending: Ending): void => {
    if (lossCause !== undefined) return;
    lossCause = cause;
    stopStarting();
    stopListening?.();
    worker?.terminate();
    const left = [...pending.values()];
    pending.clear();
    for (const { end } of left) end?.(ending);
    for (const sent of underWay.values()) onSent({ ...sent, outcome: "stopped" });
    underWay.clear();
  };
  const failWith = (code: "workerCrashed" | "workerUnloadable" | "workerSilent"): void => {
    lose(new ReportFailure({ code }), { failed: { code } });
  };
  const fail = (): void => failWith(ready ? "workerCrashed" : "workerUnloadable");
  const post = (message: ToWorker): void => {
    if (lossCause === undefined) worker?.postMessage(message);
  };

  /** Listens for signs of life while an answer is owed; asks for one when none came by itself. */
  let stopListening: (() => void) | undefined;
  let silentSeconds = 0;
  let asked = false;
  const listen = (): void => {
    if (stopListening !== undefined) return;
    if (!asked) silentSeconds = 0;
    stopListening = eachSecondAwake(() => {
      if (pending.size === 0) {
        stopListening?.();
        stopListening = undefined;
        return;
      }
      if (!ready) return;
      silentSeconds += 1;
      if (silentSeconds > SILENCE_LIMIT_SECONDS) failWith("workerSilent");
      else if (!asked) {
        asked = true;
        post({ areYouThere: lastId as RequestId });
      }
    });
  };
  /** What was asked before and neither ended nor is at work will never be answered. */
  const hearAlive = (upTo: RequestId, working: readonly RequestId[]): void => {
    asked = false;
    for (const id of pending.keys()) {
      if (id <= upTo && !working.includes(id)) {
        failWith("workerSilent");
        return;
      }
    }
  };

  const receive = (event: Event): void => {
    const message = "data" in event ? fromWorker(event.data) : undefined;
    if (message === undefined || lossCause !== undefined) return;
    silentSeconds = 0;
    if ("ready" in message) {
      ready = true;
      stopStarting();
      return;
    }
    if ("alive" in message) {
      hearAlive(message.alive, message.working);
      return;
    }
    if ("sent" in message) {
      const { sent } = message;
      if (sent.outcome === "underWay") underWay.set(sent.id, sent);
      else underWay.delete(sent.id);
      onSent(sent);
      return;
    }
    const request = pending.get(message.id);
    if (request === undefined) return;
    if ("progress" in message) {
      request.progress(message.progress);
      return;
    }
    pending.delete(message.id);
    request.end?.(message);
  };

  const stopStarting = afterSecondsAwake(START_LIMIT_SECONDS, fail);
  try {
    worker = createWorker();
    worker.addEventListener("message", receive);
    worker.addEventListener("messageerror", fail);
    worker.addEventListener("error", fail);
  } catch {
    fail();
  }

  function request<Type extends RequestType>(
    request: RequestOf<Type>,
    signal: AbortSignal | undefined,
    onProgress?: ProgressListener<Type>,
  ): Promise<EngineResults[Type]> {
    if (signal?.aborted === true) return Promise.reject(new Cancelled());
    if (lossCause !== undefined) return Promise.reject(lossCause);
    lastId += 1;
    const id = lastId as RequestId;
    const tryNow = (): void => {
      if (pending.has(id)) post({ tryNow: id });
    };
    const isOpen = request.type === "open";
    return new Promise((resolve, reject) => {
      const entry: Pending = {
        dataset: "dataset" in request ? request.dataset : undefined,
        isOpen,
        progress: (note) => onProgress?.(note as EngineProgress[Type], tryNow),
        end: (ending) => {
          entry.end = undefined;
          signal?.removeEventListener("abort", leave);
          if ("done" in ending) resolve(ending.done as EngineResults[Type]);
          else if ("failed" in ending) reject(new ReportFailure(ending.failed));
          else reject(new Cancelled());
        },
      };
      const leave = (): void => {
        if (!isOpen) pending.delete(id);
        entry.end?.({ cancelled: true });
        post({ cancel: id });
      };
      pending.set(id, entry);
      signal?.addEventListener("abort", leave, { once: true });
      post({ id, request });
      listen();
    });
  }

  return {
    request,
    tryNow: (dataset) => {
      for (const [id, entry] of pending) {
        if (entry.isOpen && entry.dataset === dataset) post({ tryNow: id });
      }
    },
    close: (dataset) => {
      post({ close: dataset });
      for (const [id, entry] of pending) {
        if (entry.dataset !== dataset) continue;
        pending.delete(id);
        entry.end?.({ cancelled: true });
      }
    },
    end: () => lose(new Cancelled(), { cancelled: true }),
    isLost: () => lossCause !== undefined,
  };
}

/** The door: what a worker of ours can have said, or undefined for anything else. */
function fromWorker(data: unknown): FromWorker | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if ("ready" in data) return { ready: true };
  if ("alive" in data) return data as FromWorker;
  if ("sent" in data) return data as FromWorker;
  const known = "progress" in data || "done" in data || "failed" in data || "cancelled" in data;
  return known && "id" in data && typeof data.id === "number" ? (data as FromWorker) : undefined;
}
