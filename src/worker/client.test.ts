import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { columnId } from "../model/positions.ts";
import { ALL_ROWS } from "../model/query.ts";
import { ReportFailure } from "../model/reportError.ts";
import type { SentRequest } from "../model/sentRequest.ts";
import { Cancelled } from "../model/turn.ts";
import { createEngineClient, type EngineClient } from "./client.ts";
import { SILENCE_LIMIT_SECONDS, START_LIMIT_SECONDS } from "./connection.ts";
import type { OpenProgress, RequestId } from "./protocol.ts";
import { FIRST, KEY, SECOND, SOURCE, summaryOf } from "./testing/examples.ts";
import { FakeWorker } from "./testing/fakeWorker.ts";

const FIRST_VALUES = { measure: undefined, search: "", start: 0, end: 50, chosen: [] };
const NO_VALUES = {
  distinct: 0,
  found: 0,
  start: 0,
  values: [],
  rows: 0,
  sum: undefined,
  missing: [],
};

const done = { table: summaryOf(3, true), bytes: 120, elapsedMs: 4 };
const receiving = (rows: number): OpenProgress => ({
  phase: "receiving",
  table: summaryOf(rows),
  bytes: rows * 40,
  totalBytes: undefined,
});
const crashed = new ReportFailure({ code: "workerCrashed" });
const unloadable = new ReportFailure({ code: "workerUnloadable" });

let workers: FakeWorker[];
let client: EngineClient;
let heard: OpenProgress[];
const hear = (progress: OpenProgress) => heard.push(progress);
const worker = (): FakeWorker => {
  const last = workers.at(-1);
  if (last === undefined) throw new Error("no worker was made");
  return last;
};
const open = (dataset = FIRST, signal?: AbortSignal) => client.open(dataset, SOURCE, hear, signal);

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  heard = [];
  client = createEngineClient({
    createWorker: () => {
      workers.push(new FakeWorker());
      return worker();
    },
  });
});
afterEach(() => {
  client.dispose();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const request = (id: string, outcome: SentRequest["outcome"]): SentRequest => ({
  id,
  at: 1,
  method: "GET",
  origin: "https://a",
  path: "/",
  key: "apikey",
  outcome,
});

test("requests of the worker are told, and that those under way stopped when it dies", () => {
  const sent: SentRequest[] = [];
  client = createEngineClient({
    createWorker: () => {
      workers.push(new FakeWorker());
      return worker();
    },
    onSent: (request) => sent.push(request),
  });
  client.warm();
  worker().say({ sent: request("a", "underWay") });
  worker().say({ sent: request("b", "underWay") });
  worker().say({ sent: request("a", 503) });
  worker().fail("error");
  expect(sent.map(({ id, outcome }) => [id, outcome])).toEqual([
    ["a", "underWay"],
    ["b", "underWay"],
    ["a", 503],
    ["b", "stopped"],
  ]);
});

describe("answers", () => {
  test("an open tells its progress, then its result", async () => {
    const opened = open();
    const id = worker().idOf("open");
    worker().say({ ready: true });
    worker().say({ id, progress: receiving(2) });
    worker().say({ id, done });
    await expect(opened).resolves.toEqual(done);
    expect(heard).toEqual([receiving(2)]);
  });

  test("a failure carries the worker's error", async () => {
    const opened = open();
    worker().say({ id: worker().idOf("open"), failed: { code: "notFound" } });
    await expect(opened).rejects.toEqual(new ReportFailure({ code: "notFound" }));
  });

  test("each request gets its own answer, in whatever order they come", async () => {
    void open().catch(() => undefined);
    const order = client.order(FIRST, ALL_ROWS);
    const values = client.values(FIRST, ALL_ROWS, columnId(0), FIRST_VALUES);
    worker().say({ id: worker().idOf("values"), done: NO_VALUES });
    worker().say({ id: worker().idOf("order"), done: { tableRows: 3, rowCount: 1 } });
    await expect(order).resolves.toEqual({ tableRows: 3, rowCount: 1 });
    await expect(values).resolves.toEqual(NO_VALUES);
  });

  test("unknown ids, second endings and foreign messages are dropped", async () => {
    const opened = open();
    const id = worker().idOf("open");
    worker().say({ id: 999_999 as typeof id, failed: { code: "offline" } });
    for (const junk of [undefined, null, 7, "x", {}, { id }, { id: "1", done }, []]) {
      worker().sayAnything(junk);
    }
    worker().say({ id, done });
    worker().say({ id, failed: { code: "offline" } });
    worker().say({ id, progress: receiving(9) });
    await expect(opened).resolves.toEqual(done);
    expect(heard).toEqual([]);
  });
});

describe("cancel", () => {
  test("before the request: nothing is sent", async () => {
    await expect(open(FIRST, AbortSignal.abort())).rejects.toBeInstanceOf(Cancelled);
    expect(worker().told).toEqual([]);
  });

  test("during: rejects at once, the worker is told, a late answer is dropped", async () => {
    const stop = new AbortController();
    void open().catch(() => undefined);
    const order = client.order(FIRST, ALL_ROWS, stop.signal);
    const id = worker().idOf("order");
    stop.abort();
    await expect(order).rejects.toBeInstanceOf(Cancelled);
    expect(worker().told.at(-1)).toEqual({ cancel: id });
    worker().say({ id, done: { tableRows: 3, rowCount: 3 } });
  });

  test("after the answer: nothing is sent", async () => {
    const stop = new AbortController();
    const opened = open(FIRST, stop.signal);
    worker().say({ id: worker().idOf("open"), done });
    await opened;
    stop.abort();
    expect(worker().told).toHaveLength(1);
  });

  test("a stopped open still hears of the rows that arrived, and can be asked about", async () => {
    const stop = new AbortController();
    const opened = open(FIRST, stop.signal);
    const id = worker().idOf("open");
    stop.abort();
    await expect(opened).rejects.toBeInstanceOf(Cancelled);
    worker().say({ id, progress: receiving(5) });
    worker().say({ id, cancelled: true });
    worker().say({ id, progress: receiving(6) });
    expect(heard).toEqual([receiving(5)]);
    const order = client.order(FIRST, ALL_ROWS);
    worker().say({ id: worker().idOf("order"), done: { tableRows: 5, rowCount: 5 } });
    await expect(order).resolves.toEqual({ tableRows: 5, rowCount: 5 });
  });

  test("closing a dataset ends its requests and no others", async () => {
    const closed = open(FIRST);
    const closedOrder = client.order(FIRST, ALL_ROWS);
    const other = open(SECOND);
    const id = worker().idOf("open");
    client.close(FIRST);
    await expect(closed).rejects.toBeInstanceOf(Cancelled);
    await expect(closedOrder).rejects.toBeInstanceOf(Cancelled);
    await expect(client.order(FIRST, ALL_ROWS)).rejects.toBeInstanceOf(Cancelled);
    expect(worker().told.at(-1)).toEqual({ close: FIRST });
    worker().say({ id, done });
    await expect(other).resolves.toEqual(done);
  });
});

describe("try now", () => {
  test("goes to the open of that dataset only", () => {
    void open(FIRST).catch(() => undefined);
    const id = worker().idOf("open");
    void open(SECOND).catch(() => undefined);
    client.tryNow(FIRST);
    client.tryNow("neither" as typeof FIRST);
    expect(worker().told.slice(2)).toEqual([{ tryNow: id }]);
  });

  test("a save is told through its progress, until it ended", async () => {
    const retries: (() => void)[] = [];
    const saved = client.save(SOURCE, "csv", (_, tryNow) => retries.push(tryNow));
    const id = worker().idOf("save");
    const error = { code: "server", status: 503 } as const;
    worker().say({
      id,
      progress: { phase: "waiting", error, delayMs: 4000, attempt: 2, of: 3 },
    });
    retries[0]?.();
    expect(worker().told.at(-1)).toEqual({ tryNow: id });
    worker().say({ id, failed: error });
    await expect(saved).rejects.toEqual(new ReportFailure(error));
    retries[0]?.();
    expect(worker().told).toHaveLength(2);
  });
});

describe("a worker that fails", () => {
  test.each(["error", "messageerror"] as const)(
    "%s before it is ready: unloadable; the next open tries a fresh one",
    async (event) => {
      const opened = open();
      worker().fail(event);
      await expect(opened).rejects.toEqual(unloadable);
      expect(worker().terminated).toBe(true);
      void open(SECOND).catch(() => undefined);
      expect(workers).toHaveLength(2);
    },
  );

  test("throws while it is made: unloadable", async () => {
    client = createEngineClient({
      createWorker: () => {
        throw new TypeError("blocked by policy");
      },
    });
    client.warm();
    await expect(open()).rejects.toEqual(unloadable);
  });

  test("neither loads nor fails: unloadable after the limit", async () => {
    const opened = open();
    vi.advanceTimersByTime(START_LIMIT_SECONDS * 1_000);
    await expect(opened).rejects.toEqual(unloadable);
  });

  test.each(["error", "messageerror"] as const)(
    "%s later: crashed, for all that wait and for questions about what was lost",
    async (event) => {
      const opened = open();
      const order = client.order(FIRST, ALL_ROWS);
      const saved = client.save(SOURCE, "xlsx", () => undefined);
      const old = worker();
      old.say({ ready: true });
      old.fail(event);
      for (const lost of [opened, order, saved]) await expect(lost).rejects.toEqual(crashed);

      const again = open(SECOND);
      await expect(client.order(FIRST, ALL_ROWS)).rejects.toEqual(crashed);
      expect(workers).toHaveLength(2);
      old.say({ id: worker().idOf("open"), failed: { code: "offline" } });
      worker().say({ id: worker().idOf("open"), done });
      await expect(again).resolves.toEqual(done);
    },
  );

  test("after a stopped open the crash is told to nobody twice", async () => {
    const stop = new AbortController();
    const opened = open(FIRST, stop.signal);
    stop.abort();
    worker().say({ ready: true });
    worker().fail("error");
    await expect(opened).rejects.toBeInstanceOf(Cancelled);
  });
});

/** Seconds of the page's clock, `answer` after each. */
const live = (seconds: number, answer: () => void = () => undefined): void => {
  for (let second = 0; second < seconds; second += 1) {
    vi.advanceTimersByTime(1_000);
    answer();
  }
};
const asked = () => worker().told.flatMap((message) => ("areYouThere" in message ? [message] : []));
/** Answers as the worker does, with `working` at work. */
const answer = (working: () => readonly RequestId[]) => {
  let answered = 0;
  return () => {
    for (const { areYouThere } of asked().slice(answered)) {
      answered += 1;
      worker().say({ alive: areYouThere, working: working() });
    }
  };
};

describe("a worker that lives", () => {
  const silent = new ReportFailure({ code: "workerSilent" });
  test("but never speaks again is lost, after some seconds and one question", async () => {
    const opened = open();
    const order = client.order(FIRST, ALL_ROWS);
    const saved = client.save(SOURCE, "csv", () => undefined);
    worker().say({ ready: true });
    live(SILENCE_LIMIT_SECONDS);
    expect(asked()).toHaveLength(1);
    expect(worker().terminated).toBe(false);
    live(1);
    for (const lost of [opened, order, saved]) await expect(lost).rejects.toEqual(silent);
    expect(worker().terminated).toBe(true);
    await expect(client.order(FIRST, ALL_ROWS)).rejects.toEqual(silent);
    void open(SECOND).catch(() => undefined);
    expect(workers).toHaveLength(2);
  });

  test("and works for very long is waited for, whatever its sign of life", async () => {
    const opened = open();
    const id = worker().idOf("open");
    worker().say({ ready: true });
    live(500, () => worker().say({ id, progress: receiving(1) }));
    live(
      500,
      answer(() => [id]),
    );
    worker().say({ id, done });
    await expect(opened).resolves.toEqual(done);
  });

  test("is not late when the page itself had no time: it slept, or was slowed down", async () => {
    const opened = open();
    const id = worker().idOf("open");
    worker().say({ ready: true });
    live(SILENCE_LIMIT_SECONDS - 1);
    vi.setSystemTime(Date.now() + 86_400_000);
    live(
      1,
      answer(() => [id]),
    );
    live(SILENCE_LIMIT_SECONDS);
    worker().say({ id, done });
    await expect(opened).resolves.toEqual(done);
  });

  test("and was not asked anything is left alone", () => {
    client.warm();
    worker().say({ ready: true });
    live(10 * SILENCE_LIMIT_SECONDS);
    expect(worker().terminated).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is found silent also by somebody who goes on clicking", async () => {
    void open().catch(() => undefined);
    worker().say({ ready: true });
    worker().say({ id: worker().idOf("open"), done });
    const lost: unknown[] = [];
    live(SILENCE_LIMIT_SECONDS + 2, () => {
      const stop = new AbortController();
      client.order(FIRST, ALL_ROWS, stop.signal).catch((cause: unknown) => lost.push(cause));
      if (lost.length % 2 === 0) stop.abort();
      void client.order(FIRST, ALL_ROWS).catch((cause: unknown) => lost.push(cause));
    });
    await expect.poll(() => lost).toContainEqual(silent);
  });

  test("and forgot a request is lost at once; one asked meanwhile is not missed", async () => {
    const opened = open();
    const openId = worker().idOf("open");
    worker().say({ ready: true });
    live(1);
    const order = client.order(FIRST, ALL_ROWS);
    answer(() => [openId])();
    expect(worker().terminated).toBe(false);
    live(1);
    answer(() => [openId])();
    await expect(order).rejects.toEqual(silent);
    await expect(opened).rejects.toEqual(silent);
  });
});

describe("the whole life", () => {
  test("warm starts one worker, which the first open uses", () => {
    client.warm();
    client.warm();
    void open().catch(() => undefined);
    expect(workers).toHaveLength(1);
  });

  test("dispose ends all as cancelled and nothing works afterwards", async () => {
    const opened = open();
    client.dispose();
    await expect(opened).rejects.toBeInstanceOf(Cancelled);
    expect(worker().terminated).toBe(true);
    await expect(open(SECOND)).rejects.toBeInstanceOf(Cancelled);
    await expect(client.order(FIRST, ALL_ROWS)).rejects.toBeInstanceOf(Cancelled);
    client.warm();
    expect(workers).toHaveLength(1);
  });

  test("the key is in the open and save messages and in no other", async () => {
    const stop = new AbortController();
    void open(FIRST, stop.signal).catch(() => undefined);
    void client.order(FIRST, ALL_ROWS).catch(() => undefined);
    void client.save(SOURCE, "csv", () => undefined).catch(() => undefined);
    client.tryNow(FIRST);
    stop.abort();
    client.close(FIRST);
    const carriers = worker().told.filter((message) => JSON.stringify(message).includes(KEY));
    expect(carriers.map((message) => "request" in message && message.request.type)).toEqual([
      "open",
      "save",
    ]);
  });
});
