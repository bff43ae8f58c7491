import fc from "fast-check";
import { expect, test } from "vitest";
import { alphabetOf } from "../model/alphabets.ts";
import { COLLATIONS, type Collation } from "../model/collation.ts";
import { compareText } from "../model/compareText.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { sortTexts } from "./sortTexts.ts";
import { foldedKey, textKey } from "./textKey.ts";
import { anyCollation } from "./testing/anyCells.ts";
import { textOrder } from "./textOrder.ts";
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
  "\u{10fffa}",
  "å",
  "\u030a",
  "aa",
  "aA",
  "ch",
  "c",
  "h",
  "d",
  "dzs",
  "ž",
  "\u030c",
  "I",
  "y",
  "е",
  "ё",
  "\uD83D",
  "\uFFFF",
  "the same beginning ",
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 6 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 8 }),
);

function sorted(texts: readonly string[], collation?: Collation) {
  const room = openWorkRoom();
  const words = new TextWords(texts.length, textOrder(collation), room);
  const encoded = texts.map(encodeText);
  const offsets = new Uint32Array(texts.length + 1);
  encoded.forEach((bytes, i) => (offsets[i + 1] = offsets[i]! + bytes.length));
  const all = new Uint8Array(offsets[texts.length]!);
  encoded.forEach((bytes, i) => all.set(bytes, offsets[i]));
  const source = words.source(all, offsets);
  for (const i of texts.keys()) words.add(source, i);
  return sortTexts(words, room, UNINTERRUPTED);
}

function keyOf(text: string, collation?: Collation): Uint8Array {
  const bytes = encodeText(text);
  return textKey(bytes, 0, bytes.length, textOrder(collation));
}

test("texts come in order, the same keys marked and in the order they came", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 80 }), anyCollation, async (texts, collation) => {
      const alphabet = collation && alphabetOf(collation);
      const { order, same } = await sorted(texts, collation);
      expect(order.slice().sort()).toEqual(Uint32Array.from(texts.keys()));
      for (let i = 1; i < order.length; i += 1) {
        const [a, b] = [texts[order[i - 1]!]!, texts[order[i]!]!];
        const isSame = Buffer.compare(keyOf(a, collation), keyOf(b, collation)) === 0;
        expect(same[i] === 1).toBe(isSame);
        if (isSame) expect(order[i - 1]!).toBeLessThan(order[i]!);
        else expect(compareText(a, b, alphabet)).toBeLessThan(0);
      }
    }),
    { numRuns: 1500 },
  );
});

test("keys are in the order of their texts and have no zero byte", () => {
  fc.assert(
    fc.property(text, text, anyCollation, (a, b, collation) => {
      expect(keyOf(a, collation).includes(0)).toBe(false);
      const order = Buffer.compare(keyOf(a, collation), keyOf(b, collation));
      const alphabet = collation && alphabetOf(collation);
      if (order !== 0) expect(Math.sign(compareText(a, b, alphabet))).toBe(order);
    }),
    { numRuns: 3000 },
  );
});

test("a key made sign by sign is the key of the whole text", () => {
  fc.assert(
    fc.property(text, anyCollation, (one, collation) => {
      expect(keyOf(one, collation)).toEqual(foldedKey(one, textOrder(collation)));
    }),
    { numRuns: 5000 },
  );
});

test.each([undefined, ...COLLATIONS])("and so is that of each single sign: %s", (collation) => {
  const order = textOrder(collation);
  for (let point = 0; point < 0x2200; point += 1) {
    const sign = `c${String.fromCodePoint(point)}h`;
    if (Buffer.compare(keyOf(sign, collation), foldedKey(sign, order)) !== 0) {
      expect(keyOf(sign, collation)).toEqual(foldedKey(sign, order));
    }
  }
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
