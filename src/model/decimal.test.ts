import { Big } from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDecimals,
  compareDecimals,
  divideDecimal,
  formatDecimal,
  parseDecimal,
  roundDecimal,
  subtractDecimals,
  trimDecimal,
  type Decimal,
} from "./decimal.ts";

const digits = (max: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${max}}$`));
const numberText = fc
  .record({
    sign: fc.constantFrom("", "-"),
    whole: digits(24),
    fraction: fc.option(digits(12), { nil: undefined }),
    exponent: fc.option(fc.integer({ min: -40, max: 40 }), { nil: undefined }),
  })
  .map(
    ({ sign, whole, fraction, exponent }) =>
      `${sign}${whole}${fraction === undefined ? "" : `.${fraction}`}${exponent === undefined ? "" : `e${exponent}`}`,
  );

const parsed = (text: string): Decimal => {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`not a number: ${text}`);
  return value;
};
const same = (ours: Decimal, theirs: Big) => new Big(formatDecimal(ours)).eq(theirs);

describe("decimals agree with an independent library", () => {
  test("value, sum, difference, order", () => {
    fc.assert(
      fc.property(numberText, numberText, (a, b) => {
        const [x, y] = [parsed(a), parsed(b)];
        const [bigX, bigY] = [new Big(a), new Big(b)];
        expect(same(x, bigX)).toBe(true);
        expect(same(addDecimals(x, y), bigX.plus(bigY))).toBe(true);
        expect(same(subtractDecimals(x, y), bigX.minus(bigY))).toBe(true);
        expect(Math.sign(compareDecimals(x, y))).toBe(bigX.cmp(bigY));
      }),
      { numRuns: 2000 },
    );
  });

  test("rounding and division, halves away from zero", () => {
    fc.assert(
      fc.property(
        numberText,
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (text, scale, count) => {
          const value = parsed(text);
          expect(same(roundDecimal(value, scale), new Big(text).round(scale, 1))).toBe(true);
          const quotient = new (Big())(text);
          const Exact = Big();
          Exact.DP = 120;
          expect(
            same(
              divideDecimal(value, count, scale),
              new Exact(quotient).div(count).round(scale, 1),
            ),
          ).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe("text", () => {
  test.each([
    ["0", "0"],
    ["-0", "0"],
    ["007", "7"],
    ["+5", "5"],
    [".5", "0.5"],
    ["5.", "5"],
    ["-0.50", "-0.50"],
    ["1e3", "1000"],
    ["1.25E-2", "0.0125"],
    ["123456789012345678901234.123456789012", "123456789012345678901234.123456789012"],
  ])("%s is %s", (text, formatted) => {
    expect(formatDecimal(parsed(text))).toBe(formatted);
  });

  test.each([
    "",
    "-",
    ".",
    "+.",
    "1,234",
    " 1",
    "1 ",
    "0x10",
    "NaN",
    "Infinity",
    "1e",
    "1e1001",
    "--1",
  ])("%j is not a number", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  test("trimming takes zeros at the end off and keeps the value", () => {
    expect(trimDecimal(parsed("204.5512000000"))).toEqual({ units: 2045512n, scale: 4 });
    expect(trimDecimal(parsed("100"))).toEqual({ units: 100n, scale: 0 });
  });
});
