/*
 * Rows in groups: one line per value with its rows and exact sums, held against whole-number sums
 * over the report's JSON; folding, order, keys, filters, selection, the link; what axe says of it.
 */
import { type Locator, type Page } from "@playwright/test";
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expectAccessible, expectFits } from "./accessible.ts";
import { chooseFile, file } from "./chooseFile.ts";
import { connect, expect, openSample, test } from "./fixtures.ts";
import {
  cellOf,
  cellValue,
  clickSort,
  gridOf,
  headerOf,
  openColumnMenu,
  rowsShown,
} from "./grid.ts";
import { askReport } from "./oracle.ts";

const { id } = SAMPLE_REPORTS.month;
const CLIENT = 1;
const PRODUCT = 2;
const CURRENCY = 7;
const COST = 8;
const TAX = 10;

type Rows = readonly (readonly string[])[];

interface Line {
  readonly value: string;
  readonly rows: Rows;
  /** Of Cost, in trillionths. */
  readonly units: bigint;
  readonly name: string;
}

function unitsOf(rows: Rows, column: number): bigint {
  return rows.reduce((sum, row) => {
    const [, sign = "", whole = "0", fraction = ""] =
      /^(-?)(\d+)(?:\.(\d+))?$/.exec(row[column] ?? "") ?? [];
    const size = BigInt(whole + fraction.padEnd(12, "0"));
    return sum + (sign === "-" ? -size : size);
  }, 0n);
}

function decimal(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(13, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -12)}.${digits.slice(-12)}`;
}

/** All rows of a client are in one currency. */
function linesBy(rows: Rows, column: number, outer: readonly string[] = []): readonly Line[] {
  return [...new Set(rows.map((row) => row[column] ?? ""))].map((value) => {
    const own = rows.filter((row) => row[column] === value);
    const [units, tax] = [unitsOf(own, COST), unitsOf(own, TAX)];
    const code = own[0]?.[CURRENCY] ?? "";
    const count = `${own.length} ${own.length === 1 ? "row" : "rows"}`;
    const sums = [`sum of Cost ${decimal(units)} ${code}`, `sum of Tax ${decimal(tax)} ${code}`];
    return { value, rows: own, units, name: [...outer, value, count, ...sums].join(", ") };
  });
}

const groupCell = (page: Page, { name }: Line): Locator =>
  gridOf(page).getByRole("gridcell", { name, exact: true });
const bar = (page: Page) => page.getByRole("region", { name: "Groups" });

/** The groups' lines from the top, each found by what a reader hears. */
async function expectLines(page: Page, lines: readonly Line[]): Promise<void> {
  await expect(gridOf(page)).toHaveAttribute("aria-rowcount", String(lines.length + 1));
  await expect(gridOf(page).getByRole("gridcell", { expanded: false })).toHaveCount(lines.length);
  for (const [row, line] of lines.entries()) {
    await expect(cellOf(page, row, 0)).toHaveAccessibleName(line.name);
  }
}

/** Largest cost first, one currency after the other: the one with the most amounts first. */
function byCost(lines: readonly Line[], descending: boolean): readonly Line[] {
  const isEuro = ({ rows }: Line) => rows[0]?.[CURRENCY] === "EUR";
  return lines.toSorted((a, b) => {
    if (isEuro(a) !== isEuro(b)) return isEuro(a) ? -1 : 1;
    const order = a.units < b.units ? -1 : a.units > b.units ? 1 : 0;
    return descending ? -order : order;
  });
}

test.use({ viewport: { width: 1440, height: 1100 } });

test("one line per client, by subtotal, which make the total; in a link and without", async ({
  page,
  app,
}) => {
  const { rows } = await askReport(app.url, id);
  const clients = linesBy(rows, CLIENT);
  await openSample(page);
  await (
    await openColumnMenu(page, "Client")
  )
    .getByRole("menuitem", { name: "Group by this column" })
    .click();
  await expect(bar(page).getByRole("list", { name: "Grouped by" })).toHaveText("Client");
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  await expect(gridOf(page)).toHaveAttribute("aria-rowcount", String(clients.length + 1));
  for (const line of clients) await expect(groupCell(page, line)).toBeVisible();

  await clickSort(page, "Cost");
  await expectLines(page, byCost(clients, false));
  await clickSort(page, "Cost");
  await expectLines(page, byCost(clients, true));
  for (const code of ["EUR", "USD"]) {
    const units = clients
      .filter((line) => line.rows[0]?.[CURRENCY] === code)
      .reduce((sum, line) => sum + line.units, 0n);
    await expect(page.getByRole("region", { name: "Totals" })).toContainText(
      `${decimal(units)} ${code}`,
    );
  }
  expect(new URL(page.url()).hash).toBe(`#/r/${id}?sort=-Cost&group=Client`);

  await page.getByRole("button", { name: "Share" }).click();
  const share = page.getByRole("dialog", { name: "Share this view" });
  await expect(share).toContainText("by Client, folded");
  await page.keyboard.press("Escape");

  await bar(page).getByRole("combobox", { name: "Order of groups" }).selectOption("descending");
  await expect
    .poll(async () => (await cellOf(page, 0, 0).getAttribute("aria-label")) ?? "")
    .toContain(`, ${Math.max(...clients.map((line) => line.rows.length))} rows, `);
  await page.goBack();
  await expectLines(page, byCost(clients, true));

  // Filters come first, groups are of what they leave.
  const cdn = linesBy(
    rows.filter((row) => row[PRODUCT] === "CDN"),
    CLIENT,
  );
  await page.goto(`./#/r/${id}?sort=-Cost&where=Product:is:CDN&group=Client`);
  await expectLines(page, byCost(cdn, true));

  await bar(page).getByRole("button", { name: "Do not group by Client" }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(gridOf(page)).toHaveAttribute(
    "aria-rowcount",
    String(cdn.reduce((sum, line) => sum + line.rows.length, 1)),
  );
});

test("groups within groups, by keyboard alone", async ({ page, app }) => {
  const { rows } = await askReport(app.url, id);
  const clients = linesBy(rows, CLIENT);
  const acme = clients.find(({ value }) => value === "Acme GmbH");
  if (acme === undefined) throw new Error("the sample has no Acme");
  const products = linesBy(acme.rows, PRODUCT, ["Acme GmbH"]).toSorted((a, b) =>
    a.value < b.value ? -1 : 1,
  );
  const [first, second] = products;
  if (first === undefined || second === undefined) throw new Error("too few products");
  await openSample(page);
  await page.goto(`./#/r/${id}?group=Client,Product`);
  await expect(gridOf(page)).toHaveAttribute("aria-rowcount", String(clients.length + 1));
  await gridOf(page).focus();
  await page.keyboard.press("Control+Home");
  await expect(cellValue(page)).toHaveText("Acme GmbH");

  const count = (lines: number) =>
    expect(gridOf(page)).toHaveAttribute("aria-rowcount", String(lines + 1));
  await page.keyboard.press("ArrowRight");
  await count(clients.length + products.length);
  await expect(groupCell(page, acme)).toHaveAttribute("aria-expanded", "true");
  await expect(groupCell(page, first)).toHaveAttribute("aria-expanded", "false");
  // Open already: right goes on to the next cell, and down to the inner group.
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  await expect(cellValue(page)).toHaveText(first.value);
  await page.keyboard.press("Enter");
  await count(clients.length + products.length + first.rows.length);
  for (const [at, row] of first.rows.slice(0, 5).entries()) {
    await expect(cellOf(page, 2 + at, 1)).toHaveText(row[PRODUCT] ?? "");
    await expect(gridOf(page).locator(`[aria-rowindex="${at + 4}"]`)).toContainText(
      row[COST] ?? "",
    );
  }
  await page.keyboard.press("ArrowLeft");
  await count(clients.length + products.length);
  await page.keyboard.press("Space");
  await count(clients.length + products.length + first.rows.length);
  await page.keyboard.press("Space");
  await count(clients.length + products.length);

  // The keys of a cell's value speak of the whole group.
  await page.keyboard.press("=");
  await expect(rowsShown(page)).toHaveText(`${first.rows.length} of 1,204 rows`);
  await expect(page.getByRole("list", { name: "Filters" }).getByRole("listitem")).toHaveText([
    "Client is Acme GmbH",
    `Product is ${first.value}`,
  ]);
  await page.goBack();
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");

  await bar(page).getByRole("button", { name: "Unfold all" }).click();
  const pairs = clients.reduce((sum, line) => sum + linesBy(line.rows, PRODUCT).length, 0);
  await count(clients.length + pairs + rows.length);
  await expect(page).toHaveURL(/group=Client,Product,:open$/);
  await gridOf(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+a");
  const cost = rows.filter((row) => row[CURRENCY] === "EUR");
  await expect(page.getByRole("status", { name: "Selection" })).toContainText(
    `${decimal(unitsOf(cost, COST) + unitsOf(cost, TAX))} EUR`,
  );
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+End");
  await expect(cellValue(page)).not.toHaveText("Acme GmbH");

  await bar(page).getByRole("button", { name: "Move outwards: Product" }).click();
  await expect(page).toHaveURL(/group=Product,Client,:open$/);
  await bar(page).getByRole("button", { name: "Fold all", exact: true }).click();
  await count(new Set(rows.map((row) => row[PRODUCT])).size);
});

test("the mouse opens a group and keeps only it; a selected group stands for its rows", async ({
  page,
  app,
}) => {
  const { rows } = await askReport(app.url, id);
  const [first] = linesBy(rows, CLIENT);
  if (first === undefined) throw new Error("no client");
  // Of what is on screen.
  const acme = { ...first, name: first.name.replace(/, sum of Tax.*/, "") };
  await openSample(page);
  await page.goto(`./#/r/${id}?group=Client&show=Cost,Currency`);
  const cell = groupCell(page, acme);
  await expect(cell).toHaveAttribute("aria-expanded", "false");
  await cellOf(page, 0, 1).click();
  await expect(cellValue(page)).toHaveText(`${decimal(acme.units)} EUR`);
  await page.keyboard.press("Shift+Space");
  await expect(page.getByRole("status", { name: "Selection" })).toContainText(
    `${decimal(acme.units)} EUR`,
  );
  await cell.locator("[data-group=toggle]").click();
  await expect(cell).toHaveAttribute("aria-expanded", "true");
  await cell.hover();
  await cell.getByText("Only this").click();
  await expect(rowsShown(page)).toHaveText(`${acme.rows.length} of 1,204 rows`);
});

test("what is opened by hand is of one report, and said not to be in its link", async ({
  page,
}) => {
  const folded = async (reportId: string) => {
    await page.goto(`./#/r/${reportId}?group=Client&show=Client,Cost`);
    await expect(rowsShown(page)).toHaveText(/^1[,0]/);
    await expect(gridOf(page)).not.toHaveAttribute("aria-busy", "true");
    return gridOf(page).getAttribute("aria-rowcount");
  };
  const byHand = page.getByText("Groups you opened or folded by hand are not in it.");
  await openSample(page);
  const groups = await folded(id);
  const others = await folded(SAMPLE_REPORTS.rows10k.id);
  expect(others).toBe("241");
  await folded(id);
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("dialog")).toContainText("groups by 1 column");
  await expect(byHand).toHaveCount(0);
  await page.keyboard.press("Escape");
  await gridOf(page).getByRole("gridcell").first().locator("[data-group=toggle]").click();
  await expect(gridOf(page)).not.toHaveAttribute("aria-rowcount", groups ?? "");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(byHand).toBeVisible();
  await page.keyboard.press("Escape");
  expect(await folded(SAMPLE_REPORTS.rows10k.id)).toBe(others);
  expect(await folded(id)).toBe(groups);
});

test("cells of a group's line that are blank on screen are in no figure of a selection", async ({
  page,
  app,
}) => {
  const { rows } = await askReport(app.url, id);
  const sumIn = (code: string) =>
    decimal(
      unitsOf(
        rows.filter((row) => row[CURRENCY] === code),
        COST,
      ),
    );
  await openSample(page);
  await page.goto(`./#/r/${id}?group=Client&show=Cost,Usage,Tax%20rate`);
  const selection = page.getByRole("status", { name: "Selection" });
  await expect(headerOf(page, "Usage")).toHaveAttribute("aria-colindex", "3");
  await cellOf(page, 0, 2).click();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(selection).toContainText("2 cells, 0 numbers");
  await page.keyboard.press("Control+a");
  await expect(selection).toContainText(`96 cells, ${rows.length.toLocaleString("en")} numbers`);
  for (const code of ["EUR", "USD"]) {
    await expect(selection).toContainText(`${sumIn(code)} ${code}`);
  }
  await expect(selection).not.toContainText("no currency stated");
});

test.describe("on a touch screen of 800 px", () => {
  test.use({ hasTouch: true, viewport: { width: 800, height: 900 } });

  test("amounts are in sight beside the groups; one group is kept by finger or by button", async ({
    page,
    app,
  }) => {
    const { rows } = await askReport(app.url, id);
    const lines = linesBy(rows, CLIENT);
    const acme = lines.find(({ value }) => value === "Acme GmbH");
    const globex = lines.find(({ value }) => value === "Globex");
    if (acme === undefined || globex === undefined) throw new Error("the sample lacks a client");
    await openSample(page);
    await page.goto(`./#/r/${id}?group=Client`);
    await expect(groupCell(page, acme)).toBeVisible();
    // Client, and beside it what has subtotals.
    await expect(headerOf(page, "Client")).toHaveAttribute("aria-colindex", "1");
    await expect(headerOf(page, "Cost")).toHaveAttribute("aria-colindex", "2");
    await expect(headerOf(page, "Tax")).toHaveAttribute("aria-colindex", "3");
    await expect(cellOf(page, 0, 1)).toBeInViewport({ ratio: 1 });

    await groupCell(page, globex).tap();
    await groupCell(page, globex).getByText("Only this").tap();
    await expect(rowsShown(page)).toHaveText(`${globex.rows.length} of 1,204 rows`);
    await page.goBack();
    await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");

    const only = bar(page).getByRole("button", { name: "Only this group" });
    await gridOf(page).focus();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("ArrowUp");
    await expect(only).toBeDisabled();
    await page.keyboard.press("ArrowDown");
    await expect(only).toBeEnabled();
    await only.focus();
    await page.keyboard.press("Enter");
    await expect(rowsShown(page)).toHaveText(`${acme.rows.length} of 1,204 rows`);

    // An order of one's own is left as it is.
    await page.goto(`./#/r/${id}?show=Product,Client%20ID,Cost&group=Client`);
    await expect(headerOf(page, "Cost")).toHaveAttribute("aria-colindex", "4");
  });
});

test("while rows are missing, subtotals are so far", async ({ page }) => {
  await page.goto(`./#/r/${FAULTS.cutClean.id}?group=Client`);
  await connect(page, FAULTS.cutClean.id);
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(bar(page)).toContainText("counts and subtotals so far");
  await expect(rowsShown(page)).toHaveText(/^500 of 500 rows so far$/);
});

test("a subtotal says how many cells are not in it, and all of it is at hand", async ({ page }) => {
  await page.goto("./");
  const text =
    "Client,Cost,Currency\nAcme,10.50,EUR\nAcme,2.25,USD\nAcme,n/a,EUR\nBeta,-5,EUR\nBeta,,EUR\n";
  await chooseFile(page, file("groups.csv", text));
  await expect(rowsShown(page)).toHaveText("5 of 5 rows");
  await page.evaluate(() => {
    location.hash += "?kind=Cost:money&group=Client";
  });
  const sums = "10.50 EUR and 2.25 USD without 1 cell that is no number";
  const line = gridOf(page).getByRole("row").filter({ hasText: "Acme" });
  await expect(
    line.getByRole("gridcell", { name: `Acme, 3 rows, sum of Cost ${sums}`, exact: true }),
  ).toBeVisible();
  const sum = line.getByTitle(sums, { exact: true });
  await expect(sum.getByRole("img", { name: "without 1 cell that is no number" })).toBeVisible();
  await sum.click();
  await expect(cellValue(page)).toHaveText("10.50 EUR · 2.25 USD");
  const other = gridOf(page).getByRole("row").filter({ hasText: "Beta" });
  await expect(other.getByTitle("-5 EUR", { exact: true })).toBeVisible();
  await expect(other.getByRole("img")).toHaveCount(0);
});

for (const [colorScheme, width] of [
  ["light", 1280],
  ["dark", 360],
] as const) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 740 } });

    test("axe finds nothing in groups", async ({ page }) => {
      await openSample(page);
      await page.goto(`./#/r/${id}?group=Client,Product,:open&sort=-Cost`);
      await expect(gridOf(page).getByRole("gridcell", { expanded: true }).first()).toBeVisible();
      await expectAccessible(page);
      await expectFits(page);
      if (width > 480) return;
      // A phone shows a group's name and its first sum, whole, without scrolling sideways.
      await page.goto(`./#/r/${id}?show=Client,Product,Currency,Cost&group=Client`);
      const line = gridOf(page).getByRole("row").nth(1).getByRole("gridcell");
      await expect(line.first()).toHaveAccessibleName(/sum of Cost/);
      const ends = await line.evaluateAll((cells) =>
        cells.slice(0, 2).map((cell) => ({
          right: cell.getBoundingClientRect().right,
          cut: cell.scrollWidth > cell.clientWidth,
        })),
      );
      expect(ends[1]?.right).toBeLessThanOrEqual(width);
      expect(ends[1]?.cut).toBe(false);
      // Where there is no room for a name and its count, the count is left out, not the name's end.
      await page.goto(`./#/r/${id}?group=Date%20from`);
      const day = gridOf(page).getByRole("gridcell", { name: /^2026-10-06, / });
      await expect(day.getByText("2026-10-06", { exact: true })).toBeVisible();
      const parts = await day.evaluate((cell) => {
        const frame = cell.getBoundingClientRect();
        const end = frame.right - Number.parseFloat(getComputedStyle(cell).paddingRight);
        return Array.from(cell.children, (part) => part.getBoundingClientRect())
          .filter(({ top, width: drawn }) => top < frame.bottom - 1 && drawn > 0)
          .map(({ right }) => Math.floor(end - right));
      });
      expect(parts.length).toBeGreaterThan(1);
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
    });
  });
}
