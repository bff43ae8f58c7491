/*
 * `npm run check`: everything that can be said about the code without a browser, in the order in
 * which a mistake is cheapest to learn. Each step is an npm script of its own, so it can be run
 * alone. Stops at the first step that fails. The unit tests leave their counts for test.js.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ensureFronts, ensureInstalled } from "./ensure.js";
import { ROOT, npm } from "./run.js";

export const UNIT_RESULTS = "test-results/unit.json";

const UNIT_REPORTERS = [
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${UNIT_RESULTS}`,
];

/** @type {readonly (readonly [script: string, ...args: string[]])[]} */
const STEPS = [
  ["typecheck"],
  ["lint"],
  ["format:check"],
  ["knip"],
  ["unit", "--", ...UNIT_REPORTERS],
  ["build"],
  ["size"],
];

/** @returns {boolean} whether every step went well */
export function check() {
  rmSync(join(ROOT, UNIT_RESULTS), { force: true });
  return STEPS.every(([script, ...args]) => {
    console.log(`\n── ${script} ──`);
    const start = performance.now();
    const isFine = npm(["run", "--silent", script, ...args]);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${isFine ? "ok" : "FAILED"}: ${script}, ${seconds} s`);
    return isFine;
  });
}

if (process.argv[1] === import.meta.filename) {
  ensureInstalled();
  ensureFronts();
  process.exit(check() ? 0 : 1);
}
