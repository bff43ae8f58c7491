import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatRoute, parseRoute } from "./route.ts";

// The fixtures are the format's memory: a link that once opened opens for ever, and as it did.
const read = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");

const links = read("v1.txt")
  .split("\n")
  .filter((line) => line.startsWith("#"));
const expected: unknown[] = JSON.parse(read("v1.expected.json"));

test("each link has its expectation", () => {
  expect(expected).toHaveLength(links.length);
});

test.each(links.map((link, index) => [link, expected[index]] as const))("%s", (link, opened) => {
  expect(plain(parseRoute(link))).toEqual(opened);
  // A browser's address may rewrite a link made by hand; it must open the same.
  expect(plain(parseRoute(new URL(link, "https://billscope.example/").hash))).toEqual(opened);
});

test("written anew, a link opens the same", () => {
  for (const link of links) {
    const opened = parseRoute(link);
    const again = parseRoute(formatRoute(opened));
    expect(again).toEqual({ ...opened, notUnderstood: [], newer: false });
  }
});

test("the product's example, and a link with every part, are written to the letter", () => {
  for (const link of links.slice(0, 4)) expect(formatRoute(parseRoute(link))).toBe(link);
});

/** Maps as lists of pairs, the undefined left out: as JSON has it. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value, (_, part: unknown) =>
    part instanceof Map ? [...part] : part,
  );
  return JSON.parse(text);
}
