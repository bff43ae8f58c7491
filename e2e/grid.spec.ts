/*
 * The grid as people and assistive technology meet it: found by role, name and ARIA index, judged
 * by the report's own JSON. Windows of rows, keys, widths, focus; up to 1,000,000 rows and 2,000
 * columns, beyond what a browser's element height can hold.
 */
import type { Locator, Page } from "@playwright/test";
import { SAMPLE_KEY } from "../sample/contract.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { connect, expect, openSample, test } from "./fixtures.ts";
import { cellOf, cellValue, clickSort, gridOf, headerOf, openColumnMenu } from "./grid.ts";

interface Report {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** The report as the API sends it: what the grid is compared with. */
async function readReport(page: Page, id: string): Promise<Report> {
  const answer = await page.request.get(`./billing/org/v1/reports/${id}/download`, {
    headers: { Authorization: `apikey ${SAMPLE_KEY}`, Accept: "application/json" },
  });
  return (await answer.json()) as Report;
}

/** Opens a report that a busy machine needs minutes for. */
async function openLarge(page: Page, id: string): Promise<void> {
  test.setTimeout(240_000);
  await page.goto("./");
  await connect(page, id);
  await expect(gridOf(page)).toHaveAttribute("aria-busy", "false", { timeout: 200_000 });
}

/** ARIA row indices now in the document, and those in sight, wholly or in part. */
async function rowsOf(page: Page): Promise<{ drawn: number[]; seen: number[] }> {
  return gridOf(page).evaluate((element) => {
    const box = element.getBoundingClientRect();
    const [head, ...rows] = [...element.querySelectorAll("[role=row]")];
    const from = head?.getBoundingClientRect().bottom ?? box.top;
    const drawn = rows.map((row) => Number(row.getAttribute("aria-rowindex")));
    const seen = drawn.filter((_, i) => {
      const { top = 0, bottom = 0 } = rows[i]?.getBoundingClientRect() ?? {};
      return bottom > from + 0.5 && top < box.top + element.clientHeight - 0.5;
    });
    return { drawn, seen };
  });
}

/** Content pixels above the first row in sight. */
async function scrolled(page: Page): Promise<number> {
  return gridOf(page).evaluate((element) => {
    const [head, row] = element.querySelectorAll("[role=row]");
    if (head === undefined || row === undefined) return 0;
    const height = row.getBoundingClientRect().height;
    const above = (Number(row.getAttribute("aria-rowindex")) - 2) * height;
    return above + head.getBoundingClientRect().bottom - row.getBoundingClientRect().top;
  });
}

async function scrollTo(page: Page, part: number): Promise<void> {
  await gridOf(page).evaluate((element, share) => {
    element.scrollTop = (element.scrollHeight - element.clientHeight) * share;
  }, part);
}

async function wheel(page: Page, pixels: number, times = 1): Promise<void> {
  await gridOf(page).hover({ position: { x: 300, y: 200 } });
  for (let i = 0; i < times; i += 1) await page.mouse.wheel(0, pixels);
}

async function width(target: Locator): Promise<number> {
  return (await target.boundingBox())?.width ?? 0;
}

test.describe("rows and columns in the document", () => {
  test("are those in sight and a few around them, with the report's texts", async ({ page }) => {
    await openSample(page);
    const report = await readReport(page, SAMPLE_REPORTS.month.id);
    await expect(gridOf(page)).toHaveAttribute("aria-rowcount", String(report.rows.length + 1));
    await expect(gridOf(page)).toHaveAttribute("aria-colcount", String(report.headers.length));
    for (const part of [0, 0.5, 1]) {
      await scrollTo(page, part);
      const middle = Math.round(part * (report.rows.length - 1));
      await expect(cellOf(page, middle, 0)).toBeAttached();
      const { drawn, seen } = await rowsOf(page);
      expect(drawn).toEqual(Array.from(drawn, (_, i) => (drawn[0] ?? 0) + i));
      expect(drawn.length - seen.length).toBeLessThanOrEqual(24);
      for (const row of seen) {
        const expected = report.rows[row - 2] ?? [];
        await expect(cellOf(page, row - 2, 0)).toHaveText(String(expected[0]), {
          useInnerText: false,
        });
        await expect(cellOf(page, row - 2, 1)).toHaveText(String(expected[1]), {
          useInnerText: false,
        });
      }
      if (part === 0) expect(seen[0]).toBe(2);
      if (part === 1) expect(seen.at(-1)).toBe(report.rows.length + 1);
    }
  });

  test("cover the view however it is scrolled, also before they are drawn anew", async ({
    page,
  }) => {
    await openSample(page, SAMPLE_REPORTS.rows10k.id);
    await scrollTo(page, 0.5);
    await expect(cellOf(page, 4998, 0)).toBeAttached();
    // As if the page were too busy to draw: the grid does not hear of these scrolls.
    const gaps = await gridOf(page).evaluate((element) => {
      const hears = new AbortController();
      const options = { capture: true, signal: hears.signal };
      document.addEventListener("scroll", (event) => event.stopPropagation(), options);
      const start = element.scrollTop;
      const found = [100, 900, 5000, 90_000, -100, -900, -5000, -90_000].map((by) => {
        element.scrollTop = start + by;
        const box = element.getBoundingClientRect();
        const [head, ...rows] = [...element.querySelectorAll("[role=row]")];
        const top = rows[0]?.getBoundingClientRect().top ?? Infinity;
        const bottom = rows.at(-1)?.getBoundingClientRect().bottom ?? -Infinity;
        return Math.max(
          top - (head?.getBoundingClientRect().bottom ?? 0),
          box.top + element.clientHeight - bottom,
        );
      });
      element.scrollTop = start;
      hears.abort();
      return found;
    });
    expect(Math.max(...gaps)).toBeLessThanOrEqual(0.5);
  });

  test("stay few with 2,000 columns, and the last column is reached", async ({ page }) => {
    await openLarge(page, SAMPLE_REPORTS.veryWide.id);
    await expect(gridOf(page)).toHaveAttribute("aria-colcount", "2000");
    const report = await readReport(page, SAMPLE_REPORTS.veryWide.id);
    await gridOf(page).focus();
    await page.keyboard.press("End");
    await expect(cellOf(page, 0, 1999)).toBeInViewport();
    await expect(cellValue(page)).toHaveText(String(report.rows[0]?.[1999] ?? ""));
    const cells = await page.getByRole("gridcell").count();
    const { drawn } = await rowsOf(page);
    expect(cells / drawn.length).toBeLessThanOrEqual(40);
  });
});

test.describe("1,000,000 rows", () => {
  test("are all within reach, and small scrolls stay exact", async ({ page }) => {
    await openLarge(page, SAMPLE_REPORTS.rows1m.id);
    await expect(gridOf(page)).toHaveAttribute("aria-rowcount", "1000001");

    await gridOf(page).focus();
    await page.keyboard.press("Control+End");
    await expect(cellOf(page, 999_999, 19)).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Home");
    await expect(cellOf(page, 999_999, 0)).not.toHaveText("");
    await expect(cellValue(page)).toHaveText(await cellOf(page, 999_999, 0).innerText());
    await page.keyboard.press("PageUp");
    await page.keyboard.press("PageDown");
    await expect(cellOf(page, 999_999, 0)).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Control+Home");
    await expect(cellOf(page, 0, 0)).toBeInViewport({ ratio: 1 });

    // Jumps of the scroll bar; right after a wheel they would be taken for its travel.
    await scrollTo(page, 1);
    await expect(cellOf(page, 999_999, 0)).toBeInViewport({ ratio: 1 });
    await scrollTo(page, 0);
    await expect(cellOf(page, 0, 0)).toBeInViewport({ ratio: 1 });

    await scrollTo(page, 0.5);
    await expect.poll(async () => (await rowsOf(page)).seen[0]).toBeGreaterThan(499_900);
    expect((await rowsOf(page)).seen[0]).toBeLessThan(500_100);
    await expect(page.getByRole("gridcell").first()).not.toHaveText("");
    const before = await scrolled(page);
    await wheel(page, 90, 10);
    await expect.poll(async () => (await scrolled(page)) - before).toBeCloseTo(900, 0);
  });
});

test.describe("keys", () => {
  test.beforeEach(async ({ page }) => {
    await openSample(page);
    await gridOf(page).focus();
  });

  test("walk the cells, and the exact text follows", async ({ page }) => {
    const { headers, rows } = await readReport(page, SAMPLE_REPORTS.month.id);
    const value = (row: number, column: number) => String(rows[row]?.[column] ?? "");
    const last = rows.length - 1;
    const expectAt = async (row: number, column: number) => {
      await expect(cellValue(page)).toHaveText(value(row, column), { useInnerText: false });
      await expect(cellOf(page, row, column)).toBeInViewport({ ratio: 0.9 });
    };
    await expectAt(0, 0);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await expectAt(1, 1);
    await page.keyboard.press("End");
    await expectAt(1, headers.length - 1);
    await page.keyboard.press("Home");
    await expectAt(1, 0);
    await page.keyboard.press("Control+End");
    await expectAt(last, headers.length - 1);
    await page.keyboard.press("Control+Home");
    await expectAt(0, 0);
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageUp");
    await expectAt(0, 0);
  });

  test("go up to the header, sort there and open its menu", async ({ page }) => {
    await page.keyboard.press("ArrowUp");
    const active = await gridOf(page).getAttribute("aria-activedescendant");
    await expect(headerOf(page, "Client ID")).toHaveAttribute("id", active ?? "none");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(headerOf(page, "Client")).toHaveAttribute("aria-sort", "ascending");
    await page.keyboard.press("Enter");
    await expect(headerOf(page, "Client")).toHaveAttribute("aria-sort", "descending");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+Enter");
    await expect(headerOf(page, "Client")).toHaveAttribute("aria-sort", "descending");
    await expect(headerOf(page, "Product")).toHaveAttribute("aria-sort", "ascending");
    await page.keyboard.press("Alt+ArrowDown");
    await expect(page.getByRole("menu")).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowDown");
    await expect(gridOf(page)).toBeFocused();
    await expect(cellValue(page)).not.toHaveText("");
  });

  test("leave the grid with one Tab", async ({ page }) => {
    await page.keyboard.press("Tab");
    await expect(gridOf(page)).not.toBeFocused();
    await expect(gridOf(page).locator(":focus")).toHaveCount(0);
    await page.keyboard.press("Shift+Tab");
    await expect(gridOf(page)).toBeFocused();
  });

  test("make a column wider and narrower", async ({ page }) => {
    const before = await width(headerOf(page, "Client ID"));
    await page.keyboard.press("Shift+Alt+ArrowDown");
    await expect.poll(() => width(headerOf(page, "Client ID"))).toBe(before + 16);
    await page.keyboard.press("Shift+Alt+ArrowUp");
    await expect.poll(() => width(headerOf(page, "Client ID"))).toBe(before);
  });
});

test.describe("focus", () => {
  test("stays on the grid while its cell scrolls away, and an arrow brings the cell back", async ({
    page,
  }) => {
    await openSample(page);
    await cellOf(page, 3, 1).click();
    await expect(gridOf(page)).toBeFocused();
    await wheel(page, 5000, 3);
    await expect(cellOf(page, 3, 1)).not.toBeAttached();
    await expect(gridOf(page)).toBeFocused();
    await expect(gridOf(page)).not.toHaveAttribute("aria-activedescendant", /./);
    await page.keyboard.press("ArrowDown");
    await expect(cellOf(page, 4, 1)).toBeInViewport({ ratio: 1 });
    const id = await cellOf(page, 4, 1).getAttribute("id");
    await expect(gridOf(page)).toHaveAttribute("aria-activedescendant", id ?? "none");
  });

  test("survives rows that are filtered away", async ({ page }) => {
    await openSample(page);
    await gridOf(page).focus();
    await page.keyboard.press("Control+End");
    await page.getByRole("searchbox", { name: "Search all columns" }).fill("no such text anywhere");
    await expect(gridOf(page)).toHaveAttribute("aria-rowcount", "1");
    await page.getByRole("searchbox", { name: "Search all columns" }).fill("");
    await expect(gridOf(page)).toHaveAttribute("aria-rowcount", "1205");
    await gridOf(page).focus();
    await page.keyboard.press("ArrowDown");
    await expect(cellValue(page)).toBeAttached();
    await expect(gridOf(page)).toHaveAttribute("aria-activedescendant", /./);
  });
});

test.describe("mouse", () => {
  test("dragging an edge gives the column that width, a double click fits it", async ({ page }) => {
    await openSample(page);
    const column = headerOf(page, "Client");
    const box = await column.boundingBox();
    if (box === null) throw new Error("no header on screen");
    await page.mouse.move(box.x + box.width - 1, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 59, box.y + 10, { steps: 6 });
    await page.mouse.up();
    expect(await width(column)).toBeCloseTo(box.width + 60, 0);
    expect(await width(cellOf(page, 0, 1))).toBeCloseTo(box.width + 60, 0);
    await expect(column).toHaveAttribute("aria-sort", "none");
    await page.mouse.dblclick(box.x + box.width + 59, box.y + 10);
    await expect.poll(() => width(column)).not.toBeCloseTo(box.width + 60, 0);
    const cut = await cellOf(page, 0, 1).evaluate((el) => el.scrollWidth > el.clientWidth);
    expect(cut).toBe(false);
  });

  test("a header's button sorts, with Shift it adds", async ({ page }) => {
    await openSample(page);
    await clickSort(page, "Client");
    await expect(headerOf(page, "Client")).toHaveAttribute("aria-sort", "ascending");
    await clickSort(page, "Product", true);
    await expect(headerOf(page, "Client")).toHaveAttribute("aria-sort", "ascending");
    await expect(headerOf(page, "Product")).toHaveAttribute("aria-sort", "ascending");
    await expect(await openColumnMenu(page, "Client")).toBeVisible();
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 700 } });

  test("the rows are there and the last column is reached", async ({ page }) => {
    await openSample(page);
    await gridOf(page).focus();
    await page.keyboard.press("Control+End");
    await expect(cellOf(page, 1203, 19)).toBeInViewport({ ratio: 0.9 });
    const outside = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(outside).toBe(false);
  });
});

test("a press on a button half out of sight is a click, though the grid scrolls to it", async ({
  page,
}) => {
  await openSample(page);
  const grid = gridOf(page);
  const button = page.getByRole("button", { name: "Column menu: Client", exact: true });
  await grid.evaluate((element) => element.scrollTo({ left: 150 }));
  await expect.poll(() => grid.evaluate((element) => element.scrollLeft)).toBe(150);
  await button.hover();
  await page.mouse.down();
  // Whatever the press sets off is drawn before it ends.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await page.mouse.up();
  await expect(page.getByRole("menu", { name: "Column menu: Client", exact: true })).toBeVisible();
  await expect.poll(() => grid.evaluate((element) => element.scrollLeft)).toBeLessThan(150);
});
