/**
 * The states that docs/states.md shows: which report, under which link, and what a person does to get
 * there. Things are found by role and name, as in the browser tests.
 */

import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * @typedef {object} State
 * @property {string} name file name of its picture
 * @property {string} words its heading
 * @property {string} [report] id of the report opened; none for the first screen
 * @property {string} [view] what the link says after the id
 * @property {string} [locale]
 * @property {string} [keyLabel] name of the key's field in that language
 * @property {(page: Page) => Promise<void>} reach
 */

const MONTH = SAMPLE_REPORTS.month.id;
const NARROWED = "?show=Client,Product,Region,Currency,Cost,Usage,Unit&sort=-Cost";

const grid = (/** @type {Page} */ page) => page.getByRole("grid", { name: "Report rows" });
const dialog = (/** @type {Page} */ page) => page.getByRole("dialog");
const alert = (/** @type {Page} */ page) => page.getByRole("alert").first().waitFor();

async function loaded(/** @type {Page} */ page) {
  await grid(page).locator('[aria-rowindex="3"] [role="gridcell"]').first().waitFor();
  await page
    .getByRole("region", { name: "Totals" })
    .getByText(/\d|No column/)
    .first()
    .waitFor();
  await page.locator('[role="grid"]:not([aria-busy="true"])').waitFor();
  const soFar = page.getByRole("region", { name: "Totals" }).getByText("so far");
  await soFar.first().waitFor({ state: "hidden" });
}

async function press(/** @type {Page} */ page, /** @type {string[]} */ ...names) {
  for (const name of names) {
    const button = page.getByRole("button", { name, exact: true });
    const item = page.getByRole("menuitem", { name, exact: true });
    await button.or(item).first().click();
  }
}

async function columnMenu(/** @type {Page} */ page, /** @type {string} */ column) {
  await loaded(page);
  await page.getByRole("columnheader", { name: column, exact: true }).hover();
  await press(page, `Column menu: ${column}`);
  await page.getByRole("menu").waitFor();
}

/** @returns {(page: Page) => Promise<void>} */
function opened(/** @type {string[]} */ ...names) {
  return async (page) => {
    await loaded(page);
    await press(page, ...names);
    await dialog(page).waitFor();
  };
}

/** @type {readonly State[]} */
export const STATES = [
  {
    name: "connect",
    words: "The first screen",
    reach: async (page) => page.getByRole("button", { name: "Open report" }).waitFor(),
  },
  {
    name: "connect-problems",
    words: "A key and an id that can't be right",
    reach: async (page) => {
      await page.getByLabel("API key").fill("apikey 1234$");
      await page.getByLabel("Report ID").fill("not an id");
      await press(page, "Open report");
      await alert(page);
    },
  },
  {
    name: "loading",
    words: "Rows on screen while the rest is on its way",
    report: FAULTS.stalled.id,
    view: NARROWED.replace("&sort=-Cost", ""),
    reach: async (page) => {
      await grid(page).locator('[aria-rowindex="3"] [role="gridcell"]').first().waitFor();
      await page.getByRole("progressbar", { name: "Loading report" }).waitFor();
    },
  },
  { name: "report", words: "A report", report: MONTH, reach: loaded },
  {
    name: "view",
    words: "Sorted, filtered, a range selected",
    report: MONTH,
    view: `${NARROWED}&where=Client:is:Acme%20GmbH|Globex&where=Cost:gte:10`,
    reach: async (page) => {
      await loaded(page);
      await grid(page).locator('[aria-rowindex="3"] [role="gridcell"]').nth(1).click();
      for (const key of ["ArrowRight", "ArrowDown", "ArrowDown"]) {
        await page.keyboard.press(`Shift+${key}`);
      }
    },
  },
  {
    name: "column-menu",
    words: "A column's menu",
    report: MONTH,
    reach: (page) => columnMenu(page, "Client"),
  },
  {
    name: "filter-values",
    words: "A filter by values",
    report: MONTH,
    reach: async (page) => {
      await columnMenu(page, "Client");
      await press(page, "Filter…");
      await dialog(page).getByRole("checkbox", { name: "Globex" }).check();
    },
  },
  {
    name: "filter-range",
    words: "A filter by range",
    report: MONTH,
    view: "?where=Cost:between:10|200",
    reach: async (page) => {
      await loaded(page);
      await page.getByRole("button", { name: /^Edit filter: Cost/ }).click();
      await dialog(page).getByRole("textbox", { name: "From" }).waitFor();
      await dialog(page).getByRole("img").first().waitFor();
    },
  },
  {
    name: "kind",
    words: "What kind of column it is, and why",
    report: MONTH,
    reach: async (page) => {
      await columnMenu(page, "Client ID");
      await page.getByRole("menuitem", { name: /^Kind/ }).click();
      await dialog(page).waitFor();
    },
  },
  {
    name: "columns",
    words: "Choosing columns",
    report: SAMPLE_REPORTS.wide.id,
    reach: opened("Columns"),
  },
  {
    name: "groups",
    words: "Groups and their subtotals",
    report: MONTH,
    view: "?show=Client,Product,Currency,Cost,Usage&group=Client",
    reach: async (page) => {
      await loaded(page);
      await grid(page).locator('[aria-rowindex="2"]').waitFor();
    },
  },
  {
    name: "find",
    words: "Found in the grid",
    report: MONTH,
    reach: async (page) => {
      await loaded(page);
      await page.keyboard.press("Control+f");
      await page.getByRole("searchbox", { name: "Find in the grid" }).fill("cloud");
      await page.keyboard.press("Enter");
      await page.getByRole("status", { name: "Matches" }).getByText(/ of /).waitFor();
    },
  },
  {
    name: "picture",
    words: "A picture of the report",
    report: MONTH,
    view: "?show=Client,Product,Currency,Cost&picture=Client,of:Cost:EUR,when:Date%20from",
    reach: async (page) => {
      await loaded(page);
      await page
        .getByRole("button", { name: /^Hooli: / })
        .first()
        .waitFor();
    },
  },
  {
    name: "row",
    words: "One row in full",
    report: MONTH,
    reach: async (page) => {
      await loaded(page);
      await grid(page).locator('[aria-rowindex="4"] [role="gridcell"]').nth(1).click();
      await page.keyboard.press("Space");
      await dialog(page).waitFor();
    },
  },
  {
    name: "share",
    words: "Sharing a view",
    report: MONTH,
    view: `${NARROWED}&where=Client:is:Acme%20GmbH`,
    reach: opened("Share"),
  },
  {
    name: "export-menu",
    words: "Exporting a view",
    report: MONTH,
    view: NARROWED,
    reach: async (page) => {
      await loaded(page);
      await press(page, "Export view");
      await page.getByRole("menuitem", { name: "XLSX" }).waitFor();
    },
  },
  {
    name: "split",
    words: "One file per client",
    report: MONTH,
    reach: opened("Export view", "One file per client…"),
  },
  {
    name: "views",
    words: "Named views",
    report: MONTH,
    view: NARROWED,
    reach: async (page) => {
      await opened("Views")(page);
      await page.getByRole("textbox", { name: "Name" }).fill("Cost first");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Apply: Cost first" }).waitFor();
    },
  },
  {
    name: "fingerprint",
    words: "The fingerprint",
    report: MONTH,
    reach: async (page) => {
      await loaded(page);
      await page.getByRole("button", { name: /^Fingerprint/ }).click();
      await dialog(page).waitFor();
    },
  },
  {
    name: "other-data",
    words: "A link that was made of other data",
    report: MONTH,
    view: "?rows=1&data=a7f39c2104be51d0",
    reach: async (page) => {
      await loaded(page);
      await page.getByText("Not the same data").waitFor();
    },
  },
  {
    name: "sent",
    words: "What left this browser",
    report: MONTH,
    reach: opened("More", "What left this browser"),
  },
  { name: "appearance", words: "Appearance", report: MONTH, reach: opened("More", "Appearance…") },
  {
    name: "keys",
    words: "The keys",
    report: MONTH,
    reach: async (page) => {
      await loaded(page);
      await grid(page).locator('[aria-rowindex="3"] [role="gridcell"]').first().click();
      await page.keyboard.press("?");
      await dialog(page).waitFor();
    },
  },
  {
    name: "print",
    words: "Before printing",
    report: MONTH,
    view: NARROWED,
    reach: opened("More", "Print…"),
  },
  {
    name: "german",
    words: "In German",
    report: MONTH,
    view: `${NARROWED}&where=Client:is:Acme%20GmbH`,
    locale: "de-DE",
    keyLabel: "API-Schlüssel",
    reach: async (page) => {
      await page
        .getByText(/46 von/)
        .first()
        .waitFor();
      await page.locator('[aria-rowindex="3"] [role="gridcell"]').first().waitFor();
    },
  },
  {
    name: "no-match",
    words: "Filtered to nothing",
    report: MONTH,
    view: "?find=no%20such%20text",
    reach: alert,
  },
  {
    name: "no-rows",
    words: "A report without rows",
    report: SAMPLE_REPORTS.empty.id,
    reach: alert,
  },
  {
    name: "old-style",
    words: "An older report: lines set aside, blanks filled from above",
    report: SAMPLE_REPORTS.oldStyle.id,
    view: "?fill=Client%20ID,Client",
    reach: loaded,
  },
  { name: "awkward", words: "Awkward values", report: SAMPLE_REPORTS.awkward.id, reach: loaded },
  { name: "wide", words: "2,000 columns", report: SAMPLE_REPORTS.veryWide.id, reach: loaded },
  {
    name: "huge",
    words: "100,000 rows",
    report: SAMPLE_REPORTS.rows100k.id,
    view: "?sort=-Cost",
    reach: loaded,
  },
  {
    name: "refused",
    words: "A key that was refused",
    report: FAULTS.unauthorised.id,
    reach: alert,
  },
  {
    name: "slow-down",
    words: "Asked to slow down",
    report: FAULTS.rateLimitedForever.id,
    reach: alert,
  },
  { name: "cut", words: "A download cut short", report: FAULTS.cut.id, reach: alert },
  { name: "damaged", words: "A damaged report", report: FAULTS.damaged.id, reach: alert },
  {
    name: "web-page",
    words: "A web page instead of a report",
    report: FAULTS.html.id,
    reach: alert,
  },
];
