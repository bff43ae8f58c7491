/**
 * The page's side of reading a workbook: a worker for one file, ended with the answer, by the
 * caller's abort, or when it takes too long. Rejects with `ReportFailure` or `Cancelled`.
 */

import type { FileSettings, WorkbookText } from "../model/fileSource.ts";
import { type ReportError, ReportFailure } from "../model/reportError.ts";
import { Cancelled } from "../model/turn.ts";
import { afterSecondsAwake } from "./awake.ts";
import { startWorkbookWorker } from "./startWorker.ts";
import type { WorkbookReply, WorkbookRequest } from "./workbookProtocol.ts";

/** Longer than the largest workbook that is let through should need. */
const WORKBOOK_LIMIT_SECONDS = 180;

/** What we need of a `Worker`; a test gives its own. */
export interface WorkbookWorker {
  postMessage(message: WorkbookRequest): void;
  addEventListener(
    type: "message" | "messageerror" | "error",
    listener: (event: Event) => void,
  ): void;
  terminate(): void;
}

export function readWorkbook(
  file: Blob,
  settings: FileSettings,
  signal: AbortSignal,
  createWorker: () => WorkbookWorker = startWorkbookWorker,
): Promise<WorkbookText> {
  if (signal.aborted) return Promise.reject(new Cancelled());
  return new Promise((resolve, reject) => {
    let worker: WorkbookWorker;
    try {
      worker = createWorker();
    } catch {
      reject(new ReportFailure({ code: "workbookStopped" }));
      return;
    }
    const end = (): void => {
      stopWaiting();
      signal.removeEventListener("abort", stop);
      worker.terminate();
    };
    const fail = (error: ReportError): void => {
      end();
      reject(new ReportFailure(error));
    };
    const stop = (): void => {
      end();
      reject(new Cancelled());
    };
    const stopWaiting = afterSecondsAwake(WORKBOOK_LIMIT_SECONDS, () =>
      fail({ code: "workbookTooSlow", afterMs: WORKBOOK_LIMIT_SECONDS * 1_000 }),
    );
    signal.addEventListener("abort", stop);
    worker.addEventListener("message", (event) => {
      const reply = "data" in event ? replyOf(event.data) : undefined;
      if (reply === undefined) return;
      if ("failed" in reply) fail(reply.failed);
      else {
        end();
        resolve(reply.done);
      }
    });
    // It may not load, or run out of memory.
    const lost = (): void => fail({ code: "workbookStopped" });
    worker.addEventListener("messageerror", lost);
    worker.addEventListener("error", lost);
    worker.postMessage({ file, settings });
  });
}

/** The door: what a worker of ours can have said. */
function replyOf(data: unknown): WorkbookReply | undefined {
  const known = typeof data === "object" && data !== null && ("done" in data || "failed" in data);
  return known ? (data as WorkbookReply) : undefined;
}
