/*
 * Texts in the order of a language's alphabet: a reader's own where a report is opened without a link,
 * the sender's where it came with one, everybody's in links that say none; changed in Appearance.
 */
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { connect, expect, test } from "./fixtures.ts";
import { clickSort, gridOf, openColumnMenu } from "./grid.ts";
import { exportAs } from "./saved.ts";

const ID = "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb";
const CLIENTS = ["Zorn", "Ångström", "Äppel 10", "Öberg", "andersson", "Olsson", "Äppel 9", "Wik"];
const SWEDISH = ["andersson", "Olsson", "Wik", "Zorn", "Ångström", "Äppel 9", "Äppel 10", "Öberg"];
const EVERYBODYS = [
  "andersson",
  "Ångström",
  "Äppel 9",
  "Äppel 10",
  "Öberg",
  "Olsson",
  "Wik",
  "Zorn",
];
const DANISH = ["andersson", "Olsson", "Wik", "Zorn", "Äppel 9", "Äppel 10", "Öberg", "Ångström"];

test.use({ locale: "sv-SE" });

async function serveClients(page: Page): Promise<void> {
  const rows = CLIENTS.map((client, at) => [client, `${at}.50`]);
  await page.route("**/billing/**", (route) =>
    route.fulfill({
      contentType: "application/json",
      body: JSON.stringify({ headers: ["Client", "Cost"], rows }),
    }),
  );
}

async function expectClients(grid: Locator, expected: readonly string[]): Promise<void> {
  await expect(grid.locator('[role=gridcell][aria-colindex="1"]')).toHaveText(expected);
}

async function openLook(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Appearance…" }).click();
  return page.getByRole("dialog", { name: "Appearance" });
}

test("a reader's alphabet, in rows, values, groups and files, and in the link for everyone", async ({
  page,
  browser,
}) => {
  await serveClients(page);
  await page.goto("./");
  await connect(page, ID);
  await clickSort(page, "Client");
  await expectClients(gridOf(page), SWEDISH);
  await expect(page).toHaveURL(/\?sort=Client&collate=sv$/);

  const menu = await openColumnMenu(page, "Client");
  await menu.getByRole("menuitem", { name: "Filter…" }).click();
  const values = page.getByRole("list", { name: "Values" }).getByRole("checkbox");
  await expect(values).toHaveCount(SWEDISH.length);
  for (const [at, client] of SWEDISH.entries()) {
    await expect(values.nth(at)).toHaveAccessibleName(new RegExp(`^${client} `));
  }
  await page.keyboard.press("Escape");

  const csv = (await exportAs(page, "CSV")).bytes.toString();
  const written = csv.split(/\r?\n/).map((line) => /^[^;,]*/.exec(line)?.[0] ?? "");
  expect(written.filter((client) => client !== "")).toEqual(["\ufeffClient", ...SWEDISH]);

  await page.getByRole("button", { name: "Share" }).click();
  const share = page.getByRole("dialog", { name: "Share this view" });
  await expect(share).toContainText("Client, ascending; alphabet: Swedish");
  const link = await share.getByRole("textbox", { name: "Link" }).inputValue();
  expect(link).toContain("?sort=Client&collate=sv&rows=8&data=");
  await page.keyboard.press("Escape");

  const context = await browser.newContext({ locale: "de-DE" });
  const other = await context.newPage();
  await serveClients(other);
  await other.goto(link);
  await other.getByRole("textbox", { name: "API-Schlüssel" }).fill("2290$recipient");
  await other.getByRole("button", { name: "Report öffnen" }).click();
  const german = other.getByRole("grid", { name: "Zeilen des Reports" });
  await expectClients(german, SWEDISH);
  await other.getByRole("button", { name: "Mehr", exact: true }).click();
  await other.getByRole("menuitem", { name: "Darstellung…" }).click();
  const look = other.getByRole("dialog", { name: "Darstellung" });
  await expect(look.getByRole("note")).toContainText("„Schwedisch“");
  await expectAccessible(other, "another order");
  await look.getByRole("button", { name: "In meiner Reihenfolge sortieren" }).click();
  await expect(look.getByRole("note")).toHaveCount(0);
  await look.getByRole("button", { name: "Schließen" }).click();
  await expectClients(german, EVERYBODYS);
  await expect(other).not.toHaveURL(/collate/);
  await other.goBack();
  await expectClients(german, SWEDISH);
  await context.close();
});

test("changed in Appearance, kept, and a link without an order is everybody's", async ({
  page,
}) => {
  await serveClients(page);
  await page.goto(`./#/r/${ID}?sort=Client`);
  await connect(page, ID);
  await expectClients(gridOf(page), EVERYBODYS);

  let look = await openLook(page);
  await expect(look.getByRole("note")).toContainText("“The same for everybody”");
  const order = look.getByRole("combobox", { name: "Order of texts" });
  await expect(order).toHaveValue("browser");
  await order.selectOption("Danish");
  await expect(look.getByRole("note")).toHaveCount(0);
  await look.getByRole("button", { name: "Close" }).click();
  await expectClients(gridOf(page), DANISH);
  await expect(page).toHaveURL(/\?sort=Client&collate=da$/);

  await clickSort(page, "Client");
  await expectClients(gridOf(page), DANISH.toReversed());
  await page.reload();
  await connect(page, ID);
  await expectClients(gridOf(page), DANISH.toReversed());
  look = await openLook(page);
  await expect(look.getByRole("combobox", { name: "Order of texts" })).toHaveValue("da");
  await look
    .getByRole("combobox", { name: "Order of texts" })
    .selectOption("The same for everybody");
  await look.getByRole("button", { name: "Close" }).click();
  await expectClients(gridOf(page), EVERYBODYS.toReversed());
  await expect(page).toHaveURL(/\?sort=-Client$/);

  await page.goto(`./#/r/${ID}?sort=Client&collate=xx`);
  await expect(page.getByText(/1 part of this link was not understood: collate=xx/)).toBeVisible();
  await expectClients(gridOf(page), EVERYBODYS);
  const menu = await openColumnMenu(page, "Client");
  await menu.getByRole("menuitem", { name: "Group by this column" }).click();
  look = await openLook(page);
  await look.getByRole("combobox", { name: "Order of texts" }).selectOption("Like the browser");
  await look.getByRole("button", { name: "Close" }).click();
  await expect(page).toHaveURL(/collate=sv/);
  await expect(gridOf(page).locator('[role=gridcell][aria-colindex="1"]')).toHaveText(
    SWEDISH.map((client) => new RegExp(`^${client}`)),
  );
});
