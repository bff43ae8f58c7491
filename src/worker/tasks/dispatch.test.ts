import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALL_ROWS } from "../../model/query.ts";
import { ReportFailure } from "../../model/reportError.ts";
import { Cancelled } from "../../model/turn.ts";
import type { FromWorker, OrderSummary, RequestId, ToWorker } from "../protocol.ts";
import { FIRST, KEY, SECOND, SOURCE } from "../testing/examples.ts";
import { createDispatcher, type Handlers, type Task } from "./dispatch.ts";

const id = (value: number) => value as RequestId;
const order = (request: number, dataset = FIRST): ToWorker => ({
  id: id(request),
  request: { type: "order", dataset, query: ALL_ROWS },
});
const save = (request: number): ToWorker => ({
  id: id(request),
  request: { type: "save", source: SOURCE, format: "csv" },
});
const counts: OrderSummary = { tableRows: 2, rowCount: 1 };
const unexpected = () => Promise.reject(new Error("not part of this test"));

function start(handlers: Partial<Handlers>) {
  const said: FromWorker[] = [];
  const tell = createDispatcher(
    {
      open: unexpected,
      order: unexpected,
      window: unexpected,
      values: unexpected,
      spread: unexpected,
      totals: unexpected,
      find: unexpected,
      copy: unexpected,
      export: unexpected,
      save: unexpected,
      close: () => undefined,
      ...handlers,
    },
    (message) => said.push(structuredClone(message)),
  );
  return { said, tell };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));
const untilAborted = (task: { readonly signal: AbortSignal }) =>
  new Promise<never>((_, reject) => {
    task.signal.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
  });

test("a sign of life names what is at work, and nothing that ended", async () => {
  const { said, tell } = start({
    order: (_, task) => untilAborted(task),
    save: () => Promise.reject(new Cancelled()),
  });
  tell(order(1));
  tell(save(2));
  tell(order(3, SECOND));
  await settle();
  tell({ areYouThere: id(3) });
  tell({ close: SECOND });
  await settle();
  tell({ areYouThere: id(4) });
  expect(said).toEqual([
    { id: 2, cancelled: true },
    { alive: 3, working: [1, 3] },
    { id: 3, cancelled: true },
    { alive: 4, working: [1] },
  ]);
});

describe("endings", () => {
  test.each([
    ["a result", () => Promise.resolve(counts), { done: counts }],
    [
      "an error of the report",
      () => Promise.reject(new ReportFailure({ code: "forbidden" })),
      { failed: { code: "forbidden" } },
    ],
    [
      "an exception, by its name only",
      () => Promise.reject(new TypeError(`can't send ${KEY}`)),
      { failed: { code: "internal", detail: "TypeError" } },
    ],
    [
      "no memory left",
      () => Promise.reject(new RangeError("Array buffer allocation failed")),
      { failed: { code: "tooLarge", limit: "memory", rows: 0 } },
    ],
    [
      "too deep a stack is no lack of memory",
      () => Promise.reject(new RangeError("Maximum call stack size exceeded")),
      { failed: { code: "internal", detail: "RangeError" } },
    ],
    ["work that gave up", () => Promise.reject(new Cancelled()), { cancelled: true }],
    [
      "a throw before any promise",
      () => {
        throw new ReportFailure({ code: "offline" });
      },
      { failed: { code: "offline" } },
    ],
    [
      "an answer that can't cross",
      () => Promise.resolve({ ...counts, onclick: () => undefined }),
      { failed: { code: "internal", detail: expect.any(String) } },
    ],
  ])("%s", async (_, work, ending) => {
    const { said, tell } = start({ order: work });
    tell(order(1));
    await settle();
    expect(said).toEqual([{ id: 1, ...ending }]);
  });

  test("cancelled work never answers with its error", async () => {
    const { said, tell } = start({ order: (_, task) => untilAborted(task) });
    tell(order(1));
    tell({ cancel: id(1) });
    tell({ cancel: id(1) });
    tell({ cancel: id(7) });
    await settle();
    expect(said).toEqual([{ id: 1, cancelled: true }]);
  });

  test("progress after the ending is dropped", async () => {
    let task: Task<"save"> | undefined;
    const { said, tell } = start({
      save: (_, given) => {
        task = given;
        given.progress({ phase: "connecting" });
        return Promise.reject(new ReportFailure({ code: "offline" }));
      },
    });
    tell(save(1));
    await settle();
    task?.progress({ phase: "receiving", bytes: 1, totalBytes: undefined });
    expect(said).toEqual([
      { id: 1, progress: { phase: "connecting" } },
      { id: 1, failed: { code: "offline" } },
    ]);
  });
});

test("try now reaches the one request it names", async () => {
  const tried: number[] = [];
  const { tell } = start({
    save: (_, task) => {
      const place = tried.push(0) - 1;
      task.onTryNow(() => (tried[place] = (tried[place] ?? 0) + 1));
      return untilAborted(task);
    },
  });
  tell(save(1));
  tell(save(2));
  tell({ tryNow: id(2) });
  tell({ tryNow: id(3) });
  expect(tried).toEqual([0, 1]);
});

test("closing a dataset cancels its requests, then forgets it; others go on", async () => {
  const closed: string[] = [];
  const { said, tell } = start({
    order: (_, task) => untilAborted(task),
    close: (dataset) => closed.push(dataset),
  });
  tell(order(1, FIRST));
  tell(order(2, SECOND));
  tell({ close: FIRST });
  await settle();
  expect(said).toEqual([{ id: 1, cancelled: true }]);
  expect(closed).toEqual([FIRST]);
});

test("whatever happens in whatever order, each request ends exactly once, and last", async () => {
  const step = fc.record({
    do: fc.constantFrom("ask", "cancel", "close", "finish", "fail", "progress", "tryNow", "wait"),
    request: fc.nat({ max: 9 }),
    dataset: fc.constantFrom(FIRST, SECOND),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const works = new Map<number, { finish(): void; fail(): void; progress(): void }>();
      let asked = 0;
      const { said, tell } = start({
        open: (_, task) =>
          new Promise((resolve, reject) => {
            works.set(asked, {
              finish: () =>
                resolve({
                  table: { rowCount: 0, columns: [], headerCount: 0, raggedRows: 0, sealed: true },
                  bytes: 0,
                  elapsedMs: 0,
                }),
              fail: () => reject(new ReportFailure({ code: "offline" })),
              progress: () => task.progress({ phase: "connecting" }),
            });
            task.signal.addEventListener("abort", () => reject(new Cancelled()));
          }),
      });
      for (const { do: what, request, dataset } of steps) {
        if (what === "ask") {
          asked += 1;
          tell({ id: id(asked), request: { type: "open", dataset, source: SOURCE } });
        } else if (what === "cancel") tell({ cancel: id(request) });
        else if (what === "close") tell({ close: dataset });
        else if (what === "tryNow") tell({ tryNow: id(request) });
        else if (what === "wait") await Promise.resolve();
        else works.get(request)?.[what]();
      }
      for (let request = 1; request <= asked; request += 1) tell({ cancel: id(request) });
      await settle();
      for (let request = 1; request <= asked; request += 1) {
        const own = said.filter((message) => "id" in message && message.id === request);
        expect(own.filter((message) => !("progress" in message))).toHaveLength(1);
        expect(own.at(-1)).not.toHaveProperty("progress");
      }
    }),
    { numRuns: 200 },
  );
});
