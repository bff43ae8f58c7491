import fc from "fast-check";
import { expect, test } from "vitest";
import { compareText } from "../model/compareText.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { sortTexts } from "./sortTexts.ts";
import { textKey } from "./textKey.ts";
import { TextWords } from "./textWords.ts";
import { openWorkRoom } from "./workRoom.ts";
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
  "9".repeat(39),
  "1".repeat(40),
  "1".repeat(41),
  "9".repeat(300),
  ":",
  "@",
  "[",
  "`",
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

function sorted(texts: readonly string[]) {
  const room = openWorkRoom();
  const words = new TextWords(texts.length, room);
  const encoded = texts.map(encodeText);
  const offsets = new Uint32Array(texts.length + 1);
  encoded.forEach((bytes, i) => (offsets[i + 1] = offsets[i]! + bytes.length));
  const all = new Uint8Array(offsets[texts.length]!);
  encoded.forEach((bytes, i) => all.set(bytes, offsets[i]));
  const source = words.source(all, offsets);
  for (const i of texts.keys()) words.add(source, i);
  return sortTexts(words, room, UNINTERRUPTED);
}

function keyOf(text: string): Uint8Array {
  const bytes = encodeText(text);
  return textKey(bytes, 0, bytes.length);
}

test("texts come in order, the same keys marked and in the order they came", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 80 }), async (texts) => {
      const { order, same } = await sorted(texts);
      expect(order.slice().sort()).toEqual(Uint32Array.from(texts.keys()));
      for (let i = 1; i < order.length; i += 1) {
        const [a, b] = [texts[order[i - 1]!]!, texts[order[i]!]!];
        const isSame = Buffer.compare(keyOf(a), keyOf(b)) === 0;
        expect(same[i] === 1).toBe(isSame);
        if (isSame) expect(order[i - 1]!).toBeLessThan(order[i]!);
        else expect(compareText(a, b)).toBeLessThan(0);
      }
    }),
    { numRuns: 1500 },
  );
});

test("keys are in the order of their texts and have no zero byte", () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(keyOf(a).includes(0)).toBe(false);
      const order = Buffer.compare(keyOf(a), keyOf(b));
      if (order !== 0) expect(Math.sign(compareText(a, b))).toBe(order);
    }),
    { numRuns: 3000 },
  );
});

test("more texts than one short sort, most of them alike", async () => {
  const texts = Array.from(
    { length: 100_000 },
    (_, i) =>
      `the same beginning of many ${i % 2 === 0 ? "items" : "things"} ${(i * 7919) % 60_000}`,
  );
  const { order } = await sorted(texts);
  const wrong = order.findIndex(
    (key, at) =>
      at > 0 && (compareText(texts[order[at - 1]!]!, texts[key]!) || order[at - 1]! - key) >= 0,
  );
  expect(wrong).toBe(-1);
});
