/*
 * Files of the view, read by programs that share nothing with the app: LibreOffice opens the workbook,
 * works out its sums anew and writes every sheet as text; Python reads the CSVs. Both must find what
 * the report says, cell for cell.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Big } from "big.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { readCsv } from "../src/export/testing/readCsv.ts";
import { convertByCalc, inFolder, run } from "./calc.ts";
import { expect, openSample, test } from "./fixtures.ts";
import { openColumnMenu } from "./grid.ts";
import { askReport } from "./oracle.ts";
import { exportAs } from "./saved.ts";

/** Works out every formula when a workbook is opened, instead of trusting the values beside them. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Every sheet as LibreOffice shows it, by name. */
function throughCalc(
  workbook: Buffer,
  sheets: readonly string[],
): Promise<readonly (readonly (readonly string[])[])[]> {
  return inFolder(async (folder) => {
    await mkdir(join(folder, "profile/user"), { recursive: true });
    await writeFile(join(folder, "profile/user/registrymodifications.xcu"), SETTINGS);
    await writeFile(join(folder, "book.xlsx"), workbook);
    await convertByCalc(folder, {
      file: "book.xlsx",
      // Commas, quotes, UTF-8; cells as shown; all sheets.
      filter: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
      timeout: 200_000,
    });
    return Promise.all(
      sheets.map(async (name) => readCsv(await readFile(join(folder, `book-${name}.csv`), "utf8"))),
    );
  });
}

/** Rows as Python's csv module reads them. */
async function throughPython(file: Buffer, separator: string): Promise<unknown> {
  const script =
    "import csv,json,sys;csv.field_size_limit(10**9);" +
    "f=open(sys.argv[1],encoding='utf-8-sig',newline='');" +
    "json.dump(list(csv.reader(f,delimiter=sys.argv[2])),sys.stdout)";
  return inFolder(async (folder) => {
    const path = join(folder, "view.csv");
    await writeFile(path, file);
    const { stdout } = await run("python3", ["-c", script, path, separator], {
      maxBuffer: 1 << 28,
    });
    return JSON.parse(stdout) as unknown;
  });
}

const isNumber = (text: string) => /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);

/** One spelling for each value: a workbook shows a number with its column's decimals. */
function valueOf(text: string): string {
  return isNumber(text) ? new Big(text.replace("+", "")).toFixed() : text;
}

/** The rule of the guard, in other words than the app's. */
const guarded = (text: string) =>
  /^\ufeff?[=+\-@\t\r\n\0＝＋－＠]/.test(text) && !isNumber(text) ? `'${text}` : text;
const asText = (text: string) => guarded(text).replaceAll(/\p{Surrogate}/gu, "\ufffd");

// What a sheet holds of a text, and LibreOffice of a line break.
const held = (text: string) => {
  const kept = text
    // oxlint-disable-next-line no-control-regex -- what a workbook can't hold
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll(/\p{Surrogate}/gu, "\ufffd")
    .replaceAll(/\r\n?/g, "\n");
  return kept.length > 32_767 ? kept.slice(0, 32_000) : kept;
};
const cut = (text: string) => (text.includes("… [cut:") ? text.slice(0, 32_000) : text);
const word = (text: string) => (/^(?:true|false)$/i.test(text) ? text.toUpperCase() : text);

const isKeptAsText = (text: string) => new Big(text).c.length > 15;

for (const report of ["month", "awkward"] as const) {
  test(`"${SAMPLE_REPORTS[report].name}" in LibreOffice and in Python`, async ({ page, app }) => {
    const { id } = SAMPLE_REPORTS[report];
    const { headers, rows } = await askReport(app.url, id);
    await openSample(page, id);
    const width = rows[0]?.length ?? 0;
    const names = [...headers, ...Array<string>(width - headers.length).fill("")];

    const { bytes: csv } = await exportAs(page, "CSV");
    expect(await throughPython(csv, ",")).toEqual([names, ...rows.map((row) => row.map(asText))]);

    const { bytes: workbook } = await exportAs(page, "XLSX");
    const [sheet = [], totals = [], about = []] = await throughCalc(workbook, [
      "Report",
      "Totals",
      "About",
    ]);
    const padded = (row: readonly string[] = []) => [
      ...row,
      ...Array<string>(Math.max(0, width - row.length)).fill(""),
    ];
    expect(padded(sheet[0])).toEqual(names);
    for (const [at, row] of rows.entries()) {
      const found = padded(sheet[at + 1]).map((text) =>
        word(valueOf(cut(text).replaceAll("\r", "\n"))),
      );
      expect(found, `row ${at + 1}`).toEqual(row.map((text) => word(valueOf(held(text)))));
    }
    expect(about.some(([, says]) => says === id)).toBe(true);
    if (report === "awkward") return;

    // The sums below, worked out by LibreOffice, are those with every digit on the other sheet, but for
    // amounts that no spreadsheet can hold.
    const cost = headers.indexOf("Cost");
    const exact = new Map(
      totals.filter(([column]) => column === "Cost").map(([, currency, sum]) => [currency, sum]),
    );
    expect(new Set(exact.keys())).toEqual(new Set(["EUR", "USD"]));
    const currencyAt = headers.indexOf("Currency");
    for (const [currency = "", sum = ""] of exact) {
      const texts = rows.filter(
        (row) => row[currencyAt] === currency && isKeptAsText(row[cost] ?? "0"),
      );
      const left = texts.reduce((total, row) => total.minus(row[cost] ?? 0), new Big(sum));
      const line = sheet.find(([label]) =>
        label?.endsWith(`without numbers kept as text, ${currency}`),
      );
      const difference = new Big(line?.[cost] ?? "").minus(left).abs();
      expect(difference.lt("0.000001"), `${line?.[cost]} beside ${left.toFixed()}`).toBe(true);
    }
  });
}

for (const by of ["Client", "Product"]) {
  test(`subtotals by ${by} in LibreOffice leave nothing out`, async ({ page, app }) => {
    const { headers, rows } = await askReport(app.url, SAMPLE_REPORTS.month.id);
    await openSample(page);
    await (
      await openColumnMenu(page, by)
    )
      .getByRole("menuitem", { name: "Group by this column" })
      .click();
    await exportAs(page, "CSV");
    const panel = page.getByRole("dialog", { name: "Export view" });
    await expect(panel).toContainText("no lines with subtotals here: an XLSX has them");
    const { bytes } = await exportAs(page, "XLSX");
    await expect(panel).toContainText(".xlsx");
    await expect(panel).not.toContainText("no lines with subtotals");
    const [sheet = []] = await throughCalc(bytes, ["Report"]);
    const [byAt, cost, currencyAt] = [by, "Cost", "Currency"].map((name) => headers.indexOf(name));
    const costAt = sheet[0]?.indexOf("Cost") ?? -1;
    for (const value of new Set(rows.map((row) => row[byAt!]))) {
      const own = rows.filter((row) => row[byAt!] === value);
      const sums = new Map<string, Big>();
      for (const row of own) {
        const currency = row[currencyAt!] ?? "";
        sums.set(currency, (sums.get(currency) ?? new Big(0)).plus(row[cost!] ?? ""));
      }
      const line = sheet.find(([label]) => label === `${value} (${own.length} rows)`);
      const said = line?.[costAt] ?? "";
      const [sum = new Big(0)] = sums.values();
      const words = said.split(", ").map((each) => each.replace(/^\S+/, valueOf));
      if (sums.size > 1) {
        const exact = Array.from(sums, ([code, each]) => `${each.toFixed()} ${code}`);
        expect(words.toSorted()).toEqual(exact.toSorted());
      } else if (own.some((row) => isKeptAsText(row[cost!] ?? ""))) {
        expect(words).toEqual([sum.toFixed()]);
      } else {
        expect(sum.minus(said).abs().lt("0.000001"), `${said} beside ${sum.toFixed()}`).toBe(true);
      }
    }
  });
}
