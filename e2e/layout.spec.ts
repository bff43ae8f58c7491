/*
 * The screen of a report between a phone and a wide window, in both languages: nothing lies on
 * anything else, nothing is cut but what scrolls sideways on a phone, and the focus is seen whole.
 */
import type { Locator, Page } from "@playwright/test";
import { SAMPLE_KEY } from "../sample/contract.js";
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expect, test } from "./fixtures.ts";
import { openColumnMenu } from "./grid.ts";

const NARROWED = "?show=Client,Product,Region,Currency,Cost,Usage,Unit&sort=-Cost";
const FILTERED = `${NARROWED}&where=Client:is:Acme%20GmbH|Globex&where=Cost:gte:10`;
const GROUPED = "?show=Client,Product,Currency,Cost,Usage&group=Client";

async function openView(page: Page, view: string): Promise<void> {
  await page.goto(`./#/r/${SAMPLE_REPORTS.month.id}${view}`);
  await page.getByLabel(/^API/).fill(SAMPLE_KEY);
  await page.keyboard.press("Enter");
  const grid = page.getByRole("grid");
  await expect(grid.locator('[aria-rowindex="3"]').getByRole("gridcell").first()).toBeVisible();
  await expect(grid).not.toHaveAttribute("aria-busy", "true");
}

for (const locale of ["en-GB", "de-DE"]) {
  test.describe(locale, () => {
    test.use({ locale });

    test("the bars above the rows neither overlap nor cut their filters", async ({ page }) => {
      await openView(page, FILTERED);
      for (const width of [360, 480, 721, 740, 768, 800, 801, 834, 900, 1024, 1025, 1100, 1366]) {
        await page.setViewportSize({ width, height: 700 });
        expect(await overlaps(page), `at ${width} px`).toEqual([]);
        if (width > 720) expect(await cutFilters(page), `at ${width} px`).toEqual([]);
      }
    });

    test("large type makes the header higher, not fuller", async ({ page }) => {
      await openView(page, NARROWED);
      await page.evaluate(() => {
        document.documentElement.style.setProperty("--font", "26px/1.4 var(--sans)");
      });
      for (const width of [768, 1024, 1366, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await overlaps(page), `at ${width} px`).toEqual([]);
      }
    });
  });
}

test("no box that scrolls cuts the ring around what has the focus", async ({ page }) => {
  for (const view of [FILTERED, GROUPED]) {
    await page.setViewportSize({ width: 1366, height: 768 });
    await openView(page, view);
    expect(await cutRings(page), view).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await cutRings(page), `${view} on a phone`).toEqual([]);
    await page.goto("about:blank");
  }
});

for (const { width, height } of [
  { width: 1366, height: 600 },
  { width: 640, height: 360 },
]) {
  test(`a column's menu uses all of a window of ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openView(page, "");
    const menu = await openColumnMenu(page, "Client");
    const box = menu.locator("xpath=..");
    await expect(menu.getByRole("menuitem").first()).toBeFocused();
    const { top, bottom, wanted, scrolled } = await box.evaluate((element) => ({
      ...element.getBoundingClientRect().toJSON(),
      wanted: element.scrollHeight,
      scrolled: element.scrollTop,
    }));
    expect(top).toBeGreaterThanOrEqual(8);
    expect(Math.floor(bottom)).toBeLessThanOrEqual(height - 8);
    expect(bottom - top).toBeGreaterThanOrEqual(Math.min(wanted, height - 16));
    expect(scrolled, "the note above is in sight").toBe(0);
    await page.keyboard.press("End");
    await expect(menu.getByRole("menuitem").last()).toBeInViewport({ ratio: 1 });
  });
}

test("row numbers stand clear of the edge, the bold one too", async ({ page }) => {
  await openView(page, NARROWED);
  const numbers = numbersOf(page).filter({ hasText: /^\d{4}$/ });
  const bold = await numbers.first().boundingBox();
  if (bold === null) throw new Error("no row number of four digits is in sight");
  await page.mouse.click(bold.x + bold.width + 20, bold.y + bold.height / 2);
  await expect(numbers.first()).toHaveCSS("font-weight", "600");
  const rooms = await numbers.evaluateAll((cells) =>
    cells.map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getBoundingClientRect().left - cell.getBoundingClientRect().left;
    }),
  );
  expect(Math.min(...rooms)).toBeGreaterThanOrEqual(8);
});

test("the line of the active group has one ground from edge to edge", async ({ page }) => {
  await openView(page, GROUPED);
  await page.getByRole("grid").focus();
  await page.keyboard.press("ArrowDown");
  const grounds = await numbersOf(page).evaluateAll((cells) =>
    cells.map((cell) => getComputedStyle(cell).backgroundColor),
  );
  expect(new Set(grounds).size).toBe(1);
});

for (const width of [360, 412]) {
  test.describe(`under a finger at ${width} px`, () => {
    test.use({ hasTouch: true, viewport: { width, height: 740 } });

    test("the largest sums of groups have their currency", async ({ page }) => {
      await openView(page, GROUPED);
      const sums = page
        .getByRole("grid")
        .getByRole("gridcell")
        .filter({ hasText: /\d\.\d+.(EUR|USD)$/ });
      await expect(sums.first()).toBeVisible();
      const cut = await sums.evaluateAll((cells) =>
        cells.flatMap((cell) => (cell.scrollWidth > cell.clientWidth ? [cell.textContent] : [])),
      );
      expect(cut).toEqual([]);
    });
  });
}

test("figures at the foot share their lines and keep their places, whatever is filtered", async ({
  page,
}) => {
  const totals = page.getByRole("region", { name: "Totals" });
  let places: readonly number[] | undefined;
  for (const [filter, rows] of [
    ["", "1,204"],
    ["&where=Client:is:Acme%20GmbH", "46"],
    ["&where=Client:is:Nobody", "0"],
  ] as const) {
    await page.goto("about:blank");
    await openView(page, "");
    await page.goto(`./#/r/${SAMPLE_REPORTS.month.id}${NARROWED}${filter}`);
    const count = page.getByRole("status", { name: "Rows shown" });
    await expect(count).toHaveText(`${rows} of 1,204 rows`);
    await expect(totals.getByText(rows === "0" ? "no amounts" : "EUR").first()).toBeVisible();
    const state = page.getByText(/^Complete: /);
    const figure = totals.getByRole("definition").first();
    const name = await baselineOf(totals.getByRole("term").first());
    expect(await baselineOf(page.getByText("Rows", { exact: true }))).toBeCloseTo(name, 0);
    expect(await baselineOf(state)).toBeCloseTo(name, 0);
    expect(await baselineOf(count.getByText("of 1,204 rows"))).toBeCloseTo(
      await baselineOf(figure),
      0,
    );
    const region = await totals.boundingBox();
    const now = [region?.x ?? 0, name];
    expect(now).toEqual((places ??= now));
  }
});

test("the foot of a phone is as high for short sizes as for long ones", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`./#/r/${FAULTS.slow.id}`);
  await page.getByLabel("API key").fill(SAMPLE_KEY);
  await page.keyboard.press("Enter");
  const stop = page.getByRole("button", { name: "Stop loading" });
  await expect(stop).toBeVisible();
  // In one step, as the next piece of the report writes its own size.
  const heights = await stop.evaluate((button) => {
    const size = button.previousElementSibling;
    const foot = button.closest("footer");
    if (size === null || foot === null) throw new Error("no size beside the button");
    return ["1 kB", "128 kB", "141.5 kB", "141.5 kB of 512.5 kB"].map((text) => {
      size.textContent = text;
      return foot.offsetHeight;
    });
  });
  expect(new Set(heights).size).toBe(1);
});

/** Where the first line of an element's text stands. */
async function baselineOf(element: Locator): Promise<number> {
  return element.evaluate((node) => {
    const mark = document.createElement("span");
    mark.style.cssText = "display: inline-block; width: 0; height: 0";
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    texts.nextNode();
    texts.currentNode.parentNode?.insertBefore(mark, texts.currentNode);
    const { bottom } = mark.getBoundingClientRect();
    mark.remove();
    return bottom;
  });
}

/** The cells left of the rows. */
function numbersOf(page: Page): Locator {
  return page.getByRole("grid").locator("[aria-hidden=true] > div");
}

/** Pairs of controls and names above the rows of which one lies on the other. */
async function overlaps(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const seen = [...document.querySelectorAll("h1, header code, button, input")].flatMap(
      (element) => {
        if (element.closest("[role=grid], footer") !== null || !element.checkVisibility())
          return [];
        let { left, top, right, bottom } = element.getBoundingClientRect();
        for (let box = element.parentElement; box !== null; box = box.parentElement) {
          if (getComputedStyle(box).overflowX === "visible") continue;
          const edge = box.getBoundingClientRect();
          left = Math.max(left, edge.left);
          right = Math.min(right, edge.right);
          top = Math.max(top, edge.top);
          bottom = Math.min(bottom, edge.bottom);
        }
        return [{ name: element.textContent || element.outerHTML, left, top, right, bottom }];
      },
    );
    return seen.flatMap((one, index) =>
      seen.slice(index + 1).flatMap((other) => {
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        return across > 0.5 && down > 0.5 ? [`${one.name} / ${other.name}`] : [];
      }),
    );
  });
}

/** Filters without all their words, or which have to be scrolled to sideways. */
async function cutFilters(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const filters = [...document.querySelectorAll("li > button, div:has(> ul)")];
    const cut = filters.filter((element) => {
      const hides = getComputedStyle(element).overflowX !== "visible";
      return hides && element.scrollWidth > element.clientWidth;
    });
    return cut.map((element) => element.textContent);
  });
}

/** Controls outside of the grid whose ring a box around them hides, above or below. */
async function cutRings(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>("button, input, select, a[href]");
    return [...controls].flatMap((control) => {
      if (control.closest("[role=grid]") !== null || !control.checkVisibility()) return [];
      control.focus();
      const { outlineOffset, outlineWidth } = getComputedStyle(control);
      const ring = Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
      const { top, bottom } = control.getBoundingClientRect();
      for (let box = control.parentElement; box !== null; box = box.parentElement) {
        if (getComputedStyle(box).overflowY === "visible") continue;
        const edge = box.getBoundingClientRect();
        const isCut = top - ring < edge.top - 0.5 || bottom + ring > edge.bottom + 0.5;
        if (isCut) return [control.textContent];
      }
      return [];
    });
  });
}
