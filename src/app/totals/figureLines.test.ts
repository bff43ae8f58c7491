import { expect, test } from "vitest";
import type { CellTotals } from "../../model/totals.ts";
import { amountColumn } from "../../model/testing/amountColumn.ts";
import { figureLines, figureNames, linesAsText } from "./figureLines.ts";

const cost = { ...amountColumn(0, "Cost"), blanks: 1 };
const figure: CellTotals = {
  cells: 4,
  numbers: 2,
  blanks: 1,
  others: 1,
  currencies: [
    {
      currency: "",
      numbers: 2,
      sum: "3.755",
      coinDigits: 2,
      roundedSum: "3.76",
      difference: "0.005",
      average: "1.878",
      averageDigits: 3,
      min: "1.255",
      max: "2.50",
    },
  ],
};
const names = [{ column: cost, total: { column: cost.id, currency: undefined } }];

test("every figure is in its line, exact", () => {
  expect(figureLines(names, [figure])).toEqual([
    {
      key: "Cost",
      label: "Cost",
      currency: "no currency stated",
      averageDigits: 3,
      amounts: ["3.755", "3.76", "0.005", "1.878", "1.255", "2.50"],
      counts: [2, 1, 1],
    },
  ]);
});

test("the average says how it is rounded", () => {
  const lines = figureLines(names, [figure]);
  expect(figureNames(lines)).toContain("Average, rounded to 3 places");
  const other = lines.map((line) => ({ ...line, averageDigits: 2 }));
  expect(figureNames([...lines, ...other])).toContain("Average, rounded to its sum’s places");
});

test("as text it says when rows are missing", () => {
  const lines = figureLines(names, [figure]);
  const text = "Cost\tno currency stated\t3.755\t3.76\t0.005\t1.878\t1.255\t2.50\t2\t1\t1";
  expect(linesAsText(lines, true).split("\r\n").slice(1)).toEqual([text]);
  expect(linesAsText(lines, false).split("\r\n").slice(1)).toEqual([
    text,
    "so far: rows of the report are missing",
  ]);
});

test("a column's name can hold tabs, quotes and line breaks", () => {
  const [line = expect.fail()] = figureLines(names, [figure]);
  const odd = linesAsText([{ ...line, label: 'Net\t"gross"\n' }], true);
  expect(odd).toContain('"Net\t""gross""\n"\t');
});
