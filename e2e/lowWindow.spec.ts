/*
 * Every dialog in a low window: it begins on something that has a name, and each of its controls can
 * be scrolled into sight, with nothing over it.
 */
import { type Locator, type Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";
import { cellOf, openColumnMenu } from "./grid.ts";

const SIZES = [
  { width: 1280, height: 600 },
  { width: 640, height: 360 },
  { width: 320, height: 256 },
];

const pressButton = (name: string | RegExp) => (page: Page) =>
  page.getByRole("button", { name, exact: true }).click();

const chooseFrom = (button: string, item: string) => async (page: Page) => {
  await page.getByRole("button", { name: button }).click();
  await page.getByRole("menuitem", { name: item }).click();
};

const chooseForColumn = (column: string, item: string) => async (page: Page) => {
  const menu = await openColumnMenu(page, column);
  await menu.getByRole("menuitem", { name: item }).click();
};

const pressOnCell = (key: string) => async (page: Page) => {
  await cellOf(page, 0, 0).click();
  await page.keyboard.press(key);
};

const DIALOGS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  Columns: pressButton("Columns"),
  "Saved views": pressButton("Views"),
  "Share this view": pressButton("Share"),
  "All figures": pressButton("All figures"),
  Fingerprint: pressButton(/^Fingerprint/),
  "Row 1 of 1,204": pressOnCell("Space"),
  "Keyboard shortcuts": pressOnCell("?"),
  "Filter: Client": chooseForColumn("Client", "Filter…"),
  "Filter: Cost": chooseForColumn("Cost", "Filter…"),
  "Kind: Cost": chooseForColumn("Cost", "Kind…"),
  "Split by client": chooseFrom("Export view", "One file per client…"),
  Separators: chooseFrom("Export view", "Separators and decimal sign…"),
  Appearance: chooseFrom("More", "Appearance…"),
  Print: chooseFrom("More", "Print…"),
  "Apply elsewhere": chooseFrom("More", "Apply this view to another report…"),
  "What left this browser": chooseFrom("More", "What left this browser"),
};

for (const [name, open] of Object.entries(DIALOGS)) {
  test(name, async ({ page }) => {
    await openSample(page);
    await page.setViewportSize({ width: 1280, height: 360 });
    await open(page);
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await expect(dialog.locator(":focus")).not.toHaveAccessibleName("");
    for (const size of SIZES) {
      await page.setViewportSize(size);
      expect(await controlsOutOfReach(dialog), `at ${size.width} × ${size.height}`).toEqual([]);
    }
  });
}

/** What stays out of sight, or under something else, when it is scrolled to. */
async function controlsOutOfReach(dialog: Locator): Promise<readonly string[]> {
  return dialog.evaluate((element) => {
    const controls = [...element.querySelectorAll("a, button, input, select, summary, textarea")];
    const hidden = controls.filter((control) => {
      if (!control.checkVisibility()) return false;
      control.scrollIntoView({ block: "nearest" });
      const { left, top, width, height } = control.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return !control.contains(hit);
    });
    return hidden.map((control) => control.outerHTML.slice(0, 200));
  });
}
