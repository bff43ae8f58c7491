import fc from "fast-check";
import { expect, test } from "vitest";

import { digitGroups, groupSizes } from "./digitGroups.ts";

const grouped = (digits: string, locale: string) =>
  digitGroups(digits, groupSizes(locale)).join("_");

test.each([
  ["en", "1234567", "1_234_567"],
  ["en", "123", "123"],
  ["en", "1234", "1_234"],
  ["de", "1234567890123456789012345", "1_234_567_890_123_456_789_012_345"],
  ["en-IN", "123456789", "12_34_56_789"],
  ["es", "1234", "1234"],
  ["es", "12345", "12_345"],
])("%s groups %s as %s", (locale, digits, expected) => {
  expect(grouped(digits, locale)).toBe(expected);
});

test("joined, the groups are the digits", () => {
  const locale = fc.constantFrom("en", "de", "en-IN", "es", "pl", "ar-EG");
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,40}$/), locale, (digits, name) => {
      expect(digitGroups(digits, groupSizes(name)).join("")).toBe(digits);
    }),
  );
});
