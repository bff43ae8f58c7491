/**
 * How Excel reads a CSV file depends on the country its computer is set to: the decimal sign and, from
 * it, the separator. The sign is asked of the browser; the separator follows it but for a few countries,
 * which write a point and still separate by semicolons.
 */

import type { CsvDialect } from "../../model/viewExport.ts";
import { savingWords } from "../../words/en/saving.ts";
import { spoken } from "../../words/spoken.ts";

/** To choose from, beside the person's own. */
const LOCALES = [
  "en-GB",
  "en-US",
  "bg-BG",
  "cs-CZ",
  "da-DK",
  "de-AT",
  "de-CH",
  "de-DE",
  "el-GR",
  "es-ES",
  "es-MX",
  "et-EE",
  "fi-FI",
  "fr-CA",
  "fr-CH",
  "fr-FR",
  "he-IL",
  "hu-HU",
  "id-ID",
  "it-IT",
  "ja-JP",
  "ka-GE",
  "kk-KZ",
  "ko-KR",
  "lt-LT",
  "lv-LV",
  "nb-NO",
  "nl-NL",
  "pl-PL",
  "pt-BR",
  "pt-PT",
  "ro-RO",
  "ru-RU",
  "sk-SK",
  "sr-RS",
  "sv-SE",
  "th-TH",
  "tr-TR",
  "uk-UA",
  "uz-UZ",
  "vi-VN",
  "zh-CN",
  "zh-TW",
];

/** A point in numbers, semicolons between fields. */
const POINT_AND_SEMICOLON = /^(?:de|it|rm)-(?:CH|LI)\b/;

export interface CsvLocale {
  readonly tag: string;
  /** "German (Germany)". */
  readonly name: string;
}

export function excelDialect(locale: string): CsvDialect {
  const decimal = decimalSign(locale);
  const isSemicolon = decimal === "," || POINT_AND_SEMICOLON.test(locale);
  return { separator: isSemicolon ? ";" : ",", decimal, mark: true, lineEnd: "\r\n" };
}

/** By name, the person's own among them. */
export function csvLocales(own: string): readonly CsvLocale[] {
  const names = new Intl.DisplayNames(spoken().language, {
    type: "language",
    languageDisplay: "standard",
  });
  const tags = LOCALES.includes(own) ? LOCALES : [own, ...LOCALES];
  return tags
    .map((tag) => ({ tag, name: names.of(tag) ?? tag }))
    .toSorted((a, b) => a.name.localeCompare(b.name, spoken().language));
}

/** The browser's language, or British English where it is no language at all. */
export function ownLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? "en-GB";
  } catch {
    return "en-GB";
  }
}

/** "semicolons, decimal comma". */
export function dialectWords({ separator, decimal }: CsvDialect): string {
  const { between, decimal: signs, dialect } = savingWords;
  return dialect(between[separator], signs[decimal]);
}

/** Anything but a comma is written as a point: no spreadsheet's file has another. */
function decimalSign(locale: string): CsvDialect["decimal"] {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value === "," ? "," : ".";
}
