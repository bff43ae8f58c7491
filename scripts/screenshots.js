/**
 * Takes the pictures that the documents show, of the real app on the sample report. Run after a
 * change that people can see: `node scripts/screenshots.js`.
 */

import { createSampleApi } from "../sample/server.js";
import { launchBrowser } from "./browser.js";
import { startServer } from "./serve.js";

const FOLDER = new URL("../docs/images/", import.meta.url).pathname;
const WIDE = { width: 1440, height: 860 };
const NARROW = { width: 360, height: 740 };

const server = await startServer({ sample: createSampleApi() });
const browser = await launchBrowser();

/**
 * @param {string} name
 * @param {"light" | "dark"} colorScheme
 * @param {{ width: number, height: number }} viewport
 * @param {string} query what the view link says after the report's id
 */
async function picture(name, colorScheme, viewport, query) {
  const context = await browser.newContext({ colorScheme, viewport, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.getByRole("button", { name: "Try a sample report" }).click();
  await page.getByRole("grid").getByText("Acme GmbH").first().waitFor();
  await page.goto(page.url().split("?")[0] + query);
  await page.getByRole("region", { name: "Totals" }).getByText("Lines rounded").first().waitFor();
  await page.locator('[aria-rowindex="3"] [role="gridcell"]').first().waitFor();
  await page.screenshot({ path: `${FOLDER}${name}.png` });
  await context.close();
}

/** The steps of docs/story.md, as a person takes them. */
async function story() {
  const context = await browser.newContext({
    colorScheme: "light",
    viewport: { width: 1280, height: 780 },
    locale: "en-GB",
  });
  const page = await context.newPage();
  const take = (/** @type {string} */ name) =>
    page.screenshot({ path: `${FOLDER}story-${name}.png` });
  await page.goto(server.url);
  const report = page.getByLabel("Report ID");
  await report.fill("3c90c3cc-0d44-4b50-8888-8dd25736052a");
  await take("open");
  await page.getByRole("button", { name: "Try a sample report" }).click();
  await page.getByRole("grid").getByText("Acme GmbH").first().waitFor();
  await page.getByRole("columnheader", { name: "Client", exact: true }).hover();
  await page.getByRole("button", { name: "Column menu: Client", exact: true }).click();
  await page.getByRole("menuitem", { name: "Filter…" }).click();
  const dialog = page.getByRole("dialog", { name: "Filter: Client" });
  await dialog.getByText("Acme GmbH").hover();
  await dialog.getByRole("button", { name: "Only this: Acme GmbH" }).click();
  await take("filter");
  await dialog.getByRole("button", { name: "Apply" }).click();
  await page.getByRole("button", { name: "Edit filter: Client is Acme GmbH" }).waitFor();
  await page.getByRole("status", { name: "Rows shown" }).getByText("of 1,204 rows").waitFor();
  await take("sum");
  await page.getByRole("button", { name: "Picture", exact: true }).click();
  const drawn = page.getByRole("region", { name: "Picture" });
  await drawn.getByRole("combobox", { name: "Bars by" }).selectOption({ label: "Product" });
  await drawn.getByRole("list", { name: "Cost, EUR by Product" }).waitFor();
  await drawn.getByRole("list", { name: /per day/ }).waitFor();
  await take("picture");
  await drawn.getByRole("button", { name: "Close picture" }).click();
  await page.getByRole("button", { name: "Export view" }).click();
  await page.getByRole("menuitem", { name: "XLSX" }).waitFor();
  await take("export");
  await context.close();
}

const FILTERED =
  "?show=Client,Product,Feature,Region,Currency,Cost,Usage,Unit,Date%20from&sort=-Cost" +
  "&where=Client:is:Acme%20GmbH|Globex&where=Cost:gte:10";
await picture("report-light", "light", WIDE, FILTERED);
await picture("report-dark", "dark", WIDE, FILTERED);
await picture("report-narrow", "light", NARROW, "?sort=-Cost&show=Client,Cost,Currency");

await story();

await browser.close();
await server.close();
