/*
 * Named views: kept in this browser, carried to another one as a file, applied to any report; what
 * does not fit is said in words. Nothing but views is ever stored.
 */
import type { Page } from "@playwright/test";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { connect, expect, openSample, test } from "./fixtures.ts";
import { gridOf, headerOf, rowsShown } from "./grid.ts";
import { saved } from "./saved.ts";

const MONTH = SAMPLE_REPORTS.month.id;
const KEY = "1180$canary-of-the-views";
const VIEW = "show=Client,Cost&sort=-Cost&where=Client:is:Globex&where=Tax%20rate:notblank";

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Saved views" });
const viewsIn = (page: Page) =>
  dialogOf(page).getByRole("list", { name: "Saved views" }).getByRole("listitem");
const openViews = (page: Page) => page.getByRole("button", { name: "Views", exact: true }).click();

async function save(page: Page, name: string): Promise<void> {
  await dialogOf(page).getByRole("textbox", { name: "Name" }).fill(name);
  await page.keyboard.press("Enter");
}

const stored = (page: Page) =>
  page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );

test("views are saved, found again, renamed, replaced, deleted, and hold no key", async ({
  page,
}) => {
  await page.goto(`./#/r/${MONTH}?${VIEW}`);
  await connect(page, MONTH, KEY);
  await expect(rowsShown(page)).toHaveText(/^\d+ of 1,204 rows$/);
  const shown = await rowsShown(page).textContent();
  await openViews(page);
  await expect(dialogOf(page)).toContainText("No views are saved yet.");
  await page.keyboard.press("Enter");
  await expect(dialogOf(page).getByRole("alert")).toHaveText("Give it a name.");
  await save(page, "Globex, dearest first");
  await expect(dialogOf(page).getByRole("status")).toHaveText("Saved as “Globex, dearest first”.");
  await expect(viewsIn(page)).toContainText(["with 2 filters, sorted by Cost, showing 2 columns"]);
  const text = await stored(page);
  expect(text).toContain("Client:is:Globex");
  expect(text).not.toMatch(/canary|1180|apikey|3c90c3cc|data=/);

  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Views", exact: true })).toBeFocused();
  // Another day: the report opens as it does, the view is there.
  await page.goto("about:blank");
  await openSample(page, MONTH, KEY);
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  await openViews(page);
  await dialogOf(page).getByRole("button", { name: "Apply: Globex, dearest first" }).click();
  await expect(dialogOf(page)).toBeHidden();
  await expect(rowsShown(page)).toHaveText(shown ?? "");
  await expect(page).toHaveURL(new RegExp(`#/r/${MONTH}\\?${VIEW.replaceAll("?", "\\?")}$`));
  await page.goBack();
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");

  await openViews(page);
  await save(page, "All");
  await save(page, "Globex only");
  await expect(viewsIn(page)).toHaveCount(3);
  await dialogOf(page).getByRole("button", { name: "Delete: Globex only" }).click();
  await expect(viewsIn(page)).toHaveCount(2);
  await dialogOf(page).getByRole("button", { name: "Rename: All" }).click();
  const rename = dialogOf(page).getByRole("textbox", { name: "New name for All" });
  await expect(rename).toBeFocused();
  await rename.fill("Globex, dearest first");
  await page.keyboard.press("Enter");
  await expect(dialogOf(page).getByRole("alert")).toHaveText("Another view has this name.");
  await expect(rename).toHaveAccessibleDescription("Another view has this name.");
  await rename.fill("Everything");
  await page.keyboard.press("Enter");
  await expect(dialogOf(page).getByRole("button", { name: "Rename: Everything" })).toBeFocused();
  await dialogOf(page).getByRole("textbox", { name: "Name" }).fill("Everything");
  await expect(dialogOf(page).getByRole("button", { name: "Replace this view" })).toBeVisible();
  await dialogOf(page).getByRole("button", { name: "Delete: Everything" }).click();
  await expect(viewsIn(page)).toHaveCount(1);
  await dialogOf(page).getByRole("button", { name: "Undo" }).click();
  await expect(viewsIn(page)).toHaveCount(2);
});

test("a file carries views to another browser; a hostile one is harmless", async ({
  page,
  browser,
}) => {
  await page.goto(`./#/r/${MONTH}?${VIEW}`);
  await connect(page, MONTH, KEY);
  await expect(rowsShown(page)).toHaveText(/^\d+ of 1,204 rows$/);
  await openViews(page);
  await save(page, "Globex");
  const download = await saved(page, () =>
    dialogOf(page).getByRole("button", { name: "Export all as a file" }).click(),
  );
  expect(download.name).toBe("billscope-views.json");
  const file = download.bytes.toString();
  expect(JSON.parse(file)).toEqual({
    format: "billscope views",
    version: 1,
    views: [{ name: "Globex", view: VIEW }],
  });

  const context = await browser.newContext();
  const other = await context.newPage();
  await openSample(other);
  await openViews(other);
  const choose = (name: string, text: string) =>
    dialogOf(other)
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  const said = dialogOf(other).getByRole("status");
  await choose("billscope-views.json", file);
  await expect(said).toHaveText("1 view imported.");
  await choose("billscope-views.json", file);
  await expect(said).toHaveText("0 views imported. 1 was here already.");
  await choose("report.csv", "Client;Cost\r\nAcme;1\r\n");
  await expect(said).toHaveText("This is not a file of Billscope views. Nothing was changed.");
  await choose(
    "hostile.json",
    JSON.stringify({
      format: "billscope views",
      version: 1,
      views: [
        { name: "<img src=x onerror=alert(1)>\u202e", view: "find=%3Cscript%3E&key=1$x" },
        { name: "junk", view: "javascript:alert(1)" },
        ...Array.from({ length: 500 }, () => "x"),
      ],
    }),
  );
  await expect(said).toHaveText(
    "1 view imported. 501 entries could not be read and are left out. 1 part of the views was not understood.",
  );
  await dialogOf(other)
    .getByRole("button", { name: "Apply: <img src=x onerror=alert(1)>" })
    .click();
  await expect(other.getByRole("searchbox", { name: "Search all columns" })).toHaveValue(
    "<script>",
  );
  await openViews(other);
  await dialogOf(other).getByRole("button", { name: "Apply: Globex" }).click();
  await expect(gridOf(other)).toHaveAttribute("aria-colcount", "2");
  await context.close();
});

test("a view is applied to another report, and what does not fit is said", async ({
  page,
  app,
}) => {
  await page.goto(
    `./#/r/${MONTH}?show=Client,Cost,Region&sort=-Cost&where=Client:is:Globex&where=Cost:gt:0`,
  );
  await connect(page, MONTH, KEY);
  await expect(rowsShown(page)).toHaveText(/^\d+ of 1,204 rows$/);
  const apply = async (id: string) => {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Apply this view to another report…" }).click();
    const dialog = page.getByRole("dialog", { name: "Apply this view to another report" });
    await dialog.getByRole("textbox", { name: "Report ID" }).fill(id);
    await page.keyboard.press("Enter");
    return dialog;
  };
  // A report of the same kind: everything fits.
  const dialog = await apply("next month");
  await expect(dialog.getByRole("alert")).toContainText("This is not a report id.");
  await dialog
    .getByRole("textbox", { name: "Report ID" })
    .fill(`${app.url}#/r/${SAMPLE_REPORTS.rows10k.id}`);
  await page.keyboard.press("Enter");
  await expect(rowsShown(page)).toHaveText(/^[\d,]+ of 10,000 rows$/);
  await expect(headerOf(page, "Cost")).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByRole("list", { name: "Filters" }).getByRole("listitem")).toHaveCount(2);
  await expect(page.getByText("This report has no column")).toHaveCount(0);

  // One of another kind.
  await apply(SAMPLE_REPORTS.wide.id);
  await expect(
    page.getByText("This report has no columns named Client, Cost, Region."),
  ).toContainText(
    "Left out of the view: the choice of columns (all are shown); the order by Cost; " +
      "the filter “Client is Globex”; the filter “Cost > 0”.",
  );
  await expect(rowsShown(page)).toHaveText("1,000 of 1,000 rows");
});

test("a browser that keeps nothing says so", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await openSample(page);
  await openViews(page);
  await expect(dialogOf(page).getByRole("alert")).toContainText("views last until it is closed");
  await save(page, "Mine");
  await expect(viewsIn(page)).toHaveCount(1);
});
