/*
 * Exact totals of what is shown and of what is selected, held against whole-number sums over the
 * report's JSON; the clipboard; kinds that a person changes; values exactly as in the report.
 */
import { type Locator, type Page } from "@playwright/test";
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { connect, expect, giveKey, openSample, test } from "./fixtures.ts";
import { cellOf, gridOf, headerOf, openColumnMenu, rowsShown } from "./grid.ts";
import { askReport } from "./oracle.ts";

const { id } = SAMPLE_REPORTS.month;
const CURRENCY = 7;
const COST = 8;
const TAX = 10;

const totals = (page: Page) => page.getByRole("region", { name: "Totals" });
const selection = (page: Page) => page.getByRole("status", { name: "Selection" });

interface Sums {
  readonly exact: string;
  readonly rounded: string;
}

/** Sums per currency of a column of 12 places, in trillionths. */
function sumsOf(rows: readonly (readonly string[])[], column: number): Map<string, Sums> {
  const units = new Map<string, { exact: bigint; cents: bigint }>();
  for (const row of rows) {
    const [, sign = "", whole = "0", fraction = ""] =
      /^(-?)(\d+)(?:\.(\d+))?$/.exec(row[column] ?? "") ?? [];
    const size = BigInt(whole + fraction.padEnd(12, "0"));
    const cents = (size + 5_000_000_000n) / 10_000_000_000n;
    const of = units.get(row[CURRENCY] ?? "") ?? { exact: 0n, cents: 0n };
    of.exact += sign === "-" ? -size : size;
    of.cents += sign === "-" ? -cents : cents;
    units.set(row[CURRENCY] ?? "", of);
  }
  return new Map(
    Array.from(units, ([code, { exact, cents }]) => [
      code,
      { exact: decimal(exact, 12), rounded: decimal(cents, 2) },
    ]),
  );
}

function decimal(units: bigint, places: number): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

async function expectTotals(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await expect(rowsShown(page)).toHaveText(`${rows.length.toLocaleString("en")} of 1,204 rows`);
  for (const column of [COST, TAX]) {
    for (const [code, { exact, rounded }] of sumsOf(rows, column)) {
      await expect(totals(page)).toContainText(`${exact} ${code}`);
      await expect(totals(page)).toContainText(`rounded to cents ${rounded},`);
    }
  }
}

async function viewLink(page: Page): Promise<string> {
  return new URL(page.url()).hash;
}

test("a selection's figures leave each total its currency", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openSample(page);
  await cellOf(page, 1, COST).click();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(selection(page)).toContainText("2 cells, 2 numbers");
  const list = await totals(page).locator("dl").boundingBox();
  for (const currency of ["EUR", "USD"]) {
    const box = await totals(page).getByText(currency, { exact: true }).first().boundingBox();
    expect(box!.x + box!.width).toBeLessThanOrEqual(list!.x + list!.width);
  }
});

test("totals follow every filter and search, exactly, per currency", async ({ page, app }) => {
  const { rows } = await askReport(app.url, id);
  await openSample(page);
  await expectTotals(page, rows);

  const filtered = async (link: string, keeps: (row: readonly string[]) => boolean) => {
    await page.goto(`./#/r/${id}${link}`);
    await expectTotals(page, rows.filter(keeps));
  };
  await filtered("?where=Product:is:CDN", (row) => row[2] === "CDN");
  await filtered("?where=Currency:is:USD", (row) => row[CURRENCY] === "USD");
  await filtered("?where=Cost:lt:0", (row) => (row[COST] ?? "").startsWith("-"));
  await filtered("?where=Cost:gte:10.5&where=Product:isnt:CDN", (row) => {
    return Number(row[COST]) >= 10.5 && row[2] !== "CDN";
  });
  await filtered("?find=storage", (row) =>
    row.some((text) => text.toLowerCase().includes("storage")),
  );
});

test("which columns are totalled travels in the link; unit prices are not, by default", async ({
  page,
  context,
}) => {
  await openSample(page);
  await expect(totals(page)).toContainText("Cost shown");
  await expect(totals(page)).not.toContainText("Unit price");
  await page.getByRole("button", { name: "All figures" }).click();
  const dialog = page.getByRole("dialog", { name: "All figures" });
  await dialog.getByRole("checkbox", { name: /^Tax money/ }).uncheck();
  await dialog.getByRole("checkbox", { name: /^Usage/ }).check();
  await expect(dialog.getByRole("rowheader", { name: "Usage" })).toBeVisible();
  await expect(dialog.getByRole("columnheader", { name: /^Average, rounded to/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(totals(page)).toContainText("Usage shown");
  await expect(totals(page)).not.toContainText("Tax shown");

  const other = await context.newPage();
  await other.goto(`./${await viewLink(page)}`);
  await giveKey(other);
  await expect(totals(other)).toContainText("Usage shown");
  await expect(totals(other)).not.toContainText("Tax shown");
});

test("so far: while rows arrive, and after Stop", async ({ page }) => {
  await page.goto("./");
  await connect(page, FAULTS.slow.id);
  await expect(totals(page)).toContainText("Cost shown so far");
  await expect(totals(page)).toContainText(/\d EUR/);
  await page.getByRole("button", { name: "Stop loading" }).click();
  await expect(page.getByText("Not complete")).toBeVisible();
  await expect(totals(page)).toContainText("Cost shown so far");
  await gridOf(page).focus();
  await page.keyboard.press("Control+a");
  await expect(selection(page)).toContainText(/numbers so far/);
});

/** The exact sum of a rectangle's amounts of one column, per currency. */
async function expectSelected(
  page: Page,
  cells: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  await expect(selection(page)).toContainText(cells);
  for (const [code, { exact }] of sumsOf(rows, COST)) {
    await expect(selection(page)).toContainText(`${exact} ${code}`);
  }
}

test("a selection by mouse, keys and header shows its exact sums", async ({ page, app }) => {
  const { rows } = await askReport(app.url, id);
  await page.setViewportSize({ width: 1_900, height: 900 });
  await openSample(page);

  await dragOver(page, cellOf(page, 1, COST), cellOf(page, 4, COST));
  await expectSelected(page, "4 cells, 4 numbers", rows.slice(1, 5));
  await expect(selection(page)).toContainText(/average [\d.-]+, rounded to 12 places/);

  await cellOf(page, 2, COST).click();
  await expect(selection(page)).toHaveText("");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expectSelected(page, "3 cells, 3 numbers", rows.slice(2, 5));

  await cellOf(page, 0, CURRENCY).click();
  await cellOf(page, 5, COST).click({ modifiers: ["Shift"] });
  await expectSelected(page, "12 cells, 6 numbers", rows.slice(0, 6));

  await headerOf(page, "Cost")
    .getByRole("button", { name: "Cost", exact: true })
    .click({ modifiers: ["ControlOrMeta"] });
  await expectSelected(page, "1,204 cells, 1,204 numbers", rows);
  await expect(headerOf(page, "Cost")).toHaveAttribute("aria-sort", "none");

  await page.keyboard.press("Escape");
  await expect(selection(page)).toHaveText("");
  await (
    await openColumnMenu(page, "Cost")
  )
    .getByRole("menuitem", { name: "Select column" })
    .click();
  await expectSelected(page, "1,204 cells, 1,204 numbers", rows);

  await gridOf(page).focus();
  await page.keyboard.press("Control+a");
  await expect(selection(page)).toContainText("24,080 cells");
});

async function dragOver(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  await to.hover();
  await page.mouse.up();
}

test("copies are exact, as text and as a table in which ids stay text", async ({
  page,
  app,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { rows } = await askReport(app.url, id);
  await openSample(page);
  await cellOf(page, 0, 0).click();
  await cellOf(page, 1, 1).click({ modifiers: ["Shift"] });
  const block = rows.slice(0, 2).map((row) => row.slice(0, 2).join("\t"));

  await page.keyboard.press("Control+c");
  await expect(selection(page)).toContainText("Copied");
  const plain = await readClipboard(page);
  expect(plain.text).toBe(block.join("\r\n"));
  expect(plain.html).toContain(`mso-number-format`);
  expect(plain.html).toContain(`>${rows[0]?.[0] ?? ""}</td>`);

  await page.keyboard.press("Control+Shift+c");
  await expect
    .poll(async () => (await readClipboard(page)).text)
    .toBe(["Client ID\tClient", ...block].join("\r\n"));
});

test("a copy that ends says so of its own selection only", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openSample(page, SAMPLE_REPORTS.rows10k.id);
  await gridOf(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  // Reading fails where the copy comes in between.
  await expect(async () => {
    expect((await readClipboard(page)).text.split("\r\n")).toHaveLength(10_000);
  }).toPass();
  await expect(selection(page)).toContainText("2 cells");
  await expect(selection(page)).not.toContainText("Copied");
});

test("a copy of one cell says so until another is the active one, and a refusal is an alert", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openSample(page);
  await cellOf(page, 2, COST).click();
  await page.keyboard.press("Control+c");
  await expect(selection(page)).toHaveText("Copied");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await expect(page.getByRole("status", { name: "Cell value" })).toHaveText(text);
  await page.keyboard.press("ArrowDown");
  await expect(selection(page)).toHaveText("");
  await cellOf(page, 2, 0).click();
  await page.keyboard.press("Control+c");
  // A spreadsheet leaves an id alone only in a table that says so.
  await expect.poll(async () => (await readClipboard(page)).html).toContain("mso-number-format");

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    navigator.clipboard.write = () => Promise.reject(new Error("refused"));
    document.execCommand = () => false;
  });
  await page.keyboard.press("Control+c");
  const refused = selection(page).getByRole("alert");
  await expect(refused).toHaveText("This browser doesn’t let pages copy");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(refused).toHaveCount(0);
  await page.keyboard.press("Control+c");
  await expect(refused).toHaveText("This browser doesn’t let pages copy");
});

test("a block of too many letters is offered as an export, however few its cells", async ({
  page,
}) => {
  await page.route("**/billing/**", (route) =>
    route.fulfill({
      json: { headers: ["Text"], rows: Array.from({ length: 11 }, () => ["x".repeat(1_000_000)]) },
    }),
  );
  await openSample(page);
  await gridOf(page).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await expect(selection(page).getByRole("alert")).toHaveText("Too much for the clipboard");
  await expect(
    selection(page).getByRole("button", { name: "Export the view instead" }),
  ).toBeVisible();
});

test("what is selected is heard from its first cell to its last", async ({ page }) => {
  await openSample(page);
  await cellOf(page, 3, 2).click();
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(selection(page)).toContainText("Client, row 3 to Product, row 4. 4 cells");
  await page.keyboard.press("Control+Space");
  await expect(selection(page)).toContainText(/^Product\. 1,204 cells/);
});

/** As other programs get it: a page would be given a cleaned copy. */
async function readClipboard(page: Page): Promise<{ text: string; html: string }> {
  return page.evaluate(async () => {
    const readWhole: (options: object) => Promise<ClipboardItem[]> = navigator.clipboard.read.bind(
      navigator.clipboard,
    );
    const [item] = await readWhole({ unsanitized: ["text/html"] });
    const read = async (type: string) =>
      item?.types.includes(type) === true ? (await item.getType(type)).text() : "";
    const text = await read("text/plain");
    return { text: text.replace(/\r?\n/g, "\r\n"), html: await read("text/html") };
  });
}

test("a changed kind changes the grid, totals and link; found is one click away", async ({
  page,
  context,
}) => {
  // Wide enough for the column to be drawn.
  await page.setViewportSize({ width: 2_400, height: 800 });
  await openSample(page);
  const menu = await openColumnMenu(page, "Unit price");
  await expect(page.getByText("1,204 of 1,204 values are decimals")).toBeVisible();
  await menu.getByRole("menuitem", { name: "Kind…" }).click();
  const dialog = page.getByRole("dialog", { name: "Kind: Unit price" });
  await expect(dialog).toContainText("Found: decimal");
  await dialog.getByRole("radio", { name: "money" }).check();
  await expect(dialog.getByRole("combobox", { name: "Currency" })).toContainText(
    "As found: in the currency of column Currency",
  );
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(headerOf(page, "Unit price")).toContainText("money");
  await expect(totals(page)).toContainText("Unit price shown");

  const other = await context.newPage();
  await other.goto(`./${await viewLink(page)}`);
  await giveKey(other);
  await expect(totals(other)).toContainText("Unit price shown");

  await (await openColumnMenu(page, "Unit price")).getByRole("menuitem", { name: "Kind…" }).click();
  await dialog.getByRole("combobox", { name: "Currency" }).selectOption("code");
  await dialog.getByRole("textbox", { name: "Currency code" }).fill("CHF");
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(totals(page)).toContainText("CHF");

  await (await openColumnMenu(page, "Unit price")).getByRole("menuitem", { name: "Kind…" }).click();
  await dialog.getByRole("radio", { name: "decimal" }).check();
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(totals(page)).not.toContainText("Unit price");
  expect(await viewLink(page)).not.toContain("kind=");
});

test("digits are grouped by gaps, never by characters; the switch shows values as sent", async ({
  page,
  app,
}) => {
  const { rows } = await askReport(app.url, id);
  const large = rows.findIndex((row) => /^\d{4,}\./.test(row[COST] ?? ""));
  const text = rows[large]?.[COST] ?? "";
  await page.setViewportSize({ width: 1_900, height: 900 });
  await openSample(page);
  const cell = cellOf(page, large, COST);
  await expect(cell).toHaveText(text);
  await expect(cell.locator("span").first()).toBeVisible();

  await page.getByRole("button", { name: "More", exact: true }).click();
  const exact = page.getByRole("menuitemcheckbox", {
    name: "Show values exactly as in the report",
  });
  await expect(exact).toHaveAttribute("aria-checked", "false");
  await exact.click();
  await expect(cell).toHaveText(text);
  await expect(cell.locator("span")).toHaveCount(0);
  expect(await viewLink(page)).toContain("exact");
});
