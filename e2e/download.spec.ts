/*
 * The original files: what is saved is byte for byte what the server sends for that type, under the
 * server's name; what is an error is shown and never saved.
 */
import { type Page } from "@playwright/test";
import { MEDIA_TYPES } from "../sample/contract.js";
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { createSampleApi } from "../sample/server.js";
import { startServer } from "../scripts/serve.js";
import { BUILT, NETWORK_ERROR_LINE, connect, expect, openSample, test } from "./fixtures.ts";
import { gridOf, rowsShown } from "./grid.ts";
import { askBytes } from "./oracle.ts";
import { saved } from "./saved.ts";

type Format = keyof typeof MEDIA_TYPES;

async function clickDownload(page: Page, format: Format): Promise<void> {
  const name = `Download ${format.toUpperCase()}`;
  if (format === "json") {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name }).click();
  } else {
    await page.getByRole("button", { name }).click();
  }
}

/** Counts files the browser is given. */
function countSaved(page: Page): () => number {
  let count = 0;
  page.on("download", () => count++);
  return () => count;
}

for (const report of ["month", "awkward"] as const) {
  test(`files of "${SAMPLE_REPORTS[report].name}" are saved as the server sends them`, async ({
    page,
    app,
  }) => {
    const { id } = SAMPLE_REPORTS[report];
    await openSample(page, id);
    for (const format of ["csv", "xlsx", "json"] as const) {
      app.sample.log.length = 0;
      const file = await saved(page, () => clickDownload(page, format));
      const title = report === "month" ? "reseller-month-2026-10" : "Übersicht “Oktober” 2026";
      expect(file.name).toBe(`${title}.${format}`);
      expect(app.sample.log).toHaveLength(1);
      expect(app.sample.log[0]?.accept).toBe(MEDIA_TYPES[format]);
      const sent = await askBytes(app.url, id, MEDIA_TYPES[format]);
      expect(file.bytes.equals(sent), `${format}: ${file.bytes.length} of ${sent.length}`).toBe(
        true,
      );
      await expect(page.getByRole("progressbar", { name: /^Downloading/ })).toBeHidden();
    }
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
}

test("a proxy that drops the Accept header is found out", async ({ page }) => {
  const sample = createSampleApi();
  const { handle } = sample;
  sample.handle = (request, response) => {
    delete request.headers.accept;
    return handle(request, response);
  };
  const server = await startServer({ sample, ...BUILT });
  await page.goto(server.url);
  await connect(page, SAMPLE_REPORTS.month.id);
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  const file = await saved(page, () => clickDownload(page, "csv"));
  const sent = await askBytes(server.url, SAMPLE_REPORTS.month.id, "");
  expect(file.name).toBe("reseller-month-2026-10.csv");
  expect(file.bytes.subarray(0, 30).toString()).not.toBe(sent.subarray(0, 30).toString());
  expect(sample.log.some(({ path }) => path.endsWith("?format=csv"))).toBe(true);
  await server.close();
});

test.describe("with failing files", () => {
  test.use({ allowedConsole: NETWORK_ERROR_LINE });

  test("406 and 400 are shown with what to try, and nothing is saved", async ({ page, app }) => {
    const savedCount = countSaved(page);
    await openSample(page, FAULTS.filesRefused.id);
    await clickDownload(page, "csv");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("Gcore does not offer this report as CSV. Try XLSX or JSON.");
    await alert.getByRole("button", { name: "Try XLSX" }).click();
    await expect(alert).toContainText(
      'Gcore could not build this file. Gcore says: "Failed to render report: XLSX is not available"',
    );
    expect(savedCount()).toBe(0);

    const file = await saved(page, () => alert.getByRole("button", { name: "Try JSON" }).click());
    expect(file.name).toBe("reseller-month-2026-10.json");
    await expect(alert).toHaveCount(0);
    await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
    expect(app.sample.openCount()).toBe(0);
  });

  test("a file that breaks off is not saved", async ({ page }) => {
    const savedCount = countSaved(page);
    await page.goto("./");
    await connect(page, FAULTS.cutLength.id);
    await page.getByRole("button", { name: "Keep these rows" }).click();
    await clickDownload(page, "json");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(/The download stopped at [\d.]+ kB\..* Nothing was saved\./);
    await expect(alert.getByRole("button", { name: "Try again" })).toBeVisible();
    await alert.getByRole("button", { name: "Close" }).click();
    await expect(alert).toHaveCount(0);
    await expect(rowsShown(page)).toHaveText(/^\d+ of \d+ rows so far$/);
    expect(savedCount()).toBe(0);
  });
});

test("a CSV that broke off where only its rows can tell is said", async ({ page }) => {
  await openSample(page, FAULTS.fileCut.id);
  await saved(page, () => clickDownload(page, "csv"));
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(
    /The CSV that was saved has 1,19\d rows, the report 1,204 rows: it may have broken off on its way\./,
  );
  await expect(alert.getByRole("button")).toHaveText(["Try again", "Close"]);
  await alert.getByRole("button", { name: "Close" }).click();
  await expect(alert).toHaveCount(0);
});

test("Stop ends a download for real", async ({ page, app }) => {
  const savedCount = countSaved(page);
  app.sample.options.slowMs = 500;
  await openSample(page, FAULTS.slow.id);
  app.sample.options.slowMs = 120_000;
  app.sample.log.length = 0;
  await clickDownload(page, "json");
  const note = page.getByRole("note").filter({ hasText: "Downloading JSON" });
  await expect(note.getByRole("progressbar", { name: "Downloading JSON" })).toBeVisible();
  await expect(note).toContainText(/[\d.]+ kB/);
  await note.getByRole("button", { name: "Stop" }).click();
  await expect(note).toBeHidden();
  await expect.poll(() => app.sample.log.map(({ closedEarly }) => closedEarly)).toEqual([true]);
  expect(savedCount()).toBe(0);
  await expect(gridOf(page)).toHaveAttribute("aria-rowcount", "1205");
  await expect(page.getByRole("alert")).toHaveCount(0);
});
