/**
 * Languages whose alphabet orders letters in another way than everybody's order does, by the name
 * that a link has for them. Part of a view: who opens a link sees the rows as their sender did. What
 * each of them means is in alphabets.ts and never changes.
 */

export const COLLATIONS = [
  "az",
  "be",
  "cs",
  "cy",
  "da",
  "el",
  "es",
  "et",
  "fi",
  "hr",
  "hu",
  "is",
  "lt",
  "lv",
  "mk",
  "nb",
  "pl",
  "ro",
  "ru",
  "sk",
  "sl",
  "sq",
  "sr",
  "sv",
  "tr",
  "uk",
  "vi",
] as const;

export type Collation = (typeof COLLATIONS)[number];

/** Languages ordered as another one. */
const SAME: Readonly<Record<string, Collation>> = {
  bs: "hr",
  fo: "nb",
  gl: "es",
  nn: "nb",
  no: "nb",
};

export function readCollation(name: string): Collation | undefined {
  return COLLATIONS.find((one) => one === name);
}

/** Of a reader's language, such as `sv-SE`; undefined where everybody's order is the language's own. */
export function collationOf(locale: string): Collation | undefined {
  const [language = ""] = locale.toLowerCase().split(/[-_]/, 1);
  return readCollation(language) ?? (Object.hasOwn(SAME, language) ? SAME[language] : undefined);
}
