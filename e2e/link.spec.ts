/*
 * A link shows its recipient what its sender saw: same columns, rows and order, in a fresh browser
 * with another key. And what a stranger writes into a link can do no harm: it is ignored and named.
 */
import { type Page } from "@playwright/test";
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { chooseFile, file } from "./chooseFile.ts";
import { connect, expect, giveKey, openSample, test } from "./fixtures.ts";
import {
  clickSort,
  expectRows,
  gridOf,
  headerOf,
  makeRoom,
  openColumnMenu,
  rowsShown,
} from "./grid.ts";
import { askReport, sortRows } from "./oracle.ts";

const MONTH = SAMPLE_REPORTS.month.id;

/** A view as a person makes it; gives its rows as they must be. */
async function makeView(page: Page, appUrl: string): Promise<readonly (readonly string[])[]> {
  const { headers, rows } = await askReport(appUrl, MONTH);
  const at = (name: string) => headers.indexOf(name);
  const hide = ["Tax rate", "Subscription ID"];
  for (const name of hide) {
    const menu = await openColumnMenu(page, name);
    await menu.getByRole("menuitem", { name: "Hide column" }).click();
    await expect(headerOf(page, name)).toBeHidden();
  }
  await clickSort(page, "Product");
  await clickSort(page, "Cost", true);
  await clickSort(page, "Cost", true);
  await (await openColumnMenu(page, "Client")).getByRole("menuitem", { name: "Filter…" }).click();
  const dialog = page.getByRole("dialog", { name: "Filter: Client" });
  for (const name of ["Acme GmbH", 'Umbrella "Cloud" Ltd', "Žitný & synové, s.r.o."]) {
    await dialog.getByRole("checkbox", { name }).check();
  }
  await dialog.getByRole("button", { name: "Apply" }).click();
  await page.getByRole("searchbox", { name: "Search all columns" }).fill("cloud");

  const clients = ["Acme GmbH", 'Umbrella "Cloud" Ltd', "Žitný & synové, s.r.o."];
  const fitting = rows.filter(
    (row) =>
      clients.includes(row[at("Client")] ?? "") &&
      row.some((text) => text.toLowerCase().includes("cloud")),
  );
  // By its number of rows the view is known to have come, search and all.
  expect(fitting.length).toBeLessThan(
    rows.filter((row) => clients.includes(row[at("Client")] ?? "")).length,
  );
  const sorted = sortRows(fitting, [
    { column: at("Product"), by: "text", descending: false },
    { column: at("Cost"), by: "number", descending: true },
  ]);
  const hidden = new Set(hide.map(at));
  return sorted.map((row) => row.filter((_, column) => !hidden.has(column)));
}

test("a shared link opens the identical rows for someone with another key", async ({
  page,
  app,
  browser,
}) => {
  await makeRoom(page, 20);
  await openSample(page, MONTH, "1180$sender-of-the-link");
  const expected = await makeView(page, app.url);
  await expectRows(page, expected);

  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share this view" });
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  await expect(dialog).toContainText("18 of 20, in the order shown");
  await expect(dialog).toContainText("Product, ascending; then Cost, descending");
  expect(link).not.toContain("sender");
  expect(link.startsWith(`${app.url}#/r/${MONTH}?`)).toBe(true);

  const context = await browser.newContext({ viewport: page.viewportSize() });
  const recipient = await context.newPage();
  app.sample.log.length = 0;
  await recipient.goto(link);
  // The link only proposes: nothing is fetched before there is a key.
  await expect(recipient.getByRole("textbox", { name: "Report ID" })).toHaveValue(MONTH);
  await expect(recipient.getByText("This link opens report")).toBeVisible();
  expect(app.sample.log).toEqual([]);

  await giveKey(recipient, "2290$recipient");
  await expectRows(recipient, expected);
  await expect(gridOf(recipient)).toHaveAttribute("aria-colcount", "18");
  await expect(headerOf(recipient, "Product")).toHaveAttribute("aria-sort", "ascending");
  await expect(headerOf(recipient, "Cost")).toHaveAttribute("aria-sort", "descending");
  await expect(recipient.getByRole("searchbox", { name: "Search all columns" })).toHaveValue(
    "cloud",
  );
  expect(await gridOf(recipient).getByRole("columnheader").allTextContents()).toEqual(
    await gridOf(page).getByRole("columnheader").allTextContents(),
  );
  expect(app.sample.log.map(({ headers }) => headers.authorization)).toEqual([
    "apikey 2290$recipient",
  ]);
  await context.close();
});

test("Copy link puts the same link on the clipboard", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openSample(page);
  await clickSort(page, "Cost");
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share this view" });
  await dialog.getByRole("button", { name: "Copy link" }).click();
  await expect(dialog.getByRole("status")).toHaveText("Copied.");
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  // The address is the same link; only the proof of the data is not in it.
  await expect(page).toHaveURL(link.replace(/&rows=1204&data=[0-9a-f]{16}$/, ""));
});

test("a view too long for a link is refused in words, not lost later", async ({ page }) => {
  await openSample(page);
  const search = page.getByRole("searchbox", { name: "Search all columns" });
  // Six characters of a link each.
  await search.fill("ж".repeat(170_000));
  const note = page.getByText("This view would be too long for a link, so nothing was changed.");
  await expect(note).toBeVisible();
  await expect(page).toHaveURL(/#\/r\/[0-9a-f-]{36}$/);
  await search.fill("cloud");
  await expect(note).toBeHidden();
  await expect(page).toHaveURL(/\?find=cloud$/);
});

test("Back and Forward go through the views", async ({ page }) => {
  await openSample(page);
  const cost = headerOf(page, "Cost");
  const search = page.getByRole("searchbox", { name: "Search all columns" });
  await clickSort(page, "Cost");
  await expect(cost).toHaveAttribute("aria-sort", "ascending");
  await clickSort(page, "Cost");
  await expect(cost).toHaveAttribute("aria-sort", "descending");
  // Typing is one step of history, not one for each letter.
  await search.pressSequentially("cdn", { delay: 30 });
  await expect(page).toHaveURL(/find=cdn/);
  const count = await rowsShown(page).textContent();

  await page.goBack();
  await expect(cost).toHaveAttribute("aria-sort", "ascending");
  await expect(search).toHaveValue("");
  await page.goBack();
  await expect(cost).toHaveAttribute("aria-sort", "none");
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  await page.goForward();
  await page.goForward();
  await expect(cost).toHaveAttribute("aria-sort", "descending");
  await expect(search).toHaveValue("cdn");
  await expect(rowsShown(page)).toHaveText(count ?? "");
});

test("what one click clears, one step back brings again", async ({ page, app }) => {
  const { id } = SAMPLE_REPORTS.awkward;
  await openSample(page, id);
  const search = page.getByRole("searchbox", { name: "Search all columns" });
  await search.fill("no such text");
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(rowsShown(page)).toHaveText("224 of 224 rows");
  await page.goBack();
  await expect(search).toHaveValue("no such text");
  await page.getByRole("button", { name: "Clear the search" }).click();
  await expect(search).toHaveValue("");
  await page.goBack();
  await expect(search).toHaveValue("no such text");

  const { headers } = await askReport(app.url, id);
  const name = encodeURIComponent(headers[1] ?? "");
  const view = `#/r/${id}?sort=-${name}&where=${name}:notblank&group=${name}`;
  await page.evaluate((hash) => {
    location.hash = hash;
  }, view);
  await expect(page.getByRole("list", { name: "Filters" }).getByRole("listitem")).toHaveCount(1);
  const address = page.url();
  await page.getByRole("button", { name: /Show them/ }).click();
  await page.getByRole("button", { name: "Clear filters and order" }).click();
  await expect(page).toHaveURL(new RegExp(`#/r/${id}$`));
  await page.keyboard.press("Escape");
  await page.goBack();
  await expect(page).toHaveURL(address);
});

test("a link pasted over an open report opens at once", async ({ page, app }) => {
  await openSample(page);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/r/${MONTH}?where=Client:is:Globex`);
  const { rows } = await askReport(app.url, MONTH);
  const count = rows.filter((row) => row[1] === "Globex").length;
  await expect(rowsShown(page)).toHaveText(`${count} of 1,204 rows`);
  expect(
    app.sample.log.filter(({ headers }) => headers["accept-language"]?.startsWith("en")),
  ).toHaveLength(1);
});

test("parts that are not understood are named, the others hold", async ({ page }) => {
  await page.goto(`./#/r/${MONTH}?sort=-Cost&colour=red&where=Client:sounds:like`);
  const said = page.getByText(/2 parts of this link were not understood/);
  await expect(said).toContainText("colour");
  await expect(said).not.toContainText("red");
  await giveKey(page);
  await expect(headerOf(page, "Cost")).toHaveAttribute("aria-sort", "descending");
  const note = page.getByRole("note").filter({ hasText: "2 parts of this link" });
  await expect(note.getByRole("alert")).toBeVisible();
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
});

test("what was not understood of a link is said until it is put away or another link comes", async ({
  page,
}) => {
  await openSample(page);
  const follow = (part: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, `#/r/${MONTH}?${part}`);
  const note = page.getByRole("note").filter({ hasText: "1 part of this link" });
  await follow("sort=-Cost&colour=red");
  await expect(note).toContainText("colour");
  await clickSort(page, "Region");
  await expect(page).toHaveURL(/sort=Region$/);
  await expect(note).toBeVisible();
  await follow("where=Client:is:Globex");
  await expect(rowsShown(page)).not.toHaveText("1,204 of 1,204 rows");
  await expect(note).toHaveCount(0);

  await follow("colour=blue");
  await note.getByRole("button", { name: "Close" }).click();
  await expect(note).toHaveCount(0);
  await clickSort(page, "Region");
  await expect(page).toHaveURL(/sort=Region$/);
  await expect(note).toHaveCount(0);
});

const CUT = `where=Client:is:${"A".repeat(1000)}`;

for (const [what, part, said] of [
  ["what was not understood", "where=Cost:above:1&key=abc", /2 parts of this link/],
  ["that a newer version made it", "v=2&sort=-Cost", /made by a newer version/],
  ["that it was cut", CUT, /cut short on its way/],
] as const) {
  test(`a link pasted as the id says ${what}`, async ({ page }) => {
    await page.goto("./");
    await connect(page, `./#/r/${MONTH}?${part}`);
    await expect(page.getByRole("note").filter({ hasText: said })).toBeVisible();
  });
}

test("a file opened for a link's report is shown with the note that the link was cut", async ({
  page,
}) => {
  await page.goto(`./#/r/${MONTH}?${CUT}`);
  const note = page.getByRole("note").filter({ hasText: "cut short on its way" });
  await expect(note).toBeVisible();
  await chooseFile(page, file("mailed.csv", "Client,Cost\r\nAcme,1\r\n"));
  await expect(rowsShown(page)).toHaveText("0 of 1 row");
  await expect(note.getByRole("alert")).toBeVisible();
});

test("columns that the report lacks are named", async ({ page }) => {
  await page.goto(`./#/r/${MONTH}?show=Client,Margin,Cost&sort=-Profit`);
  await giveKey(page);
  const note = page.getByRole("note").filter({ hasText: "Margin, Profit" });
  await expect(note.getByRole("alert")).toBeVisible();
  await expect(gridOf(page)).toHaveAttribute("aria-colcount", "2");
});

test("a name of nothing in a link is called blank", async ({ page }) => {
  await openSample(page);
  await page.goto(`./#/r/${MONTH}?show=Client,,%20`);
  await expect(
    page.getByText("This report has no columns named (blank), “ ”. Left out of the view:"),
  ).toBeVisible();
});

const SCRIPT = "<img src=x onerror=globalThis.pwned=1>";
const many = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i));

test("columns are as wide for whoever opens a link, however their download comes in pieces", async ({
  page,
  app,
}) => {
  app.sample.options.slowMs = 2_000;
  await makeRoom(page, 20);
  const widths = async (id: string) => {
    await openSample(page, id);
    return gridOf(page)
      .getByRole("columnheader")
      .evaluateAll((headers) => headers.map((header) => header.getBoundingClientRect().width));
  };
  const inPieces = await widths(FAULTS.slow.id);
  expect(inPieces).toHaveLength(20);
  expect(inPieces).toEqual(await widths(MONTH));
});

const HOSTILE: Readonly<Record<string, string>> = {
  "1,000 sorts": `?sort=${many(1_000, (i) => `-Cost~${i}`).join(",")}`,
  "1,000 sort parts": `?${many(1_000, () => "sort=Cost").join("&")}`,
  "1,000 filters": `?${many(1_000, (i) => `where=Cost:gte:${i}`).join("&")}`,
  markup: `?show=${encodeURIComponent(SCRIPT)}&find=${encodeURIComponent(SCRIPT)}&where=Client:contains:${SCRIPT}&${encodeURIComponent(SCRIPT)}=1`,
  "a script address":
    "?find=javascript:globalThis.pwned=1&where=Client:is:javascript:alert(1)&show=javascript:alert(1)",
  "names of object members":
    "?show=__proto__,constructor,Cost&kind=__proto__:text,constructor:money&width=__proto__:100,toString:5&__proto__=1&constructor=2",
  "a slow pattern":
    "?where=Description:matches:(a%2B)%2B%24&where=Resource:matches:(.*)*(.*)*(.*)*x%24",
  "a huge text": `?find=${"x".repeat(300_000)}`,
  "huge junk": `?${"%".repeat(100_000)}&${"&".repeat(100_000)}${"=".repeat(50_000)}`,
  "broken escapes": "?find=%E0%A4%A&where=%:%:%&sort=%ZZ&show=%00",
  "another API": "?api=https://evil.invalid&apiUrl=//evil.invalid&key=1180$stolen&origin=evil",
};

for (const [name, query] of Object.entries(HOSTILE)) {
  test(`a link with ${name} neither breaks nor injects anything`, async ({ page, app }) => {
    page.on("dialog", (dialog) => expect(dialog.message()).toBe("no dialog"));
    await page.goto(`./#/r/${MONTH}${query}`);
    await expect(page.getByRole("textbox", { name: "Report ID" })).toHaveValue(MONTH);
    expect(app.sample.log).toEqual([]);
    await giveKey(page);

    const grid = gridOf(page);
    await expect(grid).toHaveAttribute("aria-busy", "false");
    await expect(page.getByRole("button", { name: "Share" })).toBeEnabled();
    expect(await page.evaluate(() => "pwned" in globalThis)).toBe(false);
    expect(await page.locator("img, script:not([src]), iframe").count()).toBe(0);
    expect(app.sample.log).toHaveLength(1);

    // Still alive: the view can be cleared and the month is there.
    await connectAgain(page);
    await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  });
}

async function connectAgain(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Forget key" }).click();
  await connect(page, `the plain one ${SAMPLE_REPORTS.monthLength.id}`);
}

test("a link to no report leads to the form and says so", async ({ page }) => {
  await page.goto("./#/r/not-an-id?sort=Cost");
  await expect(page.getByRole("form", { name: "Open a report" })).toBeVisible();
  await expect(page.getByText(/1 part of this link was not understood/)).toBeVisible();
});

test("a link whose id is damaged keeps its view for the right id", async ({ page }) => {
  await page.goto(`./#/r/${MONTH.slice(0, -1)}?sort=-Cost&where=Client:is:Globex&end=1`);
  const field = page.getByRole("textbox", { name: "Report ID" });
  await expect(field).toHaveValue(MONTH.slice(0, -1));
  await expect(field).toHaveAccessibleDescription(/This is not a report id/);
  await expect(page.getByText("The id in this link is damaged.")).toContainText(
    "opens the report with 1 filter, sorted by Cost.",
  );
  await connect(page, MONTH);
  await expect(headerOf(page, "Cost")).toHaveAttribute("aria-sort", "descending");
  await expect(page).toHaveURL(new RegExp(`#/r/${MONTH}\\?sort=-Cost&where=Client:is:Globex$`));
});
