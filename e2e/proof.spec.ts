/*
 * A link proves its numbers: in a fresh browser it says that the data is the same as when the link was
 * made, or that it is not. And the share dialog says in words what a link carries and proves.
 */
import { createHash } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { connect, expect, giveKey, openSample, test } from "./fixtures.ts";
import { clickSort, rowsShown } from "./grid.ts";
import { askReport } from "./oracle.ts";

const MONTH = SAMPLE_REPORTS.month.id;

const shareDialog = (page: Page) => page.getByRole("dialog", { name: "Share this view" });

async function share(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Share" }).click();
  return shareDialog(page).getByRole("textbox", { name: "Link" }).inputValue();
}

/** Opens a link as someone else does: another browser, another key. */
async function openElsewhere(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await giveKey(page, "2290$recipient");
  return page;
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

function line(cells: readonly string[]): Buffer {
  const last = cells.findLastIndex((text) => text !== "");
  const kept = cells.slice(0, last + 1).map((text) => Buffer.from(text));
  const marked = kept.flatMap((cell, i) => (i === 0 ? [cell] : [Buffer.from([0xff]), cell]));
  return Buffer.concat([...marked, Buffer.from([0xfe])]);
}

/** By docs/link-format.md, from the cells of the API's own answer: two blocks of them. */
async function expectedFingerprint(appUrl: string): Promise<string> {
  const { headers, rows } = await askReport(appUrl, MONTH);
  const body = Buffer.concat(rows.map(line));
  const [first, second] = [body.subarray(0, 2 ** 18), body.subarray(2 ** 18)];
  expect(second.length).toBeGreaterThan(0);
  expect(second.length).toBeLessThan(2 ** 18);
  const parts = [line(headers), first, second].map(sha256);
  const root = Buffer.concat([Buffer.from([0xfd]), ...parts]);
  return sha256(root).toString("hex").slice(0, 16);
}

test("a link proves the same data to a fresh browser, and the difference after one cell changed", async ({
  page,
  app,
  browser,
}) => {
  await openSample(page, MONTH, "1180$sender-of-the-link");
  const digits = await expectedFingerprint(app.url);
  const words = digits.replaceAll(/(?<=^(?:....)+)(?=.)/g, " ");
  await page.getByRole("button", { name: `Fingerprint ${words}` }).click();
  const about = page.getByRole("dialog", { name: "Fingerprint" });
  await expect(about).toContainText("all 1,204 rows");
  await page.keyboard.press("Escape");

  await clickSort(page, "Cost");
  const link = await share(page);
  expect(link).toBe(`${app.url}#/r/${MONTH}?sort=Cost&rows=1204&data=${digits}`);

  const same = await openElsewhere(browser, link);
  await expect(same.getByText("Same data as when this link was made: 1,204 rows ✓")).toBeVisible();
  // The proof is of the report, not of what is shown of it.
  await same.getByRole("searchbox", { name: "Search all columns" }).fill("cdn");
  await expect(rowsShown(same)).not.toContainText("1,204 of");
  await expect(same.getByText("Same data as when")).toBeVisible();
  await same.context().close();

  // One digit of one cell, far from the rows on screen.
  app.sample.options.revise = (report) => ({
    ...report,
    row: (index) => {
      const cells = report.row(index);
      return index === 1_100
        ? cells.map((cell, i) => (i === 8 && typeof cell === "string" ? `${cell}0` : cell))
        : cells;
    },
  });
  const changed = await openElsewhere(browser, link);
  await expect(changed.getByRole("alert")).toHaveText(
    "Not the same data as when this link was made: 1,204 rows then and now, but not the same content.",
  );
  // A new link proves what is here; the one that was opened is not forgotten.
  const newLink = await share(changed);
  expect(newLink).toMatch(/&rows=1204&data=[0-9a-f]{16}$/);
  expect(newLink).not.toContain(digits);
  await changed.keyboard.press("Escape");
  await changed.reload();
  await changed.getByLabel("API key").fill("2290$recipient");
  app.sample.options.revise = (report) => ({ ...report, rowCount: report.rowCount - 7 });
  await changed.getByRole("button", { name: "Open report" }).click();
  await expect(changed.getByRole("alert")).toHaveText(
    "Not the same data as when this link was made: 1,204 rows then, 1,197 now.",
  );
  await changed.context().close();
});

test("while a report loads, and after it broke off, nothing is claimed", async ({ page, app }) => {
  app.sample.options.slowMs = 3_600_000;
  await page.goto(`./#/r/${FAULTS.slow.id}?rows=1204&data=a7f39c2104be51d0`);
  await giveKey(page);
  await expect(page.getByText("Checking whether this is the data")).toBeVisible();
  const link = await share(page);
  expect(link).toBe(`${app.url}#/r/${FAULTS.slow.id}`);
  await expect(shareDialog(page)).toContainText(
    "still loading, so this link has no fingerprint yet",
  );
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Stop loading" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Fingerprint/ })).toHaveCount(0);
});

test("the share dialog says what a link carries and leaves filter values out", async ({
  page,
  context,
  app,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(
    `./#/r/${MONTH}?show=Client,Product,Cost,Comment&sort=-Cost&where=Client:is:Acme%20GmbH|Globex&where=Comment:notblank&find=e`,
  );
  await connect(page, MONTH);
  await expect(rowsShown(page)).toContainText("of 1,204 rows");
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = shareDialog(page);
  const field = dialog.getByRole("textbox", { name: "Link" });
  await expect(dialog).toContainText(
    "This link carries the report id, 4 columns, 2 filters including the names Acme GmbH and Globex, " +
      "the search “e”, the order of the rows and the fingerprint of 1,204 rows of data.",
  );
  const whole = await field.inputValue();

  const leaveOut = dialog.getByRole("checkbox", { name: "Leave filter values out" });
  await leaveOut.check();
  await expect(dialog).toContainText(
    "Without 1 filter and the search, the link may show more rows than you see.",
  );
  await expect(dialog).toContainText("4 columns, 1 filter, the order of the rows");
  const bare = await field.inputValue();
  expect(bare).not.toMatch(/Acme|Globex|find/);
  expect(bare).toContain("where=Comment:notblank&rows=1204&data=");

  await dialog.getByRole("button", { name: "Copy link" }).click();
  await expect(dialog.getByRole("status")).toHaveText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(bare);
  // Another link is not copied yet; by hand it is selected whole.
  await leaveOut.uncheck();
  await expect(dialog.getByRole("status")).toHaveText("");
  await field.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(whole);
  await expect(dialog.getByText(/Some programs cut links/)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Share" })).toBeFocused();

  const long = Array.from({ length: 90 }, (_, i) => `Customer%20number%20${i}`).join("|");
  await page.goto(`${app.url}#/r/${MONTH}?where=Client:is:${long}&end=1`);
  await expect(rowsShown(page)).toHaveText("0 of 1,204 rows");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(dialog.getByText(/^This link has 2,\d{3} characters/)).toBeVisible();
  await expect(dialog).toContainText("1 filter including the names Customer number 0, Customer");
});
