/**
 * Random views for property tests: every part of a view, headers and values of any UTF-16 text,
 * lone surrogates and the link's own delimiters included. What it makes is what `changeView` can
 * reach: no column twice in a list, no more sort keys and filters than a view may have.
 */

import fc from "fast-check";
import { COLLATIONS } from "../collation.ts";
import { COLUMN_KINDS, columnKeys, type ColumnKey } from "../column.ts";
import { COMPARE_CONDITIONS, TEXT_CONDITIONS, type Filter } from "../filter.ts";
import { MAX_GROUP_COLUMNS, type ViewGrouping } from "../grouping.ts";
import { PICTURE_SIZES, type ViewPicture } from "../picture.ts";
import { MAX_WIDTH, type ViewCurrency, type ViewState } from "../viewState.ts";

/** What links, files and sentences trip over. */
const AWKWARD = [
  ...Array.from("%,:|~&#=?+-_.!*'()[]{}<>\"`\\^/@$; \t\n\r\0\u007f"),
  ...Array.from("é😀עברית\u202e\u2066\u200b\u0301\ufeff"),
  "\ud800",
  "\udc00",
  ":none",
  "%41",
  "%ED%A0%80",
  "&amp;",
  "__proto__",
  "constructor",
  "10.50",
  "007",
  "662E41",
  "Acme GmbH",
];

/** Any sequence of UTF-16 units: also half pairs, in any order. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 })
  .map((codes) => String.fromCharCode(...codes));

export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...AWKWARD), { maxLength: 5 }).map((pieces) => pieces.join("")),
  units,
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.string({ maxLength: 8 }),
);

export const anyKey: fc.Arbitrary<ColumnKey> = fc
  .tuple(anyText, fc.nat({ max: 2 }))
  .chain(([name, earlier]) =>
    fc.constantFrom(...columnKeys(Array.from({ length: earlier + 1 }, () => name))),
  );

const keyList = fc.uniqueArray(anyKey, { maxLength: 5 });

export const anyFilter: fc.Arbitrary<Filter<ColumnKey>> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("is" as const, "isnt" as const),
    column: anyKey,
    values: fc.array(anyText, { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constantFrom(...TEXT_CONDITIONS, ...COMPARE_CONDITIONS),
    column: anyKey,
    value: anyText,
  }),
  fc.record({ kind: fc.constant("between" as const), column: anyKey, from: anyText, to: anyText }),
  fc.record({ kind: fc.constantFrom("blank" as const, "notblank" as const), column: anyKey }),
);

const anyCurrency: fc.Arbitrary<ViewCurrency> = fc.oneof(
  fc.record({ from: fc.constant("column" as const), column: anyKey }),
  fc.record({
    from: fc.constant("code" as const),
    code: fc.constantFrom("EUR", "USDT", "€", "by"),
  }),
);

const anyGrouping: fc.Arbitrary<ViewGrouping> = fc.record({
  columns: fc.uniqueArray(anyKey, { minLength: 1, maxLength: MAX_GROUP_COLUMNS }),
  open: fc.boolean(),
  byRows: fc.constantFrom(undefined, "ascending" as const, "descending" as const),
});

const anyPicture: fc.Arbitrary<ViewPicture> = fc.record({
  by: anyKey,
  of: fc.oneof(
    fc.constantFrom(undefined, "rows" as const),
    fc.record({ column: anyKey, currency: anyText }),
  ),
  when: fc.option(anyKey, { nil: undefined }),
  most: fc.constantFrom(...PICTURE_SIZES),
});

const mapOf = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<ReadonlyMap<ColumnKey, Value>> =>
  fc.array(fc.tuple(anyKey, value), { maxLength: 4 }).map((entries) => new Map(entries));

export const anyView: fc.Arbitrary<ViewState> = fc
  .record({
    shown: fc.option(keyList, { nil: undefined }),
    sort: fc.uniqueArray(fc.record({ column: anyKey, descending: fc.boolean() }), {
      maxLength: 5,
      selector: (key) => key.column,
    }),
    collation: fc.option(fc.constantFrom(...COLLATIONS), { nil: undefined }),
    filters: fc.array(anyFilter, { maxLength: 5 }),
    search: anyText,
    also: fc.option(anyText, { nil: undefined }),
    grouping: fc.option(anyGrouping, { nil: undefined }),
    picture: fc.option(anyPicture, { nil: undefined }),
    widths: mapOf(fc.integer({ min: 1, max: MAX_WIDTH })),
    pins: keyList,
    left: fc.nat({ max: 5 }),
    kinds: mapOf(fc.constantFrom(...COLUMN_KINDS)),
    currencies: mapOf(anyCurrency),
    totals: fc.option(keyList, { nil: undefined }),
    exact: fc.boolean(),
    lines: fc.constantFrom(undefined, "aside" as const, "sent" as const),
    fill: keyList,
  })
  .map(({ pins, left, ...view }) => ({
    ...view,
    pinned: { left: pins.slice(0, left), right: pins.slice(left) },
  }));
