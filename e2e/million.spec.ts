/*
 * A million rows: rows are on screen while most of them are still to come, nothing the person does
 * blocks the page, and the last row is reached like any other. What counts is the time the page's
 * own thread works on one task, not how long a busy machine lets it wait.
 */
import { expect, connect, test } from "./fixtures.ts";
import { textOf } from "../sample/report.js";
import { SAMPLE_REPORTS, findReport } from "../sample/reports.js";
import { cellOf, cellValue, clickSort, gridOf, openColumnMenu, rowsShown } from "./grid.ts";
import { longestTask } from "./longestTask.ts";
import { canonicalHash } from "./canonicalHash.ts";

/** Milliseconds. */
const LONGEST_TASK = 100;

const ROWS = 1_000_000;
const PRODUCT = 2;
const COST = 8;
const DESCRIPTION = 17;

interface Expected {
  readonly firstRow: readonly string[];
  readonly lastRow: readonly string[];
  readonly lowestCost: string;
  readonly highestCost: string;
  readonly firstDescription: string;
  /** Rows whose product contains "waap", and of these the ones with "globex" in any column. */
  readonly fitting: number;
  readonly found: number;
  readonly fingerprint: string;
}

/** One pass over the rows as they are made; no two costs are closer than doubles can tell. */
function expectedOf(id: string): Expected {
  const report = findReport(id);
  const rowAt = (index: number) => (report?.row(index) ?? []).map(textOf);
  const hash = canonicalHash(report?.headers ?? []);
  const order = new Intl.Collator("en", { numeric: true });
  let [lowestCost, highestCost, firstDescription, fitting, found] = ["0", "0", "zzz", 0, 0];
  for (let index = 0; index < ROWS; index++) {
    const row = rowAt(index);
    hash.add(row);
    const cost = row[COST] ?? "";
    const description = row[DESCRIPTION] ?? "";
    if (Number(cost) < Number(lowestCost)) lowestCost = cost;
    if (Number(cost) > Number(highestCost)) highestCost = cost;
    if (order.compare(description, firstDescription) < 0) firstDescription = description;
    if (row[PRODUCT]?.toLowerCase().includes("waap") !== true) continue;
    fitting++;
    if (row.some((text) => text.toLowerCase().includes("globex"))) found++;
  }
  const [firstRow, lastRow] = [rowAt(0), rowAt(ROWS - 1)];
  const fingerprint = hash.fingerprint();
  return {
    firstRow,
    lastRow,
    lowestCost,
    highestCost,
    firstDescription,
    fitting,
    found,
    fingerprint,
  };
}

const ofMillion = (rows: number) => `${rows.toLocaleString("en")} of 1,000,000 rows`;

test("1,000,000 rows: shown while they arrive, sorted and filtered without a stall, to the last", async ({
  page,
  browser,
}) => {
  const { id } = SAMPLE_REPORTS.rows1m;
  const expected = expectedOf(id);
  await page.goto("./");

  const opening = await longestTask(browser, page, async () => {
    await connect(page, id);
    // First rows, exact, and most of the report not here yet.
    await expect(cellOf(page, 0, COST)).toHaveText(expected.firstRow[COST] ?? "");
    await expect(page.getByRole("progressbar", { name: "Loading report" })).toBeVisible();
    await expect(gridOf(page)).toHaveAttribute("aria-busy", "true");
    await expect(rowsShown(page)).toHaveText(/^[\d,]+ of [\d,]+ rows so far$/);
    await expect(gridOf(page)).toHaveAttribute("aria-busy", "false", { timeout: 240_000 });
  });
  await expect(rowsShown(page)).toHaveText("1,000,000 of 1,000,000 rows");
  await expect(gridOf(page)).toHaveAttribute("aria-rowcount", "1000001");
  expect(opening, "longest task while opening").toBeLessThan(LONGEST_TASK);
  // Most of it was digested by a worker of the worker, which is gone with the report's last row.
  await expect(
    page.getByRole("button", { name: `Fingerprint ${expected.fingerprint}` }),
  ).toBeVisible();
  await expect.poll(() => page.workers()).toHaveLength(1);

  await gridOf(page).focus();
  await page.keyboard.press("Control+End");
  const last = cellOf(page, ROWS - 1, 19);
  await expect(last).toBeVisible();
  await expect(last).toHaveText(expected.lastRow[19] ?? "");
  await expect(gridOf(page)).toHaveAttribute(
    "aria-activedescendant",
    (await last.getAttribute("id")) ?? "no id",
  );
  await page.keyboard.press("Home");
  await expect(cellValue(page)).toHaveText(expected.lastRow[0] ?? "");
  for (let i = 0; i < COST; i++) await page.keyboard.press("ArrowRight");
  await expect(cellValue(page)).toHaveText(expected.lastRow[COST] ?? "");
  await page.keyboard.press("Control+Home");
  await expect(cellOf(page, 0, 0)).toBeVisible();

  const sorting = await longestTask(browser, page, async () => {
    for (const cost of [expected.lowestCost, expected.highestCost]) {
      await clickSort(page, "Cost");
      await expect(cellOf(page, 0, COST)).toHaveText(cost);
    }
    // Into sight by keyboard: columns out of sight are not drawn.
    await gridOf(page).focus();
    await page.keyboard.press("End");
    await clickSort(page, "Description");
    await expect(cellOf(page, 0, DESCRIPTION)).toHaveText(expected.firstDescription);
    await page.keyboard.press("Home");
  });
  expect(sorting, "longest task while sorting").toBeLessThan(LONGEST_TASK);

  const filtering = await longestTask(browser, page, async () => {
    const menu = await openColumnMenu(page, "Product");
    await menu.getByRole("menuitem", { name: "Filter…" }).click();
    const dialog = page.getByRole("dialog", { name: "Filter: Product" });
    await dialog.getByRole("combobox", { name: "Condition" }).selectOption({ label: "contains" });
    await dialog.getByRole("textbox", { name: "Value" }).fill("waap");
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(rowsShown(page)).toHaveText(ofMillion(expected.fitting));
    const search = page.getByRole("searchbox", { name: "Search all columns" });
    await search.pressSequentially("globex");
    await expect(rowsShown(page)).toHaveText(ofMillion(expected.found));
    await search.fill("");
    await page.getByRole("button", { name: /^Remove filter: / }).click();
    await expect(rowsShown(page)).toHaveText(ofMillion(ROWS));
  });
  expect(filtering, "longest task while filtering").toBeLessThan(LONGEST_TASK);
});
