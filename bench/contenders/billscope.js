/*
 * Drives Billscope through its built screens by their accessible names, as a person would. Getting
 * to a menu or dialog is not measured; what is measured begins with the click that asks for rows.
 */
import { MONTH_HEADERS } from "../../sample/month.js";

/** @typedef {import("./contender.js").Contender} Contender */
/** @typedef {import("./contender.js").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */

/** Runs in the page. */
function meetGrid() {
  globalThis.bench.meet(
    {
      row: '[role="grid"][aria-label="Report rows"] [role="row"][aria-rowindex]',
      cell: '[role="gridcell"]',
      firstRow: 2,
      firstColumn: 1,
      scroller: '[role="grid"][aria-label="Report rows"]',
      sideways: '[role="grid"][aria-label="Report rows"]',
    },
    () => {
      const text = document.querySelector('[aria-label="Rows shown"]')?.textContent ?? "";
      return Number(/^[\d,]+/.exec(text)?.[0].replaceAll(",", "") ?? Number.NaN);
    },
    () =>
      document.querySelector('[role="grid"]')?.getAttribute("aria-busy") === "true" ||
      /so far/.test(document.querySelector('[aria-label="Rows shown"]')?.textContent ?? "so far"),
  );
}

/** @param {Locator} button @param {readonly object[]} stages */
function click(button, stages) {
  return button.evaluate(
    (element, stages) =>
      globalThis.bench.measure(() => /** @type {HTMLElement} */ (element).click(), stages),
    stages,
  );
}

/** @param {Page} page @param {number} column */
async function openMenu(page, column) {
  const name = MONTH_HEADERS[column] ?? "";
  const header = page.getByRole("columnheader", { name, exact: true });
  await header.hover();
  await page.getByRole("button", { name: `Column menu: ${name}`, exact: true }).click();
  return page.getByRole("menu", { name: `Column menu: ${name}`, exact: true });
}

let sortedColumn = 0;

/** @type {Contender} */
export const billscope = {
  name: "Billscope",
  textOrder: "natural",

  async prepare(page, addresses) {
    await page.goto(addresses.billscope);
    await page.getByRole("form", { name: "Open a report" }).waitFor();
    await page.evaluate(meetGrid);
  },

  async open(page, { id, key }, stages) {
    await page.getByLabel("API key").fill(key);
    await page.getByLabel("Report ID").fill(id);
    return click(page.getByRole("button", { name: "Open report" }), stages);
  },

  async sort(page, column, descending, stages) {
    sortedColumn = column;
    const menu = await openMenu(page, column);
    const name = descending ? "Sort descending" : "Sort ascending";
    return click(menu.getByRole("menuitem", { name }), stages);
  },

  async unsort(page, stages) {
    const menu = await openMenu(page, sortedColumn);
    return click(menu.getByRole("menuitem", { name: "Do not sort" }), stages);
  },

  async filter(page, column, condition, value, stages) {
    const menu = await openMenu(page, column);
    await menu.getByRole("menuitem", { name: "Filter…" }).click();
    const dialog = page.getByRole("dialog", { name: `Filter: ${MONTH_HEADERS[column]}` });
    await dialog.getByRole("combobox", { name: "Condition" }).selectOption({ label: condition });
    await dialog.getByRole("textbox", { name: "Value" }).fill(value);
    // A person reads before applying; the list of values is there by then.
    await page.waitForTimeout(500);
    return click(dialog.getByRole("button", { name: "Apply" }), stages);
  },

  clear: (page, stages) => click(page.getByRole("button", { name: /^Remove filter: / }), stages),
};
