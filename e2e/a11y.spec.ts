/*
 * axe on every screen and everything that opens over it: in light and dark, wide and at 360 px. It
 * finds missing names, wrong roles and weak contrast; whether the names are the right ones is what
 * all other tests hold.
 */
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expectAccessible, expectFits } from "./accessible.ts";
import { NETWORK_ERROR_LINE, connect, expect, openSample, test } from "./fixtures.ts";
import { cellOf, clickSort, headerOf, openColumnMenu, rowsShown } from "./grid.ts";

const LOOKS = [
  { colorScheme: "light", viewport: { width: 1280, height: 800 } },
  { colorScheme: "dark", viewport: { width: 1280, height: 800 } },
  { colorScheme: "light", viewport: { width: 360, height: 740 } },
  { colorScheme: "dark", viewport: { width: 360, height: 740 } },
] as const;

for (const { colorScheme, viewport } of LOOKS) {
  test.describe(`${colorScheme}, ${viewport.width} px`, () => {
    test.use({ colorScheme, viewport, allowedConsole: NETWORK_ERROR_LINE });

    test("connect form", async ({ page }) => {
      await page.goto("./");
      await expect(page.getByRole("form", { name: "Open a report" })).toBeVisible();
      await expectAccessible(page, "connect");
      await expectFits(page);
      await connect(page, "no id", "");
      await expect(page.getByRole("alert")).toHaveCount(2);
      await expectAccessible(page, "connect with problems");
      await page.getByRole("button", { name: "Other samples" }).click();
      await expectAccessible(page, "samples", "[role=menu]");
    });

    test("report, menus and dialogs", async ({ page }) => {
      test.slow();
      await openSample(page);
      await clickSort(page, "Client");
      await cellOf(page, 2, 0).click();
      await expectAccessible(page, "report");
      await expectFits(page);

      const menu = await openColumnMenu(page, "Client");
      await expectAccessible(page, "column menu", "[role=menu]");
      await menu.getByRole("menuitem", { name: "Filter…" }).click();
      const filter = page.getByRole("dialog", { name: "Filter: Client" });
      await filter.getByRole("checkbox", { name: "Globex" }).check();
      await expectAccessible(page, "filter dialog", "dialog");
      await filter.getByRole("button", { name: "Apply" }).click();
      await expect(headerOf(page, "Client").getByRole("img", { name: "Filtered" })).toBeVisible();
      await expectAccessible(page, "filtered report");

      await page.getByRole("button", { name: "Share" }).click();
      await expectAccessible(page, "share dialog", "dialog");
      await page.keyboard.press("Escape");

      const exportButton = page.getByRole("button", { name: "Export view" });
      await exportButton.click();
      await expectAccessible(page, "export menu", "[role=menu]");
      await page.getByRole("menuitem", { name: "One file per client…" }).click();
      await expect(page.getByText(/^\d+ sheets?$/)).toBeVisible();
      await expectAccessible(page, "one file per client", "dialog");
      await page.keyboard.press("Escape");
      await exportButton.click();
      await page.getByRole("menuitem", { name: "Separators and decimal sign…" }).click();
      await expectAccessible(page, "separators", "dialog");
      await page.getByRole("button", { name: "Export CSV" }).click();
      const exported = page.getByRole("dialog", { name: "Export view" });
      await expect(exported).toContainText("Saved");
      await expectAccessible(page, "what was exported", "dialog");
      await expectFits(page);
      await exported.getByRole("button", { name: "Close" }).click();

      await page.getByRole("button", { name: "Columns" }).click();
      await expectAccessible(page, "columns dialog", "dialog");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "More" }).click();
      await expectAccessible(page, "more", "[role=menu]");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Views", exact: true }).click();
      await page.getByRole("textbox", { name: "Name" }).fill("Globex");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("button", { name: "Apply: Globex" })).toBeVisible();
      await expectAccessible(page, "saved views", "dialog");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: /^Fingerprint/ }).click();
      await expectAccessible(page, "fingerprint", "dialog");
      await page.keyboard.press("Escape");
      for (const name of ["Print…", "Appearance…", "Apply this view to another report…"]) {
        await page.getByRole("button", { name: "More" }).click();
        await page.getByRole("menuitem", { name }).click();
        await expectAccessible(page, name, "dialog");
        await page.keyboard.press("Escape");
      }
      await page.getByRole("searchbox", { name: "Search all columns" }).fill("no such text");
      await expect(page.getByRole("alert")).toBeVisible();
      await expectAccessible(page, "no rows left", "[role=alert]");

      const link = page.url().replace(/\?.*/, "?rows=1&data=a7f39c2104be51d0");
      await page.evaluate((url) => location.assign(url), link);
      await expect(page.getByText("Not the same data")).toBeVisible();
      await expectAccessible(page, "another link's data", "[role=alert]");
    });

    test("failures", async ({ page, app }) => {
      app.sample.options.retryAfterSeconds = 60;
      for (const fault of ["unauthorised", "rateLimitedForever", "cut", "html"] as const) {
        await page.goto("./");
        await connect(page, FAULTS[fault].id);
        await expect(page.getByRole("alert")).toBeVisible();
        await expectAccessible(page, fault, fault === "unauthorised" ? "html" : "[role=alert]");
        await expectFits(page);
        await page.reload();
      }
    });

    test("odd values", async ({ page }) => {
      await openSample(page, SAMPLE_REPORTS.awkward.id);
      await expect(rowsShown(page)).toHaveText("224 of 224 rows");
      await expectAccessible(page, "awkward");
    });
  });
}
