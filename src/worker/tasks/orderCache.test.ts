import { expect, test } from "vitest";
import { allRows, type RowOrder } from "../../engine/rowOrder.ts";
import { ALL_ROWS, type Query } from "../../model/query.ts";
import { Cancelled } from "../../model/turn.ts";
import { createOrderCache } from "./orderCache.ts";

const search = (text: string): Query => ({ ...ALL_ROWS, search: text });
const orderOf = (tableRows: number): RowOrder => ({
  tableRows,
  rowCount: tableRows,
  rows: new Uint32Array(tableRows),
});
const wanted = new AbortController().signal;

function start(budgetBytes?: number) {
  const computed: string[] = [];
  const running: { finish(): void; fail(): void; readonly signal: AbortSignal }[] = [];
  const cache = createOrderCache(
    (query, tableRows, signal) => {
      computed.push(`${query.search} ${tableRows}`);
      return new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Cancelled()));
        running.push({
          finish: () => resolve(orderOf(tableRows)),
          fail: () => reject(new RangeError("Array buffer allocation failed")),
          signal,
        });
      });
    },
    undefined,
    budgetBytes,
  );
  return { cache, computed, running };
}

test("the query that asks for nothing special costs nothing", async () => {
  const { cache, computed } = start();
  await expect(cache.get(ALL_ROWS, 7, wanted)).resolves.toEqual(allRows(7));
  expect(computed).toEqual([]);
});

test("equal questions share one computation and its answer is kept", async () => {
  const { cache, computed, running } = start();
  const both = Promise.all([cache.get(search("a"), 3, wanted), cache.get(search("a"), 3, wanted)]);
  running[0]?.finish();
  const [first, second] = await both;
  expect(first).toBe(second);
  await expect(cache.get(search("a"), 3, wanted)).resolves.toBe(first);
  expect(computed).toEqual(["a 3"]);
});

test("another row count is another question", async () => {
  const { cache, computed } = start();
  void cache.get(search("a"), 3, wanted);
  void cache.get(search("a"), 4, wanted);
  expect(computed).toEqual(["a 3", "a 4"]);
});

test("one who leaves doesn't stop the others; the last one does", async () => {
  const { cache, running } = start();
  const [one, two] = [new AbortController(), new AbortController()];
  const first = cache.get(search("a"), 3, one.signal);
  const second = cache.get(search("a"), 3, two.signal);
  one.abort();
  await expect(first).rejects.toBeInstanceOf(Cancelled);
  expect(running[0]?.signal.aborted).toBe(false);
  two.abort();
  await expect(second).rejects.toBeInstanceOf(Cancelled);
  expect(running[0]?.signal.aborted).toBe(true);
});

test("who asks again right after the last one left gets an answer", async () => {
  const { cache, running } = start();
  const stop = new AbortController();
  const left = cache.get(search("a"), 3, stop.signal);
  stop.abort();
  const again = cache.get(search("a"), 3, wanted);
  running[1]?.finish();
  await expect(left).rejects.toBeInstanceOf(Cancelled);
  await expect(again).resolves.toEqual(orderOf(3));
});

test("a failure is told to all and not kept", async () => {
  const { cache, computed, running } = start();
  const failed = cache.get(search("a"), 3, wanted);
  running[0]?.fail();
  await expect(failed).rejects.toBeInstanceOf(RangeError);
  void cache.get(search("a"), 3, wanted);
  expect(computed).toHaveLength(2);
});

test("the least recently used go when the budget is used up, two always stay", async () => {
  const { cache, computed, running } = start(8 * 4);
  const ask = async (text: string, rows: number) => {
    const order = cache.get(search(text), rows, wanted);
    running.at(-1)?.finish();
    await order;
  };
  await ask("a", 4);
  await ask("b", 2);
  await ask("c", 2);
  await ask("a", 4);
  await ask("d", 2);
  expect(computed).toEqual(["a 4", "b 2", "c 2", "d 2"]);
  await ask("a", 4);
  await ask("b", 2);
  expect(computed.at(-1)).toBe("b 2");
  await ask("large", 100);
  await ask("larger", 200);
  await ask("large", 100);
  expect(computed.slice(-2)).toEqual(["large 100", "larger 200"]);
});

test("clear forgets, and keeps nothing that was under way", async () => {
  const { cache, computed, running } = start();
  const old = cache.get(search("a"), 3, wanted);
  cache.clear();
  running[0]?.finish();
  await expect(old).resolves.toEqual(orderOf(3));
  void cache.get(search("a"), 3, wanted);
  expect(computed).toHaveLength(2);
});
