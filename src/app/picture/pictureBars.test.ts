import { Big } from "big.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { barPlaces, partText, pictureBars } from "./pictureBars.ts";

const amount = fc.oneof(
  fc.integer({ min: -10_000, max: 10_000 }).map((cents) => (cents / 100).toFixed(2)),
  fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }).map((units) => `${units}.000000000001`),
);

test("bars and the rest are the total, to the last digit; the largest are bars, by amount", () => {
  fc.assert(
    fc.property(
      fc.array(amount, { maxLength: 30 }),
      fc.integer({ min: 1, max: 12 }),
      (sums, most) => {
        const all = sums
          .map((sum, at) => {
            const text = at === 3 ? "" : `v${at}`;
            return { text, written: text, rows: at + 1, sum, share: 0 };
          })
          .sort((a, b) => new Big(b.sum).abs().cmp(new Big(a.sum).abs()));
        // As the worker tells them: blanks first.
        all.sort((a, b) => Number(b.text === "") - Number(a.text === ""));
        const total = sums.reduce((sum, one) => sum.plus(one), new Big(0));
        const page = {
          distinct: all.length,
          found: all.length,
          start: 0,
          values: all.slice(0, most + 1),
          rows: all.reduce((sum, { rows }) => sum + rows, 0),
          sum: total.toFixed(),
          missing: [],
        };
        const { bars, others } = pictureBars(page, most, false);
        expect(bars).toHaveLength(Math.min(most, all.length));
        const amounts = [...bars, ...(others === undefined ? [] : [others])];
        const added = amounts.reduce((sum, bar) => sum.plus(bar.amount), new Big(0));
        expect(added.eq(total)).toBe(true);
        expect(amounts.reduce((sum, { rows }) => sum + rows, 0)).toBe(page.rows);
        const least = bars.reduce(
          (size, bar) => (new Big(bar.amount).abs().lt(size) ? new Big(bar.amount).abs() : size),
          new Big(10).pow(30),
        );
        const names = new Set(bars.map(({ text }) => text));
        for (const { text, sum } of all) {
          if (!names.has(text)) expect(new Big(sum).abs().lte(least)).toBe(true);
        }
        bars.forEach((bar, at) => {
          if (at > 0) expect(new Big(bar.amount).lte(bars[at - 1]?.amount ?? 0)).toBe(true);
        });
      },
    ),
  );
});

test("zero is one line: negative amounts lie on its other side", () => {
  expect(barPlaces(["30", "-10", "0"])).toEqual([
    { start: 0.25, size: 0.75, negative: false },
    { start: 0, size: 0.25, negative: true },
    { start: 0.25, size: 0, negative: false },
  ]);
  expect(barPlaces(["0"])).toEqual([{ start: 0, size: 0, negative: false }]);
  expect(barPlaces([])).toEqual([]);
});

test.each([
  ["12", "100", "12 %"],
  ["0.04", "100", "< 0.1 %"],
  ["-0.04", "100", "> -0.1 %"],
  ["0.4", "100", "0.4 %"],
  ["-30", "100", "-30 %"],
  ["150", "100", "150 %"],
  ["0", "100", "0 %"],
  ["1", "0", ""],
])("%s of %s is %s", (part, whole, text) => {
  expect(partText(part, whole)).toBe(text);
});
