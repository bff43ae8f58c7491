import fc from "fast-check";
import { expect, test } from "vitest";
import { compareDecimals, parseDecimal, type Decimal } from "../model/decimal.ts";
import { writeDecimal } from "./decimalBytes.ts";
import { decimalText } from "./decimalText.ts";
import { found, LONG_NUMBER, NOT_A_NUMBER, readNumber } from "./numberBytes.ts";
import { MAX_SCALE } from "./table.ts";
import { decodeText, encodeText } from "./wtf8.ts";

const text = fc.oneof(
  fc.stringMatching(/^[+-]?[0-9]{0,24}\.?[0-9]{0,12}([eE][+-]?[0-9]{1,4})?$/),
  fc.stringMatching(/^[-+.e0-9]{0,6}$/),
  fc.integer().map(String),
  fc.string({ unit: "binary", maxLength: 5 }),
);

test("a number read from bytes is the number of the text", () => {
  fc.assert(
    fc.property(text, (text) => {
      const bytes = encodeText(`9${text}9`);
      const read = readNumber(bytes, 1, bytes.length - 1);
      const expected = parseDecimal(text);
      expect(read === NOT_A_NUMBER).toBe(expected === undefined);
      if (expected === undefined) return;
      const value: Decimal =
        read === LONG_NUMBER ? found.long : { units: BigInt(found.mantissa), scale: found.scale };
      expect(compareDecimals(value, expected)).toBe(0);
      if (read !== LONG_NUMBER) expect(Object.is(found.mantissa, -0)).toBe(false);
    }),
    { numRuns: 4000 },
  );
});

test("a number written as bytes is the text it is shown as", () => {
  const bytes = new Uint8Array(64);
  fc.assert(
    fc.property(
      fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1000, max: 1000 })),
      fc.integer({ min: 0, max: MAX_SCALE }),
      (mantissa, scale) => {
        const end = writeDecimal(bytes, 0, mantissa, scale);
        expect(decodeText(bytes, 0, end)).toBe(decimalText(mantissa, scale));
      },
    ),
    { numRuns: 3000 },
  );
});
