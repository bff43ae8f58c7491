/** A worker for one file: every ending ends it, and no promise is left open. */

import { afterEach, describe, expect, it, vi } from "vitest";
import { RECOGNISED } from "../model/fileSource.ts";
import { ReportFailure } from "../model/reportError.ts";
import { Cancelled } from "../model/turn.ts";
import { readWorkbook, type WorkbookWorker } from "./workbookClient.ts";
import type { WorkbookReply, WorkbookRequest } from "./workbookProtocol.ts";

class FakeWorker extends EventTarget implements WorkbookWorker {
  readonly asked: WorkbookRequest[] = [];
  ended = 0;

  postMessage(request: WorkbookRequest): void {
    this.asked.push(request);
  }

  terminate(): void {
    this.ended += 1;
  }

  say(data: WorkbookReply | "nonsense"): void {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

function setUp() {
  const worker = new FakeWorker();
  const stop = new AbortController();
  const file = new Blob(["PK"]);
  const reading = readWorkbook(file, RECOGNISED, stop.signal, () => worker);
  return { worker, stop, file, reading };
}

const DONE: WorkbookReply = {
  done: {
    text: new Blob(["{}"]),
    reading: {
      format: "xlsx",
      sheet: "A",
      sheets: ["A"],
      headerLine: 1,
      sumsLeftOut: false,
      groupsLeftOut: 0,
    },
  },
};

afterEach(() => vi.useRealTimers());

describe("readWorkbook", () => {
  it("is a failure where no worker can be started", async () => {
    const reading = readWorkbook(new Blob(), RECOGNISED, new AbortController().signal, () => {
      throw new DOMException("no thread", "SecurityError");
    });
    await expect(reading).rejects.toMatchObject({ error: { code: "workbookStopped" } });
  });

  it("gives the worker's text and ends the worker", async () => {
    const { worker, file, reading } = setUp();
    expect(worker.asked).toEqual([{ file, settings: RECOGNISED }]);
    worker.say("nonsense");
    worker.say(DONE);
    expect(await reading).toMatchObject({ reading: { sheet: "A" } });
    expect(worker.ended).toBe(1);
  });

  it("passes the worker's failure on", async () => {
    const { worker, reading } = setUp();
    worker.say({ failed: { code: "noTable", found: "locked" } });
    await expect(reading).rejects.toMatchObject({ error: { code: "noTable", found: "locked" } });
    expect(worker.ended).toBe(1);
  });

  it("ends the worker in the middle when it is stopped", async () => {
    const { worker, stop, reading } = setUp();
    stop.abort();
    await expect(reading).rejects.toBeInstanceOf(Cancelled);
    expect(worker.ended).toBe(1);
    worker.say(DONE);
  });

  it("starts none for what is stopped already", async () => {
    const started = vi.fn<() => WorkbookWorker>();
    const reading = readWorkbook(new Blob(), RECOGNISED, AbortSignal.abort(), started);
    await expect(reading).rejects.toBeInstanceOf(Cancelled);
    expect(started).not.toHaveBeenCalled();
  });

  it.each(["error", "messageerror"])("says that a worker stopped at its %s", async (type) => {
    const { worker, reading } = setUp();
    worker.dispatchEvent(new Event(type));
    await expect(reading).rejects.toBeInstanceOf(ReportFailure);
    await expect(reading).rejects.toMatchObject({ error: { code: "workbookStopped" } });
    expect(worker.ended).toBe(1);
  });

  it("ends a worker that takes too long", async () => {
    vi.useFakeTimers();
    const { worker, reading } = setUp();
    const failed = expect(reading).rejects.toMatchObject({ error: { code: "workbookTooSlow" } });
    await vi.advanceTimersByTimeAsync(180_000);
    await failed;
    expect(worker.ended).toBe(1);
  });
});
