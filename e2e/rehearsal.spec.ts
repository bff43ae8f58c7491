/*
 * While the form is filled in a made-up report is opened where nobody sees it, so that the real one
 * is drawn sooner. It must leave nothing, tell nobody, and give way to what is real.
 */
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { type Page } from "@playwright/test";
import { connect, expect, test } from "./fixtures.ts";
import { cellOf, gridOf, rowsShown } from "./grid.ts";

interface Seen {
  came: number;
  went: number;
  most: number;
  titles: string[];
  /** Of the last Ctrl+F: whether the page took it from the browser. */
  isTaken: boolean | undefined;
}

/** Notes what comes into the page beside what is for people, from before the page begins. */
async function watch(page: Page): Promise<() => Promise<Seen>> {
  await page.addInitScript(() => {
    const seen: Seen = { came: 0, went: 0, most: 0, titles: [], isTaken: undefined };
    new MutationObserver((changes) => {
      for (const { addedNodes, removedNodes } of changes) {
        for (const node of addedNodes)
          if (node instanceof HTMLElement && node.inert) seen.came += 1;
        for (const node of removedNodes)
          if (node instanceof HTMLElement && node.inert) seen.went += 1;
      }
      const cells = document.querySelectorAll('body > [inert] [role="gridcell"]');
      seen.most = Math.max(seen.most, cells.length);
      if (document.title !== seen.titles.at(-1)) seen.titles.push(document.title);
    }).observe(document, { childList: true, subtree: true });
    const note = (event: KeyboardEvent) => {
      if (event.key !== "f") return;
      setTimeout(() => {
        seen.isTaken = event.defaultPrevented;
      });
    };
    window.addEventListener("keydown", note, { capture: true });
    Object.assign(globalThis, { seen });
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
}

/** Four rows of ten columns. */
const CELLS = 40;

test("a rehearsal draws rows that nobody meets, and leaves nothing", async ({ page, app }) => {
  const seen = await watch(page);
  await page.goto("./");
  await expect.poll(async () => (await seen()).came).toBe(1);
  await expect(page.getByRole("grid")).toHaveCount(0);
  await expect(page.getByRole("main")).toHaveCount(1);
  const form = page.getByRole("form", { name: "Open a report" });
  await page.getByLabel("API key").press("Tab");
  await expect(form.locator(":focus")).toHaveCount(1);

  await expect.poll(async () => (await seen()).went, { timeout: 60_000 }).toBe(1);
  const { most, titles } = await seen();
  expect(most).toBeGreaterThanOrEqual(CELLS);
  expect(new Set(titles.filter((title) => title !== ""))).toEqual(new Set(["Billscope"]));
  await expect(page.locator("[inert]")).toHaveCount(0);
  expect(app.sample.log).toHaveLength(0);
  await expect(page).toHaveURL(app.url);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test("keys of the whole page stay the browser's meanwhile", async ({ page }) => {
  const seen = await watch(page);
  await page.goto("./");
  await expect.poll(async () => (await seen()).most).toBeGreaterThanOrEqual(CELLS);
  await page.keyboard.press("Control+f");
  await expect.poll(async () => (await seen()).isTaken).toBe(false);
});

test("a report that is opened in its middle ends it", async ({ page }) => {
  const seen = await watch(page);
  await page.goto("./");
  await expect.poll(async () => (await seen()).most).toBeGreaterThanOrEqual(CELLS);
  await connect(page, SAMPLE_REPORTS.month.id);
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  await expect(cellOf(page, 0, 0)).toHaveText("00231");
  await expect.poll(async () => (await seen()).went).toBe(1);
  await expect(gridOf(page)).toHaveCount(1);
});
