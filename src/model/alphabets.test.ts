import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ALPHABETS, alphabetOf } from "./alphabets.ts";
import { COLLATIONS, collationOf, type Collation } from "./collation.ts";
import { compareText, foldInAlphabet } from "./compareText.ts";

test("the format's description has the same letters", () => {
  const text = readFileSync(new URL("../../docs/link-format.md", import.meta.url), "utf8");
  const rows = [...text.matchAll(/^\| `([a-z]{2})` +\| (.+?) +\|$/gm)].map(
    ([, language = "", letters = ""]) => [language, letters.replaceAll("`", "")] as const,
  );
  expect(Object.fromEntries(rows)).toEqual({
    ...ALPHABETS,
    sr: ALPHABETS.sr.replace(ALPHABETS.hr, "as hr, and"),
  });
});

/** Equal but for accents and case that a language does not count as letters. */
const sameLetters = (collation: Collation, a: string, b: string): boolean =>
  foldInAlphabet(a, alphabetOf(collation)) === foldInAlphabet(b, alphabetOf(collation));

const order = (collation: Collation, a: string, b: string): number =>
  sameLetters(collation, a, b) ? 0 : Math.sign(compareText(a, b, alphabetOf(collation)));

/** Numbers in texts by value, letters regardless of accents and case: what we claim. */
const oracleOf = (locale: string) =>
  new Intl.Collator(locale, { sensitivity: "base", numeric: true });

const LATIN = Array.from("abcdefghijklmnopqrstuvwxyz");

/**
 * The letters that texts of a language are written with beside a-z: its own, and those of neighbours and
 * of loanwords. In Latvian, `ā ē ī ō ū` are letters since lately only, so browsers differ; for Turkish,
 * they take `Î` for another letter than `î`.
 */
const LETTERS: Readonly<Record<Collation, string>> = {
  az: "çəğıöşü",
  be: "абвгґдеёжзійклмнопрстуўфхцчшыьэюя",
  cs: "áčďéěíňóřšťúůýžäöüłśß",
  cy: "âêîôûŵŷäëïöüáàéèìòùẃýỳ",
  da: "æøåäöüéáóđ",
  el: "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώϊϋΐΰς",
  es: "áéíñóúüçàèò",
  et: "õäöüšžåéà",
  fi: "åäöšžéøæáüđ",
  hr: "čćđšžáäöüé",
  hu: "áéíóöőúüűäčšž",
  is: "áðéíóúýþæöåøä",
  lt: "ąčęėįšųūžéäöü",
  lv: "čģķļņŗšžéäöü",
  mk: "абвгдѓежзѕијклљмнњопрстќуфхцчџшй",
  nb: "æøåäöüéèêóòôđ",
  pl: "ąćęłńóśźżáčěöüžř",
  ro: "ăâîșțşţáéöü",
  ru: "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
  sk: "áäčďéíĺľňóôŕřšťúýžöü",
  sl: "čšžćđáéöü",
  sq: "çëáéöü",
  sr: "абвгдђежзијклљмнњопрстћуфхцчџшйыэюя",
  sv: "åäöéèüáàøæđœ",
  tr: "çğıöşüâû",
  uk: "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёыэ",
  vi: "ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
};

/** Scripts stand as they do for everybody, Latin first, so that each is asked about alone. */
const OTHER_SCRIPT = /[\u0370-\u04ff]/;

const signsOf = (collation: Collation, letters: string): readonly string[] => {
  const own = Array.from(letters);
  const latin = OTHER_SCRIPT.test(letters) ? [] : LATIN;
  const upper = [...latin, ...own]
    .map((one) => one.toLocaleUpperCase(collation))
    .filter((one) => one.length === 1);
  const lower = [...latin, ...own];
  const decomposed = [...lower, ...upper].map((one) => one.normalize("NFD"));
  return [...new Set([...lower, ...upper, ...decomposed])];
};

const ALL = [
  ...COLLATIONS.map((one) => [one, one, LETTERS[one]] as const),
  ["sr-Latn", "sr", LETTERS.hr] as const,
];

describe.each(ALL)("the order of letters: %s", (locale, collation, letters) => {
  const oracle = oracleOf(locale);
  const signs = signsOf(collation, letters);
  const lower = signs.filter((one) => one === one.toLocaleLowerCase(collation));
  /** Two signs of one letter are not looked for where the second one has an accent. */
  const several = [...alphabetOf(collation).letters.values()]
    .flat()
    .filter(({ signs: { length } }) => length > 1)
    .map(({ signs: written }) => `${written}[\\u0300-\\u036f]`);
  const unclear = new RegExp(several.join("|") || "$^", "i");
  const misfit = (a: string, b: string): readonly string[] => {
    if ([a, b].some((one) => unclear.test(one.normalize("NFD")))) return [];
    const [here, there] = [order(collation, a, b), Math.sign(oracle.compare(a, b))];
    return here === there ? [] : [`${a} ${"<=>"[here + 1]} ${b}, not ${"<=>"[there + 1]}`];
  };

  test("is that of the browser, for every two letters", () => {
    expect(oracle.resolvedOptions().locale).toBe(locale);
    expect(signs.flatMap((a) => signs.flatMap((b) => misfit(a, b)))).toEqual([]);
  });

  test("and for every two pairs of letters beside each other", () => {
    const pairs = lower.flatMap((a) => lower.map((b) => a + b));
    const sorted = pairs.sort((a, b) => oracle.compare(a, b));
    expect(sorted.flatMap((a, at) => misfit(sorted[at - 1] ?? a, a))).toEqual([]);
  });

  test("texts of them are in the platform's order", () => {
    const sign = fc.oneof(fc.constantFrom(...lower), fc.constantFrom("2", "10", "7", " "));
    const text = fc.array(sign, { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, fc.nat({ max: 4 }), (a, end, begin) => {
        expect(misfit(a, a.slice(0, begin) + end)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

const sorted = (collation: Collation, ...texts: string[]) =>
  texts.sort((a, b) => compareText(a, b, alphabetOf(collation)));

test("names stand as their readers look for them", () => {
  expect(sorted("sv", "Örebro", "Åkerlund", "Zorn", "Ärlig", "Andersson", "Ohm")).toEqual([
    "Andersson",
    "Ohm",
    "Zorn",
    "Åkerlund",
    "Ärlig",
    "Örebro",
  ]);
  expect(sorted("da", "Aarhus", "Zoo", "Ølsted", "Ærø", "Aabenraa", "Århus 2", "Abel")).toEqual([
    "Abel",
    "Zoo",
    "Ærø",
    "Ølsted",
    "Aabenraa",
    "Aarhus",
    "Århus 2",
  ]);
  expect(sorted("cs", "Idea", "Chata", "Hora", "Čas", "Cena", "Dům")).toEqual([
    "Cena",
    "Čas",
    "Dům",
    "Hora",
    "Chata",
    "Idea",
  ]);
  expect(sorted("hu", "Szabó", "Sutyi", "Sült", "Asztal", "Asszony", "Astra")).toEqual([
    "Astra",
    "Asszony",
    "Asztal",
    "Sutyi",
    "Sült",
    "Szabó",
  ]);
  expect(sorted("tr", "İzmir", "Isparta", "Jale", "Hatay", "ırmak")).toEqual([
    "Hatay",
    "ırmak",
    "Isparta",
    "İzmir",
    "Jale",
  ]);
  expect(sorted("lv", "cilvēks", "Čehova", "ābols", "azote", "Ylva", "Īve", "Ilze")).toEqual([
    "azote",
    "ābols",
    "cilvēks",
    "Čehova",
    "Ilze",
    "Ylva",
    "Īve",
  ]);
  expect(sorted("uk", "Яна", "Ґанок", "Дім", "Гора", "Їжак", "Іван", "Йона")).toEqual([
    "Гора",
    "Ґанок",
    "Дім",
    "Іван",
    "Їжак",
    "Йона",
    "Яна",
  ]);
});

describe("with any alphabet", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 5 }),
    fc
      .array(
        fc.constantFrom(...Array.from("aAszcChdIiı\u0307\u0301\u030aåÅ\u{10fffa}\ud800Σß0 2")),
        {
          maxLength: 6,
        },
      )
      .map((parts) => parts.join("")),
  );

  test.each(COLLATIONS)(
    "%s: only identical texts are equal, and the order is total",
    (collation) => {
      const alphabet = alphabetOf(collation);
      fc.assert(
        fc.property(anyText, anyText, anyText, (a, b, c) => {
          expect(compareText(a, b, alphabet) === 0).toBe(a === b);
          const [x, y, z] = [a, b, c].sort((one, other) => compareText(one, other, alphabet));
          expect(compareText(x ?? "", y ?? "", alphabet)).toBeLessThanOrEqual(0);
          expect(compareText(y ?? "", z ?? "", alphabet)).toBeLessThanOrEqual(0);
          expect(compareText(x ?? "", z ?? "", alphabet)).toBeLessThanOrEqual(0);
        }),
      );
    },
  );
});

test.each([
  ["sv-SE", "sv"],
  ["SV", "sv"],
  ["fi_FI", "fi"],
  ["no", "nb"],
  ["nn-NO", "nb"],
  ["sr-Latn-RS", "sr"],
  ["bs", "hr"],
  ["de-AT", undefined],
  ["en-US", undefined],
  ["svx", undefined],
  ["constructor", undefined],
  ["__proto__", undefined],
  ["", undefined],
])("a reader of %j has the order %j", (locale, collation) => {
  expect(collationOf(locale)).toBe(collation);
});

test.each(["de", "en", "fr", "it", "nl", "pt", "ca", "id", "ga"])(
  "%s orders its letters as everybody does, but for ligatures",
  (locale) => {
    const oracle = oracleOf(locale);
    const letters = [...LATIN, ...Array.from("áàâäãåçéèêëíìîïñóòôöõúùûüýÿ")];
    const misfits = letters.flatMap((a) =>
      letters.filter((b) => {
        const here = Math.sign(compareText(a, b));
        const there = Math.sign(oracle.compare(a, b));
        return there !== 0 && here !== there;
      }),
    );
    expect(misfits).toEqual([]);
    expect(collationOf(locale)).toBeUndefined();
  },
);
