/*
 * The main job: a report opens complete. Every cell on screen is compared with the JSON the API
 * sends, read by an independent reader; the grid says to assistive technology where each cell is.
 */
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { connect, expect, openSample, test } from "./fixtures.ts";
import { cellOf, cellValue, expectRows, gridOf, headerOf, makeRoom, rowsShown } from "./grid.ts";
import { askReport } from "./oracle.ts";

test("one click opens the sample month", async ({ page, app }) => {
  await page.goto("./");
  await page.getByRole("button", { name: "Try a sample report" }).click();

  const grid = gridOf(page);
  await expect(grid).toHaveAttribute("aria-busy", "false");
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  await expect(grid).toHaveAttribute("aria-rowcount", "1205");
  await expect(grid).toHaveAttribute("aria-colcount", "20");
  await expect(page).toHaveURL(`${app.url}#/r/${SAMPLE_REPORTS.month.id}`);
  await expect(page.getByRole("progressbar", { name: "Loading report" })).toBeHidden();
  await expect(page.getByRole("button", { name: "Stop loading" })).toBeHidden();
});

test("a report is asked for at the click, before its screen has come", async ({ page, app }) => {
  const gate: { open?: () => void } = {};
  const mayCome = new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  await page.route("**/assets/later-*.js", async (route) => {
    await mayCome;
    await route.continue();
  });
  await page.goto("./");
  await connect(page, SAMPLE_REPORTS.month.id);
  await expect.poll(() => app.sample.log.length).toBe(1);
  await expect(page.getByText("Opening…")).toBeVisible();
  gate.open?.();
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  expect(app.sample.log).toHaveLength(1);
});

test("the other samples are in a menu", async ({ page }) => {
  await page.goto("./");
  await page.getByRole("button", { name: "Other samples" }).click();
  await page.getByRole("menuitem", { name: "Awkward values" }).click();
  await expect(rowsShown(page)).toHaveText("224 of 224 rows");
});

test("the grid tells where each header and cell is", async ({ page }) => {
  await openSample(page);
  const first = headerOf(page, "Client ID");
  await expect(first).toHaveAttribute("aria-colindex", "1");
  await expect(first).toHaveAttribute("aria-sort", "none");
  await expect(first.getByRole("button", { name: "Client ID", exact: true })).toBeVisible();
  await expect(first.getByRole("button", { name: "Column menu: Client ID" })).toBeAttached();
  await expect(gridOf(page).getByRole("row").first()).toHaveAttribute("aria-rowindex", "1");

  await cellOf(page, 3, 1).click();
  await page.keyboard.press("Control+End");
  const last = cellOf(page, 1_203, 19);
  await expect(last).toBeVisible();
  await expect(gridOf(page)).toHaveAttribute(
    "aria-activedescendant",
    (await last.getAttribute("id")) ?? "no id",
  );
});

const WHOLE = [
  "month",
  "awkward",
  "awkwardLayout",
  "oldStyle",
  "oldStyleTitle",
  "wide",
  "oneRow",
] as const;

for (const name of WHOLE) {
  test(`every cell of "${SAMPLE_REPORTS[name].name}" is as the API sends it`, async ({
    page,
    app,
  }) => {
    const { id } = SAMPLE_REPORTS[name];
    const report = await askReport(app.url, id);
    const columns = report.rows[0]?.length ?? report.headers.length;
    await makeRoom(page, columns);
    await openSample(page, id);
    if (name.startsWith("oldStyle")) {
      await page.getByRole("button", { name: "Show the report as sent" }).click();
    }
    await expect(gridOf(page)).toHaveAttribute("aria-colcount", String(columns));

    const sortButtons = gridOf(page)
      .getByRole("columnheader")
      .locator("button:not([aria-haspopup])");
    const labels = await sortButtons.evaluateAll((all) =>
      all.map((button) => button.getAttribute("aria-label")),
    );
    const expected = Array.from({ length: columns }, (_, i) => {
      const header = report.headers[i] ?? "";
      return header.trim() === "" ? `Column ${i + 1}` : header;
    });
    expect(labels).toEqual(expected);
    await expectRows(page, report.rows);
  });
}

for (const name of ["monthLength", "monthGzip"] as const) {
  test(`"${SAMPLE_REPORTS[name].name}" opens complete`, async ({ page, app }) => {
    const { id } = SAMPLE_REPORTS[name];
    const { rows } = await askReport(app.url, id);
    await openSample(page, id);
    await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
    await gridOf(page).focus();
    await page.keyboard.press("Control+End");
    await expect(cellValue(page)).toHaveText(rows.at(-1)?.at(-1) ?? "");
    await expect(cellOf(page, 1_203, 15)).toHaveText(rows[1_203]?.[15] ?? "");
  });
}

test("the cell value has the whole exact text of the active cell", async ({ page, app }) => {
  const { id } = SAMPLE_REPORTS.awkward;
  const { rows } = await askReport(app.url, id);
  await openSample(page, id);
  await gridOf(page).focus();
  await page.keyboard.press("Control+Home");
  // Down the third and fourth columns, where the odd values are.
  for (const column of [2, 3]) {
    await page.keyboard.press("Control+Home");
    for (let i = 0; i < column; i++) await page.keyboard.press("ArrowRight");
    for (const row of Array.from({ length: 24 }, (_, i) => i)) {
      const text = rows[row]?.[column] ?? "";
      await expect
        .poll(() => cellValue(page).evaluate((element) => JSON.stringify(element.textContent)), {
          intervals: [0, 10, 50, 100],
          message: `row ${row} column ${column}`,
        })
        .toBe(JSON.stringify(text));
      await page.keyboard.press("ArrowDown");
    }
  }
  expect(await page.evaluate(() => "pwned" in globalThis)).toBe(false);
});

test("2,000 columns open, the last one is reached", async ({ page, app }) => {
  const { id } = SAMPLE_REPORTS.veryWide;
  const { rows } = await askReport(app.url, id);
  await openSample(page, id);
  await expect(gridOf(page)).toHaveAttribute("aria-colcount", "2000");
  await gridOf(page).focus();
  await page.keyboard.press("Control+End");
  await expect(cellOf(page, 499, 1_999)).toHaveText(rows[499]?.[1_999] ?? "");
  expect(await gridOf(page).getByRole("columnheader").count()).toBeLessThan(60);
});

test("a report without rows says so", async ({ page }) => {
  await openSample(page, SAMPLE_REPORTS.empty.id);
  await expect(page.getByRole("alert")).toHaveText("This report has no rows.");
  await expect(rowsShown(page)).toHaveText("0 of 0 rows");
  await expect(headerOf(page, "Client ID")).toBeVisible();
});

test("the form is one that password managers know, and takes keys as they are pasted", async ({
  page,
  app,
}) => {
  await page.goto("./");
  const form = page.getByRole("form", { name: "Open a report" });
  const key = form.getByLabel("API key");
  await expect(key).toHaveAttribute("type", "password");
  await expect(key).toHaveAttribute("autocomplete", "current-password");
  await expect(key).toBeFocused();
  await expect(form.getByRole("textbox", { name: "Report ID" })).toBeVisible();
  await expect(form.getByRole("button", { name: "Open report" })).toHaveAttribute("type", "submit");

  await key.fill(`  Authorization: 'apikey 1180$pasted' `);
  await form.getByLabel("Report ID").fill(`see https://x.test/?r=${SAMPLE_REPORTS.oneRow.id}&b=1`);
  await page.keyboard.press("Enter");
  await expect(rowsShown(page)).toHaveText("1 of 1 row");
  expect(app.sample.log.map(({ headers }) => headers.authorization)).toEqual([
    "apikey 1180$pasted",
  ]);
});

test("what is not a report id is said before anything is sent", async ({ page, app }) => {
  await page.goto("./");
  await connect(page, "3c90c3cc-0d44-4b50");
  await expect(page.getByRole("alert")).toHaveText(
    "This is not a report id. It looks like 3c90c3cc-0d44-4b50-8888-8dd25736052a.",
  );
  await expect(page.getByLabel("Report ID")).toBeFocused();
  expect(app.sample.log).toEqual([]);

  await page.getByLabel("Report ID").fill(SAMPLE_REPORTS.oneRow.id);
  await expect(page.getByRole("alert")).toBeHidden();
  await page.getByRole("button", { name: "Open report" }).click();
  await expect(rowsShown(page)).toHaveText("1 of 1 row");
});
