/*
 * What is copied, as LibreOffice Calc reads it: the block goes from the app to the clipboard, its
 * HTML to Calc, and comes back as CSV. Ids keep their zeros, amounts every digit.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Big } from "big.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expect, openSample, test } from "./fixtures.ts";
import { gridOf, headerOf } from "./grid.ts";
import { askReport } from "./oracle.ts";

const run = promisify(execFile);

interface CalcCell {
  readonly text: string;
  /** Calc quotes texts, and only them. */
  readonly isText: boolean;
}

/** Rows of Calc's cells, from the file it makes of them. */
async function throughCalc(html: string): Promise<readonly (readonly CalcCell[])[]> {
  const folder = await mkdtemp(join(tmpdir(), "billscope-calc-"));
  try {
    await writeFile(join(folder, "block.html"), html);
    await run(
      "soffice",
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
        "--headless",
        "--infilter=HTML (StarCalc)",
        // Separated by tabs (9), texts in quotes (34), UTF-8 (76).
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):9,34,76,1",
        "--outdir",
        folder,
        join(folder, "block.html"),
      ],
      { timeout: 100_000 },
    );
    const text = await readFile(join(folder, "block.csv"), "utf8");
    return text
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t").map(readCell));
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw missing
      ? new Error("LibreOffice Calc is needed for this test: apt-get install libreoffice-calc", {
          cause: error,
        })
      : error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
