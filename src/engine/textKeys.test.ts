import fc from "fast-check";
import { expect, test } from "vitest";
import { compareText } from "../model/compareText.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { sortTextKeys } from "./sortTextKeys.ts";
import { TextKeys } from "./textKeys.ts";
import { encodeText } from "./wtf8.ts";

const piece = fc.constantFrom(
  "a",
  "A",
  "ä",
  "z",
  "ß",
  "0",
  "7",
  "10",
  "9".repeat(249),
  "1".repeat(250),
  "1".repeat(251),
  " ",
  "\0",
  "\u0001",
  "\u0002",
  "é",
  "e\u0301",
  "Σ",
  "😀",
  "\uD83D",
  "\uFFFF",
  "the same beginning ",
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 8 }),
);

function keysOf(texts: readonly string[]): TextKeys {
  const keys = new TextKeys(texts.length, 8);
  for (const text of texts) {
    const bytes = encodeText(text);
    keys.add(bytes, 0, bytes.length);
  }
  return keys;
}

test("keys in byte order are texts in order, up to spelling", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 80 }), async (texts) => {
      const keys = keysOf(texts);
      const { order, same } = await sortTextKeys(keys, UNINTERRUPTED);
      const key = (i: number) =>
        keys.bytes.subarray(keys.offsets[order[i]!], keys.offsets[order[i]! + 1]);
      expect(order.slice().sort()).toEqual(Uint32Array.from(texts.keys()));
      for (let i = 1; i < order.length; i += 1) {
        const [a, b] = [texts[order[i - 1]!]!, texts[order[i]!]!];
        const isSame = Buffer.compare(key(i - 1), key(i)) === 0;
        expect(same[i] === 1).toBe(isSame);
        if (isSame) expect(order[i - 1]!).toBeLessThan(order[i]!);
        else expect(compareText(a, b)).toBeLessThan(0);
      }
    }),
    { numRuns: 1500 },
  );
});

test("no key has a zero byte, whatever the text", () => {
  fc.assert(
    fc.property(text, (text) => {
      const { bytes, offsets } = keysOf([text]);
      expect(bytes.subarray(0, offsets[1]).includes(0)).toBe(false);
    }),
  );
});

test("more texts than one short sort, most of them alike", async () => {
  const texts = Array.from(
    { length: 100_000 },
    (_, i) =>
      `the same beginning of many ${i % 2 === 0 ? "items" : "things"} ${(i * 7919) % 60_000}`,
  );
  const { order } = await sortTextKeys(keysOf(texts), UNINTERRUPTED);
  const wrong = order.findIndex(
    (key, at) =>
      at > 0 && (compareText(texts[order[at - 1]!]!, texts[key]!) || order[at - 1]! - key) >= 0,
  );
  expect(wrong).toBe(-1);
});
