import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareText, foldForOrder } from "./compareText.ts";

const text = fc.oneof(
  fc
    .array(
      fc.constantFrom("a", "B", "ä", "e\u0301", "2", "10", "007", "0", " ", "ß", "😀", "\uD83D"),
      {
        maxLength: 5,
      },
    )
    .map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 4 }),
);

test.each([
  [
    ["Item 10", "item 2", "item 1"],
    ["item 1", "item 2", "Item 10"],
  ],
  [
    ["10", "7", "007"],
    ["007", "7", "10"],
  ],
  [
    ["Zebra", "Äpfel", "apfel", "Öl", "ostern"],
    ["apfel", "Äpfel", "Öl", "ostern", "Zebra"],
  ],
  [
    ["Straße", "Strasse", "Strast"],
    ["Strasse", "Straße", "Strast"],
  ],
  [
    ["ø2", "o1", "o3"],
    ["o1", "ø2", "o3"],
  ],
  [
    ["b", "", "a b", "a"],
    ["", "a", "a b", "b"],
  ],
  [
    ["10000000000000000000001", "10000000000000000000000"],
    ["10000000000000000000000", "10000000000000000000001"],
  ],
  [
    ["яблоко", "Арбуз", "йод"],
    ["Арбуз", "йод", "яблоко"],
  ],
])("%j in order", (texts, expected) => {
  expect([...texts].sort(compareText)).toEqual(expected);
});

describe("a total order", () => {
  test("only identical texts are equal; turning the pair around turns the sign", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(compareText(a, b) === 0).toBe(a === b);
        expect(Math.sign(compareText(a, b))).toBe(-Math.sign(compareText(b, a)) + 0);
      }),
      { numRuns: 3000 },
    );
  });

  test("is transitive", () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const [x, y, z] = [a, b, c].sort(compareText);
        expect(compareText(x ?? "", y ?? "")).toBeLessThanOrEqual(0);
        expect(compareText(y ?? "", z ?? "")).toBeLessThanOrEqual(0);
        expect(compareText(x ?? "", z ?? "")).toBeLessThanOrEqual(0);
      }),
      { numRuns: 3000 },
    );
  });
});

test("marks are dropped after Latin letters only", () => {
  expect(foldForOrder("É e\u0301 \u0130 й שָ \u0301")).toBe("e e i й שָ \u0301");
});
