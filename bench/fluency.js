/*
 * `node bench/fluency.js [rows]`: is scrolling and typing fluent? Wheel events and keys are sent to
 * the built app as the browser gets them from a person, at a person's pace; every frame is looked at
 * (page/frames.js), and the browser's own trace says how much processor time its longest task on the
 * page's thread took, which a busy machine changes less than times by the clock.
 */
import { SAMPLE_KEY } from "../sample/contract.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { createSampleApi } from "../sample/server.js";
import { launchBrowser } from "../scripts/browser.js";
import { buildIfStale } from "../scripts/buildIfStale.js";
import { startServer } from "../scripts/serve.js";
import { percentile } from "./session.js";

/** @typedef {import("@playwright/test").Page} Page */

const wanted = process.argv[2] ?? "1m";
const report = {
  "10k": SAMPLE_REPORTS.rows10k,
  "100k": SAMPLE_REPORTS.rows100k,
  "1m": SAMPLE_REPORTS.rows1m,
}[wanted];
if (report === undefined) throw new Error("Sizes are 10k, 100k, 1m.");

buildIfStale();
const server = await startServer({ sample: createSampleApi({ log: false }) });
const browser = await launchBrowser();

/** @param {string} id @returns {Promise<Page>} */
async function openReport(id) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 }, locale: "en-GB" });
  page.setDefaultTimeout(240_000);
  await page.addInitScript({ path: new URL("page/frames.js", import.meta.url).pathname });
  await page.goto(server.url);
  await page.getByLabel("API key").fill(SAMPLE_KEY);
  await page.getByLabel("Report ID").fill(id);
  await page.getByRole("button", { name: "Open report" }).click();
  await page.getByRole("status", { name: "Rows shown" }).filter({ hasNotText: "so far" }).waitFor();
  await page.getByText(/^Complete/).waitFor();
  await page.waitForTimeout(2_000);
  return page;
}

/** Processor time of the longest task of the page's own thread. @param {Buffer} trace */
function longestTask(trace) {
  /** @type {{ traceEvents: { name: string, ph: string, pid: number, tid: number, tdur?: number, args: { name?: string } }[] }} */
  const { traceEvents } = JSON.parse(trace.toString());
  const threads = traceEvents.filter(
    ({ name, args }) => name === "thread_name" && args.name === "CrRendererMain",
  );
  const isPage = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => ph === "X" && name === "RunTask" && isPage.has(`${pid} ${tid}`),
  );
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1_000));
}

/**
 * @param {string} what
 * @param {Page} page
 * @param {boolean} rows
 * @param {() => Promise<void>} act
 */
async function watch(what, page, rows, act) {
  await browser.startTracing(page, {
    categories: ["disabled-by-default-devtools.timeline", "__metadata"],
  });
  await page.evaluate((rows) => globalThis.fluency.begin(rows), rows);
  await act();
  const { gaps, blanks, keys, places } = await page.evaluate(() => globalThis.fluency.end());
  const task = longestTask(await browser.stopTracing());
  const late = gaps.filter((gap) => gap > 50).length;
  const cells = [
    what,
    gaps.length,
    places,
    rows ? blanks : "–",
    `${Math.round(percentile(gaps, 0.5))} / ${Math.round(percentile(gaps, 0.99))} / ${Math.round(Math.max(...gaps))}`,
    late,
    task.toFixed(0),
    keys.length === 0 ? "–" : `${percentile(keys, 0.5)} / ${Math.max(...keys)}`,
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

/** @param {Page} page @param {{ x?: number, y?: number, everyMs: number, forMs: number }} turn */
async function wheel(page, { x = 0, y = 0, everyMs, forMs }) {
  await page.mouse.move(800, 500);
  const begun = performance.now();
  for (let turned = 0; turned * everyMs < forMs; turned++) {
    void page.mouse.wheel(x, y);
    const rest = begun + (turned + 1) * everyMs - performance.now();
    if (rest > 0) await page.waitForTimeout(rest);
  }
  await page.waitForTimeout(300);
}

const NOTCHES = { y: 120, everyMs: 50, forMs: 3_000 };
const TOUCHPAD = { y: 40, everyMs: 16, forMs: 3_000 };
const FLING = { y: 240, everyMs: 16, forMs: 2_000 };

console.log(
  "| | frames | of them different | blank | between frames: median / p99 / longest, ms | over 50 ms | longest task, ms of processor time | key to paint: median / longest, ms |",
);
console.log("| --- | --: | --: | --: | --: | --: | --: | --: |");

/** @param {Page} page @param {string} view */
async function wheelThrough(page, view) {
  await watch(`${view}: 20 notches a second`, page, true, () => wheel(page, NOTCHES));
  await watch(`${view}: touchpad`, page, true, () => wheel(page, TOUCHPAD));
  await watch(`${view}: fast, 500 rows a second`, page, true, () => wheel(page, FLING));
}

{
  const page = await openReport(report.id);
  const search = page.getByRole("searchbox", { name: "Search all columns" });
  await watch("typing a search", page, false, async () => {
    await search.pressSequentially("storage premium frankfurt", { delay: 90 });
    await page.waitForTimeout(1_500);
  });
  await watch("taking it back", page, false, async () => {
    for (let key = 0; key < 25; key++) await search.press("Backspace", { delay: 40 });
    await page.waitForTimeout(1_500);
  });
  await wheelThrough(page, "all rows");
  await search.fill("cdn");
  await page.waitForTimeout(3_000);
  await wheelThrough(page, "searched");
  await page.getByRole("columnheader").nth(2).click();
  await page.waitForTimeout(4_000);
  await wheelThrough(page, "searched and sorted");
  await search.fill("");
  await page.waitForTimeout(4_000);
  await wheelThrough(page, "sorted");
  await page.close();
}
{
  const page = await openReport(SAMPLE_REPORTS.veryWide.id);
  await watch("2,000 columns: down", page, true, () => wheel(page, TOUCHPAD));
  await watch("2,000 columns: to the right", page, true, () =>
    wheel(page, { ...TOUCHPAD, x: 40, y: 0 }),
  );
  await watch("2,000 columns: to the right, fast", page, true, () =>
    wheel(page, { ...FLING, x: 240, y: 0 }),
  );
  await page.getByRole("button", { name: /Columns/ }).click();
  const find = page.getByRole("searchbox", { name: "Find a column" });
  await watch("2,000 columns: typing in their list", page, false, async () => {
    await find.pressSequentially("column 19", { delay: 90 });
    for (let key = 0; key < 9; key++) await find.press("Backspace", { delay: 40 });
    await page.waitForTimeout(500);
  });
}
await browser.close();
await server.close();
