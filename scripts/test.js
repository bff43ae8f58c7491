/*
 * `npm test`: the whole gate on a fresh clone. Packages, a browser, LibreOffice and Python, then check,
 * then the browser tests against what check has built. The last line is always "N passed, N failed"
 * over unit and browser tests; a step that fails without a failing test, and a skipped test, count as failed.
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { UNIT_RESULTS, check } from "./check.js";
import { ensureBrowser, ensureFronts, ensureInstalled, ensureReaders } from "./ensure.js";
import { ROOT, npm } from "./run.js";

const E2E_RESULTS = "test-results/e2e.json";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {string} path @returns {Record<string, unknown>} empty when the file is not there or broken */
function readResults(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return {};
  try {
    return JSON.parse(readFileSync(full, "utf8"));
  } catch {
    return {};
  }
}

/** @param {unknown} value @returns {number} */
const count = (value) => (typeof value === "number" ? value : 0);

/** @returns {Counts} */
function unitCounts() {
  const results = readResults(UNIT_RESULTS);
  return {
    passed: count(results.numPassedTests),
    failed: count(results.numFailedTests),
    skipped: count(results.numPendingTests) + count(results.numTodoTests),
  };
}

/** @returns {Counts} */
function browserCounts() {
  const stats = /** @type {Record<string, unknown>} */ (readResults(E2E_RESULTS).stats ?? {});
  return {
    passed: count(stats.expected),
    failed: count(stats.unexpected) + count(stats.flaky),
    skipped: count(stats.skipped),
  };
}

ensureInstalled();
const CHROMIUM = await ensureBrowser();
ensureReaders();
ensureFronts();
rmSync(join(ROOT, E2E_RESULTS), { force: true });

let isFine = check();
if (isFine) {
  console.log("\n── browser ──");
  isFine = npm(["run", "--silent", "e2e"], { CHROMIUM });
}

const all = [unitCounts(), browserCounts()];
/** @param {keyof Counts} kind */
const sum = (kind) => all.reduce((total, counts) => total + counts[kind], 0);
const skipped = sum("skipped");
if (skipped > 0) console.log(`\n${skipped} skipped: a skipped test counts as failed.`);
const failures = sum("failed") + skipped;
const failed = isFine ? failures : Math.max(1, failures);
console.log(`\n${sum("passed")} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
