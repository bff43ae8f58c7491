/*
 * A host may have no https, as in an office's own network: browsers then keep some of what they offer
 * to themselves (random ids, digests, the clipboard), and the app goes without.
 */
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { connect, expect, test } from "./fixtures.ts";
import { cellOf, openColumnMenu, rowsShown } from "./grid.ts";
import { exportAs, saved } from "./saved.ts";

/** Not one of the names that browsers trust without https. */
const HOST = "office.test";

test.use({
  launchOptions: [
    async ({ launchOptions }, provide) => {
      const args = [...(launchOptions.args ?? []), `--host-resolver-rules=MAP ${HOST} 127.0.0.1`];
      await provide({ ...launchOptions, args });
    },
    { scope: "worker" },
  ],
  // Browsers take a few headers from secure pages only, and say so.
  allowedConsole: /Cross-Origin-Opener-Policy header has been ignored/,
});

test("all works but fingerprints", async ({ page, context, app }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: app.url });
  const url = app.url.replace("127.0.0.1", HOST);
  await page.goto(url);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByRole("button", { name: "Try a sample report" }).click();
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");

  const menu = await openColumnMenu(page, "Client");
  await menu.getByRole("menuitem", { name: "Filter…" }).click();
  const filter = page.getByRole("dialog", { name: "Filter: Client" });
  await filter.getByRole("checkbox", { name: "Globex" }).check();
  await filter.getByRole("button", { name: "Apply" }).click();
  await expect(rowsShown(page)).toHaveText(/^\d+ of 1,204 rows$/);
  await expect(page).toHaveURL(`${url}#/r/${SAMPLE_REPORTS.month.id}?where=Client:is:Globex`);

  const reader = await context.newPage();
  await reader.goto(app.url);
  const copied = async () => {
    await reader.bringToFront();
    const text = await reader.evaluate(() => navigator.clipboard.readText());
    await page.bringToFront();
    return text.replace(/\r?\n/g, "\n");
  };
  await cellOf(page, 0, 1).click();
  await cellOf(page, 1, 1).click({ modifiers: ["Shift"] });
  await page.keyboard.press("ControlOrMeta+c");
  await expect(page.getByRole("status", { name: "Selection" })).toContainText("Copied");
  expect(await copied()).toBe("Globex\nGlobex");

  await page.getByRole("button", { name: "Share" }).click();
  const share = page.getByRole("dialog", { name: "Share this view" });
  await expect(share).toContainText("https");
  await share.getByRole("button", { name: "Copy link" }).click();
  await expect(share.getByRole("status")).toHaveText("Copied.");
  const link = await copied();
  expect(link).toMatch(/\?where=Client:is:Globex$/);
  await page.keyboard.press("Escape");

  for (const format of ["CSV", "XLSX"] as const) {
    const { bytes } = await exportAs(page, format);
    expect(bytes.length).toBeGreaterThan(1_000);
  }
  const original = await saved(page, () =>
    page.getByRole("button", { name: "Download CSV" }).click(),
  );
  expect(original.name).toMatch(/\.csv$/);

  await reader.goto(link);
  await connect(reader, SAMPLE_REPORTS.month.id);
  await expect(rowsShown(reader)).toHaveText((await rowsShown(page).textContent()) ?? "");
});
