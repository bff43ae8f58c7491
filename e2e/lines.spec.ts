/*
 * Reports of the old block form: a title line, the header line again in each block, the client on a
 * block's first line only. What is set aside and filled is held against the report's JSON, read the
 * plain way: on screen, in totals, groups, files and a link, and back to the report as sent.
 */
import { type Page } from "@playwright/test";
import { read, utils } from "xlsx";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { readCsv } from "../src/export/testing/readCsv.ts";
import { expectAccessible } from "./accessible.ts";
import { connect, expect, openSample, test } from "./fixtures.ts";
import {
  cellOf,
  cellValue,
  clickSort,
  expectEnds,
  expectRows,
  gridOf,
  headerOf,
  makeRoom,
  openColumnMenu,
  rowsShown,
} from "./grid.ts";
import { askReport, sortRows } from "./oracle.ts";
import { exportAs } from "./saved.ts";

type Rows = readonly (readonly string[])[];

const ID = 0;
const CLIENT = 1;
const HEADER = "Client ID";

/** The rows of data, as sent and with the client of their block, by their number in the report. */
function dataOf(rows: Rows) {
  let client: readonly string[] = [];
  return rows.flatMap((sent, row) => {
    if (sent[ID] === HEADER || sent.slice(2).every((text) => text === "")) return [];
    if (sent[ID] !== "") client = sent.slice(0, 2);
    return [{ row, sent, filled: [...client, ...sent.slice(2)] }];
  });
}

const note = (page: Page, text: string | RegExp) =>
  page.getByRole("note").filter({ hasText: text });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** With no more cells than a screen has: among those of a page with room for all, axe takes a minute. */
async function expectAccessibleInSight(page: Page): Promise<void> {
  const room = page.viewportSize();
  await page.setViewportSize({ width: 1_280, height: 800 });
  await expectAccessible(page);
  if (room !== null) await page.setViewportSize(room);
}

test("lines set aside and clients filled: in order, filters, groups, files and a link", async ({
  page,
  app,
  browser,
}) => {
  const { id } = SAMPLE_REPORTS.oldStyle;
  const { headers, rows } = await askReport(app.url, id);
  const data = dataOf(rows);
  const sent = data.map((one) => one.sent);
  const filled = data.map((one) => one.filled);
  const blanks = sent.filter((row) => row[CLIENT] === "").length;
  const repeated = rows.filter((row) => row[ID] === HEADER).length;
  await makeRoom(page, 20);
  await openSample(page, id);

  const aside = note(page, `1 title line and ${repeated} repeated header lines are set aside.`);
  await expect(aside).toBeVisible();
  await expect(rowsShown(page)).toHaveText(`${data.length} of ${data.length} rows`);
  await expect(page.getByRole("region", { name: "Totals" })).toContainText("Cost");
  await expectEnds(page, sent);
  await expectAccessibleInSight(page);

  const offer = note(page, "Client ID and Client are named once per block");
  await expect(offer).toContainText(`${(blanks * 2).toLocaleString("en")} blank cells`);
  await press(page, "Fill down");
  await expect(offer).toBeHidden();
  await expect(page.getByRole("button", { name: "Do not fill" })).toBeFocused();
  await expectRows(page, filled);
  await expectAccessibleInSight(page);

  // The second row of the first block: its value is of the row above, and says so.
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await expect(cellOf(page, 0, CLIENT)).toHaveAccessibleName(filled[0]?.[CLIENT] ?? "");
  await page.keyboard.press("ArrowDown");
  const name = filled[1]?.[CLIENT] ?? "";
  await expect(cellOf(page, 1, CLIENT)).toHaveAccessibleName(`${name}, filled from row 2`);
  await expect(cellValue(page)).toHaveText(name);
  await expect(page.getByText("filled from row 2", { exact: true })).toBeVisible();
  await page.keyboard.press("Space");
  await expect(page.getByRole("region", { name: "Values of the row" })).toContainText(
    `${name} ↑ filled from row 2`,
  );
  await page.keyboard.press("Escape");

  await clickSort(page, HEADER);
  const sorted = sortRows(filled, [{ column: ID, by: "text", descending: false }]);
  await expectEnds(page, sorted);
  await gridOf(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("=");
  const kept = sorted.filter((row) => row[CLIENT] === sorted[0]?.[CLIENT]);
  await expect(rowsShown(page)).toHaveText(`${kept.length} of ${data.length} rows`);
  await expectRows(page, kept);

  const { bytes: csv } = await exportAs(page, "CSV");
  expect(readCsv(csv.toString("utf8").slice(1)).map((row) => row.slice(0, 3))).toEqual(
    [headers, ...kept].map((row) => row.slice(0, 3)),
  );
  const book = read((await exportAs(page, "XLSX")).bytes, { UTC: true });
  const about = utils.sheet_to_json<string[]>(book.Sheets["About"] ?? {}, { header: 1 });
  expect(about).toContainEqual([
    "Lines",
    `1 title line and ${repeated} repeated header lines are set aside.`,
  ]);
  expect(about).toContainEqual([
    "Filled",
    `Client ID: the value above stands in blank cells (the report has ${blanks} blank cells there)`,
  ]);
  expect(about).toContainEqual(["Rows", `${kept.length} of ${data.length}`]);

  await press(page, "Share");
  const dialog = page.getByRole("dialog", { name: "Share this view" });
  await expect(dialog).toContainText("2 filled columns");
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  expect(link).toContain(`lines=aside&fill=Client%20ID,Client&rows=${rows.length}&data=`);
  await page.keyboard.press("Escape");

  const context = await browser.newContext({ viewport: page.viewportSize() });
  const recipient = await context.newPage();
  await recipient.goto(link);
  await connect(recipient, id);
  await expectRows(recipient, kept);
  await expect(recipient.getByText(`Same data as when this link was made`)).toBeVisible();
  await recipient.getByRole("button", { name: "Remove filter", exact: false }).click();
  await (
    await openColumnMenu(recipient, "Client")
  )
    .getByRole("menuitem", { name: "Group by this column" })
    .click();
  const clients = new Set(filled.map((row) => row[CLIENT])).size;
  await expect(gridOf(recipient)).toHaveAttribute("aria-rowcount", String(clients + 1));
  await context.close();
});

test("the report as sent, and back; a column filled and emptied by its menu", async ({
  page,
  app,
}) => {
  const { id } = SAMPLE_REPORTS.oldStyleTitle;
  const { headers, rows } = await askReport(app.url, id);
  const names = rows[0] ?? [];
  const data = dataOf(rows);
  await makeRoom(page, 20);
  await openSample(page, id);
  await expect(note(page, "The columns are named by row 1.")).toBeVisible();
  await expect(headerOf(page, names[2] ?? "")).toBeVisible();
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(page.getByRole("button", { name: "Show the report as sent" })).toBeFocused();

  const fill = { name: "Fill blank cells from above" };
  const item = async (column: string) =>
    (await openColumnMenu(page, column)).getByRole("menuitemcheckbox", fill);
  await (await item("Client")).click();
  const onlyClient = data.map(({ sent, filled }) => filled.with(ID, sent[ID] ?? ""));
  await expectEnds(page, onlyClient);
  await expect(page).toHaveURL(/fill=Client$/);
  await expect(await item("Client")).toHaveAttribute("aria-checked", "true");
  await page.keyboard.press("Escape");
  // An amount that a line does not state is none.
  await expect(await item("Cost")).toHaveCount(0);
  await page.keyboard.press("Escape");

  await press(page, "Show the report as sent");
  await expect(note(page, "exactly as sent, with 1 title line")).toBeVisible();
  await expect(headerOf(page, headers[1] ?? "")).toBeVisible();
  await expect(rowsShown(page)).toHaveText(`${rows.length} of ${rows.length} rows`);
  await expectEnds(page, rows);
  await expectAccessibleInSight(page);
  await press(page, "Set them aside");
  await expectEnds(page, onlyClient);
  await (await item("Client")).click();
  await expectEnds(
    page,
    data.map(({ sent }) => sent),
  );
  await page.goBack();
  await expectEnds(page, onlyClient);
});

test("groups and files by a column named once per block offer to fill it, whatever was said before", async ({
  page,
  app,
}) => {
  const { id } = SAMPLE_REPORTS.oldStyle;
  const data = dataOf((await askReport(app.url, id)).rows);
  const clients = new Set(data.map(({ filled }) => filled[CLIENT])).size;
  await openSample(page, id);
  const offer = note(page, "Client ID and Client are named once per block");
  await press(page, "Not now");
  await expect(offer).toBeHidden();
  await (
    await openColumnMenu(page, "Client")
  )
    .getByRole("menuitem", { name: "Group by this column" })
    .click();
  await expect(offer).toBeVisible();
  await press(page, "Not now");
  await expect(offer).toBeHidden();

  await press(page, "Export view");
  await page.getByRole("menuitem", { name: "One file per client…" }).click();
  const dialog = page.getByRole("dialog", { name: "One file per client" });
  const column = dialog.getByRole("combobox", { name: "Column" });
  const offered = dialog.getByRole("note");
  await expect(offered).toContainText("Client ID and Client are named once per block");
  await expect(dialog.getByRole("status")).toHaveText(`${clients + 1} sheets`);
  await expectAccessible(page);
  // Said of this column: another of them is another question.
  await offered.getByRole("button", { name: "Not now" }).click();
  await expect(offered).toBeHidden();
  await column.selectOption("Client ID");
  await expect(offered).toBeVisible();
  await column.selectOption("Product");
  await expect(offered).toBeHidden();
  await column.selectOption("Client ID");
  await offered.getByRole("button", { name: "Fill down" }).click();
  await expect(offered).toBeHidden();
  await expect(column).toBeFocused();
  await expect(dialog.getByRole("status")).toHaveText(`${clients} sheets`);
  await page.keyboard.press("Escape");
  await expect(gridOf(page)).toHaveAttribute("aria-rowcount", String(clients + 1));
});

test("a link made before lines were set aside shows what its sender saw", async ({ page, app }) => {
  const { id } = SAMPLE_REPORTS.oldStyle;
  const { rows } = await askReport(app.url, id);
  await openSample(page, id);
  await press(page, "Share");
  const field = page.getByRole("dialog").getByRole("textbox", { name: "Link" });
  const older = (await field.inputValue()).replace("lines=aside&", "");
  await page.goto("about:blank");
  await page.goto(older);
  await connect(page, id);
  await expect(rowsShown(page)).toHaveText(`${rows.length} of ${rows.length} rows`);
  await expect(page.getByText("Same data as when this link was made")).toBeVisible();
  await expect(page.getByRole("button", { name: "Set them aside" })).toBeVisible();
});

test("a saved view applied on the page of a link sets lines aside as it did", async ({ page }) => {
  const { id } = SAMPLE_REPORTS.oldStyle;
  await openSample(page, id);
  await clickSort(page, "Cost");
  await expect(page).toHaveURL(/sort=Cost$/);
  const shown = (await rowsShown(page).textContent()) ?? "";
  await press(page, "Views");
  const views = page.getByRole("dialog", { name: "Saved views" });
  await views.getByRole("textbox", { name: "Name" }).fill("dear");
  await page.keyboard.press("Enter");
  await expect(views.getByRole("status")).toContainText("Saved");
  await page.keyboard.press("Escape");
  await press(page, "Share");
  const dialog = page.getByRole("dialog", { name: "Share this view" });
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  await page.goto("about:blank");
  await page.goto(link);
  await connect(page, id);
  await expect(page.getByText("Same data as when this link was made")).toBeVisible();
  await press(page, "Views");
  await views.getByRole("button", { name: "Apply: dear" }).click();
  await expect(page).toHaveURL(/lines=aside/);
  await expect(rowsShown(page)).toHaveText(shown);
  await expect(note(page, /repeated header lines are set aside/)).toBeVisible();
});
