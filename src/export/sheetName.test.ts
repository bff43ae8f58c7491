import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileNames, sheetNames } from "./sheetName.ts";

const anyName = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "History",
    "history",
    "'",
    "''",
    "a:b",
    "con",
    "COM1.txt",
    "..",
    "",
    "Totals",
    "é",
    "e\u0301",
  ),
  fc.constantFrom("x".repeat(31), "x".repeat(32), "😀".repeat(20), `${"y".repeat(30)}'z`),
);

describe("names of sheets", () => {
  test("are what a spreadsheet allows, each once, whatever the values", () => {
    fc.assert(
      fc.property(fc.array(anyName, { maxLength: 30 }), (values) => {
        const nameOf = sheetNames(["Totals", "About"]);
        const names = values.map(nameOf);
        for (const name of names) {
          expect(name).toMatch(/^[^[\]:*?/\\\p{Cc}\p{Cs}]{1,31}$/u);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/^'|'$|^history$/i);
        }
        const folded = new Set([...names, "Totals", "About"].map((name) => name.toLowerCase()));
        expect(folded.size).toBe(names.length + 2);
      }),
    );
  });

  test("are the values, changed no more than they must be", () => {
    const nameOf = sheetNames(["Totals"]);
    expect(["Acme GmbH", "acme gmbh", "", "Totals", "a/b", "株式会社ミライ"].map(nameOf)).toEqual([
      "Acme GmbH",
      "acme gmbh (2)",
      "(blank)",
      "Totals (2)",
      "a_b",
      "株式会社ミライ",
    ]);
  });
});

test("names of files go nowhere but into their folder", () => {
  fc.assert(
    fc.property(fc.array(anyName, { maxLength: 20 }), (values) => {
      const names = values.map(fileNames());
      for (const name of names) {
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]+$/u);
        expect(name).not.toMatch(/^[.\s]|^(?:con|com1)(?:\.|$)/i);
      }
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    }),
  );
});
