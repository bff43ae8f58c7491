/*
 * Puts the last results between two marks: all of them into bench/README.md, the table of a million
 * rows also into the README that people see first.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const OWN = new URL("README.md", import.meta.url);
const FIRST = new URL("../README.md", import.meta.url);
const OXFMT = new URL("../node_modules/oxfmt/bin/oxfmt", import.meta.url);

/**
 * @param {string} machine
 * @param {readonly string[]} tables
 * @param {"results" | "huge"} place those of five million rows have their own
 */
export function writeResults(machine, tables, place) {
  write(OWN, place, [machine, "", ...tables].join("\n"));
  const million = tables.find((table) => table.startsWith("| 1,000,000 rows"));
  if (million !== undefined) write(FIRST, "bench", [machine, "", million].join("\n"));
  // As `npm run format:check` wants them.
  const files = [OWN, FIRST].map(fileURLToPath);
  spawnSync(process.execPath, [fileURLToPath(OXFMT), ...files], { stdio: "inherit" });
}

/** @param {URL} file @param {string} mark @param {string} text */
function write(file, mark, text) {
  const marks = new RegExp(`(<!-- ${mark} -->\n)[^]*(<!-- end of ${mark} -->)`);
  const before = readFileSync(file, "utf8");
  if (!marks.test(before)) throw new Error(`${file.pathname} has no place for results.`);
  writeFileSync(
    file,
    before.replace(marks, (_, start, end) => `${start}\n${text}\n${end}`),
  );
}
