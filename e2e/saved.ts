/*
 * Files that the browser saves: what a click sets off, with its name and bytes.
 */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** Where the page had it from. */
  readonly url: string;
}

export async function saved(page: Page, click: () => Promise<void>): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, url: download.url() };
}

/** The view as a file, from the menu. */
export async function exportAs(page: Page, format: "CSV" | "XLSX" | "JSON"): Promise<SavedFile> {
  await page.getByRole("button", { name: "Export view" }).click();
  const menu = page.getByRole("menu", { name: "Export view" });
  return saved(page, () => menu.getByRole("menuitem", { name: format }).click());
}
