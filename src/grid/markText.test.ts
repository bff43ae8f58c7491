import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellPiece } from "./gridProps.ts";
import { markText } from "./markText.ts";

const joined = (pieces: readonly CellPiece[]) => pieces.map(({ text }) => text).join("");
const marked = (text: string, needle: string, pieces: readonly CellPiece[] = [{ text }]) =>
  markText(needle)(pieces, text)
    .map((piece) => (piece.found === true ? `[${piece.text}]` : piece.text))
    .join("");

describe("a match", () => {
  test("is marked wherever it is, in any case", () => {
    expect(marked("Acme GmbH, acme", "ACME")).toBe("[Acme] GmbH, [acme]");
    expect(marked("aaaa", "aa")).toBe("[aa][aa]");
    expect(marked("Acme", "x")).toBe("Acme");
  });

  test("goes through pieces, each of which stays as it was", () => {
    const pieces = [{ text: "1" }, { text: "234", gap: true }, { text: ".50" }];
    expect(markText("34.5")(pieces, "1234.50")).toEqual([
      { text: "1" },
      { text: "2", gap: true },
      { text: "34", gap: false, found: true },
      { text: ".5", found: true },
      { text: "0", gap: false },
    ]);
  });

  test("is found where folding makes a text longer", () => {
    expect(marked("\u0130stanbul \u0130", "stan")).toBe("\u0130[stan]bul \u0130");
    expect(marked("\u0130stanbul", "i")).toBe("[\u0130]stanbul");
    expect(marked("\u212Aelvin", "kel")).toBe("[\u212Ael]vin");
  });

  test("that is drawn in other characters marks all of the cell", () => {
    expect(markText("1234.5")([{ text: "1.234" }, { text: ",50" }], "1234.50")).toEqual([
      { text: "1.234", found: true },
      { text: ",50", found: true },
    ]);
  });
});

test("the text stays the text, and something is marked exactly where the search would find it", () => {
  const letters = fc.constantFrom("a", "A", "k", "\u212A", "i", "\u0130", "ß", "Σ", "ς", "1", "😀");
  const text = fc.array(letters, { maxLength: 8 }).map((list) => list.join(""));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 3 }), text, (texts, needle) => {
      fc.pre(needle !== "");
      const pieces = texts.map((text) => ({ text }));
      const whole = texts.join("");
      const result = markText(needle)(pieces, whole);
      expect(joined(result)).toBe(whole);
      const isMarked = result.some(({ found = false }) => found);
      expect(isMarked).toBe(whole.toLowerCase().includes(needle.toLowerCase()));
    }),
    { numRuns: 3000 },
  );
});
