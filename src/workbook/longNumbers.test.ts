import fc from "fast-check";
import { expect, test } from "vitest";
import { longNumbers } from "./longNumbers.ts";

const partOf = (cells: readonly string[]): Uint8Array =>
  new TextEncoder().encode(
    `<worksheet><cols><col min="1"/></cols><sheetData><row r="1">${cells.join("")}</row></sheetData></worksheet>`,
  );

test("numbers that a double changes are found with their digits, others are not", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.bigInt(), fc.option(fc.stringMatching(/^[0-9]{1,20}$/)))),
      (numbers) => {
        const texts = numbers.map(
          ([whole, fraction]) => `${whole}${fraction ? `.${fraction}` : ""}`,
        );
        const part = partOf(texts.map((text, at) => `<c r="A${at + 1}" s="2"><v>${text}</v></c>`));
        const found = longNumbers(part);
        texts.forEach((text, at) => {
          const digits = text.replace(/[-.]/g, "").replace(/^0+/, "");
          const isInteger = !text.includes(".");
          const isLong = isInteger ? !Number.isSafeInteger(Number(text)) : digits.length > 17;
          expect(found.get(`A${at + 1}`)).toBe(isLong ? text : undefined);
        });
      },
    ),
  );
});

test.each([
  ["beyond a double's range", '<c r="B7"><v>1e400</v></c>', "1e400"],
  ["behind a formula", '<c r="B7"><f>A1+1</f><v>723421968459640833</v></c>', "723421968459640833"],
  ["no number", '<c r="B7" t="str"><v>72342196845964083x</v></c>', undefined],
  ["without an end", '<c r="B7"><v>723421968459640833', undefined],
  ["without an address", "<c><v>723421968459640833</v></c>", undefined],
])("a cell %s", (_name, cell, expected) => {
  const part = new TextEncoder().encode(`<sheetData><row r="7"><c r="A7"><v>1</v></c>${cell}`);
  expect(longNumbers(part).get("B7")).toBe(expected);
});
