/*
 * Find in the grid: counts and places held against every cell of the report's JSON, in the order they
 * are shown, through sort, filter, hidden columns and groups; keys, marks, focus, what axe says of it.
 */
import type { Page } from "@playwright/test";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expectAccessible, expectFits } from "./accessible.ts";
import { expect, openSample, test } from "./fixtures.ts";
import { cellOf, cellValue, gridOf, openColumnMenu, rowsShown } from "./grid.ts";
import { askReport, sortRows } from "./oracle.ts";

const { id } = SAMPLE_REPORTS.month;
const CLIENT = 1;
const COST = 8;

const bar = (page: Page) => page.getByRole("search", { name: "Find" });
const field = (page: Page) => page.getByRole("searchbox", { name: "Find in the grid" });
const matches = (page: Page) => page.getByRole("status", { name: "Matches" });

/** Row and column of each cell with the text, in reading order. */
function hitsIn(rows: readonly (readonly string[])[], text: string) {
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell.toLowerCase().includes(text) ? [{ row, column }] : [])),
  );
}

async function expectAt(page: Page, hit: { row: number; column: number } | undefined) {
  const cell = cellOf(page, hit?.row ?? -1, hit?.column ?? -1);
  await expect(cell).toBeInViewport({ ratio: 0.9 });
  const active = await gridOf(page).getAttribute("aria-activedescendant");
  await expect(cell).toHaveAttribute("id", active ?? "none");
}

test("from match to match through all rows, by keyboard, and back to the grid", async ({
  page,
  app,
}) => {
  const { rows } = await askReport(app.url, id);
  const hits = hitsIn(rows, "cdn");
  const count = hits.length.toLocaleString("en");
  await openSample(page);
  await page.keyboard.press("Control+f");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("CDN");
  await expect(matches(page)).toHaveText(`1 of ${count}`);
  await expectAt(page, hits[0]);
  await expect(cellOf(page, hits[0]?.row ?? 0, hits[0]?.column ?? 0).locator("mark")).toHaveText(
    "CDN",
  );
  await expect(page.getByRole("status", { name: "Current match" })).toContainText(
    `row ${(hits[0]?.row ?? 0) + 1}: `,
  );

  await page.keyboard.press("Enter");
  await expect(matches(page)).toHaveText(`2 of ${count}`);
  await page.keyboard.press("F3");
  await expectAt(page, hits[2]);
  await page.keyboard.press("Shift+F3");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  // Beyond the first is the last, in rows that were never on screen.
  await expect(matches(page)).toHaveText(`${count} of ${count}`);
  await expectAt(page, hits.at(-1));
  await bar(page).getByRole("button", { name: "Next match" }).click();
  await expectAt(page, hits[0]);
  await bar(page).getByRole("button", { name: "Previous match" }).click();
  await expectAt(page, hits.at(-1));
  // Nothing is filtered, and a link says nothing of it.
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  expect(new URL(page.url()).hash).toBe(`#/r/${id}`);

  await field(page).focus();
  await page.keyboard.press("Escape");
  await expect(bar(page)).toHaveCount(0);
  await expect(gridOf(page)).toBeFocused();
  await expect(gridOf(page).locator("mark")).toHaveCount(0);
  await expect(cellValue(page)).toHaveText(
    rows[hits.at(-1)?.row ?? 0]?.[hits.at(-1)?.column ?? 0] ?? "",
  );

  // From the grid on; the text is still there.
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F3");
  await expect(field(page)).toHaveValue("CDN");
  await expect(matches(page)).toHaveText(`1 of ${count}`);
  await gridOf(page).focus();
  await page.keyboard.press("F3");
  await expect(gridOf(page)).toBeFocused();
  await expectAt(page, hits[1]);

  // The second Ctrl+F is left to the browser.
  await page.evaluate(() => {
    addEventListener("keydown", (event) => {
      document.body.dataset["taken"] = String(event.defaultPrevented);
    });
  });
  const isTaken = (is: boolean) =>
    expect(page.locator("body")).toHaveAttribute("data-taken", String(is));
  await page.keyboard.press("Control+f");
  await isTaken(true);
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Control+f");
  await isTaken(false);

  await field(page).fill("no such text");
  await expect(matches(page)).toHaveText("Not found");
  await bar(page).getByRole("button", { name: "Close find" }).click();
  await expect(gridOf(page)).toBeFocused();
});

test("counts what is shown: sorted, filtered, of the columns on screen", async ({ page, app }) => {
  const { headers, rows } = await askReport(app.url, id);
  await openSample(page);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Find in the grid…" }).click();
  await field(page).fill("99");
  const all = hitsIn(rows, "99");
  await expect(matches(page)).toHaveText(`1 of ${all.length}`);

  // Another order: the active cell stays in its place, the next match is the next in that order.
  const sorted = sortRows(rows, [{ column: COST, by: "number", descending: true }]);
  await page.goto(`./#/r/${id}?sort=-Cost`);
  await expect(cellOf(page, 0, COST)).toHaveText(sorted[0]?.[COST] ?? "");
  const inOrder = hitsIn(sorted, "99");
  await gridOf(page).focus();
  await page.keyboard.press("Control+Home");
  // Counted in the new order, and the active cell is none of them.
  await expect(matches(page)).toHaveText(`${inOrder.length} matches`);
  await page.keyboard.press("Shift+F3");
  await expect(matches(page)).toHaveText(`${inOrder.length} of ${inOrder.length}`);
  await expectAt(page, inOrder.at(-1));

  const acme = sorted.filter((row) => row[CLIENT] === "Acme GmbH");
  await page.goto(`./#/r/${id}?sort=-Cost&where=Client:is:Acme%20GmbH`);
  await expect(rowsShown(page)).toHaveText(`${acme.length} of 1,204 rows`);
  await expect(matches(page)).toHaveText(
    new RegExp(`(of |^)${hitsIn(acme, "99").length}( matches)?$`),
  );

  await (await openColumnMenu(page, "Cost")).getByRole("menuitem", { name: "Hide column" }).click();
  const fewer = acme.map((row) => row.filter((_, column) => column !== COST));
  expect(hitsIn(fewer, "99").length).toBeLessThan(hitsIn(acme, "99").length);
  await expect(matches(page)).toHaveText(
    new RegExp(`(of |^)${hitsIn(fewer, "99").length}( matches)?$`),
  );

  // Groups: their own values and sums, the rows of open ones; what is folded is counted apart.
  await page.goto(`./#/r/${id}?show=Client,Product&group=Client`);
  await field(page).fill("acme");
  const inAcme = rows.filter((row) => row[CLIENT] === "Acme GmbH").length;
  await expect(matches(page)).toHaveText(`1 of 1 · ${inAcme} more in folded groups`);
  await expect(gridOf(page).locator("mark")).toHaveText(["Acme"]);
  await page
    .getByRole("region", { name: "Groups" })
    .getByRole("button", { name: "Unfold all" })
    .click();
  await expect(matches(page)).toHaveText(`1 of ${inAcme + 1}`);
  expect(headers[CLIENT]).toBe("Client");
});

for (const [colorScheme, width] of [
  ["light", 1280],
  ["dark", 360],
] as const) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 740 } });

    test("axe finds nothing in the bar and the marks", async ({ page }) => {
      await openSample(page);
      await page.keyboard.press("Control+f");
      await field(page).fill("1");
      await expect(matches(page)).toHaveText(/^1 of /);
      await expect(gridOf(page).locator("mark").first()).toBeVisible();
      await expectAccessible(page);
      await expectFits(page);
    });
  });
}
