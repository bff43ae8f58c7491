/*
 * Stop means now: two seconds after the click at the latest the server sees the connection closed, and
 * nothing is asked of it afterwards. The two seconds are a promise, so this limit is no matter of pace;
 * the time of the click is the page's own.
 */
import type { Locator, Page } from "@playwright/test";
import { FAULTS } from "../sample/faults.js";
import { NETWORK_ERROR_LINE, connect, expect, openSample, test } from "./fixtures.ts";
import { rowsShown } from "./grid.ts";

const PROMISED_MS = 2_000;

declare global {
  /** When the last click reached the page, in milliseconds since 1970. */
  var clickedAt: number;
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener("click", () => (globalThis.clickedAt = Date.now()), { capture: true });
  });
});

async function clickTime(page: Page, button: Locator): Promise<number> {
  await button.click();
  return page.evaluate(() => globalThis.clickedAt);
}

const stopOf = (page: Page) => page.getByRole("button", { name: "Stop loading" });
const stoppedNote = (page: Page) =>
  page.getByRole("note").filter({ hasText: "You stopped the download." });

const MOMENTS = {
  slow: "while rows come",
  stalled: "while no more rows come",
  silent: "before any answer",
  endlessSpace: "while nothing but white space comes",
} as const;

for (const [name, moment] of Object.entries(MOMENTS)) {
  test(`Stop loading closes the connection within two seconds: ${moment}`, async ({
    page,
    app,
  }) => {
    app.sample.options.slowMs = 120_000;
    await page.goto("./");
    await connect(page, FAULTS[name as keyof typeof MOMENTS].id);
    if (name === "slow" || name === "stalled") {
      await expect(rowsShown(page)).toHaveText(/^[1-9]\d* of [1-9]\d* rows so far$/);
    }
    await expect.poll(() => app.sample.openCount()).toBe(1);
    const clicked = await clickTime(page, stopOf(page));
    await expect(stoppedNote(page)).toBeVisible();
    await expect.poll(() => app.sample.log.map(({ open }) => open)).toEqual([false]);
    const [{ closedAt, closedEarly } = { closedAt: undefined, closedEarly: false }] =
      app.sample.log;
    expect(closedEarly).toBe(true);
    expect((closedAt ?? Infinity) - clicked).toBeLessThan(PROMISED_MS);
  });
}

test("Stop of a file that is saved closes its connection within two seconds", async ({
  page,
  app,
}) => {
  app.sample.options.slowMs = 500;
  await openSample(page, FAULTS.slow.id);
  app.sample.options.slowMs = 120_000;
  app.sample.log.length = 0;
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Download JSON" }).click();
  const note = page.getByRole("note").filter({ hasText: "Downloading JSON" });
  await expect(note).toContainText(/[\d.]+ kB/);
  const clicked = await clickTime(page, note.getByRole("button", { name: "Stop" }));
  await expect.poll(() => app.sample.log.map(({ open }) => open)).toEqual([false]);
  expect((app.sample.log[0]?.closedAt ?? Infinity) - clicked).toBeLessThan(PROMISED_MS);
});

test.describe("while a retry is waited for", () => {
  test.use({ allowedConsole: NETWORK_ERROR_LINE });

  test("Stop leaves no connection open, and no retry comes", async ({ page, app }) => {
    app.sample.options.retryAfterSeconds = 3;
    await page.goto("./");
    await connect(page, FAULTS.rateLimitedForever.id);
    const alert = page.getByRole("alert");
    const clicked = await clickTime(page, alert.getByRole("button", { name: "Stop" }));
    await expect(stoppedNote(page)).toBeVisible();
    const asked = app.sample.log.length;
    expect(app.sample.openCount()).toBe(0);
    // Until the retry would have come.
    await expect.poll(() => Date.now()).toBeGreaterThan(clicked + 3_000 + PROMISED_MS);
    expect(app.sample.log).toHaveLength(asked);
    expect(app.sample.openCount()).toBe(0);
  });
});
