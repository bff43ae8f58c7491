/*
 * A long day: 200 reports opened and closed, 1,000 times filtered and sorted. Afterwards memory,
 * nodes, listeners and workers are what they were after the first few.
 */
import type { CDPSession, Page } from "@playwright/test";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expect, openSample, test } from "./fixtures.ts";

const { month, oneRow } = SAMPLE_REPORTS;
const OPENED = 200;
const CHANGED = 1_000;

interface Step {
  readonly hash: string;
  readonly rows: number;
}

/** Goes to each address in turn, and on as soon as the grid has the rows that belong to it. */
function walk(page: Page, steps: readonly Step[], times: number): Promise<void> {
  return page.evaluate(
    async ([list, count]) => {
      for (let i = 0; i < count; i++) {
        const step = list[i % list.length];
        if (step === undefined) return;
        location.hash = step.hash;
        const isThere = () => {
          const grid = document.querySelector('[role="grid"]');
          return (
            grid?.getAttribute("aria-rowcount") === String(step.rows + 1) &&
            grid.getAttribute("aria-busy") !== "true"
          );
        };
        do await new Promise((resolve) => requestAnimationFrame(resolve));
        while (!isThere());
      }
    },
    [steps, times] as const,
  );
}

interface Held {
  readonly megabytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

async function measure(client: CDPSession): Promise<Held> {
  for (let i = 0; i < 3; i++) await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    megabytes: of("JSHeapUsedSize") / 1e6,
    nodes: of("Nodes"),
    listeners: of("JSEventListeners"),
  };
}

test("memory, nodes, listeners and workers return to where they were", async ({ page, app }) => {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  await openSample(page);
  const reports = [
    { hash: `#/r/${oneRow.id}`, rows: 1 },
    { hash: `#/r/${month.id}`, rows: 1_204 },
  ];
  const countOf = async (view: string): Promise<Step> => {
    const hash = `#/r/${month.id}?${view}`;
    await page.evaluate((next) => {
      location.hash = next;
    }, hash);
    const grid = page.getByRole("grid", { name: "Report rows" });
    await expect(grid).not.toHaveAttribute("aria-rowcount", "1205");
    const rows = Number(await grid.getAttribute("aria-rowcount")) - 1;
    await page.evaluate((next) => {
      location.hash = next;
    }, `#/r/${month.id}`);
    await expect(grid).toHaveAttribute("aria-rowcount", "1205");
    return { hash, rows };
  };
  const views = [
    await countOf("sort=-Cost&where=Product:is:CDN"),
    await countOf("sort=Client,Cost&where=Client:is:Globex"),
    await countOf("sort=Product&find=cloud"),
  ];
  expect(new Set(views.map(({ rows }) => rows)).size).toBe(views.length);

  await walk(page, reports, 10);
  await walk(page, views, 30);
  await walk(page, reports, 2);
  const before = await measure(client);
  await walk(page, reports, OPENED);
  await walk(page, views, CHANGED);
  await walk(page, reports, 2);
  expect(app.sample.log.length).toBeGreaterThanOrEqual(OPENED);

  let after = before;
  await expect
    .poll(async () => {
      after = await measure(client);
      return after.megabytes - before.megabytes;
    })
    .toBeLessThan(3);
  expect(after.nodes - before.nodes).toBeLessThan(500);
  expect(after.listeners - before.listeners).toBeLessThan(20);
  expect(page.workers()).toHaveLength(1);
  test.info().annotations.push({ type: "held", description: JSON.stringify({ before, after }) });
});
