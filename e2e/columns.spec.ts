/*
 * Columns as people arrange them: dragged by mouse and by finger, moved by keys, menu and panel, fitted,
 * shown and hidden many at once; all of it in the link.
 */
import type { Page } from "@playwright/test";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expectAccessible } from "./accessible.ts";
import { expect, openSample, test } from "./fixtures.ts";
import { gridOf, headerOf, openColumnMenu, rowsShown } from "./grid.ts";

/** Headers from the left, as far as they are drawn. */
async function order(page: Page, count: number): Promise<readonly (string | null)[]> {
  const headers = await gridOf(page)
    .getByRole("columnheader")
    .evaluateAll((all) =>
      all
        .toSorted((a, b) => Number(a.ariaColIndex) - Number(b.ariaColIndex))
        .map((one) => one.querySelector("button")?.ariaLabel ?? null),
    );
  return headers.slice(0, count);
}

async function boxOf(page: Page, name: string) {
  const box = await headerOf(page, name).boundingBox();
  if (box === null) throw new Error(`${name} is not on screen`);
  return { ...box, middle: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const shownIn = (page: Page) => new URL(page.url()).hash.replace(/.*[?&]show=([^&]*).*/, "$1");

test("a header is dragged to another place; Escape gives up, a click still sorts", async ({
  page,
}) => {
  await openSample(page);
  expect(await order(page, 4)).toEqual(["Client ID", "Client", "Product", "Feature"]);
  const client = await boxOf(page, "Client");
  const feature = await boxOf(page, "Feature");

  await page.mouse.move(client.middle, client.y);
  await page.mouse.down();
  await page.mouse.move(feature.middle + 20, feature.y, { steps: 5 });
  const mark = gridOf(page).locator("[data-drop]");
  await expect(mark).toBeVisible();
  const line = await mark.boundingBox();
  expect(Math.abs((line?.x ?? 0) - (feature.x + feature.width))).toBeLessThanOrEqual(3);
  await page.keyboard.press("Escape");
  await expect(mark).toHaveCount(0);
  await page.mouse.up();
  expect(await order(page, 4)).toEqual(["Client ID", "Client", "Product", "Feature"]);

  await page.mouse.move(client.middle, client.y);
  await page.mouse.down();
  await page.mouse.move(feature.middle + 20, feature.y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => order(page, 4)).toEqual(["Client ID", "Product", "Feature", "Client"]);
  await expect(headerOf(page, "Client")).toHaveAttribute("aria-sort", "none");
  expect(shownIn(page)).toMatch(/^Client%20ID,Product,Feature,Client,/);

  // Beyond the edge the grid scrolls: to the very end.
  const id = await boxOf(page, "Client ID");
  const grid = await gridOf(page).boundingBox();
  await page.mouse.move(id.middle, id.y);
  await page.mouse.down();
  await page.mouse.move((grid?.x ?? 0) + (grid?.width ?? 0) - 2, id.y, { steps: 5 });
  await expect
    .poll(() =>
      gridOf(page).evaluate(
        (element) => element.scrollWidth - element.clientWidth - element.scrollLeft,
      ),
    )
    .toBeLessThanOrEqual(1);
  await page.mouse.up();
  await expect.poll(() => shownIn(page)).toMatch(/^Product,Feature,Client,.*,Client%20ID$/);

  await headerOf(page, "Client ID").getByRole("button", { name: "Client ID", exact: true }).click();
  await expect(headerOf(page, "Client ID")).toHaveAttribute("aria-sort", "ascending");
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/8dd25736052a$/);
});

test.describe("by finger", () => {
  test.use({ hasTouch: true });

  test("a header that is held a moment moves, one that is swiped scrolls", async ({
    page,
    context,
  }) => {
    await openSample(page);
    const touch = await context.newCDPSession(page);
    const send = (type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0) =>
      touch.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x, y }],
      });
    const product = await boxOf(page, "Product");
    const id = await boxOf(page, "Client ID");
    await send("touchStart", product.middle, product.y);
    await expect(gridOf(page)).toHaveAttribute("data-dragging", "");
    for (const x of [product.middle - 40, id.middle, id.x + 10]) await send("touchMove", x, id.y);
    await expect(gridOf(page).locator("[data-drop]")).toBeVisible();
    await send("touchEnd");
    await expect.poll(() => order(page, 3)).toEqual(["Product", "Client ID", "Client"]);
    await expect(page.getByRole("menu")).toHaveCount(0);
    await expect(headerOf(page, "Product")).toHaveAttribute("aria-sort", "none");
  });
});

test("the panel moves, finds, shows and hides many; menu and keys move, too", async ({ page }) => {
  await openSample(page);
  await page.getByRole("button", { name: "Columns" }).click();
  const panel = page.getByRole("dialog", { name: "Columns" });
  const items = panel.getByRole("list", { name: "Columns" }).getByRole("listitem");
  const up = panel.getByRole("button", { name: "Move up: Product" });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(items.nth(1)).toContainText("Product");
  await expect(up).toBeFocused();
  await expect(panel.getByText("Product: column 2 of 20")).toBeAttached();
  await page.keyboard.press("Enter");
  await expect(items.first()).toContainText("Product");
  await expect(up).toBeFocused();
  await page.keyboard.press("Enter");
  await panel.getByRole("button", { name: "Move down: Client ID" }).click();
  await expect.poll(() => shownIn(page)).toMatch(/^Product,Client,Client%20ID,/);

  const find = panel.getByRole("searchbox", { name: "Find a column" });
  await find.fill("nothing");
  const said = panel.getByRole("status").filter({ hasText: "No column has this in its name." });
  await expect(said).toBeVisible();
  await find.fill("client");
  await panel.getByRole("button", { name: "Hide these 2" }).click();
  await expect(panel.getByText("18 of 20 shown")).toBeVisible();
  await expect(panel.getByRole("button", { name: "Hide these 2" })).toBeDisabled();
  await find.fill("");
  await panel.getByRole("button", { name: "Hide all but the first" }).click();
  await expect(panel.getByText("1 of 20 shown")).toBeVisible();
  await find.fill("cost");
  await expectAccessible(page, "columns", "dialog");
  await panel.getByRole("button", { name: "Show this one" }).click();
  await find.fill("client id");
  await panel.getByRole("button", { name: "Show this one" }).click();
  await page.keyboard.press("Escape");
  // It comes back to its place in the report.
  await expect.poll(() => order(page, 3)).toEqual(["Client ID", "Product", "Cost"]);

  const menu = await openColumnMenu(page, "Cost");
  await expect(menu.getByRole("menuitem", { name: "Move right" })).toHaveCount(0);
  await menu.getByRole("menuitem", { name: "Move left" }).click();
  await expect.poll(() => order(page, 3)).toEqual(["Client ID", "Cost", "Product"]);
  await gridOf(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect.poll(() => order(page, 3)).toEqual(["Cost", "Client ID", "Product"]);
  expect(shownIn(page)).toBe("Cost,Client%20ID,Product");

  await (await openColumnMenu(page, "Product")).getByRole("menuitem", { name: "Pin left" }).click();
  await expect(page).toHaveURL(/pin=Product$/);
  await expect.poll(() => order(page, 3)).toEqual(["Product", "Cost", "Client ID"]);
});

test("what a column's header and menu show is heard", async ({ page }) => {
  await openSample(page);
  await expect(headerOf(page, "Region")).toHaveAccessibleDescription("");
  await page.goto(`./#/r/${SAMPLE_REPORTS.month.id}?where=Region:notblank&pin=Region&sort=-Cost`);
  await expect(headerOf(page, "Region")).toHaveAccessibleDescription("Filtered Pinned left");
  const menu = await openColumnMenu(page, "Cost");
  await expect(menu).toHaveAccessibleDescription(
    /^Kind: money, in the currency of column Currency/,
  );
  await expect(menu.getByRole("menuitem", { name: "Kind…" })).toHaveAccessibleDescription(
    /^Kind: /,
  );
  await expect(menu.locator("[aria-current=true]")).toHaveText("Sort descending");
});

test("a link that shows no column says so, and one button shows all", async ({ page }) => {
  await openSample(page);
  await page.goto(`./#/r/${SAMPLE_REPORTS.month.id}?show=:none&find=Globex`);
  await expect(page.getByText("All 20 columns are hidden.")).toBeVisible();
  // Counted, and fewer than all.
  await expect(rowsShown(page)).toHaveText(/^\d{1,3} of 1,204 rows$/);
  const rows = await rowsShown(page).innerText();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Show all, as in the report" }).click();
  await expect(page.getByText("All 20 columns are hidden.")).toHaveCount(0);
  await expect(headerOf(page, "Product")).toBeVisible();
  await expect(gridOf(page)).toBeFocused();
  await expect(rowsShown(page)).toHaveText(rows);
});

test("in the panel a column is dragged by its grip, pinned and let go", async ({ page }) => {
  await openSample(page);
  await page.getByRole("button", { name: "Columns" }).click();
  const panel = page.getByRole("dialog", { name: "Columns" });
  const items = panel.getByRole("list", { name: "Columns" }).getByRole("listitem");
  const boxOf = async (at: number, part: string) => {
    const box = await items.nth(at).locator(part).first().boundingBox();
    if (box === null) throw new Error("not on screen");
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, top: box.y };
  };
  const drag = async (from: number, to: number) => {
    const grip = await boxOf(from, "[data-grip]");
    const target = await boxOf(to, "label");
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(grip.x, (grip.y + target.y) / 2);
    await page.mouse.move(grip.x, target.top + 2);
    await expect(items.nth(to)).toHaveAttribute("data-drop", "before");
  };
  await drag(3, 1);
  await page.mouse.up();
  await expect(items.nth(1)).toContainText("Feature");
  await expect(panel.getByText("Feature: column 2 of 20")).toBeAttached();
  await expect.poll(() => shownIn(page)).toMatch(/^Client%20ID,Feature,Client,Product,/);
  // Escape gives up, and only that.
  await drag(4, 0);
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(panel).toBeVisible();
  await expect(items.nth(4)).toContainText("Region");

  await panel.getByRole("button", { name: "Pin: Product" }).focus();
  await page.keyboard.press("Enter");
  await expectAccessible(page, "pin", "dialog");
  await page.keyboard.press("Enter");
  const pinned = panel.getByRole("button", { name: "Pinned left: Product" });
  await expect(pinned).toBeFocused();
  await expect(items.first()).toContainText("Product");
  await expect(page).toHaveURL(/pin=Product$/);
  // Dropped before a pinned one, it is pinned with it.
  await drag(2, 0);
  await page.mouse.up();
  await expect(panel.getByRole("button", { name: "Pinned left: Feature" })).toBeVisible();
  await pinned.click();
  await panel.getByRole("menuitem", { name: "Unpin" }).click();
  await expect(panel.getByRole("button", { name: "Pin: Product" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect.poll(() => order(page, 1)).toEqual(["Feature"]);
});

test("all columns are fitted at once, also those out of sight, in one step back", async ({
  page,
}) => {
  await openSample(page);
  await (
    await openColumnMenu(page, "Client")
  )
    .getByRole("menuitem", { name: "Fit all columns" })
    .click();
  await expect(page).toHaveURL(/width=Client%20ID:\d+,Client:\d+(,[^,]+:\d+){18}$/);
  const cut = await gridOf(page)
    .getByRole("gridcell")
    .evaluateAll((cells) => cells.filter((one) => one.scrollWidth > one.clientWidth).length);
  expect(cut).toBe(0);
  await gridOf(page).focus();
  await page.keyboard.press("End");
  await expect(headerOf(page, "Comment")).toBeInViewport();
  const rest = await gridOf(page)
    .getByRole("gridcell")
    .evaluateAll((cells) => cells.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
  expect(rest).toBe(0);
  await page.goBack();
  await expect(page).toHaveURL(/8dd25736052a$/);
});

test("a panel of 2,000 columns finds among all of them", async ({ page }) => {
  await openSample(page, SAMPLE_REPORTS.veryWide.id);
  await page.getByRole("button", { name: "Columns" }).click();
  const panel = page.getByRole("dialog", { name: "Columns" });
  await panel.getByRole("button", { name: "Hide all but the first" }).click();
  await expect(gridOf(page)).toHaveAttribute("aria-colcount", "1");
  await panel.getByRole("button", { name: "Show all, as in the report" }).click();
  await expect(gridOf(page)).toHaveAttribute("aria-colcount", "2000");
});

test("an edge is dragged while its header scrolls out of sight, and the width is kept", async ({
  page,
}) => {
  await openSample(page);
  const before = await boxOf(page, "Client");
  const edge = before.x + before.width;
  await page.mouse.move(edge, before.y);
  await page.mouse.down();
  await page.mouse.move(edge + 40, before.y, { steps: 4 });
  await page.mouse.wheel(2_000, 0);
  await expect(headerOf(page, "Client")).toHaveCount(0);
  await page.mouse.move(edge + 60, before.y);
  await page.mouse.up();
  await page.mouse.wheel(-2_000, 0);
  const width = Math.round(before.width) + 60;
  await expect.poll(async () => Math.round((await boxOf(page, "Client")).width)).toBe(width);
  await expect(page).toHaveURL(new RegExp(`width=Client:${width}`));

  // Nothing is left of the drag: keys set a width as before it.
  await headerOf(page, "Client").getByRole("button").first().focus();
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await expect.poll(async () => Math.round((await boxOf(page, "Client")).width)).not.toBe(width);

  // Escape gives up.
  const now = await boxOf(page, "Client");
  await page.mouse.move(now.x + now.width, now.y);
  await page.mouse.down();
  await page.mouse.move(now.x + now.width + 30, now.y, { steps: 3 });
  await expect
    .poll(async () => Math.round((await boxOf(page, "Client")).width))
    .toBe(Math.round(now.width) + 30);
  await page.keyboard.press("Escape");
  await expect
    .poll(async () => Math.round((await boxOf(page, "Client")).width))
    .toBe(Math.round(now.width));
  await page.mouse.up();
});
