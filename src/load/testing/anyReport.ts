/**
 * Random reports for property tests: how they are written (every JSON value, white space anywhere,
 * keys in any order, escapes in keys) and what must be read from them.
 */

import fc from "fast-check";
import type { CollectedCell } from "./collectingSink.ts";

export interface WrittenReport {
  readonly text: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CollectedCell[])[];
  /** Where in the text each row ends. */
  readonly rowEnds: readonly number[];
}

interface WrittenValue {
  readonly text: string;
  readonly cell: CollectedCell;
}

const space = fc.stringMatching(/^[ \n\r\t]{0,3}$/);
const digits = fc.stringMatching(/^[0-9]{1,30}$/);

const numberText = fc
  .record({
    sign: fc.constantFrom("", "-"),
    whole: digits.map((text) => text.replace(/^0+(?=.)/, "")),
    fraction: fc.option(digits, { nil: undefined }),
    exponent: fc.option(fc.stringMatching(/^[eE][+-]?[0-9]{1,4}$/), { nil: "" }),
  })
  .map(
    ({ sign, whole, fraction, exponent }) =>
      sign + whole + (fraction === undefined ? "" : `.${fraction}`) + exponent,
  );

/** Any string, with lone surrogates, escaped here and there in the ways JSON allows. */
const written = (value: fc.Arbitrary<string>): fc.Arbitrary<{ text: string; value: string }> =>
  fc.tuple(value, fc.array(fc.nat(5), { minLength: 1, maxLength: 8 })).map(([value, choices]) => {
    const units = Array.from(value, (character, index) => {
      const choice = choices[index % choices.length];
      if (choice === 0) return escaped(character);
      if (character === "/" && choice === 1) return "\\/";
      return JSON.stringify(character).slice(1, -1);
    });
    return { text: `"${units.join("")}"`, value };
  });

const anyString = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.array(fc.nat(0xffff), { maxLength: 6 }).map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom("__proto__", "constructor", "10", "", "00231", "12.50", "null", '\\"', "[1]"),
);

const scalar: fc.Arbitrary<WrittenValue> = fc.oneof(
  {
    weight: 3,
    arbitrary: written(anyString).map(({ text, value }) => cell(text, "string", value)),
  },
  { weight: 2, arbitrary: numberText.map((text) => cell(text, "number", text)) },
  fc.constantFrom(
    cell("null", "null", ""),
    cell("true", "boolean", "true"),
    cell("false", "boolean", "false"),
  ),
);

const { value: anyValue } = fc.letrec<{ value: WrittenValue; nested: WrittenValue }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, { weight: 4, arbitrary: scalar }, tie("nested")),
  nested: fc.oneof(
    list(tie("value").map(({ text }) => text)).map((text) => cell(text, "nested", text)),
    object(tie("value").map(({ text }) => text)).map((text) => cell(text, "nested", text)),
  ),
}));

export const anyReport: fc.Arbitrary<WrittenReport> = fc
  .record({
    mark: fc.constantFrom("", "\ufeff"),
    headers: fc.array(written(anyString), { maxLength: 4 }),
    rows: fc.array(fc.array(anyValue, { maxLength: 4 }), { maxLength: 6 }),
    spaces: fc.array(space, { minLength: 1, maxLength: 5 }),
    unknown: fc.array(fc.tuple(unknownKey(), anyValue), { maxLength: 3 }),
    headersKey: fc.constantFrom('"headers"', '"h\\u0065aders"', '"\\u0068eader\\u0073"'),
    rowsKey: fc.constantFrom('"rows"', '"row\\u0073"', '"\\u0072\\u006F\\u0077\\u0073"'),
    order: fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }),
  })
  .map(({ mark, headers, rows, spaces, unknown, headersKey, rowsKey, order }) => {
    let spaceAt = 0;
    const gap = (): string => spaces[spaceAt++ % spaces.length] ?? "";
    const join = (open: string, items: readonly string[], close: string): string =>
      open + gap() + items.map((item) => item + gap()).join(`,${gap()}`) + close;
    const headersText = join(
      "[",
      headers.map(({ text }) => text),
      "]",
    );
    const rowTexts = rows.map((row) =>
      join(
        "[",
        row.map(({ text }) => text),
        "]",
      ),
    );
    const rowsText = join("[", rowTexts, "]");
    const members = [
      ...unknown.map(([key, value]) => `${key}${gap()}:${gap()}${value.text}`),
      `${headersKey}${gap()}:${gap()}${headersText}`,
      `${rowsKey}${gap()}:${gap()}${rowsText}`,
    ];
    const sorted = members
      .map((text, index) => ({ text, place: order[index] ?? 0 }))
      .sort((a, b) => a.place - b.place)
      .map(({ text }) => text);
    const text = mark + gap() + join("{", sorted, "}") + gap();
    const rowsStart = text.indexOf(rowsText, text.indexOf(rowsKey));
    let at = rowsStart;
    const rowEnds = rowTexts.map((row) => (at = text.indexOf(row, at) + row.length));
    return {
      text,
      headers: headers.map(({ value }) => value),
      rows: rows.map((row) => row.map(({ cell }) => cell)),
      rowEnds,
    };
  });

function cell(text: string, kind: string, value: string): WrittenValue {
  return { text, cell: [kind, value] };
}

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`,
  ).join("");
}

function list(item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(item, { maxLength: 3 }), space)
    .map(([items, gap]) => `[${gap}${items.join(`,${gap}`)}]`);
}

function object(item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(fc.tuple(written(anyString), item), { maxLength: 3 }), space)
    .map(([members, gap]) => {
      const texts = members.map(([key, value]) => `${key.text}${gap}:${value}`);
      return `{${texts.join(`${gap},`)}${gap}}`;
    });
}

/** Keys near the two that matter, too. */
function unknownKey(): fc.Arbitrary<string> {
  const near = fc.constantFrom("Rows", "row", "rows ", "header", "Headers", "", "title");
  return fc.oneof(
    near.map((key) => JSON.stringify(key)),
    written(anyString.filter(isUnknown)).map(({ text }) => text),
  );
}

function isUnknown(key: string): boolean {
  return key !== "headers" && key !== "rows";
}
