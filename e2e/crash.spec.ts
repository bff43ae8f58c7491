/*
 * What is lost without a word elsewhere: the worker that holds the report, or the whole tab. The
 * person reads what happened, and link and id are still there to go on from.
 */
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expect, openSample, test } from "./fixtures.ts";
import { rowsShown } from "./grid.ts";

const MONTH = SAMPLE_REPORTS.month.id;

test.describe("a worker that dies", () => {
  test.use({ allowedConsole: /dies of this word/ });

  test("is said; loading again gets a new one, in the same view", async ({ page }) => {
    await page.route("**/assets/worker-*.js", async (route) => {
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
