/*
 * The table at the end of docs/security.md is true: each requirement names tests that are there, by
 * file and title, and has a result.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "./run.js";

const [, table = ""] = readFileSync(join(ROOT, "docs/security.md"), "utf8").split(
  /^\| Requirement .*\n\| -.*\n/m,
);
const rows = table
  .split("\n")
  .filter((line) => line.startsWith("|"))
  .map((line) => line.slice(1, -1).split(/(?<!\\)\|/))
  .map((cells) => cells.map((cell) => cell.trim()));

/** A test's title stands in quotes of some kind, behind the word that makes it one. */
const TITLE =
  /\b(?:test|it|describe|step)\b(?:\.\w+)*(?:\((?:[^()]|\([^()]*\))*\))?\(\s*(?:"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g;

/** @param {string} path */
function titlesOf(path) {
  const text = readFileSync(join(ROOT, path), "utf8");
  return Array.from(text.matchAll(TITLE), ([, plain, template]) => plain ?? template ?? "");
}

test("there are rows, and each has a requirement, a test and a result", () => {
  expect(rows.length).toBeGreaterThan(40);
  for (const cells of rows) {
    expect(cells).toHaveLength(3);
    const [, tests = "", result] = cells;
    expect(tests).toMatch(/`(?:e2e|src|scripts|sample)\/[\w./]+\.(?:spec|test)\.[jt]s`/);
    expect(result).toMatch(/^passed/);
  }
});

test.each(rows.map(([requirement = "", tests = ""]) => [requirement, tests]))("%s", (_, tests) => {
  for (const [, path = "", titles = ""] of tests.matchAll(/`([^`]+)`((?: "[^"]*",?)*)/g)) {
    expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
    const there = titlesOf(path);
    expect(there.length).toBeGreaterThan(0);
    for (const [, title = ""] of titles.matchAll(/"([^"]*)"/g)) {
      const found = there.some((one) => one.includes(title));
      expect([path, title, found]).toEqual([path, title, true]);
    }
  }
});
