import fc from "fast-check";
import { expect, test } from "vitest";
import { CellKind } from "../model/cell.ts";
import { parseDecimal, trimDecimal } from "../model/decimal.ts";
import { classify, isNumber, ValueClass } from "./valueClass.ts";
import { encodeText } from "./wtf8.ts";

const classOf = (text: string, kind: CellKind = CellKind.string) => {
  const shape = { whole: 0, fraction: 0 };
  const bytes = encodeText(`a${text}9`);
  const found = classify(bytes, 1, bytes.length - 1, kind, shape);
  return { found, ...shape };
};

test.each<[string, keyof typeof ValueClass]>([
  ["", "blank"],
  [" ", "text"],
  ["Acme", "text"],
  ["1,234", "text"],
  ["0", "integer"],
  ["-12", "integer"],
  ["+5", "integer"],
  ["999999999999999", "integer"],
  ["1000000000000000", "longInteger"],
  ["007", "zeroInteger"],
  ["-00", "zeroInteger"],
  ["0.5", "decimal"],
  [".5", "decimal"],
  ["5.", "decimal"],
  ["9.984E-7", "decimal"],
  ["1e-3", "decimal"],
  ["662E41", "power"],
  ["1e1001", "text"],
  ["1e", "text"],
  ["-", "text"],
  [".", "text"],
  ["1.2.3", "text"],
  ["1.2.2023", "date"],
  ["21.09.2023", "date"],
  ["21.09.2023 10:00", "datetime"],
  ["1.2.2023 10:00", "datetime"],
  ["31.02.2023", "text"],
  ["9.21.2023", "text"],
  ["92.223.124.254", "text"],
  ["-1.2.2023", "text"],
  ["1.234.567", "text"],
  ["2023-11-01", "date"],
  ["2024-02-29", "date"],
  ["2023-02-29", "text"],
  ["2023-13-01", "text"],
  ["2023-11-01T00:00:00.000Z", "datetime"],
  ["2023-11-01 10:00", "datetime"],
  ["2023-11-01T10:00:00+02:00", "datetime"],
  ["2023-11-01T25:00", "text"],
  ["2023-11-01T00:00:00Z/2023-11-02T00:00:00Z", "text"],
  ["03/04/2023", "slashDate"],
  ["09/21/2023", "monthFirst"],
  ["21/09/2023", "dayFirst"],
  ["9/1/2023", "slashDate"],
  ["31/31/2023", "text"],
  ["09/21/2023 10:00", "monthFirstDatetime"],
  ["true", "boolean"],
  ["False", "boolean"],
  ["trues", "text"],
  ["EUR", "currency"],
  ["eur", "text"],
  ["3c90c3cc-0d44-4b50-8888-8dd25736052a", "text"],
])("%j is %s", (text, name) => {
  expect(classOf(text).found).toBe(ValueClass[name]);
});

test("the JSON type counts where the text alone does not tell", () => {
  expect(classOf("true", CellKind.boolean).found).toBe(ValueClass.boolean);
  expect(classOf("[1]", CellKind.nested).found).toBe(ValueClass.text);
  expect(classOf("", CellKind.null).found).toBe(ValueClass.blank);
  expect(classOf("1e5", CellKind.number).found).toBe(ValueClass.decimal);
});

test("what is a number, and its digits, agree with the exact decimals", () => {
  const numberLike = fc.string({
    unit: fc.constantFrom(..."0123456789+-.eE".split("")),
    maxLength: 9,
  });
  fc.assert(
    fc.property(fc.oneof(numberLike, fc.string()), (text) => {
      const value = parseDecimal(text);
      const { found, whole, fraction } = classOf(text);
      expect(isNumber(found)).toBe(value !== undefined);
      if (value === undefined) return;
      expect(fraction).toBe(value.scale);
      const { units } = trimDecimal({ units: value.units, scale: 0 });
      const digits = (units < 0n ? -units : units).toString().length;
      expect(whole).toBeGreaterThanOrEqual(Math.max(0, digits - value.scale));
    }),
    { numRuns: 5000 },
  );
});
