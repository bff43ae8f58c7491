/*
 * A million rows: totals of filters and of a selection of everything are exact, and while they are
 * made the page never works on one task for longer than a blink. What counts is the time of the
 * page's own thread, from the moment the report is here.
 */
import { type Page } from "@playwright/test";
import { type Cell, textOf } from "../sample/report.js";
import { SAMPLE_REPORTS, findReport } from "../sample/reports.js";
import { connect, expect, test } from "./fixtures.ts";
import { gridOf, rowsShown } from "./grid.ts";
import { longestTask } from "./longestTask.ts";

/** Milliseconds. */
const LONGEST_TASK = 50;

const CURRENCY = 7;
const COST = 8;

/** Sum of the rows' costs in a currency, as the report would write it. */
function sumOf(
  report: NonNullable<ReturnType<typeof findReport>>,
  keeps: (row: readonly Cell[]) => boolean,
): string {
  let high = 0n;
  let low = 0n;
  for (let index = 0; index < report.rowCount; index += 1) {
    const row = report.row(index);
    if (row[CURRENCY] !== "EUR" || !keeps(row)) continue;
    const [whole = "", fraction = ""] = textOf(row[COST]).split(".");
    const isNegative = whole.startsWith("-");
    high += BigInt(whole);
    low += BigInt(isNegative ? `-${fraction}` : fraction);
  }
  const units = high * 1_000_000_000_000n + low;
  const digits = String(units < 0n ? -units : units).padStart(13, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -12)}.${digits.slice(-12)}`;
}

const shownTotals = (page: Page) => page.getByRole("region", { name: "Totals" });

test("1,000,000 rows: totals and the sum of a selection of all, without a stall", async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000);
  const { id } = SAMPLE_REPORTS.rows1m;
  const report = findReport(id);
  if (report === undefined) throw new Error("the sample has no such report");
  await page.goto("./");
  await connect(page, id);
  await expect(gridOf(page)).toHaveAttribute("aria-busy", "false", { timeout: 240_000 });
  const all = sumOf(report, () => true);
  const cdn = sumOf(report, (row) => row[2] === "CDN");
  await expect(shownTotals(page)).toContainText(`${all} EUR`, { timeout: 30_000 });

  const longest = await longestTask(browser, page, async () => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/r/${id}?where=Product:is:CDN`);
    await expect(rowsShown(page)).not.toHaveText("1,000,000 of 1,000,000 rows");
    await expect(shownTotals(page)).toContainText(`${cdn} EUR`, { timeout: 30_000 });
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/r/${id}?show=Currency,Cost`);
    await expect(rowsShown(page)).toHaveText("1,000,000 of 1,000,000 rows");
    await expect(gridOf(page)).toHaveAttribute("aria-colcount", "2");
    await gridOf(page).focus();
    await page.keyboard.press("Control+a");
    const selection = page.getByRole("status", { name: "Selection" });
    await expect(selection).toContainText("2,000,000 cells, 1,000,000 numbers", {
      timeout: 60_000,
    });
    await expect(selection).toContainText(`${all} EUR`);
    await page.keyboard.press("Control+c");
    await expect(selection).toContainText("Too much for the clipboard");
    await expect(selection.getByRole("button", { name: "Export the view instead" })).toBeVisible();
  });
  expect(longest, "longest task while adding up").toBeLessThan(LONGEST_TASK);
});
