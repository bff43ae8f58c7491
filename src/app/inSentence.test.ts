import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../model/testing/anyView.ts";
import { inSentence } from "./inSentence.ts";

test.each([
  ["Acme GmbH", "Acme GmbH"],
  ["\u202eevil.exe", "\ufffdevil.exe"],
  ["a\u2069b\u200bc", "a\ufffdb\ufffdc"],
  ["שלום", "\u2068שלום\u2069"],
  ["👩‍👧", "👩‍👧"],
])("%j", (text, expected) => {
  expect(inSentence(text)).toBe(expected);
});

test("whatever the text, each direction that begins in it ends in it", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const inner = inSentence(text).replace(/^\u2068(.*)\u2069$/su, "$1");
      expect(inner).not.toMatch(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\n]/);
    }),
  );
});
