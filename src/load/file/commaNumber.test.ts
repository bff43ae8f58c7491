import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CellView, writtenText } from "../../model/cell.ts";
import { parseDecimal } from "../../model/decimal.ts";
import { CommaNumbers, Points } from "./commaNumber.ts";

function convert(texts: readonly string[], points: number = Points.allGroups): CellView[] {
  const numbers = new CommaNumbers(Uint8Array.of(points));
  return texts.map((text) => {
    const bytes = new TextEncoder().encode(`x${text}`);
    numbers.convert(bytes, 1, bytes.length, 0);
    const cell = new TextDecoder().decode(bytes.subarray(1, numbers.end));
    return { text: cell, kind: numbers.kind };
  });
}

const read = (text: string): string => convert([text])[0]?.text ?? "";

describe("commaNumber", () => {
  test.each([
    ["1234,56", "1234.56"],
    ["1.234,56", "1234.56"],
    ["-12.345.678", "-12345678"],
    ["0,125", "0.125"],
    ["+7,0", "+7.0"],
    ["1.234", "1234"],
    ["12345678901234567,123456789012", "12345678901234567.123456789012"],
    ["1,5E-3", "1.5E-3"],
  ])("%s is %s", (text, value) => expect(read(text)).toBe(value));

  test.each([
    "1.23",
    "0.123",
    "1234.567",
    "1.2.3.4",
    "01.02.2026",
    "1,",
    ",",
    "1,2,3",
    "1.234,",
    "",
    "-",
    "662E41",
    "007",
  ])("%s stays as it is", (text) => expect(read(text)).toBe(text));

  test.each([
    ["labels", ["1.234", "192.168.100.200", "1.234,5"], ["1.234", "192.168.100.200", "1234.5"]],
    [
      "groups",
      ["1.234", "192.168.100.200", "192.168.100.256"],
      ["1234", "192.168.100.200", "192168100256"],
    ],
    ["allGroups", ["1.234", "192.168.100.200", "-1.2.3"], ["1234", "192168100200", "-1.2.3"]],
  ] as const)("points of %s", (points, texts, values) => {
    expect(convert(texts, Points[points]).map(({ text }) => text)).toEqual(values);
  });

  test("the file's own text can always be made again", () => {
    const piece = fc.oneof(
      fc.constantFrom(".", ",", "-", "+", "E", "e", "0"),
      fc.stringMatching(/^\d{1,4}$/),
      fc.stringMatching(/^[.]\d{3}$/),
    );
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        expect(convert(texts).map(writtenText)).toEqual(texts);
      }),
      { numRuns: 5_000 },
    );
  });

  test("numbers as Germans write them keep their value to the last digit", () => {
    const amount = fc.record({
      units: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
      fraction: fc.stringMatching(/^\d{0,12}$/),
    });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 5 }), (amounts) => {
        const texts = amounts.map(({ units, fraction }) => {
          const whole = units.toLocaleString("de-DE");
          return fraction === "" ? whole : `${whole},${fraction}`;
        });
        const values = amounts.map(({ units, fraction }) =>
          parseDecimal(fraction === "" ? String(units) : `${units}.${fraction}`),
        );
        expect(convert(texts).map(({ text }) => parseDecimal(text))).toEqual(values);
      }),
    );
  });
});
