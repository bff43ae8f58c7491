/*
 * Files of the view, as people get them: what was filtered, sorted and hidden is in the file, cell for
 * cell; texts that look like formulas are inert, negative amounts are numbers; what is not complete
 * says so; Stop stops. Read back by readers that share nothing with the writer.
 */
import { type Page } from "@playwright/test";
import { read, utils } from "xlsx";
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { readCsv } from "../src/export/testing/readCsv.ts";
import { readParts } from "../src/export/testing/readWorkbook.ts";
import { readZip } from "../src/export/testing/readZip.ts";
import { connect, expect, openSample, test } from "./fixtures.ts";
import { clickSort, gridOf, headerOf, openColumnMenu, rowsShown } from "./grid.ts";
import { askReport, sortRows } from "./oracle.ts";
import { exportAs, saved } from "./saved.ts";

async function openExportMenu(page: Page) {
  await page.getByRole("button", { name: "Export view" }).click();
  return page.getByRole("menu", { name: "Export view" });
}

async function openSplitDialog(page: Page) {
  const menu = await openExportMenu(page);
  await menu.getByRole("menuitem", { name: "One file per client…" }).click();
  return page.getByRole("dialog", { name: "One file per client" });
}

const panelOf = (page: Page) => page.getByRole("dialog", { name: "Export view" });

/** The rule of the guard, in other words than the app's. */
function guarded(text: string): string {
  const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);
  return /^\ufeff?[=+\-@\t\r\n\0＝＋－＠]/.test(text) && !isNumber ? `'${text}` : text;
}

test("the view's rows, order and columns are in the file, in every format", async ({
  page,
  app,
}) => {
  const { id } = SAMPLE_REPORTS.month;
  const { headers, rows } = await askReport(app.url, id);
  await openSample(page, id);
  const hidden = await openColumnMenu(page, "Client ID");
  await hidden.getByRole("menuitem", { name: "Hide" }).click();
  await clickSort(page, "Cost");
  await clickSort(page, "Cost");
  const menu = await openColumnMenu(page, "Product");
  await menu.getByRole("menuitem", { name: "Filter…" }).click();
  const filter = page.getByRole("dialog", { name: "Filter: Product" });
  await filter.getByRole("checkbox", { name: "CDN" }).check();
  await filter.getByRole("button", { name: "Apply" }).click();

  const product = headers.indexOf("Product");
  const cost = headers.indexOf("Cost");
  const kept = rows.filter((row) => row[product] === "CDN");
  const sorted = sortRows(kept, [{ column: cost, by: "number", descending: true }]);
  const view = [headers, ...sorted].map((row) => row.slice(1));
  await expect(rowsShown(page)).toContainText(`${kept.length} of`);
  const note = await openExportMenu(page);
  await expect(page.getByText(`${kept.length} rows × 19 columns`, { exact: true })).toBeVisible();
  await expect(note.getByRole("menuitem")).toHaveText([
    "CSV",
    "XLSX",
    "JSON",
    "One file per client…",
    "Separators and decimal sign…",
  ]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Export view" })).toBeFocused();

  const csv = await exportAs(page, "CSV");
  expect(csv.name).toBe(`report-${id}-view.csv`);
  const text = csv.bytes.toString("utf8");
  expect(text.startsWith("\ufeff")).toBe(true);
  expect(readCsv(text.slice(1))).toEqual(view.map((row) => row.map(guarded)));
  const panel = panelOf(page);
  await expect(panel).toContainText(`Saved: ${kept.length} rows × 19 columns`);
  await expect(panel).toContainText("For Excel: commas between fields, decimal point.");

  const json = await exportAs(page, "JSON");
  expect(JSON.parse(json.bytes.toString("utf8"), (_, value: unknown) => value ?? "")).toMatchObject(
    { headers: view[0] },
  );
  await expect(panel).toContainText("Every cell is as in the report.");

  const xlsx = await exportAs(page, "XLSX");
  readParts(xlsx.bytes);
  const book = read(xlsx.bytes, { UTC: true });
  const about = utils.sheet_to_json<string[]>(book.Sheets["About"] ?? {}, { header: 1 });
  expect(about).toContainEqual(["Report", id]);
  expect(about).toContainEqual(["Filters", "Product is CDN"]);
  expect(about).toContainEqual(["Order", "Cost, descending"]);
  expect(about).toContainEqual(["Rows", `${kept.length} of 1,204`]);
  expect(about.find(([name]) => name === "Fingerprint")?.[1]).toMatch(
    /^(?:[0-9a-f]{4} ){3}[0-9a-f]{4}$/,
  );
  const sheet = utils.sheet_to_json<string[]>(book.Sheets["Report"] ?? {}, {
    header: 1,
    raw: false,
    defval: "",
  });
  expect(sheet[0]).toEqual(view[0]);
  const texts = headers
    .slice(1)
    .flatMap((name, at) =>
      ["Client", "Date from", "Subscription ID", "Description"].includes(name) ? [at] : [],
    );
  for (const at of texts) {
    expect(sheet.slice(1, kept.length + 1).map((row) => row[at])).toEqual(
      view.slice(1).map((row) => row[at]),
    );
  }
});

test("the awkward sample: payloads are inert and counted, in both", async ({ page, app }) => {
  const { id } = SAMPLE_REPORTS.awkward;
  const { rows } = await askReport(app.url, id);
  await openSample(page, id);
  const csv = await exportAs(page, "CSV");
  const found = readCsv(csv.bytes.toString("utf8").slice(1)).slice(1);
  const wanted = rows.map((row) =>
    row.map((cell) => guarded(cell).replaceAll(/\p{Surrogate}/gu, "\ufffd")),
  );
  expect(found).toEqual(wanted);
  const count = wanted
    .flat()
    .filter((cell, at) => cell !== rows.flat()[at] && cell.startsWith("'")).length;
  expect(count).toBeGreaterThan(5);
  await expect(panelOf(page)).toContainText(`${count} texts that look like formulas begin with`);

  const xlsx = await exportAs(page, "XLSX");
  readParts(xlsx.bytes);
  await expect(panelOf(page)).toContainText(
    `${count} texts that look like formulas are kept as texts`,
  );
  const book = read(xlsx.bytes, { cellFormula: true, UTC: true });
  const cells = Object.values(book.Sheets["Report"] ?? {}) as { t?: string; f?: string }[];
  expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
});

test("a workbook for each client, in an archive", async ({ page, app }) => {
  const { headers, rows } = await askReport(app.url, SAMPLE_REPORTS.month.id);
  await openSample(page);
  const dialog = await openSplitDialog(page);
  await dialog.getByRole("radio", { name: "a ZIP archive, a workbook for each" }).check();
  await expect(dialog.getByRole("status")).toHaveText("24 files");
  const archive = await saved(page, () => dialog.getByRole("button", { name: "Export" }).click());
  expect(archive.name).toMatch(/-view-by-Client\.zip$/);
  await expect(panelOf(page)).toContainText("24 files");
  const files = readZip(archive.bytes);
  expect(files.size).toBe(25);
  const client = headers.indexOf("Client");
  const own = rows.filter((row) => row[client] === "Acme GmbH");
  const book = read(files.get("Acme GmbH.xlsx"), { UTC: true });
  expect(book.SheetNames).toEqual(["Acme GmbH", "Totals", "About"]);
  // Without the sums, which stand outside the range of the rows.
  const [, ...lines] = utils.sheet_to_json<string[]>(book.Sheets["Acme GmbH"] ?? {}, { header: 1 });
  expect(lines.map((line) => line[client])).toEqual(own.map((row) => row[client]));
  const [, ...totals] = utils.sheet_to_json<string[]>(book.Sheets["Totals"] ?? {}, { header: 1 });
  expect(new Set(totals.map(([value]) => value))).toEqual(new Set(["Acme GmbH", "All"]));
});

test("one file per client, and CSV for another country, from dialogs", async ({ page }) => {
  await openSample(page);
  const dialog = await openSplitDialog(page);
  await expect(dialog.getByRole("combobox", { name: "Column" })).toHaveValue("1");
  await expect(dialog.getByRole("status")).toHaveText("24 sheets");
  const split = await saved(page, () => dialog.getByRole("button", { name: "Export" }).click());
  expect(split.name).toMatch(/-view-by-Client\.xlsx$/);
  readParts(split.bytes);
  expect(read(split.bytes).SheetNames).toHaveLength(26);
  await expect(panelOf(page)).toContainText("24 sheets");

  // Ctrl+S asks for the same menu; Escape leads back to the cell.
  await gridOf(page).focus();
  await page.keyboard.press("Control+s");
  await page.keyboard.press("Escape");
  await expect(gridOf(page)).toBeFocused();

  await (await openExportMenu(page)).getByRole("menuitem", { name: "Separators" }).click();
  const form = page.getByRole("dialog", { name: "Separators and decimal sign" });
  await form.getByRole("combobox", { name: "Country of Excel" }).selectOption("German (Germany)");
  await expect(form).toContainText("Acme;1234,50;2026-10-05");
  const german = await saved(page, () => form.getByRole("button", { name: "Export CSV" }).click());
  const rows = readCsv(german.bytes.toString("utf8").slice(1), ";");
  expect(rows[1]?.[8]).toMatch(/^-?\d+,\d+$/);
  await panelOf(page).getByRole("button", { name: "Close" }).click();
  await expect(panelOf(page)).toBeHidden();
});

test("what is not complete says so, in the file's name, in it, and beside it", async ({ page }) => {
  await page.goto("./");
  await connect(page, FAULTS.cutLength.id);
  await page.getByRole("button", { name: "Keep these rows" }).click();
  const menu = await openExportMenu(page);
  await expect(page.getByText(/rows × 20 columns so far/)).toBeVisible();
  const { name, bytes } = await saved(page, () =>
    menu.getByRole("menuitem", { name: "XLSX" }).click(),
  );
  expect(name).toContain("-view-so-far.xlsx");
  const book = read(bytes);
  const about = utils.sheet_to_json<string[]>(book.Sheets["About"] ?? {}, { header: 1 });
  expect(about.map(([first]) => first)).toContain("Not complete");
  const totals = utils.sheet_to_json<string[]>(book.Sheets["Totals"] ?? {}, { header: 1 });
  expect(totals[0]).toContain("Sum so far");
  await expect(panelOf(page)).toContainText("Saved so far");
});

test("Stop stops, and the page stays usable meanwhile", async ({ page }) => {
  let downloads = 0;
  page.on("download", () => (downloads += 1));
  await openSample(page, SAMPLE_REPORTS.rows100k.id);
  await (await openExportMenu(page)).getByRole("menuitem", { name: "XLSX" }).click();
  const panel = panelOf(page);
  await expect(panel.getByRole("progressbar", { name: "Exporting" })).toBeVisible();
  await clickSort(page, "Cost");
  await expect(headerOf(page, "Cost")).toHaveAttribute("aria-sort", "ascending");
  await panel.getByRole("button", { name: "Stop" }).click();
  await expect(panel).toBeHidden();
  // The next file is whole, and the only one.
  const { bytes } = await exportAs(page, "CSV");
  expect(readCsv(bytes.toString("utf8").slice(1))).toHaveLength(100_001);
  expect(downloads).toBe(1);
});
