import fc from "fast-check";
import { expect, test } from "vitest";
import { UNINTERRUPTED, type Turn } from "../model/turn.ts";
import { pairSort, SHORT_SORT, sortPairs } from "./sortPairs.ts";
import { openWorkRoom } from "./workRoom.ts";

const BUSY: Turn = { due: () => true, next: () => Promise.resolve() };

async function expectSorted(keys: readonly number[], turn: Turn): Promise<void> {
  const sorted = Float64Array.from(keys);
  const items = Uint32Array.from(keys.keys());
  await sortPairs(pairSort(sorted, items, openWorkRoom()), 0, keys.length, turn);
  const expected = Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
  expect(items).toEqual(Uint32Array.from(expected));
  expect(sorted.every((key, at) => key === keys[items[at]!])).toBe(true);
}

const key = fc.oneof(
  fc.integer({ min: -50, max: 50 }),
  fc.integer({ min: 0, max: 2 ** 48 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((key) => key + 0),
  fc.constantFrom(0, Number.MIN_VALUE, -Number.MIN_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE),
  fc.integer({ min: -1074, max: 1023 }).map((power) => 2 ** power),
);

test("any finite keys come in order, equal ones as they stood", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(key, { maxLength: 300 }), (keys) =>
      expectSorted(keys, UNINTERRUPTED),
    ),
    { numRuns: 1500 },
  );
});

test("tiny keys and huge ones do not loop", async () => {
  await expectSorted(
    Array.from({ length: 2000 }, (_, i) => ((i * 7919) % 2000) * Number.MIN_VALUE),
    UNINTERRUPTED,
  );
  await expectSorted(
    Array.from({ length: 2000 }, (_, i) => (i % 2 === 0 ? 1 : -1) * 2 ** ((i * 31) % 1023)),
    UNINTERRUPTED,
  );
});

test("more keys than one short sort: even, lopsided, few different", async () => {
  const length = SHORT_SORT * 3;
  const spread = (i: number) => (i * 7919) % length;
  for (const keyOf of [
    spread,
    (i: number) => Math.exp(spread(i) / 5000),
    (i: number) => spread(i) % 3,
    (i: number) => (i === 5 ? 1e300 : spread(i) / 7),
  ]) {
    await expectSorted(
      Array.from({ length }, (_, i) => keyOf(i)),
      BUSY,
    );
  }
});
