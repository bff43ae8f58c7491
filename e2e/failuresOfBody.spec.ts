/*
 * Answers of status 200 that are no report, or a damaged one: said where, and never shown as
 * complete. And reports that are only unusual: uneven rows, no rows, rows filtered to nothing.
 */
import { DAMAGED_ROW, FAULTS } from "../sample/faults.js";
import { MONTH_HEADERS } from "../sample/month.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expectFailure, heardNotes, openLink } from "./failures.ts";
import { connect, expect, openSample, test } from "./fixtures.ts";
import { clickSort, expectRows, makeRoom, openColumnMenu, rowsShown } from "./grid.ts";
import { askReport } from "./oracle.ts";

const MONTH = SAMPLE_REPORTS.month.id;

for (const name of ["damaged", "invalidUtf8"] as const) {
  test(`${name}: the rows before the damage are shown, exactly`, async ({ page, app }) => {
    await makeRoom(page, MONTH_HEADERS.length);
    await page.goto("./");
    await connect(page, FAULTS[name].id);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(
      /The report is damaged at row 701 \(byte [\d,]+\)\. The rows before it are shown; totals say "so far"\./,
    );
    await expect(alert.getByRole("button")).toHaveText(["Load again", "Keep these rows"]);
    await expect(rowsShown(page)).toHaveText("700 of 700 rows so far");
    const { rows } = await askReport(app.url, MONTH);
    await expectRows(page, rows.slice(0, DAMAGED_ROW));
    await clickSort(page, "Cost");
    await expect(rowsShown(page)).toHaveText("700 of 700 rows so far");
  });
}

test("text after the document: all rows are there, and it is still not whole", async ({ page }) => {
  await openLink(page, FAULTS.trailing.id);
  await expectFailure(page, {
    says: /The report is damaged outside its rows \(byte [\d,]+\)\. The rows that arrived are shown; totals say "so far"\./,
    buttons: ["Load again", "Keep these rows"],
  });
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows so far");
});

for (const name of ["cutClean", "gzipCut"] as const) {
  test(`cut, but ended as if it were whole: ${name}`, async ({ page }) => {
    await openLink(page, FAULTS[name].id);
    await expectFailure(page, {
      says: /The (?:download stopped at [\d.]+ kB|report is damaged at row [\d,]+ \(byte [\d,]+\))\. .*totals say "so far"\./,
      buttons: ["Load again", "Keep these rows"],
    });
    await expect(rowsShown(page)).toHaveText(/^[1-9]\d* of [1-9]\d* rows so far$/);
  });
}

const NO_REPORT = {
  html: "This is not a report: we got a web page (text/html) instead.",
  htmlAsJson: "This is not a report: we got a web page (application/json) instead.",
  emptyBody: "This is not a report: the answer was empty.",
  notAReport: "This is not a report: it has neither headers nor rows.",
  rowsNotArrays: "This is not a report: its rows are not lists of cells.",
  array: "This is not a report: we got data of another shape instead.",
} as const;

for (const [name, says] of Object.entries(NO_REPORT)) {
  test(`not a report: ${name}`, async ({ page }) => {
    await openLink(page, FAULTS[name as keyof typeof NO_REPORT].id);
    const alert = await expectFailure(page, {
      says,
      buttons: ["Try again", "Open another report"],
    });
    await expect(page.getByRole("heading", { name: "Sign in to continue" })).toHaveCount(0);
    await alert.getByRole("button", { name: "Open another report" }).click();
    await expect(page.getByRole("form", { name: "Open a report" })).toBeVisible();
  });
}

test("a value without end is given up, the rows before it stay", async ({ page, app }) => {
  await page.goto("./");
  await connect(page, FAULTS.endlessString.id);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("A single value of this report is too large to be shown.");
  await expect(alert.getByRole("button")).toHaveText(["Keep these rows", "Load again"]);
  await expect(rowsShown(page)).toHaveText("1 of 1 row so far");
  await expect.poll(() => app.sample.openCount()).toBe(0);
});

test("a small compressed answer that swells without end is given up", async ({ page, app }) => {
  await page.goto("./");
  await connect(page, FAULTS.gzipBomb.id);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("A single value of this report is too large to be shown.");
  await expect(rowsShown(page)).toHaveText("1 of 1 row so far");
  await expect.poll(() => app.sample.openCount()).toBe(0);
  expect(app.sample.log[0]?.bytesSent).toBeLessThan(4_000_000);
});

test("a report larger than memory: the rows that fit are shown, and it is said", async ({
  page,
  app,
}) => {
  // The worker is refused memory once, after 8 MB, as by a browser that has no more.
  await page.route("**/assets/worker-worker-*.js", async (route) => {
    const response = await route.fetch();
    const refuse = `{let left=8e6;for(const name of ["Uint8Array","Uint32Array","Float64Array"])
      self[name]=new Proxy(self[name],{construct(kind,given,made){
        if(typeof given[0]==="number"&&left>0&&(left-=given[0]*kind.BYTES_PER_ELEMENT)<=0)
          throw new RangeError("Array buffer allocation failed");
        return Reflect.construct(kind,given,made)}})}`;
    await route.fulfill({ response, body: `${refuse}\n${await response.text()}` });
  });
  await page.goto("./");
  await connect(page, FAULTS.endlessRows.id);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(
    /This report is larger than this browser can hold\. The first [\d,]+ rows are shown; totals say "so far"\./,
  );
  await expect(rowsShown(page)).toHaveText(/^([\d,]{5,}) of \1 rows so far$/);
  await expect.poll(() => app.sample.openCount()).toBe(0);
  await alert.getByRole("button", { name: "Keep these rows" }).click();
  // Rows no longer arrive: a count is of what the person did, and is heard.
  await expect(rowsShown(page)).toHaveAttribute("aria-live", "polite");
  await page.getByRole("searchbox", { name: "Search all columns" }).fill("no such text");
  await expect(rowsShown(page)).toHaveText(/^0 of [\d,]{5,} rows so far$/);
});

test("rows without end are shown while they come, and can be stopped", async ({ page, app }) => {
  await page.goto("./");
  await connect(page, FAULTS.endlessRows.id);
  await expect(rowsShown(page)).toHaveText(/^([\d,]{5,}) of \1 rows so far$/);
  await page.getByRole("button", { name: "Stop loading" }).click();
  await expect(page.getByRole("note")).toContainText(/The [\d,]+ rows that arrived are shown/);
  await expect.poll(() => app.sample.openCount()).toBe(0);
  expect(app.sample.log[0]?.closedEarly).toBe(true);
});

test("white space without end can be stopped", async ({ page, app }) => {
  await page.goto("./");
  await connect(page, FAULTS.endlessSpace.id);
  await expect(page.getByRole("progressbar", { name: "Loading report" })).toHaveAttribute(
    "aria-valuetext",
    /MB, 0 rows/,
  );
  await page.getByRole("button", { name: "Stop loading" }).click();
  await expect(heardNotes(page).filter({ hasText: "You stopped" })).toBeVisible();
  await expect.poll(() => app.sample.openCount()).toBe(0);
});

test("a cell nested 100,000 deep is a cell", async ({ page }) => {
  await openSample(page, FAULTS.nested.id);
  await expect(rowsShown(page)).toHaveText("1 of 1 row");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("rows of unequal length are a note, and can be shown", async ({ page, app }) => {
  const { id } = SAMPLE_REPORTS.awkward;
  await openSample(page, id);
  const answer = await fetch(`${app.url}billing/org/v1/reports/${id}/download`, {
    headers: { Authorization: "apikey 1180$sample" },
  });
  const { headers, rows } = (await answer.json()) as { headers: unknown[]; rows: unknown[][] };
  const uneven = rows.filter((row) => row.length !== headers.length).length;
  const note = heardNotes(page).filter({ hasText: "cells than the header" });
  await expect(note).toContainText(`${uneven} rows have more or fewer cells than the header.`);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await note.getByRole("button", { name: "Show them" }).click();
});

test("filtered to nothing: which filters, and the way back", async ({ page }) => {
  await openSample(page);
  for (const [name, value] of [
    ["Client", "Acme"],
    ["Product", "WAAP"],
    ["Region", "Atlantis"],
  ] as const) {
    const menu = await openColumnMenu(page, name);
    await menu.getByRole("menuitem", { name: "Filter…" }).click();
    const dialog = page.getByRole("dialog", { name: `Filter: ${name}` });
    await dialog.getByRole("combobox", { name: "Condition" }).selectOption({ label: "contains" });
    await dialog.getByRole("textbox", { name: "Value" }).fill(value);
    await dialog.getByRole("button", { name: "Apply" }).click();
  }
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("No row fits these 3 filters.");
  await expect(rowsShown(page)).toHaveText("0 of 1,204 rows");
  await alert.getByRole("button", { name: "Remove the last one" }).click();
  await expect(page.getByRole("list", { name: "Filters" }).getByRole("listitem")).toHaveCount(2);
  await expect(alert).toHaveCount(0);

  await page.getByRole("searchbox", { name: "Search all columns" }).fill("no such text");
  await expect(alert).toContainText("No row fits these 2 filters and the search.");
  await alert.getByRole("button", { name: "Clear all" }).click();
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  await expect(page.getByRole("searchbox", { name: "Search all columns" })).toHaveValue("");
});
