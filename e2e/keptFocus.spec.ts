/*
 * A button that goes, or can't be pressed again, when it was pressed: the keyboard goes on from the
 * next one of its neighbourhood, and from the rows where none is left. Never from the top of the page.
 */
import type { Page } from "@playwright/test";
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { NETWORK_ERROR_LINE, connect, expect, openSample, test } from "./fixtures.ts";
import { gridOf, openColumnMenu, rowsShown } from "./grid.ts";

const MONTH = SAMPLE_REPORTS.month.id;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function press(page: Page, name: string): Promise<void> {
  await button(page, name).focus();
  await page.keyboard.press("Enter");
}

/** The next button by name, or the rows. */
async function expectFocus(page: Page, name: string | undefined): Promise<void> {
  await expect(name === undefined ? gridOf(page) : button(page, name)).toBeFocused();
}

async function openView(page: Page, view: string): Promise<void> {
  await page.goto(`./#/r/${MONTH}?${view}`);
  await connect(page, MONTH);
  await expect(gridOf(page)).toHaveAttribute("aria-busy", "false");
}

interface Walk {
  readonly view: string;
  /** What is pressed, and what has the focus then. */
  readonly steps: readonly (readonly [pressed: string, next: string | undefined])[];
}

const WALKS: Readonly<Record<string, Walk>> = {
  "filters removed": {
    view: "where=Client:is:Globex&where=Region:notblank",
    steps: [
      ["Remove filter: Region is not blank", "Edit filter: Client is Globex"],
      ["Remove filter: Client is Globex", "Add filter"],
    ],
  },
  "no rows, by a filter and a search": {
    view: "where=Client:is:nobody&find=nothing",
    steps: [
      // Until it is known that still no row fits, nothing stands there.
      ["Remove the last one", undefined],
      ["Clear the search", undefined],
    ],
  },
  "groups moved and removed": {
    view: "group=Client,Product",
    steps: [
      ["Move outwards: Product", "Do not group by Product"],
      ["Do not group by Product", "Do not group by Client"],
      ["Do not group by Client", undefined],
    ],
  },
  "a part of a link that was not understood": {
    view: "colour=red",
    steps: [["Close", undefined]],
  },
};

for (const [what, { view, steps }] of Object.entries(WALKS)) {
  test(what, async ({ page }) => {
    await openView(page, view);
    for (const [pressed, next] of steps) {
      await press(page, pressed);
      await expectFocus(page, next);
    }
  });
}

test("a download stopped, its rows kept", async ({ page, app }) => {
  app.sample.options.slowMs = 120_000;
  await page.goto("./");
  await connect(page, FAULTS.slow.id);
  await expect(rowsShown(page)).toHaveText(/^[1-9]\d* of [1-9]\d* rows so far$/);
  await press(page, "Stop loading");
  await expectFocus(page, "All figures");
  await press(page, "Keep these rows");
  await expectFocus(page, undefined);
  await press(page, "Load again");
  await expectFocus(page, "Stop loading");
});

test.describe("where the API says no", () => {
  test.use({ allowedConsole: NETWORK_ERROR_LINE });

  test("waiting ended, and a download tried again", async ({ page, app }) => {
    app.sample.options.retryAfterSeconds = 600;
    await page.goto("./");
    await connect(page, FAULTS.rateLimitedForever.id);
    await press(page, "Stop");
    await expectFocus(page, "Load again");
    await page.keyboard.press("Enter");
    await expect(button(page, "Try now")).toBeVisible();
    await expectFocus(page, undefined);
  });

  test("a file refused", async ({ page }) => {
    await openSample(page, FAULTS.filesRefused.id);
    await press(page, "Download CSV");
    await press(page, "Close");
    await expectFocus(page, undefined);
  });
});

test("a column that leaves its place by its menu", async ({ page }) => {
  await openSample(page);
  for (const [column, item] of [
    ["Product", "Pin left"],
    ["Client", "Group by this column"],
    ["Cost", "Hide column"],
  ] as const) {
    await (await openColumnMenu(page, column)).getByRole("menuitem", { name: item }).press("Enter");
    await expectFocus(page, undefined);
  }
});

test("a dialog's buttons", async ({ page }) => {
  await openSample(page);
  await press(page, "Columns");
  await press(page, "Move down: Client ID");
  await expectFocus(page, "Move down: Client ID");
  await press(page, "Hide all but the first");
  await expectFocus(page, "Hide all but the first");
  await expect(button(page, "Hide all but the first")).toBeDisabled();
  await press(page, "Show all, as in the report");
  await page.keyboard.press("Escape");
  await expectFocus(page, "Columns");

  await press(page, "All figures");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "Usage" }).press("Space");
  await press(page, "Total all amounts of money");
  await expectFocus(page, "Copy figures");
  await page.keyboard.press("Escape");

  await gridOf(page).focus();
  for (const key of ["Control+Home", "ArrowRight", "f"]) await page.keyboard.press(key);
  await press(page, "Select all");
  await press(page, "Select none");
  await expect(button(page, "Select none")).toBeDisabled();
  await expectFocus(page, "Select none");
  await page.keyboard.press("Escape");

  for (const key of ["ArrowDown", "Space"]) await page.keyboard.press(key);
  await press(page, "Previous row");
  await expect(button(page, "Previous row")).toBeDisabled();
  await expectFocus(page, "Previous row");
  // Nothing comes of pressing it.
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Row 1 of 1,204" })).toBeVisible();
});

test("the way to a row of unequal length", async ({ page }) => {
  await openSample(page, SAMPLE_REPORTS.awkward.id);
  await gridOf(page).getByRole("columnheader").first().getByRole("button").first().click();
  await press(page, "Show them");
  const first = page.getByRole("dialog").getByRole("listitem").first().getByRole("button");
  await expect(first).toBeDisabled();
  await press(page, "Clear filters and order");
  await expect(first).toBeFocused();
});
