import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { MONTH_HEADERS, monthRows } from "./month.js";
import { textOf } from "./report.js";
import { SAMPLE_REPORTS, findReport } from "./reports.js";
import { writeJson } from "./writeJson.js";

/** @param {string} name */
const column = (name) => MONTH_HEADERS.indexOf(name);

/** @param {string} decimal @returns {bigint} in units of 10^-24 */
function exact(decimal) {
  const [whole = "", fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.padEnd(24, "0"));
}

const rows = Array.from({ length: 1_204 }, (_, index) => monthRows(1_204, 20_261_001)(index));

/** @param {string} name @returns {unknown[]} */
const values = (name) => rows.map((row) => row[column(name)]);

test("the sample month is the same on every machine", () => {
  const report = findReport(SAMPLE_REPORTS.month.id);
  const hash = createHash("sha256");
  for (const block of report === undefined ? [] : writeJson(report)) hash.update(block);
  expect(hash.digest("hex")).toBe(
    "6bbf8c0fc7c2b55441c3d0ce93d512a893106e3a76118442d9b32caa2f270395",
  );
});

test("cost is usage × unit price, and tax is cost × rate cut at the twelfth place", () => {
  for (const row of rows) {
    const [cost, rate, tax, usage, price] = ["Cost", "Tax rate", "Tax", "Usage", "Unit price"].map(
      (name) => exact(textOf(row[column(name)])),
    );
    const unit = 10n ** 24n;
    expect(/** @type {bigint} */ (usage) * /** @type {bigint} */ (price)).toBe(
      /** @type {bigint} */ (cost) * unit,
    );
    const full = (/** @type {bigint} */ (cost) * /** @type {bigint} */ (rate)) / (100n * unit);
    expect(tax).toBe((full / 10n ** 12n) * 10n ** 12n);
  }
});

test("amounts are decimal strings of ten and more places, some of them credits", () => {
  for (const name of ["Cost", "Tax", "Usage", "Unit price"]) {
    for (const value of values(name)) expect(value).toMatch(/^-?\d{1,7}\.\d{10,12}$/);
  }
  const credits = values("Cost").filter((cost) => String(cost).startsWith("-"));
  expect(credits.length).toBeGreaterThan(10);
  expect(credits.length).toBeLessThan(80);
});

test("the month has what makes a report hard", () => {
  expect(new Set(values("Client")).size).toBe(24);
  expect(values("Client ID").some((id) => String(id).startsWith("000"))).toBe(true);
  expect(new Set(values("Currency"))).toEqual(new Set(["EUR", "USD"]));
  expect(values("Deleted").every((deleted) => typeof deleted === "boolean")).toBe(true);
  const comments = values("Comment");
  expect(comments.filter((comment) => comment === null).length).toBeGreaterThan(900);
  for (const sign of ["=", "+", "-", "@"]) {
    expect(comments.some((comment) => String(comment).startsWith(sign))).toBe(true);
  }
});

test("a row does not depend on the rows made before it", () => {
  const large = monthRows(1_000_000, 20_261_001);
  const late = large(999_999);
  large(5);
  expect(large(999_999)).toEqual(late);
  expect(late).toHaveLength(MONTH_HEADERS.length);
});

test("a million rows are about 350 MB of JSON", () => {
  const large = monthRows(1_000_000, 20_261_001);
  let bytes = 0;
  for (let i = 0; i < 10_000; i++) bytes += Buffer.byteLength(JSON.stringify(large(i * 100))) + 1;
  expect(bytes / 10_000).toBeGreaterThan(340);
  expect(bytes / 10_000).toBeLessThan(365);
});
