/*
 * Texts of strangers: cells, headers, error texts, file names and parts of links, written to become
 * HTML, to turn the words around them, to name what every object has, or to be too much. All of it
 * is shown as text, and the page stays as it was.
 */
import type { Page } from "@playwright/test";
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { NETWORK_ERROR_LINE, connect, expect, giveKey, openSample, test } from "./fixtures.ts";
import {
  cellOf,
  cellValue,
  gridOf,
  headerOf,
  makeRoom,
  openColumnMenu,
  rowsShown,
} from "./grid.ts";
import { saved } from "./saved.ts";

const ID = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
const MARKUP = '<img src=x onerror="globalThis.pwned=1"><a href="//evil.invalid">link</a>';
const TURNED = "\u202eevil\u2066\u2069\u2069";

/** What no stranger's text may ever add to the page, or to any object. */
async function expectUnharmed(page: Page): Promise<void> {
  const harm = await page.evaluate(() => ({
    pwned: "pwned" in globalThis,
    polluted: "polluted" in {},
    foreign: [
      ...document.querySelectorAll("img, script:not([src]):not(#integrity), iframe, object, embed"),
    ].length,
    links: [...document.querySelectorAll("a[href], area[href], form[action^='http']")].length,
    handlers: document.querySelectorAll("[onerror], [onload], [onclick]").length,
    addresses: [...document.querySelectorAll("[src]")]
      .map((element) => new URL(element.getAttribute("src") ?? "", location.href).origin)
      .filter((origin) => origin !== location.origin),
  }));
  expect(harm).toEqual({
    pwned: false,
    polluted: false,
    foreign: 0,
    links: 0,
    handlers: 0,
    addresses: [],
  });
}

/** Answers with a report of a test's own. */
async function serveReport(page: Page, headers: readonly string[], rows: readonly unknown[][]) {
  await page.route("**/billing/**", (route) =>
    route.fulfill({
      contentType: "application/json",
      headers: { "Content-Disposition": `attachment; filename="../${MARKUP}.json"` },
      body: JSON.stringify({ headers, rows }),
    }),
  );
}

test("headers, cells, filters and error texts are text and nothing else", async ({ page }) => {
  const headers = [MARKUP, TURNED, "__proto__", "constructor", "toString", "hasOwnProperty"];
  const rows = [
    [MARKUP, TURNED, "__proto__", { __proto__x: 1 }, "valueOf", "javascript:globalThis.pwned=1"],
    ["https://evil.invalid/", "\u2067אבג", "constructor", '{"__proto__":{"polluted":1}}', "", null],
  ];
  await makeRoom(page, headers.length);
  await serveReport(page, headers, rows);
  await page.goto(
    `./#/r/${ID}?sort=__proto__,constructor&where=constructor:notblank&where=${encodeURIComponent(TURNED)}:notblank&where=${encodeURIComponent(MARKUP)}:contains:${encodeURIComponent(MARKUP)}&find=&kind=__proto__:text&width=toString:200`,
  );
  await giveKey(page, "1180$k");
  await expect(rowsShown(page)).toHaveText("1 of 2 rows");
  await expectUnharmed(page);
  for (const name of headers) await expect(headerOf(page, name)).toBeVisible();
  await expect(headerOf(page, "__proto__")).toHaveAttribute("aria-sort", "ascending");
  await expect(cellOf(page, 0, 0)).toHaveText(MARKUP);
  await cellOf(page, 0, 0).click();
  await expect(cellValue(page)).toHaveText(MARKUP);

  // A text that turns everything after it turns nothing but itself: the words of ours keep their
  // places, left to right, in the chip and in the tooltip.
  const chip = page.getByRole("list", { name: "Filters" }).getByRole("listitem").nth(1);
  const places = await chip
    .getByRole("button")
    .first()
    .evaluate((button) => {
      const range = document.createRange();
      const words = [...button.childNodes].at(-1);
      const text = words?.firstChild ?? words;
      if (text === null || text === undefined) return [];
      return Array.from({ length: text.textContent?.length ?? 0 }, (_, at) => {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      });
    });
  expect(places.length).toBeGreaterThan(5);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  await expect(chip.getByRole("button").first()).toHaveAttribute(
    "title",
    "\ufffdevil\ufffd\ufffd\ufffd is not blank",
  );
  await headerOf(page, TURNED).hover();
  await page.getByRole("button", { name: `Column menu: ${TURNED}`, exact: true }).click();
  await page.getByRole("menuitem", { name: "Filter…" }).click();
  await expect(page.getByRole("dialog").locator("bdi").first()).toHaveText(TURNED);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Remove filter" }).last().click();
  await expect(rowsShown(page)).toHaveText("2 of 2 rows");
  await expectUnharmed(page);
});

test("the awkward report: every name and text of it leaves the page unharmed", async ({ page }) => {
  await openSample(page, SAMPLE_REPORTS.awkward.id);
  await expectUnharmed(page);
  await gridOf(page).focus();
  await page.keyboard.press("Control+End");
  await expectUnharmed(page);
  const before = await page.title();
  await page.getByRole("searchbox", { name: "Search all columns" }).fill("</title><svg");
  await expect(rowsShown(page)).toHaveText(/^1 of /);
  expect(await page.title()).toBe(before);
  await expectUnharmed(page);
});

test("each text runs the way its own letters do", async ({ page }) => {
  await openSample(page, SAMPLE_REPORTS.awkward.id);
  await page.getByRole("searchbox", { name: "Search all columns" }).fill("שלום עולם");
  await expect(rowsShown(page)).toHaveText(/^1 of /);
  await expect(cellOf(page, 0, 1)).toHaveText("rtl");
  await expect(cellOf(page, 0, 1)).toHaveCSS("direction", "ltr");
  await expect(cellOf(page, 0, 2)).toHaveCSS("direction", "rtl");
  await expect(cellOf(page, 0, 3)).toHaveCSS("direction", "rtl");
  await expect(cellOf(page, 0, 4)).toHaveCSS("direction", "ltr");
});

test("a cell of 5 MB, 2,000 columns, 100,000 brackets: shown, and the page answers", async ({
  page,
}) => {
  const huge = "x<b>".repeat(1_310_720);
  await serveReport(
    page,
    ["A", "B"],
    [
      ["1", huge],
      ["2", "small"],
    ],
  );
  await page.goto("./");
  await connect(page, ID);
  await expect(rowsShown(page)).toHaveText("2 of 2 rows");
  await cellOf(page, 1, 1).click();
  await expect(cellValue(page)).toHaveText("small");
  await cellOf(page, 0, 1).click();
  await expect
    .poll(() => cellValue(page).evaluate((element) => element.textContent.length))
    .toBe(huge.length);
  // It is all there, and only its beginning is laid out: megabytes would take seconds.
  const drawn = () => page.evaluate(() => document.body.innerText.length);
  expect(await drawn()).toBeLessThan(30_000);
  await expect(cellValue(page).locator("[data-cut]")).toHaveAttribute(
    "data-cut",
    " … 20,000 of 5,242,880 characters. Copies have them all.",
  );
  await page.keyboard.press("Space");
  const row = page.getByRole("dialog", { name: "Row 1 of 2" });
  await expect(row.getByRole("definition").last()).toHaveText(huge);
  expect(await drawn()).toBeLessThan(60_000);
  await page.keyboard.press("Escape");
  await page.getByRole("searchbox", { name: "Search all columns" }).fill("x<b>x<b>");
  await expect(rowsShown(page)).toHaveText("1 of 2 rows");
  await expectUnharmed(page);
  await page.unrouteAll();
  await page.getByRole("button", { name: "Forget key" }).click();
  await connect(page, SAMPLE_REPORTS.veryWide.id);
  await expect(rowsShown(page)).toHaveText("500 of 500 rows");
  await expect(gridOf(page)).toHaveAttribute("aria-colcount", "2000");
  await page.keyboard.press("Control+End");
  await page.getByRole("button", { name: "Forget key" }).click();
  await connect(page, FAULTS.nested.id);
  await expect(rowsShown(page)).toHaveText("1 of 1 row");
  await cellOf(page, 0, 1).click();
  await expect
    .poll(() => cellValue(page).evaluate((element) => element.textContent.length))
    .toBe(200_000);
});

test("a value of 5 MB names groups and filters by its beginning", async ({ page }) => {
  const rows = [
    ["1", "x<b>".repeat(1_310_720)],
    ["2", "small"],
  ];
  await serveReport(page, ["A", "B"], rows);
  await page.goto("./");
  await connect(page, ID);
  await (await openColumnMenu(page, "B")).getByRole("menuitem", { name: "Filter…" }).click();
  const dialog = page.getByRole("dialog", { name: "Filter: B" });
  const largest = dialog.getByRole("checkbox", { name: "x<b>x<b>" });
  await expect(largest).toBeVisible();
  const written = () => page.evaluate(() => document.body.outerHTML.length);
  expect(await written()).toBeLessThan(100_000);
  await page.keyboard.press("Escape");
  await (
    await openColumnMenu(page, "B")
  )
    .getByRole("menuitem", { name: "Group by this column" })
    .click();
  await expect(cellOf(page, 0, 0)).toContainText("small");
  await expect(cellOf(page, 1, 0)).toContainText(/^(x<b>){125}/);
  await expect(gridOf(page)).not.toContainText("x<b>".repeat(126));
  expect(await gridOf(page).evaluate((grid) => grid.outerHTML.length)).toBeLessThan(100_000);
  await expectUnharmed(page);
});

test("a link of 1,000 sorts, hostile patterns and junk opens what it can, and says so", async ({
  page,
}) => {
  const sorts = Array.from({ length: 1_000 }, (_, i) => `c${i}`).join(",");
  const pattern = encodeURIComponent("^(([a-z ])+.)+[A-Z]([a-z ])+$");
  await page.goto(
    `./#/r/${SAMPLE_REPORTS.month.id}?sort=Cost,${sorts}&where=Client:matches:${pattern}&where=Client:matches:%28%3F%3Da%29&%3Cscript%3E=1&api=https://evil.invalid&key=stolen&find=${encodeURIComponent(TURNED)}&end=1`,
  );
  await expect(page.getByRole("note")).toContainText("This link opens report 3c90c3cc");
  await expect(page.getByRole("note")).toContainText("\ufffdevil");
  await giveKey(page, "1180$k");
  await expect(rowsShown(page)).toHaveText("0 of 1,204 rows");
  await expect(page.getByText(/parts of this link were not understood/)).toBeVisible();
  await expect(page.getByText("stolen")).toHaveCount(0);
  await page.getByRole("searchbox", { name: "Search all columns" }).fill("");
  await expect(rowsShown(page)).toHaveText(/^[\d,]+ of 1,204 rows$/);
  await expect(headerOf(page, "Cost")).toHaveAttribute("aria-sort", "ascending");
  await expectUnharmed(page);
});

test("what a link groups by, looks for and filters turns no sentence about it", async ({
  page,
}) => {
  const [turned, shown] = [encodeURIComponent(TURNED), "\ufffdevil\ufffd\ufffd\ufffd"];
  const link = `./#/r/${SAMPLE_REPORTS.month.id}?find=${turned}`;
  await page.goto(`${link}&group=${turned},Client&where=Client:is:${turned}&end=1`);
  await expect(page.getByRole("note")).toContainText(`grouped by ${shown}, Client.`);
  await giveKey(page, "1180$k");
  await expect(rowsShown(page)).toHaveText("0 of 1,204 rows");
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share this view" });
  await expect(dialog).toContainText(`including the name ${shown}, the search “${shown}”,`);
  await page.keyboard.press("Escape");
  await page.goto(`${link}&end=1`);
  await expect(page.getByText(`No row fits the search for “${shown}”.`)).toBeVisible();
});

test.describe("answers that fail", () => {
  test.use({ allowedConsole: NETWORK_ERROR_LINE });

  test("error texts and file names from the server stay harmless", async ({ page }) => {
    await page.route("**/billing/**", (route) =>
      route.request().headers().accept === "text/csv"
        ? route.fulfill({
            contentType: "text/csv",
            headers: { "Content-Disposition": 'attachment; filename="..\\\\\u202e<b>a"' },
            body: "A,B\n1,2\n",
          })
        : route.fulfill({ status: 400, json: { error: `${MARKUP}${TURNED}\n\u200bend` } }),
    );
    await page.goto("./");
    await connect(page, ID);
    await expect(page.getByRole("alert")).toContainText(`${MARKUP}evil end`);
    await expectUnharmed(page);
    const file = await saved(page, () =>
      page.getByRole("button", { name: "Download CSV" }).click(),
    );
    expect(file.name).toMatch(/^[^<>:"/\\|?*\u202e]+_b_a\.csv$/);
  });
});
