/* The whole row on Space, the keys on `?`: what they say, where they lead, what axe says of them. */
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expectAccessible } from "./accessible.ts";
import { expect, openSample, test } from "./fixtures.ts";
import { cellOf, cellValue, gridOf } from "./grid.ts";
import { askReport } from "./oracle.ts";

test("Space shows the whole row, also what is not on screen, and goes on", async ({
  page,
  app,
}) => {
  const { id } = SAMPLE_REPORTS.month;
  const { headers, rows } = await askReport(app.url, id);
  await openSample(page);
  await page.goto(`./#/r/${id}?show=Client,Cost`);
  await expect(gridOf(page)).toHaveAttribute("aria-colcount", "2");
  await cellOf(page, 4, 1).click();
  await page.keyboard.press("Space");
  const expectRow = async (row: number) => {
    const dialog = page.getByRole("dialog", { name: `Row ${row + 1} of 1,204`, exact: true });
    await expect(dialog.getByRole("term")).toHaveText([...headers]);
    await expect(dialog.getByRole("definition")).toHaveText([...(rows[row] ?? [])]);
    return dialog;
  };
  const dialog = await expectRow(4);
  await expectAccessible(page, "dialog", "dialog[open]");
  await page.getByRole("button", { name: "Next row" }).click();
  await expectRow(5);
  for (let row = 4; row >= 0; row -= 1) {
    await page.getByRole("button", { name: "Previous row" }).click();
    await expectRow(row);
  }
  await expect(page.getByRole("button", { name: "Previous row" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  // The row that was read last is the active one.
  await expect(gridOf(page)).toBeFocused();
  await expect(cellValue(page)).toHaveText(rows[0]?.[headers.indexOf("Cost")] ?? "");
});

test("2,000 columns fit in a row", async ({ page }) => {
  await openSample(page, SAMPLE_REPORTS.veryWide.id);
  await cellOf(page, 1, 0).click();
  await page.keyboard.press("Space");
  const dialog = page.getByRole("dialog", { name: "Row 2 of 500", exact: true });
  await expect(dialog.getByRole("definition")).toHaveCount(2000);
  await expect(dialog.getByRole("definition").last()).not.toHaveText("…");
});

test("? lists the keys, from the menu too", async ({ page }) => {
  await openSample(page);
  await gridOf(page).focus();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help.getByRole("definition").filter({ hasText: "fold or unfold" })).toBeVisible();
  await expectAccessible(page, "dialog", "dialog[open]");
  await page.keyboard.press("Escape");
  await expect(gridOf(page)).toBeFocused();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Keyboard shortcuts" }).click();
  await expect(help).toBeVisible();
});
