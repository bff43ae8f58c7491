import { describe, expect, test } from "vitest";
import type { CurrencyTotals } from "../../model/totals.ts";
import { currencyName, differenceText, roundedName } from "./totalText.ts";

const line = (currency: string, coinDigits: number): CurrencyTotals => ({
  currency,
  coinDigits,
  numbers: 1,
  sum: "1",
  roundedSum: "1",
  difference: "0",
  average: "1",
  averageDigits: 2,
  min: "1",
  max: "1",
});

describe("words beside totals", () => {
  test.each([
    ["0", "the same"],
    ["0.0000000000", "the same"],
    ["0.0278296160", "0.027829616 more"],
    ["-0.10", "0.1 less"],
    ["10", "10 more"],
    ["-100", "100 less"],
  ])("a difference of %s is %s", (difference, words) => {
    expect(differenceText(difference)).toBe(words);
  });

  test("rounded lines are named by the coins of their currency", () => {
    expect(roundedName(line("EUR", 2))).toBe("Lines rounded to cents");
    expect(roundedName(line("JPY", 0))).toBe("Lines rounded to whole JPY");
    expect(roundedName(line("KWD", 3))).toBe("Lines rounded to 3 places");
  });

  test("no currency is said, not left out", () => {
    expect(currencyName("")).toBe("no currency stated");
    expect(currencyName("EUR")).toBe("EUR");
  });
});
