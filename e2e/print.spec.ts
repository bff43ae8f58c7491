/*
 * What goes on paper: all rows of the view, not those on the screen, with filters in words and
 * totals; and how the app looks to one person, which no link carries.
 */
import { type Locator, type Page } from "@playwright/test";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { chooseFile, file } from "./chooseFile.ts";
import { connect, expect, openSample, test } from "./fixtures.ts";
import { clickSort, gridOf, headerOf, rowsShown } from "./grid.ts";
import { askReport } from "./oracle.ts";

/** Headless browsers have no print dialog: calls of it are counted. */
async function countPrints(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    window.print = () => {
      const { dataset } = document.documentElement;
      dataset.prints = String(Number(dataset.prints ?? 0) + 1);
    };
  });
  return async () => Number((await page.locator("html").getAttribute("data-prints")) ?? 0);
}

/** Of each cell, line by line. */
const textsIn = (lines: Locator, cell: string) =>
  lines.evaluateAll(
    (all, selector) =>
      all.map((line) => [...line.querySelectorAll(selector)].map((one) => one.textContent)),
    cell,
  );

test("prints every row of the view with its filters and totals", async ({ page, app }) => {
  const prints = await countPrints(page);
  const { headers, rows } = await askReport(app.url, SAMPLE_REPORTS.month.id);
  const client = headers.indexOf("Client");
  const expected = rows.filter((row) => row[client] === "Globex");
  await openSample(page);
  await page.getByRole("button", { name: "Add filter" }).click();
  const filter = page.getByRole("dialog", { name: /^Filter/ });
  await filter.getByLabel("Column").selectOption("Client");
  await filter.getByRole("checkbox", { name: "Globex" }).check();
  await filter.getByRole("button", { name: "Apply" }).click();
  await expect(rowsShown(page)).toHaveText(`${expected.length} of 1,204 rows`);

  await gridOf(page).focus();
  await page.keyboard.press("Control+p");
  const dialog = page.getByRole("dialog", { name: "Print this view" });
  await expect(dialog).toContainText(`${expected.length} rows × ${headers.length} columns`);
  expect(await prints()).toBe(0);
  await dialog.getByRole("button", { name: "Print" }).click();
  await expect.poll(prints).toBe(1);

  await page.emulateMedia({ media: "print" });
  await expect(gridOf(page)).toBeHidden();
  await expect(dialog).toBeHidden();
  const sheet = page.getByRole("article", { name: "Pages to print" });
  await expect(sheet.getByRole("listitem")).toHaveText(["Client is Globex"]);
  await expect(sheet.getByRole("columnheader")).toHaveText([...headers]);
  expect(await textsIn(sheet.locator("tbody tr"), "td")).toEqual(expected);
  await expect(sheet.locator("dt")).not.toHaveCount(0);
  const total = await page.evaluate(
    () => document.querySelector('section[aria-label="Totals"] dd span')?.textContent ?? "",
  );
  expect(total).toMatch(/^\d/);
  await expect(sheet).toContainText(total.trim());

  await page.emulateMedia({ media: "screen" });
  await expect(sheet).toBeHidden();
  await dialog.getByRole("button", { name: "Close", exact: true }).first().click();
  await expect(gridOf(page)).toBeFocused();
});

test("prints rows in groups as their lines", async ({ page, app }) => {
  const prints = await countPrints(page);
  const { headers, rows } = await askReport(app.url, SAMPLE_REPORTS.month.id);
  const client = headers.indexOf("Client");
  const product = headers.indexOf("Product");
  const ofGlobex = rows.filter((row) => row[client] === "Globex");
  await page.goto(`./#/r/${SAMPLE_REPORTS.month.id}?group=Client&where=Client:is:Globex|Initech`);
  await connect(page, SAMPLE_REPORTS.month.id);
  await expect(gridOf(page)).toHaveAttribute("aria-busy", "false");
  await page.getByRole("gridcell", { name: /^Globex/ }).click();
  await gridOf(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(gridOf(page)).toHaveAttribute("aria-rowcount", String(ofGlobex.length + 3));

  await page.keyboard.press("Control+p");
  const dialog = page.getByRole("dialog", { name: "Print this view" });
  await expect(dialog).toContainText(`${ofGlobex.length + 2} lines × ${headers.length} columns`);
  await dialog.getByRole("button", { name: "Print" }).click();
  await expect.poll(prints).toBe(1);
  await page.emulateMedia({ media: "print" });
  const lines = page.getByRole("article", { name: "Pages to print" }).locator("tbody tr");
  // The column of the groups comes first, then those with subtotals; the others as in the report.
  const first = ["Client", "Cost", "Tax"];
  const at = [...first, ...headers.filter((name) => !first.includes(name))].indexOf("Product");
  const printed = await lines.evaluateAll(
    (all, place) =>
      all.map((line) => {
        const cells = [...line.querySelectorAll("td")].map((cell) => cell.textContent);
        return [cells[0] ?? "", cells[place] ?? ""];
      }),
    at,
  );
  expect(printed).toEqual([
    ["Globex", ""],
    ...ofGlobex.map((row) => ["Globex", row[product] ?? ""]),
    ["Initech", ""],
  ]);
});

const COMMAS = "Kunde;Betrag;Code;Tag\nA;1.234,56;1.500,25;2026-10-02\nB;-70,00;x7;2026-10-12\n";

for (const [locale, open, grid, print, pages] of [
  ["en-GB", "Open a file…", "Report rows", "Print", "Pages to print"],
  ["de-DE", "Datei öffnen…", "Zeilen des Reports", "Drucken", "Seiten zum Drucken"],
] as const) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });

    test("paper has what the screen has, to the letter", async ({ page }) => {
      await countPrints(page);
      await page.goto("./");
      await chooseFile(page, file("Rechnung.csv", COMMAS), open);
      const lines = page.getByRole("grid", { name: grid }).locator("[aria-rowindex]");
      await expect(lines).toHaveCount(3);
      const shown = (await textsIn(lines, '[role="gridcell"]')).slice(1);
      expect(shown[0]?.slice(0, 3)).toEqual(["A", "1.234,56", "1.500,25"]);
      await page.keyboard.press("Control+p");
      await page.getByRole("dialog").getByRole("button", { name: print }).click();
      const sheet = page.getByRole("article", { name: pages, includeHidden: true });
      await expect(sheet.locator("tbody tr")).toHaveCount(2);
      expect(await textsIn(sheet.locator("tbody tr"), "td")).toEqual(shown);
    });
  });
}

test("a view too long for paper says how much of it is printed", async ({ page }) => {
  const prints = await countPrints(page);
  await openSample(page, SAMPLE_REPORTS.rows10k.id);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Print…" }).click();
  const dialog = page.getByRole("dialog", { name: "Print this view" });
  await expect(dialog.getByRole("note")).toContainText("Only the first 5,000 are printed");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await prints()).toBe(0);
});

test("theme and row height are chosen once, for this browser", async ({ page }) => {
  const lightOf = () =>
    page.evaluate(() => {
      const [red = 0] = getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? [];
      return Number(red) > 128;
    });
  const rowHeight = async () =>
    (await gridOf(page).getByRole("row").nth(2).boundingBox())?.height ?? 0;
  await openSample(page);
  await clickSort(page, "Cost");
  expect(await lightOf()).toBe(true);
  const before = await rowHeight();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Appearance…" }).click();
  const dialog = page.getByRole("dialog", { name: "Appearance" });
  await dialog.getByRole("radio", { name: "Dark" }).check();
  await expect.poll(lightOf).toBe(false);
  await dialog.getByRole("radio", { name: /^Comfortable/ }).check();
  await page.keyboard.press("Escape");
  await expect.poll(rowHeight).toBeGreaterThan(before);
  await expect(headerOf(page, "Cost")).toHaveAttribute("aria-sort", "ascending");
  expect(page.url()).not.toMatch(/dark|comfortable/);

  await openSample(page);
  expect(await lightOf()).toBe(false);
  expect(await rowHeight()).toBeGreaterThan(before);
});
