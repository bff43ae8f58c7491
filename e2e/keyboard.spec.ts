/*
 * The whole journey without a mouse: key, report, rows, sort, filter, search, link and back. Focus is
 * never lost: after each dialog it is where it was.
 */
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expect, openSample, test } from "./fixtures.ts";
import { cellOf, cellValue, gridOf, headerOf, rowsShown } from "./grid.ts";
import { askReport, sortRows } from "./oracle.ts";

test("from the key to a shared link by keyboard alone", async ({ page, app, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { id } = SAMPLE_REPORTS.month;
  const { rows } = await askReport(app.url, id);
  const keyboard = page.keyboard;
  await page.goto("./");
  await expect(page.getByLabel("API key")).toBeFocused();
  await keyboard.type("1180$keyboard");
  await keyboard.press("Tab");
  await keyboard.press("Tab");
  await expect(page.getByLabel("Report ID")).toBeFocused();
  await keyboard.type(id);
  await keyboard.press("Enter");
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");

  // The grid is one stop of Tab.
  const grid = gridOf(page);
  for (let stops = 0; stops < 30; stops++) {
    if (await grid.evaluate((element) => element === document.activeElement)) break;
    await keyboard.press("Tab");
  }
  await expect(grid).toBeFocused();
  await keyboard.press("Control+Home");
  await expect(cellValue(page)).toHaveText(rows[0]?.[0] ?? "");
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowRight");
  await expect(cellValue(page)).toHaveText(rows[1]?.[1] ?? "");
  await keyboard.press("End");
  await keyboard.press("Control+ArrowDown");
  await expect(cellOf(page, 1_203, 19)).toBeVisible();
  await keyboard.press("Home");
  await expect(cellValue(page)).toHaveText(rows[1_203]?.[0] ?? "");
  await keyboard.press("PageUp");
  await expect(cellValue(page)).not.toHaveText("");

  // Up to the header of the ninth column: Enter sorts.
  await keyboard.press("Control+Home");
  for (let i = 0; i < 8; i++) await keyboard.press("ArrowRight");
  await keyboard.press("ArrowUp");
  await keyboard.press("Enter");
  await expect(headerOf(page, "Cost")).toHaveAttribute("aria-sort", "ascending");
  await keyboard.press("Enter");
  await expect(headerOf(page, "Cost")).toHaveAttribute("aria-sort", "descending");
  await keyboard.press("ArrowDown");
  const sorted = sortRows(rows, [{ column: 8, by: "number", descending: true }]);
  await expect(cellValue(page)).toHaveText(sorted[0]?.[8] ?? "");

  // The column's menu, its filter dialog, and back to the grid.
  await keyboard.press("F2");
  await expect(page.getByRole("menu", { name: "Column menu: Cost" })).toBeVisible();
  await keyboard.press("f");
  await keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Filter: Cost" });
  await expect(dialog).toBeVisible();
  await expect(dialog.locator(":focus")).toHaveCount(1);
  await dialog.getByRole("textbox", { name: "Value" }).focus();
  await keyboard.type("100");
  await keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  const dear = sorted.filter((row) => Number(row[8]) >= 100);
  await expect(rowsShown(page)).toHaveText(`${dear.length} of 1,204 rows`);
  await expect(page.locator(":focus")).toHaveCount(1);

  // Search from within the grid, and back into it.
  await grid.focus();
  await keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search all columns" })).toBeFocused();
  await keyboard.type("cdn");
  const found = dear.filter((row) => row.some((text) => text.toLowerCase().includes("cdn")));
  await expect(rowsShown(page)).toHaveText(`${found.length} of 1,204 rows`);
  await keyboard.press("ArrowDown");
  await expect(grid).toBeFocused();

  await keyboard.press("Control+Shift+L");
  const share = page.getByRole("dialog", { name: "Share this view" });
  await share.getByRole("button", { name: "Copy link" }).focus();
  await keyboard.press("Enter");
  await expect(share.getByText("Copied.")).toBeVisible();
  // The address follows typing after a pause; only the proof of the data is not in it.
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await expect(page).toHaveURL(link.replace(/&rows=1204&data=[0-9a-f]{16}$/, ""));
  await keyboard.press("Escape");
  await expect(share).toBeHidden();
  await expect(grid).toBeFocused();
});

test("a menu closes with Escape and gives the focus back", async ({ page }) => {
  await openSample(page);
  const more = page.getByRole("button", { name: "More" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Download JSON" })).toBeFocused();
  await page.keyboard.press("End");
  await expect(page.getByRole("menu").getByRole("menuitem").last()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(more).toBeFocused();
});

test("a column's menu by key leaves the active cell where it is", async ({ page }) => {
  await openSample(page);
  const grid = gridOf(page);
  const { keyboard } = page;
  await grid.focus();
  await keyboard.press("Control+Home");
  for (let i = 0; i < 10; i++) await keyboard.press("PageDown");
  const where = () =>
    grid.evaluate((element) => [
      element.getAttribute("aria-activedescendant"),
      element.scrollTop,
      element === document.activeElement,
    ]);
  const before = await where();
  const openMenu = async () => {
    await keyboard.press("F2");
    await expect(page.getByRole("menu")).toBeVisible();
  };
  await openMenu();
  await keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  expect(await where()).toEqual(before);

  // A dialog it leads to, and what takes the header out of its place.
  await openMenu();
  await page.getByRole("menuitem", { name: "Kind…" }).press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await where()).toEqual(before);
  await openMenu();
  await page.getByRole("menuitem", { name: "Pin left" }).press("Enter");
  await expect(page).toHaveURL(/pin=Client%20ID$/);
  expect(await where()).toEqual(before);
});

test("Space on a header sorts", async ({ page }) => {
  await openSample(page);
  await gridOf(page).focus();
  for (const key of ["Control+Home", "ArrowUp", "Space"]) await page.keyboard.press(key);
  await expect(headerOf(page, "Client ID")).toHaveAttribute("aria-sort", "ascending");
});

test("a column is dragged wider by its edge", async ({ page }) => {
  await openSample(page);
  const header = headerOf(page, "Client");
  const before = await header.boundingBox();
  expect(before).not.toBeNull();
  if (before === null) return;
  await page.mouse.move(before.x + before.width - 2, before.y + before.height / 2);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width + 78, before.y + before.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await header.boundingBox())?.width).toBe(before.width + 80);
  await expect(page).toHaveURL(/width=Client:\d+/);
});
