/*
 * One contender, one size, one fresh browser: open the report, then sort, filter, clear and jump.
 * Every answer is compared with the oracle before its time counts; the first wrong or missing one
 * ends the session with the reason. A page that dies (out of memory) is a result, too.
 */
import { COST, DESCRIPTION, NEEDLE, PRODUCT, PRODUCT_VALUE } from "./columns.js";
import { FIRST_ROWS } from "./oracle.js";
import { measureInPage, readUse } from "./memory.js";

/** @typedef {import("./contenders/contender.js").Measured} Measured */
/** @typedef {Record<string, number>} Figures milliseconds or bytes by name */

const JUMPS = 20;

/** Between the page and the click: nobody fills in a form sooner. */
const FORM_MS = 1_500;

/**
 * @param {import("@playwright/test").Browser} browser fresh
 * @param {object} given
 * @param {import("./contenders/contender.js").Contender} given.contender
 * @param {import("./contenders/contender.js").Addresses} given.addresses
 * @param {import("./contenders/contender.js").ReportAddress} given.report
 * @param {import("./oracle.js").Oracle} given.oracle
 * @returns {Promise<{ figures: Figures, failure?: string }>} the figures up to the failure, if any
 */
export async function runSession(browser, { contender, addresses, report, oracle }) {
  /** @type {Figures} */
  const figures = {};
  let step = "start";
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 }, locale: "en-GB" });
  page.setDefaultTimeout(240_000);
  const died = /** @type {Promise<never>} */ (
    new Promise((_, reject) => {
      page.on("crash", () => reject(new Failure("the page crashed (out of memory)")));
      page.on("pageerror", (error) => reject(new Failure(error.message)));
    })
  );
  try {
    await Promise.race([died, work()]);
    return { figures };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return { figures, failure: `${step}: ${reason}` };
  }

  async function work() {
    await page.addInitScript({ path: new URL("page/recorder.js", import.meta.url).pathname });
    await contender.prepare(page, addresses);
    figures.noop = timeOf(await page.evaluate(() => globalThis.bench.measure(() => {}, [{}])), 0);
    await page.waitForTimeout(FORM_MS);
    step = "open";
    await openReport();
    step = "memory";
    const opened = await readUse(browser);
    figures.processor = opened.processor;
    figures.ownMemory = await measureInPage(page);
    figures.resident = (await readUse(browser)).resident;
    figures.peak = opened.peak;
    step = "jump";
    figures.jump = percentile(await jumps(oracle.textsOf), 0.95);
    await lookAt("end");
    await filterBy(DESCRIPTION, "contains", NEEDLE, oracle.containing);
    await lookAt("start");
    await filterBy(PRODUCT, "is", PRODUCT_VALUE, oracle.withProduct);
    await sortByCost();
    await unsort();
    await lookAt("end");
    await sortByDescription();
    // The system may forget a peak that passed while it was not looking.
    figures.sessionPeak = Math.max(opened.peak, (await readUse(browser)).peak);
  }

  async function openReport() {
    const firstRow = { column: 0, texts: [oracle.textsOf(0)[0] ?? ""] };
    const stages = [firstRow, { ...firstRow, count: oracle.rowCount, complete: true }];
    const opened = await contender.open(page, report, stages);
    figures.firstRow = timeOf(opened, 0);
    figures.allRows = timeOf(opened, 1);
    figures.longestTask = opened.longestTask || opened.longestGap;
  }

  /** @param {(row: number) => readonly (string | undefined)[]} expected texts of a row of the view */
  async function jumps(expected) {
    const times = [];
    let empty = 0;
    for (let i = 1; i <= JUMPS; i++) {
      // The golden ratio scatters places evenly and is the same for all.
      const part = (i * 0.618034) % 1;
      const jumped = await page.evaluate(
        ([part, rowCount, column]) => globalThis.bench.jump(part, rowCount, column),
        /** @type {const} */ ([part, oracle.rowCount, COST]),
      );
      const time = jumped.times[0] ?? Number.NaN;
      if (Number.isNaN(time)) empty += 1;
      else times.push(time);
      if (empty > 0) figures.emptyJumps = empty;
      // Each is waited for a quarter of a minute.
      if (empty > JUMPS / 2 || (empty > 3 && times.length === 0)) {
        throw new Failure("the grid stayed empty");
      }
      for (const { row, cells } of jumped.rows) {
        for (const [column, text] of Object.entries(cells)) {
          const wanted = expected(row)[Number(column)];
          if (wanted !== undefined && wanted !== text) {
            throw new Failure(`row ${row} says "${text}" instead of "${wanted}"`);
          }
        }
      }
    }
    return times;
  }

  /** @param {number} column @param {"contains" | "is"} condition @param {string} value @param {{ count: number, texts: readonly string[] }} expected */
  async function filterBy(column, condition, value, expected) {
    step = `filter ${condition}`;
    const filtered = await contender.filter(page, column, condition, value, [
      { ...expected, column },
    ]);
    figures[condition] = timeOf(filtered, 0);
    const first = oracle.textsOf(0);
    step = `clear ${condition}`;
    const stages = [{ count: oracle.rowCount, column, texts: [first[column] ?? ""] }];
    const cleared = timeOf(await contender.clear(page, stages), 0);
    if (condition === "is") figures.clear = cleared;
  }

  async function sortByCost() {
    step = "sort by amount";
    const texts = Array.from({ length: FIRST_ROWS }, (_, rank) => oracle.costAt(rank));
    const sorted = await contender.sort(page, COST, true, [{ column: COST, texts }]);
    note("sortNumber", sorted);
    step = "sorted jump";
    figures.sortedJump = percentile(await jumps((rank) => onlyCost(oracle.costAt(rank))), 0.5);
    await lookAt("start");
  }

  async function unsort() {
    step = "unsort";
    const texts = Array.from({ length: FIRST_ROWS }, (_, row) => oracle.textsOf(row)[COST] ?? "");
    timeOf(await contender.unsort(page, [{ column: COST, texts }]), 0);
  }

  async function sortByDescription() {
    step = "sort by text";
    const texts = oracle.firstTexts[contender.textOrder];
    const sorted = await contender.sort(page, DESCRIPTION, false, [{ column: DESCRIPTION, texts }]);
    note("sortText", sorted);
  }

  /** @param {string} name @param {Measured} sorted */
  function note(name, sorted) {
    figures[name] = timeOf(sorted, 0);
    const order = sorted.requests.find(({ type, done }) => type === "order" && done > 0);
    figures[`${name}Whole`] = order?.done ?? timeOf(sorted, 0);
  }

  /** @param {"start" | "end"} side */
  async function lookAt(side) {
    await page.evaluate((side) => globalThis.bench.lookAt(side), side);
    await page.waitForTimeout(300);
  }
}

class Failure extends Error {}

/** Rows of equal cost may come in any order, so only the cost can be compared. @param {string} cost */
function onlyCost(cost) {
  return Array.from({ length: COST + 1 }, (_, column) => (column === COST ? cost : undefined));
}

/** @param {readonly number[]} values @param {number} part @returns {number} */
export function percentile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** @param {Measured} measured @param {number} stage */
function timeOf({ times }, stage) {
  const time = times[stage] ?? Number.NaN;
  if (Number.isNaN(time)) throw new Failure("the rows expected never came");
  return time;
}
