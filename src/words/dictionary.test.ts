/**
 * German says what English says: the same texts (the compiler sees to that), nothing more, each with
 * the same figures, names and places for elements in it, and hardly anything left in English.
 */

import { readFileSync, readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import {
  ALTERATIONS,
  alterationWords,
  GROUP_LINES_LEFT_OUT,
  NO_SUBTOTALS,
  noAlterations,
} from "../model/alterations.ts";
import type { Filter } from "../model/filter.ts";
import { filterProblem } from "../model/filterProblem.ts";
import { writeCountsAs } from "./figures.ts";
import { german } from "./de.ts";
import { speak, spoken, writeFiguresAs } from "./spoken.ts";

type Entry = readonly [path: string, english: unknown, german: unknown];

const NAMES = readdirSync(new URL("en", import.meta.url)).map((file) => file.replace(/\.ts$/, ""));
const entries: Entry[] = [];

/** The same in both languages. */
const SAME = new Set(["units.byte", "filter.title", "kinds.inCurrency", "report.titleOf"]);

function collect(path: string, english: unknown, german: unknown): void {
  if (typeof english !== "object" || english === null) {
    entries.push([path, english, german]);
    return;
  }
  const other = new Map(Object.entries(Object(german)));
  for (const [key, value] of Object.entries(english)) {
    collect(`${path}.${key}`, value, other.get(key));
  }
}

beforeAll(async () => {
  for (const name of NAMES) {
    const area: object = await import(`./en/${name}.ts`);
    const [english] = Object.values(area);
    collect(name, english, new Map(Object.entries(german)).get(name));
  }
});

/** Figures nobody would write by chance; a function may take them for numbers, texts or switches. */
const GIVEN = [71_234, 82_345, 93_456, 64_567, 55_678, 46_789];

function said(text: unknown, locale: string): string {
  writeCountsAs(locale);
  const result: unknown = typeof text === "function" ? text(...GIVEN) : text;
  return String(result);
}

/** Only ever said of a fixed number, of two counts together, of more than can be listed, or of no count. */
const NEVER_ONE = new Set([
  "columns.firstListed",
  "errors.tooLarge.columns",
  "filter.problems.countTooLarge",
  "filter.problems.fewDigits",
  "filter.problems.patternTooLong",
  "lines.aside",
  "print.firstPrinted",
  "print.tooLong",
  "report.cutText",
  "report.unequal.firstListed",
  "saving.dialect",
  "share.long",
  "shelf.problems.tooMany",
  "totals.less",
  "values.tooMany",
]);
/** One of something in the plural: in English, in German. */
const PLURALS = [
  /\b(?:all|these) 1\b|\b1 (?:\p{L}+ ){0,4}(?:are|have|were)\b|\b1 (?:\p{L}+ )?(?!has\b|was\b)\p{L}{2,}s\b/u,
  /\ballen? 1\b|\b1 (?:\p{L}+ ){0,4}(?:sind|haben|waren|wurden|werden|können)\b|\b1 (?:\p{L}+ )?(?:Zeile|Spalte|Stelle|Zelle|Währunge|Zahle|Anfrage|Werte?|Filter)n\b/u,
];

/** Which of the given figures are in it, whatever stands between their digits. */
const figuresIn = (sentence: string) => {
  const digits = sentence.replace(/(?<=\d)[.,\s](?=\d)/g, "");
  return GIVEN.filter((figure) => digits.includes(String(figure)));
};
const placesIn = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).toSorted();

describe("German", () => {
  test("has the areas of English, and no others", () => {
    expect(Object.keys(german).toSorted()).toEqual(NAMES.toSorted());
  });

  test("says something for each text, of the same kind", () => {
    for (const [path, english, german] of entries) {
      expect([path, typeof german]).toEqual([path, typeof english]);
      expect([path, said(german, "de").trim() === ""]).toEqual([
        path,
        said(english, "en").trim() === "",
      ]);
    }
  });

  test("puts the same figures, names and elements into each sentence", () => {
    for (const [path, english, german] of entries) {
      const [one, other] = [said(english, "en"), said(german, "de")];
      expect([path, figuresIn(other)]).toEqual([path, figuresIn(one)]);
      expect([path, placesIn(other)]).toEqual([path, placesIn(one)]);
    }
  });

  test("says one thing in the singular, and so does English", () => {
    writeCountsAs("en");
    const wrong = entries.flatMap(([path, ...texts]) => {
      if (NEVER_ONE.has(path)) return [];
      return texts.flatMap((text, at) => {
        if (typeof text !== "function") return [];
        return [2, 1]
          .map((second) => String(text(1, second, 1, 1, 1, 1)))
          .filter((sentence) => PLURALS[at]?.test(sentence));
      });
    });
    expect(wrong).toEqual([]);
  });

  test("is not English", () => {
    const same = entries.filter(([path, english, german]) => {
      const [one, other] = [said(english, "en"), said(german, "en")];
      return one === other && / |^[a-z]/.test(one) && !SAME.has(path);
    });
    expect(same.map(([path]) => path)).toEqual([]);
  });
});

test("words of one language take the place of the other's, and back", async () => {
  const { lookWords } = await import("./en/look.ts");
  expect(lookWords.title).toBe("Appearance");
  await speak("de");
  expect([lookWords.title, spoken().language]).toEqual(["Darstellung", "de"]);
  await speak("en");
  expect([lookWords.title, spoken().language]).toEqual(["Appearance", "en"]);
});

test("what can be wrong with filters and files is all said", async () => {
  const { filterWords } = await import("./en/filter.ts");
  const { errorWords } = await import("./en/errors.ts");
  const column = "Cost";
  const filters: readonly Filter<string>[] = [
    { kind: "gte", column, value: "" },
    { kind: "gte", column, value: "ten" },
    { kind: "gte", column, value: "1".repeat(1001) },
    { kind: "between", column, from: "1", to: "2026-01-01" },
    ...PATTERNS.map((value) => ({ kind: "matches", column, value }) as const),
  ];
  const found = new Set(filters.map((filter) => filterProblem(filter)?.code));
  expect(found).toEqual(new Set<unknown>(Object.keys(filterWords.problems)));
  const damages = new Set([...damagesOfReports(), "openQuote"]);
  expect(damages).toEqual(new Set(Object.keys(errorWords.damaged.problems)));
});

test("what an export altered is said in German too", async () => {
  const { lowerWords } = await import("./en/lower.ts");
  await speak("de");
  for (const count of [1, 1_204]) {
    const altered = Object.fromEntries(ALTERATIONS.map((kind) => [kind, count]));
    for (const format of ["csv", "xlsx"] as const) {
      for (const said of alterationWords(format, { ...noAlterations(), ...altered })) {
        expect(lowerWords.told(said)).not.toBe(said);
        expect(lowerWords.told(said)).toMatch(count === 1 ? /\b1\b/ : /1\.204/);
      }
    }
  }
  for (const said of [GROUP_LINES_LEFT_OUT, NO_SUBTOTALS]) {
    expect(lowerWords.told(said)).not.toBe(said);
  }
  const [guarded = ""] = alterationWords("csv", { ...noAlterations(), guarded: 1_204 });
  writeFiguresAs("de-CH", undefined);
  expect(lowerWords.told(guarded)).toMatch(/^1['’]204 /);
  writeFiguresAs(undefined, undefined);
  expect(lowerWords.told("nobody foresaw this")).toBe("nobody foresaw this");
  await speak("en");
});

/** What is wrong with each damaged report there is a fixture of. */
function damagesOfReports(): readonly string[] {
  const folder = new URL("../load/fixtures/", import.meta.url);
  const files = readdirSync(folder).filter((name) => /^damaged.*\.expected\.json$/.test(name));
  expect(files.length).toBeGreaterThan(30);
  return files.map((name) => {
    const { error } = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    return String(error.problem);
  });
}

const PATTERNS = [
  "^*",
  "a{9}{9}",
  "*a",
  "a**",
  "{",
  "a{",
  "a{3,2}",
  "a{9999}",
  "(?=a)",
  "(a",
  "[z-a]",
].concat(["[a", "\\", "\\1", "\\x1", "a)", "x".repeat(9_999), "((a{90}){90}){90}"]);
