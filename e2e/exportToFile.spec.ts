/*
 * A file too large to be kept by the browser is written to the one the person chose. Only the dialog is
 * played here, no headless browser shows it: the file it gives is a real one of the browser's own file
 * system, handed to the worker and written there.
 */
import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import type { Report } from "../sample/report.js";
import { expect, openSample, test } from "./fixtures.ts";

const COLUMNS = 4_000;
const ROWS = 6_300;

/** More than 25,000,000 cells, nearly all of them blank. */
const large = (report: Report): Report => ({
  ...report,
  headers: Array.from({ length: COLUMNS }, (_, column) => `C${column}`),
  rowCount: ROWS,
  row: (index) => [`row ${index}`],
});

const NAME = `report-${SAMPLE_REPORTS.oneRow.id}-view.csv`;

/** Where there is no dialog; a person who closes it gives none. */
async function playDialog(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let isClosed = false;
    Object.assign(globalThis, {
      closeNextDialog: () => (isClosed = true),
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => {
        if (isClosed) {
          isClosed = false;
          throw new DOMException("The user aborted a request.", "AbortError");
        }
        const folder = await navigator.storage.getDirectory();
        return folder.getFileHandle(suggestedName, { create: true });
      },
    });
  });
}

/** All that is in the browser's own file system: names and sizes. */
function filesOf(page: Page): Promise<readonly (readonly [string, number])[]> {
  return page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const found: [string, number][] = [];
    for await (const entry of (
      folder as unknown as { values(): AsyncIterable<unknown> }
    ).values()) {
      if (!(entry instanceof FileSystemFileHandle)) continue;
      // The browser's own swap file goes while one looks.
      const file = await entry.getFile().catch(() => undefined);
      if (file !== undefined) found.push([entry.name, file.size]);
    }
    return found;
  });
}

async function exportCsv(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Export view" }).click();
  await page.getByRole("menuitem", { name: "CSV", exact: true }).click();
}

/** Clicks Stop as soon as it is there: a hand is slower than the worker. */
async function stopAtOnce(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(globalThis, { stopped: false });
    const watch = new MutationObserver(() => {
      for (const button of document.querySelectorAll("dialog button")) {
        if (button.textContent !== "Stop" || !(button instanceof HTMLElement)) continue;
        watch.disconnect();
        button.click();
        Object.assign(globalThis, { stopped: true });
        return;
      }
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
}

test("a very large file goes to the place the person chose, whole, or not at all", async ({
  page,
  app,
}) => {
  let downloads = 0;
  page.on("download", () => (downloads += 1));
  app.sample.options.revise = large;
  await playDialog(page);
  await openSample(page, SAMPLE_REPORTS.oneRow.id);
  const panel = page.getByRole("dialog", { name: "Export view" });

  await test.step("no place, no file", async () => {
    await page.evaluate("closeNextDialog()");
    await exportCsv(page);
    await expect(panel).toBeHidden();
    expect(await filesOf(page)).toEqual([]);
  });

  await test.step("stopped: nothing of it is there", async () => {
    await stopAtOnce(page);
    await exportCsv(page);
    await expect.poll(() => page.evaluate("stopped")).toBe(true);
    await expect(panel).toBeHidden();
    await expect.poll(() => filesOf(page)).toEqual([[NAME, 0]]);
  });

  await test.step("whole", async () => {
    await exportCsv(page);
    await expect(panel).toContainText("Saved: 6,300 rows × 4,000 columns");
    const header = Array.from({ length: COLUMNS }, (_, column) => `C${column}`).join(",");
    const commas = ",".repeat(COLUMNS - 1);
    const lines = Array.from({ length: ROWS }, (_, row) => `row ${row}${commas}`);
    const wanted = `\ufeff${[header, ...lines].join("\r\n")}\r\n`;
    expect(await filesOf(page)).toEqual([[NAME, Buffer.byteLength(wanted)]]);
    const written = await page.evaluate(async (name) => {
      const folder = await navigator.storage.getDirectory();
      const file = await (await folder.getFileHandle(name)).getFile();
      const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
      return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
    }, NAME);
    expect(written.join("")).toBe(createHash("sha256").update(wanted).digest("hex"));
    expect(downloads).toBe(0);
  });
});
