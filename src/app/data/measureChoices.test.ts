import { expect, test } from "vitest";
import type { ColumnKey } from "../../model/column.ts";
import { amountColumn } from "../../model/testing/amountColumn.ts";
import { measureChoices } from "./measureChoices.ts";

const amount = (id: number, name: string) => {
  const column = amountColumn(id, name);
  return { column, total: { column: column.id, currency: undefined } };
};
const of = (count: number) => ({
  currencies: Array.from({ length: count }, (_, at) => ({
    currency: `C${at}`,
    numbers: 1,
    sum: "1.00",
    coinDigits: 2,
    roundedSum: "1.00",
    difference: "0.00",
    average: "1.00",
    averageDigits: 2,
    min: "1.00",
    max: "1.00",
  })),
});
const amounts = [amount(0, "Cost"), amount(1, "Tax")];

test("every amount in every currency, in order", () => {
  const choices = measureChoices(amounts, [of(2), of(1)]);
  expect(choices.map(({ label }) => label)).toEqual(["Cost, C0", "Cost, C1", "Tax, C0"]);
});

test("of thousands of currencies the first of each amount, and the one that is chosen", () => {
  const chosen = { column: "Tax" as ColumnKey, currency: "C9999" };
  const choices = measureChoices(amounts, [of(17_576), of(17_576)], chosen);
  expect(choices).toHaveLength(1001);
  expect(choices.slice(499, 501).map(({ label }) => label)).toEqual(["Cost, C499", "Tax, C0"]);
  expect(choices.at(-1)?.label).toBe("Tax, C9999");
});

test("as many amounts as a report may have, each in its first currency", () => {
  const many = Array.from({ length: 1200 }, (_, id) => amount(id, `A${id}`));
  expect(
    measureChoices(
      many,
      many.map(() => of(2)),
    ),
  ).toHaveLength(1200);
});
