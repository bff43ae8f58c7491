/*
 * Sorting, filtering and searching the month against a naive reading of the same JSON: not only how
 * many rows are left, but every cell of them in its place; and both while the report still arrives.
 */
import { Big } from "big.js";
import { type Page } from "@playwright/test";
import { FAULTS } from "../sample/faults.js";
import { MONTH_HEADERS } from "../sample/month.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expect, giveKey, openSample, test } from "./fixtures.ts";
import {
  cellOf,
  clickSort,
  expectEnds,
  expectRows,
  gridOf,
  headerOf,
  makeRoom,
  openColumnMenu,
  rowsShown,
} from "./grid.ts";
import { type OracleReport, askReport, sortRows } from "./oracle.ts";

const column = (name: string): number => MONTH_HEADERS.indexOf(name);

async function openMonth(page: Page, appUrl: string): Promise<OracleReport> {
  await makeRoom(page, MONTH_HEADERS.length);
  await openSample(page);
  return askReport(appUrl, SAMPLE_REPORTS.month.id);
}

const SORTED = [
  { name: "Cost", by: "number" },
  { name: "Region", by: "text" },
  { name: "Plan", by: "text" },
  { name: "Date from", by: "text" },
] as const;

for (const { name, by } of SORTED) {
  test(`sorts by ${name}: ascending, descending, not at all`, async ({ page, app }) => {
    const { rows } = await openMonth(page, app.url);
    const header = headerOf(page, name);
    for (const direction of ["ascending", "descending"] as const) {
      await clickSort(page, name);
      await expect(header).toHaveAttribute("aria-sort", direction);
      const key = { column: column(name), by, descending: direction === "descending" };
      const sorted = sortRows(rows, [key]);
      await (direction === "ascending" ? expectEnds : expectRows)(page, sorted);
    }
    await clickSort(page, name);
    await expect(header).toHaveAttribute("aria-sort", "none");
    await expectEnds(page, rows);
  });
}

test("Shift adds a sort, and rows equal in all keys keep the report's order", async ({
  page,
  app,
}) => {
  const { rows } = await openMonth(page, app.url);
  await clickSort(page, "Product");
  await clickSort(page, "Tax rate", true);
  await clickSort(page, "Tax rate", true);
  await expect(headerOf(page, "Product")).toHaveAttribute("aria-sort", "ascending");
  await expect(headerOf(page, "Tax rate")).toHaveAttribute("aria-sort", "descending");
  const keys = [
    { column: column("Product"), by: "text", descending: false },
    { column: column("Tax rate"), by: "number", descending: true },
  ] as const;
  await expectRows(page, sortRows(rows, keys));

  // Without Shift the others end.
  await clickSort(page, "Currency");
  await expect(headerOf(page, "Product")).toHaveAttribute("aria-sort", "none");
  const currency = { column: column("Currency"), by: "text", descending: false } as const;
  await expectEnds(page, sortRows(rows, [currency]));
});

test("the column menu sorts, fits, hides and shows again", async ({ page, app }) => {
  const { rows } = await openMonth(page, app.url);
  await (
    await openColumnMenu(page, "Cost")
  )
    .getByRole("menuitem", { name: "Sort descending" })
    .click();
  const cost = { column: column("Cost"), by: "number", descending: true } as const;
  const sorted = sortRows(rows, [cost]);
  await expect(cellOf(page, 0, cost.column)).toHaveText(sorted[0]?.[cost.column] ?? "");

  await (
    await openColumnMenu(page, "Tax rate")
  )
    .getByRole("menuitem", { name: "Hide column" })
    .click();
  await expect(gridOf(page)).toHaveAttribute("aria-colcount", "19");
  await expect(headerOf(page, "Tax rate")).toBeHidden();
  await expectEnds(
    page,
    sorted.map((row) => row.toSpliced(column("Tax rate"), 1)),
  );

  await page.getByRole("button", { name: "Columns" }).click();
  const dialog = page.getByRole("dialog", { name: "Columns" });
  await dialog.getByRole("checkbox", { name: "Tax rate" }).check();
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(gridOf(page)).toHaveAttribute("aria-colcount", "20");

  const header = headerOf(page, "Description");
  const before = await header.boundingBox();
  await (
    await openColumnMenu(page, "Description")
  )
    .getByRole("menuitem", { name: "Fit width" })
    .click();
  await expect.poll(async () => (await header.boundingBox())?.width).not.toBe(before?.width);
});

interface FilterCase {
  readonly on: string;
  readonly condition: string;
  /** Typed into "Value", or into "From" and "To". */
  readonly value?: string;
  readonly between?: readonly [from: string, to: string];
  /** Ticked in the list of values. */
  readonly ticked?: readonly string[];
  /** The chip's words. */
  readonly words: string;
  readonly fits: (text: string) => boolean;
}

const amount = (text: string) => new Big(text);
const lower = (text: string) => text.toLowerCase();
const MIDDLE = "14.815885320000";

const FILTERS: Readonly<Record<string, readonly FilterCase[]>> = {
  values: [
    {
      on: "Client",
      condition: "is one of",
      ticked: ["Acme GmbH", "株式会社ミライ"],
      words: "Client is Acme GmbH or 株式会社ミライ",
      fits: (text) => text === "Acme GmbH" || text === "株式会社ミライ",
    },
    {
      on: "Product",
      condition: "is none of",
      ticked: ["CDN", "Cloud"],
      words: "Product is not CDN nor Cloud",
      fits: (text) => text !== "CDN" && text !== "Cloud",
    },
    {
      on: "Client ID",
      condition: "is",
      value: "00007",
      words: "Client ID is 00007",
      fits: (text) => text === "00007",
    },
    {
      on: "Client ID",
      condition: "is not",
      value: "00007",
      words: "Client ID is not 00007",
      fits: (text) => text !== "00007",
    },
  ],
  texts: [
    {
      on: "Client",
      condition: "contains",
      value: "GMBH",
      words: "Client contains GMBH",
      fits: (text) => lower(text).includes("gmbh"),
    },
    {
      on: "Description",
      condition: "does not contain",
      value: ".acme.",
      words: "Description does not contain .acme.",
      fits: (text) => !text.includes(".acme."),
    },
    {
      on: "Client",
      condition: "starts with",
      value: "žITNÝ",
      words: "Client starts with žITNÝ",
      fits: (text) => lower(text).startsWith("žitný"),
    },
    {
      on: "Unit",
      condition: "ends with",
      value: "requests",
      words: "Unit ends with requests",
      fits: (text) => text.endsWith("requests"),
    },
    {
      on: "Plan",
      condition: "matches pattern",
      value: "^(cdn|s3) (pro|std|standard)",
      words: "Plan matches pattern ^(cdn|s3) (pro|std|standard)",
      fits: (text) => /^(?:cdn|s3) (?:pro|std|standard)/i.test(text),
    },
  ],
  numbers: [
    {
      on: "Cost",
      condition: "=",
      value: "14.81588532",
      words: "Cost = 14.81588532",
      fits: (text) => amount(text).eq(MIDDLE),
    },
    {
      on: "Tax",
      condition: "≠",
      value: "0",
      words: "Tax ≠ 0",
      fits: (text) => !amount(text).eq(0),
    },
    {
      on: "Cost",
      condition: "<",
      value: MIDDLE,
      words: `Cost < ${MIDDLE}`,
      fits: (text) => amount(text).lt(MIDDLE),
    },
    {
      on: "Cost",
      condition: "≤",
      value: MIDDLE,
      words: `Cost ≤ ${MIDDLE}`,
      fits: (text) => amount(text).lte(MIDDLE),
    },
    {
      on: "Cost",
      condition: ">",
      value: MIDDLE,
      words: `Cost > ${MIDDLE}`,
      fits: (text) => amount(text).gt(MIDDLE),
    },
    {
      on: "Cost",
      condition: "≥",
      value: "-0.5",
      words: "Cost ≥ -0.5",
      fits: (text) => amount(text).gte("-0.5"),
    },
    {
      on: "Usage",
      condition: "between",
      between: ["100", "2000.5"],
      words: "Usage between 100 and 2000.5",
      fits: (text) => amount(text).gte(100) && amount(text).lte("2000.5"),
    },
  ],
  dates: [
    {
      on: "Date from",
      condition: "between",
      between: ["2026-10-05", "2026-10-09"],
      words: "Date from between 2026-10-05 and 2026-10-09",
      fits: (text) => text >= "2026-10-05" && text <= "2026-10-09",
    },
    {
      on: "Date to",
      condition: ">",
      value: "2026-10-30",
      words: "Date to > 2026-10-30",
      fits: (text) => text > "2026-10-30",
    },
  ],
  blanks: [
    {
      on: "Region",
      condition: "is blank",
      words: "Region is blank",
      fits: (text) => text === "",
    },
    {
      on: "Comment",
      condition: "is not blank",
      words: "Comment is not blank",
      fits: (text) => text !== "",
    },
  ],
};

async function addFilter(page: Page, filter: FilterCase): Promise<void> {
  const menu = await openColumnMenu(page, filter.on);
  await menu.getByRole("menuitem", { name: "Filter…" }).click();
  const dialog = page.getByRole("dialog", { name: `Filter: ${filter.on}`, exact: true });
  await dialog
    .getByRole("combobox", { name: "Condition" })
    .selectOption({ label: filter.condition });
  if (filter.value !== undefined) {
    await dialog.getByRole("textbox", { name: "Value" }).fill(filter.value);
  }
  if (filter.between !== undefined) {
    await dialog.getByRole("textbox", { name: "From" }).fill(filter.between[0]);
    await dialog.getByRole("textbox", { name: "To" }).fill(filter.between[1]);
  }
  for (const value of filter.ticked ?? []) {
    await dialog.getByRole("checkbox", { name: value }).check();
  }
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(dialog).toBeHidden();
}

for (const [group, filters] of Object.entries(FILTERS)) {
  test(`filters by ${group} leave exactly the rows that fit`, async ({ page, app }) => {
    test.slow();
    const { rows } = await openMonth(page, app.url);
    for (const filter of filters) {
      await test.step(filter.words, async () => {
        await addFilter(page, filter);
        const chips = page.getByRole("list", { name: "Filters" });
        await expect(chips.getByRole("listitem")).toHaveCount(1);
        await expect(
          chips.getByRole("button", { name: `Edit filter: ${filter.words}`, exact: true }),
        ).toBeVisible();
        const left = rows.filter((row) => filter.fits(row[column(filter.on)] ?? ""));
        expect(left.length).toBeGreaterThan(0);
        expect(left.length).toBeLessThan(rows.length);
        const count = left.length.toLocaleString("en");
        await expect(rowsShown(page)).toHaveText(`${count} of 1,204 rows`);
        // Long views are looked at from both ends, short ones whole.
        await (left.length > 300 ? expectEnds : expectRows)(page, left);
        await chips
          .getByRole("button", { name: `Remove filter: ${filter.words}`, exact: true })
          .click();
        await expect(chips).toBeHidden();
        await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
      });
    }
  });
}

test("a filter is added from the bar, changed by its chip, joined by others and a search", async ({
  page,
  app,
}) => {
  const { rows } = await openMonth(page, app.url);
  await page.getByRole("button", { name: "Add filter" }).click();
  const dialog = page.getByRole("dialog", { name: /^Filter: / });
  await dialog.getByRole("combobox", { name: "Column" }).selectOption({ label: "Product" });
  await expect(page.getByRole("dialog", { name: "Filter: Product", exact: true })).toBeVisible();
  await dialog.getByRole("combobox", { name: "Condition" }).selectOption({ label: "contains" });
  await dialog.getByRole("textbox", { name: "Value" }).fill("cdn");
  await dialog.getByRole("button", { name: "Apply" }).click();
  const isProduct = (name: string) => (row: readonly string[]) => row[column("Product")] === name;
  await expectRows(page, rows.filter(isProduct("CDN")));

  await page.getByRole("button", { name: "Edit filter: Product contains cdn" }).click();
  const value = dialog.getByRole("textbox", { name: "Value" });
  await expect(value).toHaveValue("cdn");
  await value.fill("waap");
  await dialog.getByRole("button", { name: "Apply" }).click();
  const waap = rows.filter(isProduct("WAAP"));
  await expectRows(page, waap);

  const cost = column("Cost");
  await addFilter(page, {
    on: "Cost",
    condition: "≥",
    value: "1",
    words: "",
    fits: () => true,
  });
  const dear = waap.filter((row) => amount(row[cost] ?? "").gte(1));
  await expectRows(page, dear);

  await page.getByRole("searchbox", { name: "Search all columns" }).fill("EUR");
  const found = dear.filter((row) => row.some((text) => lower(text).includes("eur")));
  await expect(rowsShown(page)).toHaveText(`${found.length} of 1,204 rows`);
  await clickSort(page, "Cost");
  await expectRows(page, sortRows(found, [{ column: cost, by: "number", descending: false }]));

  await page.getByRole("button", { name: "Remove filter: Product contains waap" }).click();
  await page.getByRole("button", { name: "Remove filter: Cost ≥ 1" }).click();
  await page.getByRole("searchbox", { name: "Search all columns" }).fill("");
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
});

test("a filter that cannot work is said in the dialog and not applied", async ({ page }) => {
  await openSample(page);
  const menu = await openColumnMenu(page, "Client");
  await menu.getByRole("menuitem", { name: "Filter…" }).click();
  const dialog = page.getByRole("dialog", { name: "Filter: Client" });
  await dialog.getByRole("combobox", { name: "Condition" }).selectOption({ label: "≥" });
  await dialog.getByRole("textbox", { name: "Value" }).fill("much");
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(dialog.getByRole("alert")).toHaveText("“much” is neither a number nor a date.");
  await dialog
    .getByRole("combobox", { name: "Condition" })
    .selectOption({ label: "matches pattern" });
  await dialog.getByRole("textbox", { name: "Value" }).fill("(");
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("list", { name: "Filters" })).toBeHidden();
});

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

test("numbers sort by their exact value, beyond what a double holds", async ({ page, app }) => {
  const { id } = SAMPLE_REPORTS.awkward;
  const { rows } = await askReport(app.url, id);
  await makeRoom(page, rows[0]?.length ?? 0);
  await openSample(page, id);
  // The second of two columns named "Cost", from -1e-400 to 1e400; texts stand behind the numbers.
  const header = gridOf(page).getByRole("columnheader", { name: "Cost", exact: true }).nth(1);
  await header.getByRole("button", { name: "Cost", exact: true }).click();
  await expect(header).toHaveAttribute("aria-sort", "ascending");
  const numbers = rows.filter((row) => NUMBER.test(row[3] ?? ""));
  const expected = sortRows(numbers, [{ column: 3, by: "number", descending: false }]);
  await gridOf(page).focus();
  await page.keyboard.press("Control+Home");
  for (const [index, row] of expected.entries()) {
    const cell = cellOf(page, index, 3);
    if ((await cell.count()) === 0) await page.keyboard.press("PageDown");
    await expect(cell).toHaveText(row[3] ?? "");
  }
});

test("sorts and filters while the report still arrives", async ({ page, app }) => {
  const { rows } = await askReport(app.url, SAMPLE_REPORTS.month.id);
  app.sample.options.slowMs = 12_000;
  await makeRoom(page, MONTH_HEADERS.length);
  await page.goto(`./#/r/${FAULTS.slow.id}?where=Currency:is:EUR`);
  await giveKey(page);
  const cost = column("Cost");
  await clickSort(page, "Cost");
  await clickSort(page, "Cost");

  // Already in order, and not yet complete.
  await expect
    .poll(async () => {
      const [busy, shown] = await Promise.all([
        gridOf(page).getAttribute("aria-busy"),
        rowsShown(page).textContent(),
      ]);
      const texts = await Promise.all(
        [0, 1, 2, 3, 4].map((row) => cellOf(page, row, cost).textContent()),
      );
      const costs = texts.map((text) => Number(text));
      const isOrdered = costs.every((value, i) => i === 0 || value <= (costs[i - 1] ?? 0));
      return busy === "true" && isOrdered && shown?.endsWith(" so far") === true;
    })
    .toBe(true);

  await expect(gridOf(page)).toHaveAttribute("aria-busy", "false");
  const euros = rows.filter((row) => row[column("Currency")] === "EUR");
  await expectRows(page, sortRows(euros, [{ column: cost, by: "number", descending: true }]));
});

test("the value list: blanks first, one stop for Tab, arrows, only this", async ({ page, app }) => {
  const { headers, rows } = await askReport(app.url, SAMPLE_REPORTS.month.id);
  const at = headers.indexOf("Region");
  await openSample(page);
  await (await openColumnMenu(page, "Region")).getByRole("menuitem", { name: "Filter…" }).click();
  const dialog = page.getByRole("dialog", { name: "Filter: Region" });
  const boxes = dialog.getByRole("checkbox");
  await expect(boxes.first()).toHaveAccessibleName(/^\(blank\)/);
  await dialog.getByRole("combobox", { name: "Share of" }).focus();
  await page.keyboard.press("Tab");
  await expect(boxes.first()).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await expect(boxes.nth(1)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(dialog.getByRole("checkbox", { checked: true })).toHaveCount(2);
  await page.keyboard.press("ArrowDown");
  const name = (await boxes.nth(2).evaluate((box) => box.nextElementSibling?.textContent)) ?? "";
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: `Only this: ${name}` })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Select all" })).toBeFocused();
  await dialog.getByRole("button", { name: "Apply" }).click();
  const expected = rows.filter((row) => row[at] === name);
  await expect(rowsShown(page)).toHaveText(`${expected.length} of 1,204 rows`);
});

test("what is wrong with a range is said at the field it's about, which gets the focus", async ({
  page,
}) => {
  await openSample(page);
  const menu = await openColumnMenu(page, "Cost");
  await menu.getByRole("menuitem", { name: "Filter…" }).click();
  const dialog = page.getByRole("dialog", { name: "Filter: Cost" });
  await dialog.getByLabel("Condition").selectOption({ label: "between" });
  const from = dialog.getByLabel("From", { exact: true });
  const to = dialog.getByLabel("To", { exact: true });
  await from.fill("5");
  await to.fill("abc");
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(to).toBeFocused();
  await expect(to).toHaveAccessibleDescription(/“abc” is neither a number nor a date\.$/);
  await expect(from).not.toHaveAttribute("aria-invalid", "true");
  await from.fill("x");
  await to.fill("6");
  await page.keyboard.press("Enter");
  await expect(from).toBeFocused();
  await expect(from).toHaveAccessibleDescription(/“x” is neither a number nor a date\.$/);
});
