/*
 * A mailed file, without a key: chosen or dropped, in every kind and encoding, it opens in the same
 * grid with the same tools. All the while nothing leaves the page: no request but for the app's own
 * parts, none to the API. What can't be opened is said in a sentence.
 */
import { type Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { cellOf, cellValue, clickSort, expectRows, gridOf, headerOf } from "./grid.ts";

interface TestFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const file = (name: string, content: Buffer | string): TestFile => ({
  name,
  mimeType: "",
  buffer: Buffer.from(content),
});

/** Chooses a file with the button, by keyboard: focus and Enter. */
async function chooseFile(page: Page, chosen: TestFile): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file…" }).press("Enter");
  await (await chooser).setFiles(chosen);
}

/** Drags files over the page and drops them. */
async function dropFiles(page: Page, files: readonly TestFile[]): Promise<void> {
  const contents = files.map(({ name, buffer }) => ({ name, text: buffer.toString("latin1") }));
  const data = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, text } of dropped) {
      const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, contents);
  await page.dispatchEvent("body", "dragenter", { dataTransfer: data });
  await expect(page.getByText("Drop to open the file.")).toBeVisible();
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await expect(page.getByText("Drop to open the file.")).toBeHidden();
}

async function expectOpen(page: Page, rows: number): Promise<void> {
  await expect(gridOf(page)).toHaveAttribute("aria-rowcount", String(rows + 1));
  await expect(gridOf(page)).not.toHaveAttribute("aria-busy", "true");
}

const readAs = (page: Page) => page.getByRole("note", { name: "How the file is read" });

const TEXT = "Client;Product;Amount\r\nMüller & Söhne;CDN;1.234,50\r\n=1+1;Speicher;-70,00\r\n";
const SHOWN = [
  ["Müller & Söhne", "CDN", "1.234,50"],
  ["=1+1", "Speicher", "-70,00"],
];

test.describe("without a key", () => {
  let requests: string[];

  test.beforeEach(async ({ page, app }) => {
    requests = [];
    page.context().on("request", (request) => requests.push(request.url()));
    await page.goto("./");
    await expect(page.getByRole("form", { name: "Open a report" })).toBeVisible();
    expect(app.sample.log).toEqual([]);
  });

  test.afterEach(({ app }) => {
    expect(app.sample.log, "nothing was asked of the API").toEqual([]);
    const own = requests.filter((url) =>
      /^blob:|\/(?:assets\/[^?]+|config\.json|icon\.svg)?$/.test(url),
    );
    expect(
      requests.filter((url) => !own.includes(url)),
      "only the app's parts",
    ).toEqual([]);
    expect(requests.every((url) => url.startsWith("blob:") || url.startsWith(app.url))).toBe(true);
  });

  test("a German CSV in Windows-1252: recognised, exact, totalled, sorted", async ({ page }) => {
    await chooseFile(page, file("Bericht Oktober.csv", Buffer.from(TEXT, "latin1")));
    await expectOpen(page, 2);
    await expect(page.getByText("Bericht Oktober.csv")).toBeVisible();
    await expect(readAs(page)).toContainText(
      "Read as: CSV, Windows-1252, separator semicolon ;, decimal comma",
    );
    await expectRows(page, SHOWN);
    await cellOf(page, 0, 2).click();
    await expect(cellValue(page)).toHaveText("1.234,50");
    await expect(page.getByRole("region", { name: "Totals" })).toContainText("1164.50");
    await clickSort(page, "Amount");
    await expect(cellOf(page, 0, 2)).toHaveText("-70,00");
    await expect(page).toHaveURL(/#\/file\?sort=Amount$/);
    await expect(page.getByRole("button", { name: /^Download/ })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Forget key" })).toHaveCount(0);

    await test.step("read with another sign and back", async () => {
      await page.getByRole("button", { name: "Change how the file is read" }).click();
      const dialog = page.getByRole("dialog", { name: "How the file is read" });
      await expect(dialog.getByLabel("Encoding")).toHaveValue("windows-1252");
      await dialog.getByLabel("Encoding").selectOption("UTF-16 LE");
      await dialog.getByLabel("Encoding").selectOption("Windows-1252");
      await dialog.getByLabel("Decimal sign").selectOption("point 1234.56");
      await dialog.getByRole("button", { name: "Read again" }).click();
      await expect(readAs(page)).toContainText("decimal point");
      await expect(page.getByRole("region", { name: "Totals" })).not.toContainText("1164.50");
      await page.getByRole("button", { name: "Change how the file is read" }).click();
      await dialog.getByLabel("Column names are in line").fill("0");
      await dialog.getByRole("button", { name: "Read again" }).click();
      await expect(dialog).toContainText("A line number, from 1.");
      await dialog.getByRole("button", { name: "Recognise by itself" }).click();
      await expect(readAs(page)).toContainText("decimal comma");
      await expectOpen(page, 2);
    });

    await test.step("a reload forgets the file and keeps the view", async () => {
      await page.reload();
      await expect(page.getByText(/This link shows a file/)).toBeVisible();
      await dropFiles(page, [file("again.csv", Buffer.from(TEXT, "latin1"))]);
      await expect(headerOf(page, "Amount")).toHaveAttribute("aria-sort", "ascending");
      await expect(cellOf(page, 0, 2)).toHaveText("-70,00");
      await page.goBack();
      await expect(headerOf(page, "Amount")).toHaveAttribute("aria-sort", "none");
      await page.goBack();
      await expect(page.getByRole("form", { name: "Open a report" })).toBeVisible();
      await page.goForward();
      await expect(cellOf(page, 0, 2)).toHaveText("1.234,50");
    });
  });
});
