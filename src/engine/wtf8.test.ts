import fc from "fast-check";
import { expect, test } from "vitest";
import { isWide } from "../model/wideLetter.ts";
import { decodeText, encodeText, textWidth } from "./wtf8.ts";

const anyString = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom("\ud800", "\udbff", "\udc00", "\udfff", "\ufeff", "퟿", "a", "é", "😀"),
    maxLength: 60,
  }),
);

const widthOf = (letter: string) => (isWide(letter.codePointAt(0) ?? 0) ? 2 : 1);

test("every string comes back, lone surrogates and byte-order marks too", () => {
  fc.assert(
    fc.property(anyString, anyString, (text, before) => {
      const front = encodeText(before);
      const bytes = Uint8Array.from([...front, ...encodeText(text), 0x80]);
      const [start, end] = [front.length, bytes.length - 1];
      expect(decodeText(bytes, start, end)).toBe(text);
      const width = Array.from(text, widthOf).reduce((sum, one) => sum + one, 0);
      expect(textWidth(bytes, start, end, 1000)).toBe(width);
      expect(textWidth(bytes, start, end, 7)).toBe(Math.min(7, width));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["株式会社", 8],
  ["한국", 4],
  ["ＡＢ　Ｃ", 8],
  ["ｱｲｳ", 3],
  ["Ünal Ş", 6],
  ["שלום ﷲ", 6],
  ["😀", 2],
])("%s takes the room of %i narrow letters", (text, width) => {
  const bytes = encodeText(text);
  expect(textWidth(bytes, 0, bytes.length, 1000)).toBe(width);
});
