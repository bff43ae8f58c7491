import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { CellKind } from "../model/cell.ts";
import { displayCell } from "./displayCell.ts";
import {
  dateText,
  decimalMark,
  isEitherNumber,
  operandText,
  readCommas,
  reportText,
  writeAs,
} from "./localWriting.ts";

afterEach(() => {
  writeAs({ numbers: "en", dates: undefined });
  readCommas(false);
});

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

test.each([
  ["de", "1000,5", "1000.5"],
  ["de", "-1.000,5", "-1000.5"],
  ["de", "1 000", "1000"],
  ["de", "1\u202f234\u202f567,89", "1234567.89"],
  ["de", "1'000,5", "1000.5"],
  ["de", "1.234.567", "1234567"],
  ["de", "1.000", "1000"],
  ["de", "112,", "112."],
  ["de", ",94", ".94"],
  ["de", "06.10.2026", "2026-10-06"],
  ["de", "6.10.2026 14:30", "2026-10-06T14:30"],
  ["de", "06.10.", "-10-06"],
  ["en-US", "10/06/2026", "2026-10-06"],
  ["en-GB", "06/10/2026", "2026-10-06"],
  ["de-CH", "1’000.5", "1000.5"],
])("typed in %s, %s is %s in a report", (locale, typed, expected) => {
  writeAs({ numbers: locale, dates: locale });
  expect(reportText(typed)).toBe(expected);
});

test.each([
  ["de", "1000.5"],
  ["de", "1.2.3"],
  ["de", "1.00"],
  ["de", "1.000.5"],
  ["de", "1 000.000,5"],
  ["de", ","],
  ["de", "2026-10-06"],
  ["de", "Rechnung 06.10.2026"],
  ["en", "112,9476"],
  ["en", "1.000"],
  ["en", "06.10.2026"],
])("typed in %s, %s has no other form", (locale, typed) => {
  writeAs({ numbers: locale, dates: locale });
  expect(reportText(typed)).toBeUndefined();
});

test("a file with decimal commas is typed as it is drawn, by everyone", () => {
  readCommas(true);
  expect(reportText("1.234,56")).toBe("1234.56");
  expect(reportText("-70,00")).toBe("-70.00");
  expect(operandText("1234.56")).toBe("1234,56");
  expect(isEitherNumber("1.000")).toBe(true);
});

test("a point before three digits is told apart where commas stand before decimals", () => {
  expect(isEitherNumber("1.000")).toBe(false);
  writeAs({ numbers: "de", dates: "de" });
  for (const text of ["1.000", "-12.345"]) expect(isEitherNumber(text)).toBe(true);
  for (const text of ["0.125", "1000.000", "1.00", "1,000"])
    expect(isEitherNumber(text)).toBe(false);
});

test("what is drawn, typed again, is what the report has", () => {
  const locale = fc.constantFrom("en", "en-US", "en-GB", "de", "de-CH", "fr", "pl", "sv");
  const number = fc.stringMatching(/^-?(0|[1-9]\d{0,20})(\.\d{1,12})?$/);
  const day = fc
    .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.oneof(number, day), locale, fc.boolean(), (text, name, isComma) => {
      writeAs({ numbers: name, dates: name });
      readCommas(isComma);
      const written = operandText(text);
      expect(reportText(written) ?? written).toBe(text);
    }),
  );
});
