/*
 * The picture beside the table: amounts by a column and over time, exactly as the rows add up, with
 * marks that filter, by mouse and by keyboard, in the link, beside filters and on paper. The list of
 * values and the span of a range, which say the same figures.
 */
import { Big } from "big.js";
import type { Page } from "@playwright/test";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expectAccessible, expectFits } from "./accessible.ts";
import { expect, openSample, test } from "./fixtures.ts";
import { openColumnMenu, rowsShown } from "./grid.ts";
import { askReport } from "./oracle.ts";

const pictureOf = (page: Page) => page.getByRole("region", { name: "Picture" });

interface Part {
  readonly name: string;
  readonly rows: number;
  readonly sum: Big;
}

/** What each value of a column comes to in one currency, the largest first. */
function parts(
  rows: readonly (readonly string[])[],
  headers: readonly string[],
  by: string,
  currency: string,
): readonly Part[] {
  const at = (name: string) => headers.indexOf(name);
  const found = new Map<string, Part>();
  for (const row of rows) {
    const name = row[at(by)] ?? "";
    const old = found.get(name) ?? { name, rows: 0, sum: new Big(0) };
    const amount = row[at("Currency")] === currency ? (row[at("Cost")] ?? "") : "";
    const sum = /^-?[\d.]+$/.test(amount) ? old.sum.plus(amount) : old.sum;
    found.set(name, { name, rows: old.rows + 1, sum });
  }
  return [...found.values()].sort((a, b) => b.sum.abs().cmp(a.sum.abs()));
}

/** "Acme GmbH: 1204.50 EUR, 12 % of the total, 120 rows" taken apart. */
async function marksOf(page: Page, list: string): Promise<readonly Part[]> {
  const names = await pictureOf(page)
    .getByRole("list", { name: list })
    .getByRole("button")
    .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
  return names.map(markOf);
}

function markOf(text: string): Part {
  const [, name = "", sum = "0", rows = ""] =
    /^(.*): (-?[\d.]+) \w+,.*?([\d,]+) rows?$/.exec(text) ?? [];
  return { name, sum: new Big(sum), rows: Number(rows.replaceAll(",", "")) };
}

/** Every figure that stands below a list's name from now on, however short: "Cost, USD by …: 12.5". */
async function recordFigures(page: Page): Promise<() => Promise<readonly string[]>> {
  const seen = await pictureOf(page).evaluateHandle((picture) => {
    const figures = new Set<string>();
    const look = () => {
      for (const list of picture.querySelectorAll("ul[aria-label]")) {
        for (const mark of list.querySelectorAll("button")) {
          const name = list.getAttribute("aria-label") ?? "";
          figures.add(`${name} | ${mark.getAttribute("aria-label") ?? ""}`);
        }
      }
    };
    new MutationObserver(look).observe(picture, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    return figures;
  });
  return () => seen.evaluate((figures) => [...figures]);
}

const plain = (list: readonly Part[]) =>
  list.map(({ name, rows, sum }) => `${name} ${rows} ${sum.toFixed()}`);

test("a picture adds up to the last digit, filters, travels and follows", async ({ page, app }) => {
  const { headers, rows } = await askReport(app.url, SAMPLE_REPORTS.month.id);
  await openSample(page);
  const button = page.getByRole("button", { name: "Picture", exact: true });
  await button.click();
  const picture = pictureOf(page);
  await expect(button).toHaveAttribute("aria-pressed", "true");

  const list = "Cost, EUR by Client";
  await expect(picture.getByRole("list", { name: list }).getByRole("button")).toHaveCount(11);
  const clients = parts(rows, headers, "Client", "EUR");
  const marks = await marksOf(page, list);
  expect(plain(marks.slice(0, 10))).toEqual(plain(clients.slice(0, 10)));
  const rest = clients.slice(10);
  expect(marks[10]?.name).toBe(`${rest.length} others`);
  expect(marks[10]?.sum.eq(rest.reduce((sum, one) => sum.plus(one.sum), new Big(0)))).toBe(true);
  expect(marks[10]?.rows).toBe(rest.reduce((sum, one) => sum + one.rows, 0));

  const days = await marksOf(page, "Cost, EUR per day of Date from");
  const byDay = parts(rows, headers, "Date from", "EUR").toSorted((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  expect(plain(days)).toEqual(plain(byDay));

  await expectAccessible(page);

  await test.step("by keyboard: one stop, arrows, Enter filters and gives back", async () => {
    await picture.getByRole("combobox", { name: "Time line by" }).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    const second = picture.getByRole("button", { name: new RegExp(`^${clients[1]?.name}: `) });
    await expect(second).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(rowsShown(page)).toHaveText(`${clients[1]?.rows} of 1,204 rows`);
    await expect(second).toHaveAttribute("aria-pressed", "true");
    await expect(second).toHaveAccessibleName(/100 % of the total/);
    await second.click();
    await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  });

  await test.step("a day filters by its date", async () => {
    const day = byDay[4];
    await picture.getByRole("button", { name: new RegExp(`^${day?.name}: `) }).click();
    await expect(rowsShown(page)).toHaveText(`${day?.rows} of 1,204 rows`);
    await page.getByRole("button", { name: /^Remove filter: Date from between/ }).click();
    await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  });

  await test.step("other columns, another currency, fewer bars: all in the link", async () => {
    const recorded = await recordFigures(page);
    await picture.getByRole("combobox", { name: "Bars by" }).selectOption({ label: "Product" });
    await picture.getByRole("combobox", { name: "Amount" }).selectOption({ label: "Cost, USD" });
    await picture.getByRole("combobox", { name: "Bars", exact: true }).selectOption("5");
    const products = parts(rows, headers, "Product", "USD");
    const named = picture.getByRole("list", { name: "Cost, USD by Product" });
    await expect(named.getByRole("button")).toHaveCount(6);
    const drawn = await marksOf(page, "Cost, USD by Product");
    expect(plain(drawn.slice(0, 5))).toEqual(
      plain(products.slice(0, 5).toSorted((a, b) => b.sum.cmp(a.sum))),
    );
    const figures = await recorded();
    for (const by of ["Client", "Product"]) {
      for (const currency of ["EUR", "USD"]) {
        const known = plain(parts(rows, headers, by, currency));
        const title = `Cost, ${currency} by ${by} | `;
        const marks = figures
          .filter((figure) => figure.startsWith(title))
          .map((figure) => markOf(figure.slice(title.length)));
        const wrong = plain(marks.filter(({ name }) => !/^\d+ others?$/.test(name))).filter(
          (mark) => !known.includes(mark),
        );
        expect(wrong).toEqual([]);
      }
    }
    expect(figures.some((figure) => figure.startsWith("Cost, USD by Product"))).toBe(true);
    expect(page.url()).toContain("picture=Product,of:Cost:USD,top:5");
    await page.goBack();
    const size = picture.getByRole("combobox", { name: "Bars", exact: true });
    await expect(size).toHaveValue("10");
    await page.goForward();
    await expect(size).toHaveValue("5");
  });

  await test.step("a search is followed", async () => {
    await page.getByRole("searchbox", { name: "Search all columns" }).fill("cdn");
    await expect(picture.getByRole("list", { name: "Cost, USD by Product" })).toContainText("CDN");
    await expect(
      picture.getByRole("list", { name: "Cost, USD by Product" }).getByRole("button"),
    ).not.toHaveCount(6);
  });

  await picture.getByRole("button", { name: "Close picture" }).click();
  await expect(picture).toBeHidden();
  await expect(button).toBeFocused();
});

test.describe("at 360 px, in dark", () => {
  test.use({ colorScheme: "dark", viewport: { width: 360, height: 800 } });

  test("eight bars at a glance; in forced colours and on paper, too", async ({ page }) => {
    await openSample(page);
    await page.getByRole("button", { name: "Picture", exact: true }).click();
    const picture = pictureOf(page);
    const bars = picture.getByRole("list", { name: "Cost, EUR by Client" }).getByRole("button");
    await expect(bars).toHaveCount(11);
    await expectAccessible(page);
    await expectFits(page);
    const inSight = await picture.evaluate((panel) => {
      const { bottom } = panel.getBoundingClientRect();
      const list = panel.querySelector("ul");
      const all = [...(list?.querySelectorAll("button") ?? [])];
      return all.filter((bar) => bar.getBoundingClientRect().bottom <= bottom).length;
    });
    expect(inSight).toBeGreaterThanOrEqual(8);
    // The table is there, too: what a mark filters is seen at once.
    await expect(page.getByRole("gridcell").first()).toBeInViewport();

    await test.step("forced colours: a bar is not the colour of what is behind it", async () => {
      await page.emulateMedia({ forcedColors: "active" });
      const colours = await bars.first().evaluate((bar) => ({
        fill: getComputedStyle(bar.lastElementChild?.firstElementChild ?? bar).backgroundColor,
        page: getComputedStyle(document.body).backgroundColor,
      }));
      expect(colours.fill).not.toBe(colours.page);
      await bars.nth(1).click();
      const pressed = picture.getByRole("button", { pressed: true });
      await expect(pressed).toHaveCount(1);
      await expect(pressed).toHaveCSS("outline-style", "solid");
      await expectAccessible(page, "forced colours", "section[aria-label=Picture]");
      await page.emulateMedia({ forcedColors: "none" });
    });

    await test.step("on paper: marks and figures, no controls", async () => {
      await page.evaluate(() => (window.print = () => undefined));
      await page.getByRole("button", { name: "More", exact: true }).click();
      await page.getByRole("menuitem", { name: "Print…" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Print" }).click();
      await page.emulateMedia({ media: "print" });
      const sheet = page.getByRole("article", { name: "Pages to print" });
      const printed = sheet.getByRole("region", { name: "Picture" });
      await expect(printed.getByRole("list").first().getByRole("button")).not.toHaveCount(0);
      await expect(printed.getByRole("combobox")).toHaveCount(0);
      const { fill, paper } = await printed.evaluate((region) => ({
        fill: getComputedStyle(region.querySelector("ul button > :last-child > span") ?? region)
          .backgroundColor,
        paper: getComputedStyle(document.body).backgroundColor,
      }));
      expect(fill).not.toBe(paper);
    });
  });
});

test("in a low window the picture comes into sight, and the focus stays", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 400 });
  await openSample(page);
  const button = page.getByRole("button", { name: "Picture", exact: true });
  await button.press("Enter");
  await expect(pictureOf(page).getByRole("combobox").first()).toBeInViewport();
  await expect(button).toBeFocused();
  await button.press("Enter");
  await expect(pictureOf(page)).toBeHidden();
  await expect(button).toBeFocused();
});

test("each value with its share of an amount; every one chosen, or none", async ({ page, app }) => {
  const { headers, rows } = await askReport(app.url, SAMPLE_REPORTS.month.id);
  await openSample(page);
  await (await openColumnMenu(page, "Client")).getByRole("menuitem", { name: "Filter…" }).click();
  const dialog = page.getByRole("dialog", { name: "Filter: Client" });
  await dialog.getByRole("combobox", { name: "Share of" }).selectOption({ label: "Cost, USD" });
  const [largest] = parts(rows, headers, "Client", "USD");
  const boxes = dialog.getByRole("checkbox");
  const value = dialog.getByRole("textbox", { name: "Value" });
  await value.fill("nothing");
  await expect(dialog.getByRole("status")).toHaveText("No value has this text in it.");
  await value.fill("");
  await expect(boxes.first()).toHaveAccessibleName(
    `${largest?.name} ${largest?.sum.toFixed(12)} USD ${largest?.rows}`,
  );
  const lines = dialog.getByRole("list", { name: "Values" }).getByRole("listitem");
  await expect(lines.first()).toHaveAttribute("aria-posinset", "1");
  await expect(lines.first()).toHaveAttribute("aria-setsize", "24");
  await boxes.first().focus();
  await page.keyboard.press("End");
  await expect(boxes.last()).toBeFocused();
  // A letter looks for others: the field takes it.
  await page.keyboard.press("g");
  await expect(dialog.getByRole("textbox", { name: "Value" })).toHaveValue("g");
  const fits = rows.filter((row) => /g/i.test(row[headers.indexOf("Client")] ?? ""));
  await dialog.getByRole("button", { name: /^Select all \d+ found$/ }).click();
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(rowsShown(page)).toHaveText(`${fits.length} of 1,204 rows`);
});

test("a range shows the real span, and bins that filter what they count", async ({ page, app }) => {
  const { headers, rows } = await askReport(app.url, SAMPLE_REPORTS.month.id);
  await openSample(page);
  await (
    await openColumnMenu(page, "Date from")
  )
    .getByRole("menuitem", { name: "Filter…" })
    .click();
  const dialog = page.getByRole("dialog", { name: "Filter: Date from" });
  const dates = rows.map((row) => row[headers.indexOf("Date from")] ?? "").sort();
  const bins = dialog.getByRole("img", { name: /^Most are 2026-10-01: \d+ of 1,204 rows$/ });
  await expect(dialog.getByRole("figure")).toContainText(dates[0] ?? "");
  await expect(dialog.getByRole("figure")).toContainText(dates.at(-1) ?? "");
  const { width } = (await bins.boundingBox()) ?? { width: 0 };
  await bins.click({ position: { x: (width * 4.5) / 31, y: 20 } });
  await expect(dialog.getByRole("textbox", { name: "From" })).toHaveValue("2026-10-05");
  await expect(dialog.getByRole("textbox", { name: "To" })).toHaveValue("2026-10-05");
  await dialog.getByRole("button", { name: "Apply" }).click();
  const fits = dates.filter((date) => date === "2026-10-05");
  await expect(rowsShown(page)).toHaveText(`${fits.length} of 1,204 rows`);
});

test("a range is counted in the rows that the other filters leave, those of its column too", async ({
  page,
}) => {
  await openSample(page);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/r/${SAMPLE_REPORTS.month.id}?where=Cost:gte:10&where=Cost:lte:100`);
  await page.getByRole("button", { name: /^Edit filter: Cost ≥ 10$/ }).click();
  const dialog = page.getByRole("dialog", { name: "Filter: Cost" });
  await expect(dialog.getByRole("figure")).toContainText(/to (?:100|\d\d)(?:\.\d+)?$/);
  await expect(dialog.getByRole("figure")).toContainText(/from -/);
});
