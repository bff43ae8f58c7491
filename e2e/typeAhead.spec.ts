/*
 * Keys pressed ahead of a page that is busy: they come one right after the other, with nothing drawn
 * between them, and each must find what the one before it made.
 */
import type { Page } from "@playwright/test";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expect, openSample, test } from "./fixtures.ts";
import { gridOf, rowsShown } from "./grid.ts";
import { askReport } from "./oracle.ts";

const { id } = SAMPLE_REPORTS.month;
const PRODUCT = 2;

const BUSY_MS = 1_000;
/** Of the keys used here; a letter's is its own. By it the browser knows the Escape that closes a dialog. */
const CODES: Readonly<Record<string, number>> = {
  ArrowDown: 40,
  ArrowRight: 39,
  Escape: 27,
  F3: 114,
  Home: 36,
};

/** Presses keys while the page is busy, none of them waiting for the one before. */
async function pressAhead(page: Page, ...presses: readonly string[]): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await page.evaluate((busyMs) => {
    setTimeout(() => {
      const end = performance.now() + busyMs;
      while (performance.now() < end);
    });
  }, BUSY_MS);
  const sent = presses.flatMap((press) => {
    const isControl = press.startsWith("Control+");
    const key = isControl ? press.slice("Control+".length) : press;
    const text = !isControl && key.length === 1 ? key : undefined;
    const event = {
      key,
      modifiers: isControl ? 2 : 0,
      windowsVirtualKeyCode: CODES[key] ?? key.toUpperCase().charCodeAt(0),
    };
    const down =
      text === undefined ? { type: "rawKeyDown" as const } : { type: "keyDown" as const, text };
    return [
      cdp.send("Input.dispatchKeyEvent", { ...down, ...event }),
      cdp.send("Input.dispatchKeyEvent", { type: "keyUp", ...event }),
    ];
  });
  await Promise.all(sent);
  await cdp.detach();
}

test.beforeEach(async ({ page }) => {
  await openSample(page);
  await gridOf(page).focus();
  await page.keyboard.press("Control+Home");
});

test("a filter is of the cell that the arrows lead to", async ({ page, app }) => {
  const { rows } = await askReport(app.url, id);
  await pressAhead(page, "ArrowRight", "ArrowDown", "ArrowDown", "ArrowRight", "=");
  const fitting = rows.filter((row) => row[PRODUCT] === rows[2]?.[PRODUCT]);
  await expect(rowsShown(page)).toHaveText(`${fitting.length} of 1,204 rows`);
});

test("a text for a search and for find is whole", async ({ page }) => {
  await pressAhead(page, "/", "c", "d", "n");
  const search = page.getByRole("searchbox", { name: "Search all columns" });
  await expect(search).toHaveValue("cdn");
  await search.press("Enter");
  await expect(gridOf(page)).toBeFocused();
  await pressAhead(page, "Control+f", "a", "c", "m", "e");
  await expect(page.getByRole("searchbox", { name: "Find in the grid" })).toHaveValue("acme");
});

test("a row is seen, left, and the one below it seen", async ({ page }) => {
  await pressAhead(page, "ArrowDown", "ArrowDown", " ");
  await expect(page.getByRole("dialog", { name: "Row 3 of 1,204" })).toBeVisible();
  await pressAhead(page, "Escape", "ArrowDown", " ");
  await expect(page.getByRole("dialog", { name: "Row 4 of 1,204" })).toBeVisible();
  await pressAhead(page, "Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(gridOf(page)).toBeFocused();
});

test("a step from match to match begins at the cell that a key led to", async ({ page }) => {
  await page.keyboard.press("Control+f");
  await page.getByRole("searchbox", { name: "Find in the grid" }).fill("99");
  const matches = page.getByRole("status", { name: "Matches" });
  await expect(matches).toHaveText(/^1 of/);
  for (let step = 2; step <= 5; step++) {
    await page.keyboard.press("F3");
    await expect(matches).toHaveText(new RegExp(`^${step} of`));
  }
  await gridOf(page).focus();
  // From the row's first cell the next match is the one the person came from.
  await pressAhead(page, "Home", "F3");
  await expect(matches).toHaveText(/^5 of/);
  await pressAhead(page, "Control+Home", "F3", "F3");
  await expect(matches).toHaveText(/^2 of/);
});
