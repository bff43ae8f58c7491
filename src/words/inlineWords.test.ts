/**
 * Words people read stand in the dictionary, and nowhere else: no text between tags, no spoken name,
 * no sentence in quotes in what draws the page. A file that is to say something takes it from there.
 */

import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { parseAst } from "vite";

/** Attributes that people read or hear. */
const SPOKEN =
  /^(?:aria-label|aria-valuetext|title|label|placeholder|hint|legend|alt|text|note|problem)$/;
const SENTENCE = /\p{L}{2,}[,.:;]? \p{L}{2,}/u;
const LETTERS = /\p{L}{2,}/u;

/** Not for reading: policies, marks for machines, what the programme says to itself. */
const FOREIGN = [
  /^Content-Security-Policy$|^connect-src /,
  /^billscope views$/,
  /^(?:current-password|text\/csv)/,
];
/** The host reads these, in the language of its configuration: it has one. */
const FOR_HOSTS = new Set(["app/config.ts"]);
/** What a file says of itself, in English for whoever gets it. */
const FOR_FILES = new Set(["app/saving/exportAbout.ts"]);
/** Made up for the rehearsal, where nobody reads it. */
const FOR_NOBODY = new Set(["app/report/madeUpReport.ts"]);

interface Found {
  readonly file: string;
  readonly text: string;
}

function sentencesOf(file: string): readonly Found[] {
  const source = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
  const found: Found[] = [];
  const say = (text: string, pattern: RegExp) => {
    if (pattern.test(text) && !FOREIGN.some((one) => one.test(text)))
      found.push({ file, text: text.trim() });
  };
  const walk = (node: unknown, isQuiet: boolean): void => {
    if (Array.isArray(node)) return node.forEach((one) => walk(one, isQuiet));
    if (typeof node !== "object" || node === null) return;
    const { type, value, name } = Object.fromEntries(Object.entries(node));
    if (type === "JSXText") return say(String(value), LETTERS);
    if (type === "JSXAttribute") {
      const attribute = Object(name).name;
      if (SPOKEN.test(String(attribute)) && Object(value).type === "Literal") {
        return say(String(Object(value).value), LETTERS);
      }
      return walk(value, /^(?:class|d$|style|pattern|accept)/.test(String(attribute)));
    }
    if (type === "Literal" && typeof value === "string" && !isQuiet) return say(value, SENTENCE);
    if (type === "TemplateElement" && !isQuiet) return say(String(Object(value).raw), SENTENCE);
    if (/^(?:Import|Export(?:All|Specifier))/.test(String(type))) return undefined;
    const isOwn = type === "NewExpression" || type === "ThrowStatement";
    return Object.values(node).forEach((one) => walk(one, isQuiet || isOwn));
  };
  walk(parseAst(source, { lang: file.endsWith("x") ? "tsx" : "ts" }), false);
  return found;
}

const FILES = ["app", "grid"].flatMap((room) =>
  readdirSync(new URL(`../${room}`, import.meta.url), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|\.bench\.|testing[/\\]/.test(name))
    .map((name) => `${room}/${name.replaceAll("\\", "/")}`),
);

test("no file that draws the page holds words of its own", () => {
  expect(FILES.length).toBeGreaterThan(100);
  const read = FILES.filter(
    (file) => !FOR_HOSTS.has(file) && !FOR_FILES.has(file) && !FOR_NOBODY.has(file),
  );
  expect(read.flatMap(sentencesOf)).toEqual([]);
});
