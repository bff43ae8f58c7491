import { expect, test } from "vitest";
import { csvLocales, dialectWords, excelDialect, ownLocale } from "./csvLocales.ts";

test.each([
  ["en-GB", ",", "."],
  ["en-US", ",", "."],
  ["de-DE", ";", ","],
  ["fr-FR", ";", ","],
  ["pt-BR", ";", ","],
  ["de-CH", ";", "."],
  ["ja-JP", ",", "."],
])("Excel in %s separates by %s and writes %s", (locale, separator, decimal) => {
  const dialect = excelDialect(locale);
  expect(dialect).toMatchObject({ separator, decimal });
  expect(dialect).toMatchObject({ mark: true, lineEnd: "\r\n" });
  expect(dialect.separator).not.toBe(dialect.decimal);
});

test("the person's own country is among the choices, whatever the browser says", () => {
  expect(csvLocales("mt-MT").map(({ tag }) => tag)).toContain("mt-MT");
  expect(csvLocales("de-DE").filter(({ tag }) => tag === "de-DE")).toEqual([
    { tag: "de-DE", name: "German (Germany)" },
  ]);
  expect(ownLocale("not a language!")).toBe("en-GB");
});

test("a dialect is told in words", () => {
  expect(dialectWords(excelDialect("de-DE"))).toBe("semicolons between fields, decimal comma");
});
