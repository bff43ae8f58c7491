import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { CellKind } from "../model/cell.ts";
import { displayCell } from "./displayCell.ts";
import { dateText, decimalMark, writeAs } from "./localWriting.ts";

afterEach(() => writeAs({ numbers: "en", dates: undefined }));

const drawn = (
  kind: "decimal" | "date" | "datetime" | "text",
  text: string,
  cell = CellKind.string,
) =>
  displayCell({ kind, fractionDigits: 2 }, { text, kind: cell })
    .pieces.map((piece) => (piece.gap === true ? `_${piece.text}` : piece.text))
    .join("");

test.each([
  ["de-DE", "-1234567.50", "-1_234_567,50", "31.01.2026"],
  ["de-CH", "1234567.5", "1_234_567.5", "31.01.2026"],
  ["en-US", "1234567.5", "1_234_567.5", "01/31/2026"],
  ["en-GB", "1234567.5", "1_234_567.5", "31/01/2026"],
  ["en-IN", "1234567.5", "12_34_567.5", "31/01/2026"],
  ["sv-SE", "1234.5", "1_234,5", "2026-01-31"],
])("%s writes %s as %s and dates as %s", (locale, number, expected, date) => {
  writeAs({ numbers: locale, dates: locale });
  expect(drawn("decimal", number)).toBe(expected);
  expect(drawn("date", "2026-01-31")).toBe(date);
  expect(drawn("datetime", "2026-01-31T10:05:00Z")).toBe(`${date} 10:05:00Z`);
  // Texts that only look so are texts.
  expect(drawn("text", "2026-01-31")).toBe("2026-01-31");
  expect(drawn("text", "1234.5")).toBe("1234.5");
});

test("as the report has them: no gaps, no other sign, no other order", () => {
  writeAs({ numbers: undefined, dates: undefined });
  expect(drawn("decimal", "1234567.50")).toBe("1234567.50");
  expect(drawn("date", "2026-01-31")).toBe("2026-01-31");
});

test("dates written in another way stay as they are, whatever they mean", () => {
  writeAs({ numbers: "de", dates: "de" });
  for (const text of ["31/01/2026", "01.02.2026", "2026-1-3", "20260131", "Jan 31, 2026", ""]) {
    expect(dateText(text)).toBe(text);
  }
});

test("the digits of a number stay the same, in the same order", () => {
  const locale = fc.constantFrom("en", "de", "de-CH", "fr", "en-IN", "pl", "ar-EG");
  fc.assert(
    fc.property(fc.stringMatching(/^-?\d{1,30}(\.\d{1,20})?$/), locale, (text, name) => {
      writeAs({ numbers: name, dates: name });
      const shown = drawn("decimal", text).replaceAll("_", "");
      expect(shown.replace(decimalMark(), ".")).toBe(text);
    }),
  );
});
