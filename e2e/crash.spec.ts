/*
 * What is lost without a word elsewhere: the worker that holds the report, dead or without end at one
 * thing, or the whole tab. The person reads what happened, and link and id are still there to go on
 * from.
 */
import type { Locator, Page } from "@playwright/test";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { connect, expect, openSample, test } from "./fixtures.ts";
import { clickSort, gridOf, openColumnMenu, rowsShown } from "./grid.ts";

const MONTH = SAMPLE_REPORTS.month.id;

test.describe("a worker that dies", () => {
  test.use({ allowedConsole: /dies of this word/ });

  test("is said; loading again gets a new one, in the same view", async ({ page }) => {
    await page.route("**/assets/worker-worker-*.js", async (route) => {
      const response = await route.fetch();
      const trap =
        'addEventListener("message",({data})=>{' +
        'if(JSON.stringify(data).includes("last words"))' +
        'throw new Error("dies of this word")});';
      await route.fulfill({ response, body: `${trap}\n${await response.text()}` });
    });
    await openSample(page);
    await page.unrouteAll();
    const search = page.getByRole("searchbox", { name: "Search all columns" });
    await search.fill("last words");
    const alert = page.getByRole("alert").filter({ hasText: "holds the report" });
    await expect(alert).toContainText("The part of the app that holds the report stopped.");
    await expect(alert).toContainText("The report can be loaded again.");
    await expect(page).toHaveURL(new RegExp(`#/r/${MONTH}\\?find=last%20words$`));
    await expect(page.getByRole("grid", { name: "Report rows" })).toBeVisible();
    await alert.getByRole("button", { name: "Load again" }).click();
    await expect(rowsShown(page)).toHaveText("0 of 1,204 rows");
    await expect(alert).toHaveCount(0);
    await search.fill("");
    await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
    expect(page.workers()).toHaveLength(1);
  });
});

test.describe("a worker that dies of a question", () => {
  test.use({ allowedConsole: /dies of this question/ });

  const cases: readonly {
    readonly name: string;
    /** Opens what asks; `arm` lets the worker die of the next question. */
    readonly ask: (page: Page, arm: () => Promise<void>) => Promise<void>;
    readonly says: string;
  }[] = [
    {
      name: "a row in full",
      ask: async (page, arm) => {
        await gridOf(page).focus();
        await page.keyboard.press("Control+Home");
        await arm();
        await page.keyboard.press("Space");
      },
      says: "The row can’t be read.",
    },
    {
      name: "one file per client",
      ask: async (page, arm) => {
        await page.getByRole("button", { name: "Export view" }).click();
        await arm();
        await page.getByRole("menuitem", { name: "One file per client…" }).click();
      },
      says: "The values can’t be listed.",
    },
    {
      name: "all values of a column",
      ask: async (page, arm) => {
        const menu = await openColumnMenu(page, "Client");
        await menu.getByRole("menuitem", { name: "Filter…" }).click();
        await expect(page.getByRole("checkbox", { name: "Globex" })).toBeVisible();
        await arm();
        await page.getByRole("button", { name: "Select all" }).click();
      },
      says: "The values can’t be listed.",
    },
    {
      name: "the picture",
      ask: async (page, arm) => {
        await arm();
        await page.getByRole("button", { name: "Picture" }).click();
      },
      says: "The picture can’t be made right now.",
    },
  ];
  for (const { name, ask, says } of cases) {
    test(`${name}: it is said where it was asked, and the report can be loaded again`, async ({
      page,
    }) => {
      await page.route("**/assets/worker-worker-*.js", async (route) => {
        const response = await route.fetch();
        const trap =
          'addEventListener("message",(event)=>{if(!globalThis.isArmed)return;' +
          'event.stopImmediatePropagation();throw new Error("dies of this question")});';
        await route.fulfill({ response, body: `${trap}\n${await response.text()}` });
      });
      await openSample(page);
      await expect(page.getByRole("region", { name: "Totals" })).toContainText("rounded to cents");
      await ask(page, async () => {
        const worker = page.workers().find((one) => one.url().includes("/worker-worker-"));
        await worker?.evaluate(() => Object.assign(globalThis, { isArmed: true }));
      });
      await expect(page.getByRole("alert").filter({ hasText: says })).toBeVisible();
      // A dialog goes first, where one is open.
      if (name !== "the picture") await page.keyboard.press("Escape");
      if (name === "all values of a column") await clickSort(page, "Cost");
      const alert = page.getByRole("alert").filter({ hasText: "holds the report stopped" });
      await alert.getByRole("button", { name: "Load again" }).click();
      await expect(alert).toHaveCount(0);
      await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
    });
  }
});

declare global {
  /** Lets seconds pass on the clock by which the page is patient. */
  var passSeconds: (seconds: number) => void;
}

/** Takes hold of what the page does each second. */
function holdSeconds(): void {
  const each = new Map<unknown, () => void>();
  const { setInterval: start, clearInterval: end } = globalThis;
  globalThis.passSeconds = (seconds) => {
    for (let second = 0; second < seconds; second++) for (const tick of each.values()) tick();
  };
  const hold = (task: () => void, ms?: number): unknown => {
    const timer: unknown = start(task, ms);
    if (ms === 1_000) each.set(timer, task);
    return timer;
  };
  const letGo = (timer: number | undefined): void => {
    each.delete(timer);
    end(timer);
  };
  Object.assign(globalThis, { setInterval: hold, clearInterval: letGo });
}

/** The first worker works without end from the message that has these words in it. */
async function hangAt(page: Page, words: string): Promise<void> {
  await page.addInitScript(holdSeconds);
  await page.route(
    "**/assets/worker-*.js",
    async (route) => {
      const response = await route.fetch();
      const trap =
        'addEventListener("message",({data})=>{' +
        `if(JSON.stringify(data).includes(${JSON.stringify(words)}))for(;;);});`;
      await route.fulfill({ response, body: `${trap}\n${await response.text()}` });
    },
    { times: 1 },
  );
}

/** Lets the time pass that a worker may be silent for: nothing else than the alert ends it. */
async function expectSilenceSaid(page: Page): Promise<Locator> {
  const alert = page.getByRole("alert").filter({ hasText: "no longer answers" });
  const said = async () => {
    await page.evaluate(() => globalThis.passSeconds(31));
    return alert.count();
  };
  await expect.poll(said).toBe(1);
  await expect(alert).toContainText(
    "The part of the app that holds the report no longer answers. It was ended. The report can be loaded again.",
  );
  return alert;
}

test("a worker that never answers again is said and replaced, in the same view", async ({
  page,
}) => {
  await hangAt(page, "without end");
  await openSample(page);
  await page.getByRole("searchbox", { name: "Search all columns" }).fill("without end");
  await expect(page).toHaveURL(/find=without/);
  const alert = await expectSilenceSaid(page);
  await expect(page).toHaveURL(new RegExp(`#/r/${MONTH}\\?find=without%20end$`));
  await expect(page.getByRole("grid", { name: "Report rows" })).toBeVisible();
  await alert.getByRole("button", { name: "Load again" }).click();
  await expect(rowsShown(page)).toHaveText("0 of 1,204 rows");
  await page.getByRole("searchbox", { name: "Search all columns" }).fill("");
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  await expect(alert).toHaveCount(0);
  // The browser takes its time to end what is in a loop.
  await expect.poll(() => page.workers().length).toBe(1);
});

test("a worker that never begins to answer is said; the key is still there", async ({
  page,
  app,
}) => {
  await hangAt(page, '"type":"open"');
  await page.goto("./");
  await connect(page, MONTH);
  await expect(page.getByRole("progressbar", { name: "Loading report" })).toBeVisible();
  expect(app.sample.log).toEqual([]);
  const alert = await expectSilenceSaid(page);
  await alert.getByRole("button", { name: "Load again" }).click();
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  // The browser takes its time to end what is in a loop.
  await expect.poll(() => page.workers().length).toBe(1);
});

test("a tab that is lost opens again at the same report and view, without the key", async ({
  page,
  context,
  app,
}) => {
  await openSample(page);
  await page.getByRole("searchbox", { name: "Search all columns" }).fill("cdn");
  await expect(page).toHaveURL(/find=cdn/);
  const address = page.url();
  const crashed = page.waitForEvent("crash");
  page.goto("chrome://crash").catch(() => {});
  await crashed;
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByRole("note")).toContainText('searched for "cdn"');
  await expect(again.getByLabel("Report ID")).toHaveValue(MONTH);
  await expect(again.getByLabel("API key")).toHaveValue("");
  expect(app.sample.log).toHaveLength(1);
});
