/**
 * Cells of the sort that break careless engines, for property tests: numbers that collide as
 * doubles or differ only in spelling, blanks of every kind, dates in several spellings, texts
 * whose letters fold in unusual ways.
 */

import fc from "fast-check";
import { CellKind, type CellView } from "../../model/cell.ts";
import { COLLATIONS } from "../../model/collation.ts";
import { COLUMN_KINDS } from "../../model/column.ts";
import { columnId, type ColumnId } from "../../model/positions.ts";
import type { Filter } from "../../model/filter.ts";
import { filterProblem } from "../../model/filterProblem.ts";
import type { Query } from "../../model/query.ts";

const COLLIDING = [
  "9007199254740992",
  "9007199254740993",
  "9007199254740993.0",
  "-9007199254740993",
  "0.1",
  "0.10",
  "0.1000000000000000055511151231257827",
  "100000000000000000000000.000000000001",
  "100000000000000000000000.000000000002",
  "1e400",
  "1e401",
  "-1e400",
  "1e-400",
  "0",
  "-0",
  "-0.00",
  "0.0",
  "+5",
  "5.",
  ".5",
  "0.5",
  "5e-1",
  "007",
  "7",
  "7.0",
  "10",
  "662E41",
];
const DATES = [
  "2026-10-05",
  "2026-10-05T00:00:00Z",
  "2026-10-05 23:59:59.999999",
  "2026-10-06T01:00:00+02:00",
  "2026-10-05T14:30",
  "2026-02-30",
  "10/05/2026",
  "5/10/2026",
  "13/05/2026",
  "05/13/2026",
  "05.10.2026",
  "6.10.2026 01:00",
  "0001-01-01",
  "9999-12-31T23:59:59Z",
];
const TEXTS = [
  "item 2",
  "Item 10",
  "item 02",
  "ITEM 2",
  "äpfel",
  "Apfel",
  "apfel",
  "Zebra",
  "straße",
  "STRASSE",
  "\u212Aelvin",
  "kelvin",
  "\u0130stanbul",
  "istanbul",
  "ΑΣ",
  "ΑΣΑ",
  "😀",
  "\uD83D",
  "\uFFFF",
  "a\0b",
  "a\u0001b",
  " ",
  "true",
  "null",
  "é",
  "e\u0301",
  "a fairly long beginning, the same for many texts, then 1",
  "a fairly long beginning, the same for many texts, then 2",
  "a fairly long beginning, the same for many texts, THEN 1",
  `long digits ${"9".repeat(300)}`,
  `long digits ${"9".repeat(299)}`,
  `long digits 00${"9".repeat(299)}`,
  "__proto__",
  // Letters of one language and the next; some begin where a word of a key ends.
  "Åkerlund",
  "A\u030akerlund",
  "Örebro",
  "the aaa\u030a 2",
  "aabenraa",
  "Isparta",
  "abcded\u017e",
  "abcdedz\u030c",
  "abcdech",
  "abcdec\u030ch",
  "hora",
  "chata",
  "asszony",
  "asztal",
  "\u0491\u0435\u0451",
];
const PIECES = [
  "a",
  "B",
  "k",
  "i",
  "\u212A",
  "\u0130",
  "ß",
  "Σ",
  "c",
  "h",
  "s",
  "z",
  "d",
  "y",
  "I",
  "å",
  "ž",
  "\u030a",
  "1",
  "0",
  ".",
  "-",
  " ",
  "é",
  "😀",
];

const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 4, arbitrary: fc.constantFrom(...COLLIDING) },
  { weight: 3, arbitrary: fc.constantFrom(...DATES) },
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((list) => list.join("")),
  },
  { weight: 3, arbitrary: fc.integer({ min: -20, max: 2000 }).map(String) },
  { weight: 3, arbitrary: fc.integer({ min: -9999, max: 9999 }).map((n) => (n / 100).toFixed(2)) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);

const anyCell: fc.Arbitrary<CellView> = fc.oneof(
  { weight: 8, arbitrary: text.map((text) => ({ text, kind: CellKind.string })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom("0", "7", "7.0", "-12.50", "1e400", "9007199254740993", "0.1")
      .map((text) => ({ text, kind: CellKind.number })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("true", "false").map((text) => ({ text, kind: CellKind.boolean })),
  },
  { weight: 1, arbitrary: fc.constant({ text: '{"a":[1, 2]}', kind: CellKind.nested }) },
  { weight: 1, arbitrary: fc.constant({ text: "", kind: CellKind.null }) },
  { weight: 1, arbitrary: fc.constant({ text: "", kind: CellKind.string }) },
);

/** A column mostly of one sort, as columns are, or a mixture. */
const anyColumn = (length: number): fc.Arbitrary<CellView[]> => {
  const of = (list: fc.Arbitrary<string>) =>
    fc.array(
      fc.oneof(
        { weight: 9, arbitrary: list.map((text) => ({ text, kind: CellKind.string })) },
        { weight: 1, arbitrary: anyCell },
      ),
      { minLength: length, maxLength: length },
    );
  return fc.oneof(
    fc.array(anyCell, { minLength: length, maxLength: length }),
    of(fc.constantFrom(...COLLIDING)),
    of(fc.constantFrom(...DATES)),
    of(fc.constantFrom(...TEXTS)),
    of(fc.integer({ min: -999_999, max: 999_999 }).map((n) => (n / 1000).toFixed(3))),
    of(fc.integer({ min: 0, max: 5 }).map(String)),
  );
};

/** Rows of up to `width` cells; some are short. */
export function anyRows(width: number, most: number): fc.Arbitrary<CellView[][]> {
  return fc.integer({ min: 0, max: most }).chain((length) =>
    fc
      .tuple(
        fc.tuple(...Array.from({ length: width }, () => anyColumn(length))),
        fc.array(fc.integer({ min: 0, max: 3 * width }), {
          minLength: length,
          maxLength: length,
        }),
      )
      .map(([columns, widths]) =>
        Array.from({ length }, (_, row) =>
          columns.map((cells) => cells[row]!).slice(0, Math.min(width, widths[row]! + 1)),
        ),
      ),
  );
}

/** What filters and searches look for. */
export const anyPart = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      "a",
      "k",
      "i",
      "I",
      "ss",
      "1",
      ".",
      "-",
      "ß",
      "σ",
      "ς",
      "é",
      "İ",
      "then 1",
      "7",
      "",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }).map((list) => list.join("")),
  },
  { weight: 1, arbitrary: text },
);
const operand = fc.oneof(
  fc.constantFrom(...COLLIDING, ...DATES),
  fc.integer({ min: -20, max: 2000 }).map(String),
  fc.integer({ min: -9999, max: 9999 }).map((n) => (n / 100).toFixed(2)),
);

/** A filter that has no problem. */
export function anyFilter(width: number): fc.Arbitrary<Filter<ColumnId>> {
  const column = fc.integer({ min: 0, max: width }).map(columnId);
  return fc
    .oneof<fc.Arbitrary<Filter<ColumnId>>[]>(
      fc.record({
        kind: fc.constantFrom("is" as const, "isnt" as const),
        column,
        values: fc.array(fc.oneof(text, fc.constant("")), { maxLength: 4 }),
      }),
      fc.record({
        kind: fc.constantFrom(
          "contains" as const,
          "excludes" as const,
          "starts" as const,
          "ends" as const,
        ),
        column,
        value: anyPart,
      }),
      fc.record({
        kind: fc.constant("matches" as const),
        column,
        value: fc.constantFrom("^\\d+$", "a.*1", "[^a-z]$", "é|ß", "^$", "k", "\\.", "(a|b)+"),
      }),
      fc.record({
        kind: fc.constantFrom(
          "eq" as const,
          "ne" as const,
          "lt" as const,
          "lte" as const,
          "gt" as const,
          "gte" as const,
        ),
        column,
        value: operand,
      }),
      fc.record({ kind: fc.constant("between" as const), column, from: operand, to: operand }),
      fc.record({ kind: fc.constantFrom("blank" as const, "notblank" as const), column }),
    )
    .filter((filter) => filterProblem(filter) === undefined);
}

export const anyCollation = fc.oneof(fc.constant(undefined), fc.constantFrom(...COLLATIONS));

/** Any question about a table of so many columns, and about one it doesn't have. */
export function anyQuery(width: number): fc.Arbitrary<Query> {
  const column = fc.integer({ min: 0, max: width }).map(columnId);
  return fc.record({
    filters: fc.array(anyFilter(width), { maxLength: 2 }),
    search: fc.oneof({ weight: 3, arbitrary: fc.constant("") }, anyPart),
    also: fc.option(anyPart, { nil: undefined }),
    sort: fc.array(fc.record({ column, descending: fc.boolean() }), { maxLength: 3 }),
    kinds: fc.uniqueArray(fc.tuple(column, fc.constantFrom(...COLUMN_KINDS)), {
      maxLength: 2,
      selector: ([id]) => id,
    }),
    collation: anyCollation,
  });
}
