/*
 * What is copied, as LibreOffice Calc reads it: the block goes from the app to the clipboard, its
 * HTML to Calc, and comes back as CSV. Ids keep their zeros, amounts every digit.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Big } from "big.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { convertByCalc, inFolder } from "./calc.ts";
import { expect, openSample, test } from "./fixtures.ts";
import { gridOf, headerOf } from "./grid.ts";
import { askReport } from "./oracle.ts";

interface CalcCell {
  readonly text: string;
  /** Calc quotes texts, and only them. */
  readonly isText: boolean;
}

/** Rows of Calc's cells, from the file it makes of them. */
function throughCalc(html: string): Promise<readonly (readonly CalcCell[])[]> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, "block.html"), html);
    await convertByCalc(folder, {
      file: "block.html",
      infilter: "HTML (StarCalc)",
      // Separated by tabs (9), texts in quotes (34), UTF-8 (76).
      filter: "csv:Text - txt - csv (StarCalc):9,34,76,1",
      timeout: 100_000,
    });
    const text = await readFile(join(folder, "block.csv"), "utf8");
    return text
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t").map(readCell));
  });
}

function readCell(field: string): CalcCell {
  const [, quoted] = /^"(.*)"$/s.exec(field) ?? [];
  return quoted === undefined
    ? { text: field, isText: false }
    : { text: quoted.replaceAll('""', '"'), isText: true };
}

/** One spelling for each value. */
function valueOf(text = ""): string {
  return new Big(text).toFixed();
}

test("a copied block in LibreOffice Calc: ids and amounts are whole", async ({
  page,
  app,
  context,
}) => {
  test.setTimeout(120_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { id } = SAMPLE_REPORTS.month;
  const { headers, rows } = await askReport(app.url, id);
  await openSample(page, id);
  await gridOf(page).focus();
  await page.keyboard.press("Control+a");
  await expect(headerOf(page, "Client ID")).toBeVisible();
  await page.keyboard.press("Control+Shift+c");
  await expect(page.getByRole("status", { name: "Selection" })).toContainText("Copied");
  // As another program gets it: a page would be given a cleaned copy.
  const html = await page.evaluate(async () => {
    const whole = { unsanitized: ["text/html"] };
    const read: (options: object) => Promise<ClipboardItem[]> = navigator.clipboard.read.bind(
      navigator.clipboard,
    );
    const [item] = await read(whole);
    return item === undefined ? "" : (await item.getType("text/html")).text();
  });

  const [head, ...pasted] = await throughCalc(html);
  expect(head?.map(({ text }) => text)).toEqual(headers);
  expect(pasted).toHaveLength(rows.length);
  for (const name of ["Client ID", "Client", "Subscription ID", "Resource", "Date from"]) {
    const column = headers.indexOf(name);
    expect(
      pasted.map((row) => row[column]?.text),
      name,
    ).toEqual(rows.map((row) => row[column]));
  }
  expect(pasted.every((row) => row[0]?.isText)).toBe(true);
  for (const name of ["Cost", "Tax", "Usage", "Unit price", "Tax rate"]) {
    const column = headers.indexOf(name);
    expect(
      pasted.map((row) => valueOf(row[column]?.text)),
      name,
    ).toEqual(rows.map((row) => valueOf(row[column])));
    // Texts only where a spreadsheet would lose digits.
    const numbers = pasted.filter((row) => row[column]?.isText === false);
    expect(numbers.length, name).toBeGreaterThan(rows.length / 2);
  }
});
