/* A file made by a test, opened in the page as a person would choose it. */
import { type Page } from "@playwright/test";

export interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function file(name: string, content: Buffer | string): TestFile {
  return { name, mimeType: "", buffer: Buffer.from(content) };
}

/** Chooses a file with the button, by keyboard: focus and Enter. */
export async function chooseFile(
  page: Page,
  chosen: TestFile,
  button = "Open a file…",
): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: button }).press("Enter");
  await (await chooser).setFiles(chosen);
}
