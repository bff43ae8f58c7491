import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText, encodeText, textLength } from "./wtf8.ts";

const anyString = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom("\ud800", "\udbff", "\udc00", "\udfff", "\ufeff", "퟿", "a", "é", "😀"),
    maxLength: 60,
  }),
);

test("every string comes back, lone surrogates and byte-order marks too", () => {
  fc.assert(
    fc.property(anyString, anyString, (text, before) => {
      const front = encodeText(before);
      const bytes = Uint8Array.from([...front, ...encodeText(text), 0x80]);
      const [start, end] = [front.length, bytes.length - 1];
      expect(decodeText(bytes, start, end)).toBe(text);
      expect(textLength(bytes, start, end, 1000)).toBe(text.length);
      expect(textLength(bytes, start, end, 7)).toBe(Math.min(7, text.length));
    }),
    { numRuns: 2000 },
  );
});
