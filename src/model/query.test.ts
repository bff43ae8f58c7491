import { expect, test } from "vitest";
import { columnId } from "./positions.ts";
import { ALL_ROWS, queryText, type Query } from "./query.ts";

const query: Query = {
  filters: [{ kind: "is", column: columnId(0), values: ["007"] }],
  search: "cdn",
  sort: [{ column: columnId(1), descending: true }],
  kinds: [[columnId(0), "id"]],
};

test("equal queries have one name, made anew or not", () => {
  expect(queryText(structuredClone(query))).toBe(queryText(query));
});

test("whatever makes a difference to the rows makes one to the name", () => {
  const others: Query[] = [
    ALL_ROWS,
    { ...query, filters: [{ kind: "isnt", column: columnId(0), values: ["007"] }] },
    { ...query, filters: [{ kind: "is", column: columnId(0), values: ["7"] }] },
    { ...query, filters: [...query.filters, ...query.filters] },
    { ...query, search: "CDN" },
    { ...query, search: "\ud800" },
    { ...query, search: "\udc00" },
    { ...query, sort: [{ column: columnId(1), descending: false }] },
    { ...query, kinds: [] },
    { ...query, collation: "sv" },
    { ...query, collation: "da" },
  ];
  expect(new Set([query, ...others].map(queryText)).size).toBe(others.length + 1);
});
