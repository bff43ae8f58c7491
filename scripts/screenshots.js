/**
 * Takes the pictures that the documents show, of the real app on the sample report. Run after a
 * change that people can see: `node scripts/screenshots.js`.
 */

import { chromium } from "@playwright/test";
import { createSampleApi } from "../sample/server.js";
import { systemBrowser } from "./browser.js";
import { startServer } from "./serve.js";

const FOLDER = new URL("../docs/images/", import.meta.url).pathname;
const WIDE = { width: 1440, height: 860 };
const NARROW = { width: 360, height: 740 };

const server = await startServer({ sample: createSampleApi() });
const executablePath = systemBrowser();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

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

const FILTERED =
  "?show=Client,Product,Feature,Region,Currency,Cost,Usage,Unit,Date%20from&sort=-Cost" +
  "&where=Client:is:Acme%20GmbH|Globex&where=Cost:gte:10";
await picture("report-light", "light", WIDE, FILTERED);
await picture("report-dark", "dark", WIDE, FILTERED);
await picture("report-narrow", "light", NARROW, "?sort=-Cost&show=Client,Cost,Currency");

await browser.close();
await server.close();
