/*
 * A mailed file, without a key: chosen or dropped, in every kind and encoding, it opens in the same
 * grid with the same tools. All the while nothing leaves the page: no request but for the app's own
 * parts, none to the API. What can't be opened is said in a sentence.
 */
import { type Page } from "@playwright/test";
import { read, utils, write } from "xlsx";
import { SAMPLE_KEY } from "../sample/contract.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expectAccessible } from "./accessible.ts";
import { type TestFile, chooseFile, file } from "./chooseFile.ts";
import { expect, openSample, test } from "./fixtures.ts";
import {
  cellOf,
  cellValue,
  clickSort,
  expectRows,
  gridOf,
  headerOf,
  openColumnMenu,
  rowsShown,
} from "./grid.ts";
import { exportAs } from "./saved.ts";

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

function workbook(sheets: Record<string, unknown[][]>): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  }
  const bytes: unknown = write(book, { type: "buffer", bookType: "xlsx", compression: true });
  if (!Buffer.isBuffer(bytes)) throw new Error("a buffer was asked for");
  return bytes;
}

const readAs = (page: Page) => page.getByRole("note", { name: "How the file is read" });

const TEXT = "Client;Product;Amount\r\nMüller & Söhne;CDN;1.234,50\r\n=1+1;Speicher;-70,00\r\n";
const SHOWN = [
  ["Müller & Söhne", "CDN", "1.234,50"],
  ["=1+1", "Speicher", "-70,00"],
];

test("figures stand point under point, and in a narrow column a number with room is whole", async ({
  page,
}) => {
  await page.goto("./");
  await chooseFile(page, file("few.csv", "Client,Cost\nAda,12.5\nBo,1.680526160000\nCy,345.75\n"));
  await expectOpen(page, 3);
  /** Where a number's point and its end are, from the right edge of its cell's room. */
  const placeOf = (row: number) =>
    cellOf(page, row, 1).evaluate((cell) => {
      const { right, left } = cell.getBoundingClientRect();
      const room = right - Number.parseFloat(getComputedStyle(cell).paddingRight);
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let point = 0;
      let begin = room;
      let end = 0;
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        begin = Math.min(begin, box.left);
        end = Math.max(end, box.right);
        if (text.nodeValue?.includes(".")) point = box.left;
      }
      return { point: room - point, end: room - end, begin: begin - left };
    });
  const wide = await Promise.all([0, 1, 2].map(placeOf));
  expect(wide[0]?.point).toBeCloseTo(wide[1]?.point ?? 0, 0);
  expect(wide[2]?.point).toBeCloseTo(wide[1]?.point ?? 0, 0);
  expect(wide[0]?.end).toBeGreaterThan(wide[1]?.end ?? 0);

  await cellOf(page, 0, 1).click();
  const header = headerOf(page, "Cost");
  const widthOf = async () => (await header.boundingBox())?.width ?? 0;
  for (let width = await widthOf(); width > 96; width = await widthOf()) {
    await page.keyboard.press("Shift+Alt+ArrowUp");
    await expect.poll(widthOf).toBeLessThan(width);
  }
  const narrow = await Promise.all([0, 2].map(placeOf));
  for (const { end, begin } of narrow) {
    expect(end).toBeCloseTo(0, 0);
    expect(begin).toBeGreaterThan(0);
  }
});

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
      "Read as: CSV, Windows-1252, separator “;”, decimal comma",
    );
    await expectRows(page, SHOWN);
    await cellOf(page, 0, 2).click();
    await expect(cellValue(page)).toHaveText("1.234,50");
    await page.keyboard.press("Space");
    const row = page.getByRole("dialog", { name: "Row 1 of 2" });
    await expect(row.getByRole("definition")).toHaveText(SHOWN[0] ?? []);
    await page.keyboard.press("Escape");
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
      await dialog.getByRole("button", { name: "Detect again" }).click();
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

  test("what a German CSV shows is found, and filters are written so", async ({ page }) => {
    await chooseFile(page, file("Bericht.csv", TEXT));
    await expectOpen(page, 2);
    const search = page.getByRole("searchbox", { name: "Search all columns" });
    for (const shown of ["-70,00", "1.234,5"]) {
      await search.fill(shown);
      await expect(rowsShown(page)).toHaveText("1 of 2 rows");
    }
    await search.fill("");
    await page.getByRole("button", { name: "Add filter" }).click();
    const filter = page.getByRole("dialog", { name: /^Filter/ });
    await filter.getByLabel("Column").selectOption("Amount");
    await filter.getByRole("textbox", { name: "Value" }).fill("1.234");
    await filter.getByRole("button", { name: "Apply" }).click();
    await expect(filter.getByRole("alert")).toContainText("write 1234 or 1,234.");
    await filter.getByRole("textbox", { name: "Value" }).fill("1.234,50");
    await filter.getByRole("button", { name: "Apply" }).click();
    await expect(rowsShown(page)).toHaveText("1 of 2 rows");
    await expect(page).toHaveURL(/where=Amount:gte:1234\.50/);
    await page.getByRole("button", { name: "Remove filter: Amount ≥ 1234,50" }).click();
  });

  test("what is made of a German CSV's values says them as the file does", async ({ page }) => {
    // A column of texts: its numbers are drawn nowhere as amounts.
    const rows = ["Basic;1,5;A", "Basic;n/a;B", "Plus;1.234,5;A", "Plus;1,5;B", "Plus;n/a;A"];
    await chooseFile(page, file("Tarife.csv", ["Plan;Factor;Client", ...rows].join("\n")));
    await expectOpen(page, rows.length);

    await test.step("the list of values, Value and the chip", async () => {
      await (
        await openColumnMenu(page, "Factor")
      )
        .getByRole("menuitem", { name: "Filter…" })
        .click();
      const filter = page.getByRole("dialog", { name: "Filter: Factor" });
      await filter.getByRole("checkbox", { name: "1,5" }).check();
      await filter.getByRole("checkbox", { name: "1.234,5" }).check();
      await filter.getByRole("button", { name: "Apply" }).click();
      await expect(rowsShown(page)).toHaveText("3 of 5 rows");
      await expect(page).toHaveURL(/where=Factor:is:1\.5/);
      await page.getByRole("button", { name: "Remove filter: Factor is 1,5 or 1234,5" }).click();
    });

    await test.step("typed values, and a filter that is changed", async () => {
      await (
        await openColumnMenu(page, "Factor")
      )
        .getByRole("menuitem", { name: "Filter…" })
        .click();
      const filter = page.getByRole("dialog", { name: "Filter: Factor" });
      const value = filter.getByRole("textbox", { name: "Value" });
      await value.fill("1.234,5");
      await filter.getByRole("button", { name: "Apply" }).click();
      await expect(rowsShown(page)).toHaveText("1 of 5 rows");
      await page.getByRole("button", { name: "Edit filter: Factor is 1234,5" }).click();
      await expect(value).toHaveValue("1234,5");
      await expect(filter.getByRole("radio", { name: "1.234,5" })).toBeChecked();
      await value.fill("1,5");
      await filter.getByRole("button", { name: "Apply" }).click();
      await expect(rowsShown(page)).toHaveText("2 of 5 rows");
    });

    await test.step("what a link and a workbook say they hold", async () => {
      await page.getByRole("button", { name: "Share" }).click();
      const dialog = page.getByRole("dialog", { name: "Share this view" });
      await expect(dialog).toContainText("including the name 1,5");
      await page.keyboard.press("Escape");
      const { Sheets } = read((await exportAs(page, "XLSX")).bytes);
      const about = utils.sheet_to_json<string[]>(Sheets["About"] ?? {}, { header: 1 });
      expect(about).toContainEqual(["Filters", "Factor is 1,5"]);
      await page.getByRole("button", { name: "Remove filter: Factor is 1,5" }).click();
    });

    await test.step("the picture", async () => {
      await page.getByRole("button", { name: "Picture", exact: true }).click();
      const picture = page.getByRole("region", { name: "Picture" });
      await picture.getByRole("combobox", { name: "Bars by" }).selectOption({ label: "Factor" });
      await expect(picture.getByRole("button", { name: /^1,5: 2 rows/ })).toBeVisible();
      await page.getByRole("button", { name: "Picture", exact: true }).click();
    });

    await test.step("groups, their cell value and groups within them", async () => {
      for (const name of ["Factor", "Client"]) {
        const menu = await openColumnMenu(page, name);
        await menu.getByRole("menuitem", { name: "Group by this column" }).click();
      }
      const grid = gridOf(page);
      const outer = grid.getByRole("gridcell", { name: "1,5, 2 rows", exact: true });
      await outer.click();
      await expect(cellValue(page)).toHaveText("1,5");
      await page.keyboard.press("ArrowRight");
      await expect(
        grid.getByRole("gridcell", { name: "1,5, A, 1 row", exact: true }),
      ).toBeVisible();
    });
  });

  const CELLS = [
    ["Müller & Söhne", "007", "-1234.50"],
    ["zwei\nZeilen", "662E41", "0.07"],
  ];
  const NAMES = ["Client", "Item", "Amount"];
  const lines = (separator: string) =>
    [NAMES, ...CELLS]
      .map((cells) =>
        cells.map((cell) => (cell.includes("\n") ? `"${cell}"` : cell)).join(separator),
      )
      .join("\r\n");
  const KINDS: readonly (readonly [TestFile, string])[] = [
    [file("a.json", JSON.stringify({ headers: NAMES, rows: CELLS })), "JSON, UTF-8"],
    [file("b.csv", lines(",")), "CSV, UTF-8, separator “,”, decimal point"],
    [
      file("c.txt", Buffer.from(`\ufeff${lines("\t")}`, "utf16le")),
      "CSV, UTF-16 LE, separator tab, decimal point",
    ],
    [
      file("d.csv", Buffer.from(`Report of October\r\n${lines("|")}`, "utf16le").swap16()),
      "CSV, UTF-16 BE, separator “|”, decimal point, column names in line 2: 1 line above left out",
    ],
    [
      file(
        "e.xlsx",
        workbook({
          Cover: [["October"]],
          Data: [NAMES, ...CELLS],
          Other: [
            ["X", "Y"],
            [1, 2],
          ],
        }),
      ),
      "XLSX, sheet “Data” of 3",
    ],
  ];

  test("every kind of file opens with the same cells, dropped on an open one too", async ({
    page,
  }) => {
    for (const [dropped, words] of KINDS) {
      await test.step(dropped.name, async () => {
        await dropFiles(page, [dropped]);
        await expect(page.getByText(dropped.name)).toBeVisible();
        await expect(readAs(page)).toContainText(`Read as: ${words}`);
        await expectOpen(page, 2);
        await cellOf(page, 1, 0).click();
        await expect(cellValue(page)).toHaveText(/^zwei\s+Zeilen$/);
        await cellOf(page, 1, 1).click();
        await expect(cellValue(page)).toHaveText("662E41");
        await cellOf(page, 0, 2).click();
        await expect(cellValue(page)).toHaveText("-1234.50");
      });
    }
    await test.step("another sheet", async () => {
      await page.getByRole("button", { name: "Change how the file is read" }).click();
      const dialog = page.getByRole("dialog", { name: "How the file is read" });
      await dialog.getByLabel("Sheet").selectOption("Other");
      await expectAccessible(page, "the dialog");
      await dialog.getByRole("button", { name: "Read again" }).click();
      await expect(headerOf(page, "X")).toBeVisible();
    });
    await test.step("its share link says what it is", async () => {
      await page.getByRole("button", { name: "Share" }).click();
      const dialog = page.getByRole("dialog", { name: "Share this view" });
      await expect(dialog).toContainText("neither the file nor its name");
      await expect(dialog.getByLabel("Link")).toHaveValue(/#\/file\?rows=1&data=[0-9a-f]{16}$/);
      await expectAccessible(page, "the file and its share dialog");
    });
  });

  const FAILURES: readonly (readonly [TestFile, string])[] = [
    [file("empty.csv", ""), "This file can't be opened as a report: it is empty."],
    [file("login.csv", "<!doctype html><title>Sign in</title>"), "it is a web page."],
    [file("picture.csv", Buffer.from("89504e470d0a1a0a0000", "hex")), "it holds no text."],
    [file("bill.pdf", "%PDF-1.7"), "it is a PDF."],
    [
      file("old.xls", Buffer.from("d0cf11e0a1b11ae1".padEnd(2_000, "0"), "hex")),
      "of the old kind (.xls)",
    ],
    [
      file(
        "secret.xlsx",
        Buffer.concat([
          Buffer.from("d0cf11e0a1b11ae1", "hex"),
          Buffer.from("EncryptedPackage", "utf16le"),
        ]),
      ),
      "it is protected with a password.",
    ],
    [file("cut.xlsx", workbook({ A: [["A"], [1]] }).subarray(0, 900)), "the workbook is damaged"],
    [file("other.json", '{"a": 1}'), "This file is JSON, but not a report"],
    [file("half.json", '{"headers":["A"],"rows":[["1"],["2'), "ends in the middle of the report"],
    [file("open.csv", 'A,B\n1,2\n3,"4\n5,6\n'), "The file is damaged at row 2 (byte 10)"],
  ];

  test("what can't be opened is said in a sentence, and another file opens after it", async ({
    page,
  }) => {
    for (const [dropped, words] of FAILURES) {
      await test.step(dropped.name, async () => {
        await dropFiles(page, [dropped]);
        await expect(page.getByRole("alert")).toContainText(words);
        await expect(page.getByText("Reading the file…")).toHaveCount(0);
      });
    }
    await expect(rowsShown(page)).toContainText("1 of 1 row so far");
    await expectAccessible(page, "a failure");
    await dropFiles(page, [file("a.csv", "A\n1\n"), file("b.csv", "A\n1\n")]);
    await expect(page.getByRole("alert").filter({ hasText: "One file at a time" })).toBeVisible();
    await chooseFile(page, file("good.csv", "A,B\n1,2\n"), "Open another file…");
    await expectOpen(page, 1);
    await expect(page.getByText("good.csv")).toBeVisible();
  });
});

test("a link's view is applied to the report's file and its data compared, without a key", async ({
  page,
  app,
  browser,
}) => {
  await openSample(page);
  await clickSort(page, "Client");
  await page.getByRole("button", { name: "Share" }).click();
  const link = await page
    .getByRole("dialog", { name: "Share this view" })
    .getByLabel("Link")
    .inputValue();
  expect(link).toMatch(/sort=Client&.*data=/);

  const original = async (format: string): Promise<Buffer> => {
    const answer = await fetch(
      `${app.url}billing/org/v1/reports/${SAMPLE_REPORTS.month.id}/download?format=${format}`,
      { headers: { Authorization: `apikey ${SAMPLE_KEY}` } },
    );
    expect(answer.ok).toBe(true);
    return Buffer.from(await answer.arrayBuffer());
  };
  const csv = await original("csv");
  // The last row is missing.
  const changed = csv
    .toString("utf8")
    .trimEnd()
    .replace(/\n[^\n]*$/, "\n");
  const book = await original("xlsx");
  const files = [
    file("month.json", await original("json")),
    file("month.csv", csv),
    file("month.xlsx", book),
  ];
  app.sample.log.length = 0;

  const context = await browser.newContext({ baseURL: app.url });
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByText(/or open the report’s file/)).toBeVisible();
  await expectAccessible(other, "the offer");
  for (const mailed of files) {
    await chooseFile(other, mailed);
    await expectOpen(other, 1_204);
    await expect(
      other.getByText("Same data as when this link was made: 1,204 rows ✓"),
    ).toBeVisible();
    await expect(headerOf(other, "Client")).toHaveAttribute("aria-sort", "ascending");
    await other.goBack();
    await expect(other.getByRole("form", { name: "Open a report" })).toBeVisible();
  }
  await chooseFile(other, file("month.csv", changed));
  await expect(other.getByRole("alert")).toContainText(
    "Not the same data as when this link was made",
  );
  await expect(other.getByRole("alert")).toContainText("If a spreadsheet saved this file");

  // The same report, saved by a program that makes numbers of amounts: they lose their last zeros.
  const cells = utils.sheet_to_json<unknown[]>(read(book).Sheets["Report"] ?? {}, { header: 1 });
  const cost = cells[0]?.indexOf("Cost") ?? -1;
  for (const row of cells.slice(1)) row[cost] = Number(row[cost]);
  await other.goBack();
  await chooseFile(other, file("saved.xlsx", workbook({ Report: cells })));
  await expectOpen(other, 1_204);
  await expect(other.getByRole("alert")).toContainText(
    /This workbook can’t prove that it is the data .* It has 1,204 rows, as many as then\./,
  );
  const shorter = file("shorter.xlsx", workbook({ Report: cells.slice(0, -1) }));
  await other.goBack();
  await chooseFile(other, shorter);
  await expect(other.getByRole("alert")).toContainText(
    "Not the same data as when this link was made: 1,204 rows then, 1,203 now.",
  );
  expect(app.sample.log, "nothing was asked of the API").toEqual([]);
  await context.close();
});

test("a total says how many cells of its column are no numbers and not in it", async ({ page }) => {
  await page.goto("./");
  const text = 'Client,Cost,Currency\nAcme,"1,234.56",USD\nAcme,-70.00,USD\nBeta,12.50,USD\n';
  await chooseFile(page, file("groups.csv", text));
  await expectOpen(page, 3);
  await page.evaluate(() => {
    location.hash += "?kind=Cost:money";
  });
  const totals = page.getByRole("region", { name: "Totals" });
  await expect(totals).toContainText("Cost shown, without 1 cell that is no number-57.50 USD");
});
