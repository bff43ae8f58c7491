import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePattern, type Pattern } from "./pattern.ts";
import { MAX_PATTERN_LENGTH } from "./patternSyntax.ts";

const compiled = (text: string): Pattern => {
  const pattern = compilePattern(text);
  if ("problem" in pattern) throw new Error(`${text}: ${pattern.problem.code}`);
  return pattern;
};
const bytesOf = (text: string) => new TextEncoder().encode(text);

const literal = fc.constantFrom(
  "a",
  "b",
  "B",
  "1",
  "0",
  " ",
  "_",
  "-",
  "é",
  "É",
  "😀",
  "\\.",
  "\\+",
);
const set = fc.constantFrom(
  ".",
  "\\d",
  "\\D",
  "\\w",
  "\\W",
  "\\s",
  "\\S",
  "[ab]",
  "[^ab]",
  "[A-C0-4]",
  "[^\\d\\s]",
  "[é-ü]",
  "[\\w.-]",
  "[-a]",
  "[a\\-]",
  "[]",
  "[^]",
);
const assertion = fc.constantFrom("^", "$");
const { pattern: patternText } = fc.letrec<{ pattern: string; piece: string; atom: string }>(
  (tie) => ({
    pattern: fc
      .array(fc.array(tie("piece"), { maxLength: 4 }), { minLength: 1, maxLength: 3 })
      .map((options) => options.map((pieces) => pieces.join("")).join("|")),
    piece: fc.oneof(
      { weight: 6, arbitrary: tie("atom") },
      { weight: 1, arbitrary: assertion },
      {
        weight: 4,
        arbitrary: fc
          .tuple(
            tie("atom"),
            fc.constantFrom("*", "+", "?", "{0}", "{2}", "{1,}", "{0,3}", "*?", "+?", "{1,2}?"),
          )
          .map((parts) => parts.join("")),
      },
    ),
    atom: fc.oneof(
      { depthSize: "small" },
      { weight: 4, arbitrary: literal },
      { weight: 3, arbitrary: set },
      { weight: 1, arbitrary: tie("pattern").map((inner) => `(${inner})`) },
      { weight: 1, arbitrary: tie("pattern").map((inner) => `(?:${inner})`) },
    ),
  }),
);
const someText = fc
  .array(fc.constantFrom("a", "b", "A", "C", "1", "0", " ", "_", "-", ".", "é", "Ü", "😀", "\n"), {
    maxLength: 12,
  })
  .map((parts) => parts.join(""));

describe("patterns agree with regular expressions", () => {
  test("on random patterns and texts", () => {
    fc.assert(
      fc.property(patternText, fc.array(someText, { maxLength: 8 }), (text, texts) => {
        // Empty classes, and a repetition of an assertion inside a group, are ours to refuse.
        const pattern = compilePattern(text);
        if ("problem" in pattern) return;
        const expected = new RegExp(text.replaceAll("[é-ü]", "[é-üÉ-Ü]"), "iu");
        for (const sample of texts) {
          expect(pattern.test(sample), `${text} on ${JSON.stringify(sample)}`).toBe(
            expected.test(sample),
          );
          const bytes = bytesOf(sample);
          if (bytes.some((byte) => byte >= 0x80)) continue;
          expect(pattern.testAscii(bytes, 0, bytes.length)).toBe(expected.test(sample));
        }
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ["^inv-\\d{4}$", "INV-2026", true],
    ["^inv-\\d{4}$", "INV-20266", false],
    ["$^", "", true],
    ["$^", "a", false],
    ["straße", "STRAßE", true],
    ["^.$", "😀", true],
    ["\\x41\\u00e9", "aÉ", true],
    ["a\\tb", "a\tb", true],
    ["ΣΑΣ", "σασ", true],
    ["", "anything", true],
  ])("%s on %s: %s", (pattern, text, fits) => {
    expect(compiled(pattern).test(text)).toBe(fits);
  });
});

describe("what is refused, with its place", () => {
  test.each([
    ["(a", 0, { code: "unpaired", of: "(", lacks: ")" }],
    ["a)", 1, { code: "unpaired", of: ")", lacks: "(" }],
    ["[a", 0, { code: "unpaired", of: "[", lacks: "]" }],
    ["a**", 2, { code: "repeatsRepetition", of: "**" }],
    ["*a", 0, { code: "signRepeatsNothing", of: "*" }],
    ["^*", 0, { code: "repeatsNothing", of: "^*" }],
    ["a{2,1}", 1, { code: "countUpsideDown", of: "{2,1}" }],
    ["a{101}", 1, { code: "countTooLarge", of: "100" }],
    ["a{x}", 1, { code: "braceOrCount" }],
    ["{", 0, { code: "brace" }],
    ["[b-a]", 2, { code: "rangeUpsideDown" }],
    ["(a)\\1", 3, { code: "unsupported", of: "\\1" }],
    ["\\bword", 0, { code: "unsupported", of: "\\b" }],
    ["(?=a)", 0, { code: "otherGroup" }],
    ["(?<name>a)", 0, { code: "otherGroup" }],
    ["\\p{L}", 0, { code: "unsupported", of: "\\p" }],
    ["\\u12", 0, { code: "fewDigits", of: "\\u", lacks: "4" }],
    ["a\\", 1, { code: "beforeNothing", of: "\\" }],
    ["((a{100}){100}){100}", 0, { code: "patternTooMuch" }],
    ["x".repeat(MAX_PATTERN_LENGTH + 1), 0, { code: "patternTooLong", of: "1000" }],
  ])("%s", (pattern, at, problem) => {
    expect(compilePattern(pattern)).toEqual({ problem, at });
  });

  test.each([
    ["x".repeat(511), "x".repeat(512)],
    ["(x{100}){5}x{11}", "(x{100}){5}x{12}"],
    ["(x?){100}(x?){100}x{100}x{11}", "(x?){100}(x?){100}x{100}x{12}"],
    ["(x+){100}(x+){70}x", "(x+){100}(x+){70}xx"],
    ["(a|b|c){100}(d|e){3}ab", "(a|b|c){100}(d|e){3}abc"],
  ])("as many steps as there may be, and one more: %#", (most, tooMany) => {
    expect(compilePattern(most)).toHaveProperty("test");
    expect(compilePattern(tooMany)).toEqual({ problem: { code: "patternTooMuch" }, at: 0 });
  });

  test("nothing takes no time, however often it is repeated", () => {
    const nothing = Array.from({ length: 12 }).reduce<string>((of) => `(${of}){100}`, "()*");
    expect(compiled(`^a${nothing}b$`).test("ab")).toBe(true);
    expect(compiled(`^a${nothing}b$`).test("acb")).toBe(false);
  });

  test("any text is a pattern or has a problem", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (text) => {
        const pattern = compilePattern(text);
        if ("problem" in pattern) expect(pattern.at).toBeLessThanOrEqual(text.length);
        else pattern.test(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("time in proportion to the text", () => {
  test.each(["(a*)*b", "(a|a)*b", "(a|aa)+$b", "^(([a-z])+.)+[A-Z]([a-z])+$"])("%s", (text) => {
    const short = compiled(text);
    short.test("a".repeat(100));
    const long = compiled(text);
    long.test("a".repeat(100_000));
    expect(long.work()).toBe(short.work());
  });

  test("sets of states beyond the limit are forgotten: steps per character stay bounded", () => {
    const pattern = compiled("[ab]*a[ab]{14}c");
    let seed = 1;
    const text = Array.from({ length: 20_000 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % 2 === 0 ? "a" : "b";
    }).join("");
    expect(pattern.test(text)).toBe(false);
    expect(pattern.test(`${text}a${"b".repeat(14)}c`)).toBe(true);
    expect(pattern.work()).toBeLessThan(2 * text.length * 200);
  });
});
