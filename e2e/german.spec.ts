/*
 * The page in German: spoken from the first word on where the browser asks for it, with its own way
 * of writing numbers and dates; changed to English and back without losing the rows or the key.
 */
import { type Page } from "@playwright/test";
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_KEY } from "../sample/contract.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expectAccessible, expectFits } from "./accessible.ts";
import { NETWORK_ERROR_LINE, expect, test } from "./fixtures.ts";

test.use({ locale: "de-DE", allowedConsole: NETWORK_ERROR_LINE });

const germanGrid = (page: Page) => page.getByRole("grid", { name: "Zeilen des Reports" });

async function openGermanSample(page: Page): Promise<void> {
  await page.goto("./");
  await page.getByRole("button", { name: "Beispiel-Report ansehen" }).click();
  await expect(germanGrid(page)).toHaveAttribute("aria-rowcount", "1205");
  await expect(germanGrid(page)).not.toHaveAttribute("aria-busy", "true");
}

async function openLook(page: Page, more: string, look: string): Promise<void> {
  await page.getByRole("button", { name: more, exact: true }).click();
  await page.getByRole("menuitem", { name: look }).click();
}

test("a German browser reads German, and numbers and dates its way", async ({ page }) => {
  // Whatever was drawn before would be in this list.
  await page.addInitScript(() => {
    const texts: string[] = [];
    Object.assign(window, { texts });
    new MutationObserver(() => texts.push(document.body?.textContent ?? "")).observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  await openGermanSample(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  const drawn = await page.evaluate(() =>
    JSON.stringify(Object.values(window).find(Array.isArray)),
  );
  expect(drawn).toContain("Report öffnen");
  expect(drawn).not.toContain("Open report");

  const shown = page.getByRole("status", { name: "Gezeigte Zeilen" });
  await expect(shown).toHaveText("1.204 von 1.204 Zeilen");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Cost", exact: true }).click();
  await page.getByRole("button", { name: "Cost", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Cost", exact: true })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  const column = await page
    .getByRole("columnheader", { name: "Cost", exact: true })
    .getAttribute("aria-colindex");
  const cell = germanGrid(page).locator(
    `[aria-rowindex="2"] [role=gridcell][aria-colindex="${column}"]`,
  );
  await expect(cell).toHaveText(/^\d+,\d+$/);
  await cell.click();
  const exact = page.getByRole("status", { name: "Zellwert" });
  await expect(exact).toHaveText(/^\d+\.\d+$/);
  expect((await cell.textContent())?.replace(",", ".")).toBe(await exact.textContent());

  await page.keyboard.press("f");
  const filter = page.getByRole("dialog", { name: "Filter: Cost" });
  await filter.getByRole("combobox", { name: "Bedingung" }).selectOption("≥");
  await filter.getByRole("textbox", { name: "Wert" }).fill("zehn");
  await filter.getByRole("button", { name: "Anwenden" }).click();
  await expect(filter.getByRole("alert")).toHaveText("„zehn“ ist weder eine Zahl noch ein Datum.");
  await filter.getByRole("textbox", { name: "Wert" }).fill("10,5");
  await filter.getByRole("button", { name: "Anwenden" }).click();
  await expect(page.getByRole("list", { name: "Filter" }).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Filter ändern: Cost ≥ 10,5" })).toBeVisible();
  await expect(shown).not.toHaveText("1.204 von 1.204 Zeilen");
  await expect(page.getByRole("region", { name: "Summen" })).toContainText(/\d,\d/);
});

test("a day is written one way, in cells and as a group", async ({ page }) => {
  await page.goto(`./#/r/${SAMPLE_REPORTS.month.id}?group=Date%20from,:open&exact=1`);
  await page.getByRole("textbox", { name: "API-Schlüssel" }).fill(SAMPLE_KEY);
  await page.getByRole("button", { name: "Report öffnen" }).click();
  const cellsOf = (row: number) =>
    germanGrid(page).locator(`[aria-rowindex="${row}"] [aria-colindex="1"]`);
  await expect(cellsOf(2).locator("b")).toHaveText(/^2026-10-\d\d$/);
  await page.getByRole("button", { name: "Mehr", exact: true }).click();
  await page.getByRole("menuitemcheckbox", { name: "Werte genau wie im Report zeigen" }).click();
  await expect(cellsOf(2).locator("b")).toHaveText(/^\d\d\.10\.2026$/);
  const day = (await cellsOf(2).locator("b").textContent()) ?? "";
  await expect(cellsOf(2)).toHaveAccessibleName(new RegExp(`^${day}, `));
  await expect(cellsOf(3)).toHaveText(day);
});

test("what cells show is found: by search, find, list and filter", async ({ page }) => {
  await openGermanSample(page);
  const shown = page.getByRole("status", { name: "Gezeigte Zeilen" });
  const search = page.getByRole("searchbox", { name: "Alle Spalten durchsuchen" });
  await search.fill("2026-10-06");
  await expect(shown).toHaveText(/^(?!1\.204 )[1-9]/);
  const rows = (await shown.textContent()) ?? "";
  await search.fill("06.10.2026");
  await expect(page).toHaveURL(/find=06\.10\.2026&also=2026-10-06/);
  await expect(shown).toHaveText(rows);
  await page.reload();
  await page.getByRole("textbox", { name: "API-Schlüssel" }).fill(SAMPLE_KEY);
  await page.getByRole("button", { name: "Report öffnen" }).click();
  await expect(shown).toHaveText(rows);
  await search.fill("");

  await germanGrid(page).focus();
  await page.keyboard.press("Control+f");
  await page.keyboard.type("06.10.2026");
  await expect(germanGrid(page).locator("mark").first()).toHaveText("06.10.2026");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Filter hinzufügen" }).click();
  const filter = page.getByRole("dialog", { name: /^Filter/ });
  await filter.getByRole("combobox", { name: "Spalte" }).selectOption("Date from");
  await filter.getByRole("textbox", { name: "Von" }).fill("06.10.2026");
  await filter.getByRole("textbox", { name: "Bis" }).fill("06.10.2026");
  await expect(filter.locator("figcaption")).toContainText(/\d\d\.\d\d\.2026/);
  await filter.getByRole("button", { name: "Anwenden" }).click();
  const chip = page.getByRole("button", {
    name: "Filter ändern: Date from zwischen 06.10.2026 und 06.10.2026",
  });
  await expect(chip).toBeVisible();
  await expect(shown).toHaveText(/^[1-9]\d* /);
  await chip.click();
  await filter.getByRole("combobox", { name: "Bedingung" }).selectOption("ist einer von");
  await filter.getByRole("textbox", { name: "Wert" }).fill("06.10.");
  await expect(filter.getByRole("checkbox", { name: /^06\.10\.2026/ })).toBeVisible();
});

test("keys have the names on a German keyboard", async ({ page }) => {
  await openGermanSample(page);
  await germanGrid(page).press("?");
  const help = page.getByRole("dialog", { name: "Tastenkürzel" });
  for (const name of ["Strg Pos1", "Bild ↓", "Umschalt Leertaste"]) {
    await expect(help.getByText(name, { exact: true })).toBeVisible();
  }
  await expect(help).not.toContainText(/PageDown|Ctrl|Space/);
});

test("another language keeps rows, key and view, and is remembered", async ({ page, app }) => {
  await openGermanSample(page);
  const asked = app.sample.log.length;
  await openLook(page, "Mehr", "Darstellung…");
  const look = page.getByRole("dialog");
  await look.getByRole("radio", { name: "English" }).check();
  await expect(look.getByRole("heading", { name: "Appearance" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await look.getByRole("combobox", { name: "Numbers and dates" }).selectOption("As in the report");
  await look.getByRole("button", { name: "Close" }).click();
  const grid = page.getByRole("grid", { name: "Report rows" });
  await expect(grid).toHaveAttribute("aria-rowcount", "1205");
  await expect(page.getByRole("status", { name: "Rows shown" })).toHaveText("1,204 of 1,204 rows");
  await expect(page.getByRole("button", { name: "Forget key" })).toBeVisible();
  await expect(grid.getByRole("button", { name: "Column menu: Cost" })).toBeVisible();
  await expect(grid.locator('[aria-rowindex="2"]')).not.toContainText(/\d,\d\d\b/);
  expect(app.sample.log.length).toBe(asked);

  await page.reload();
  await expect(page.getByRole("form", { name: "Open a report" })).toBeVisible();
  await page.getByRole("textbox", { name: "API key" }).fill(SAMPLE_KEY);
  await page.getByRole("button", { name: "Open report" }).click();
  await expect(grid).not.toHaveAttribute("aria-busy", "true");
  await openLook(page, "More", "Appearance…");
  await page.getByRole("radio", { name: "Like the browser" }).check();
  await expect(germanGrid(page)).toHaveAttribute("aria-rowcount", "1205");
});

test.describe("at 360 px", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("German fits, failures too", async ({ page }) => {
    await page.goto("./");
    await expect(page.getByRole("form", { name: "Einen Report öffnen" })).toBeVisible();
    await expectFits(page);
    await expectAccessible(page);
    // What is typed stays while the language changes.
    await page.getByRole("textbox", { name: "Report-ID" }).fill("3c90");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("form", { name: "Open a report" })).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Report ID" })).toHaveValue("3c90");
    await page.getByRole("button", { name: "Deutsch" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "English" })).toBeFocused();
    await page.getByRole("textbox", { name: "API-Schlüssel" }).fill(SAMPLE_KEY);
    await page.getByRole("textbox", { name: "Report-ID" }).fill(FAULTS.notFound.id);
    await page.getByRole("button", { name: "Report öffnen" }).click();
    const failure = page.getByRole("alert");
    await expect(failure).toContainText("Gcore kennt keinen Report mit dieser ID.");
    await expect(failure.getByRole("button", { name: "Anderen Report öffnen" })).toBeVisible();
    await expectFits(page);
    await openGermanSample(page);
    await expectFits(page);
    await expectAccessible(page);
    await openLook(page, "Mehr", "Darstellung…");
    await expectFits(page);
    await expectAccessible(page);
  });
});
