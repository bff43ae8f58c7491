/*
 * Four ways in which no answer comes, told apart; and answers that end too early, where the rows
 * that came stay on screen and say that they are not all.
 */
import { FAULTS, ROWS_BEFORE_CUT } from "../sample/faults.js";
import { MONTH_HEADERS } from "../sample/month.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { createSampleApi, startSampleServer } from "../sample/server.js";
import { startServer } from "../scripts/serve.js";
import { KEPT_VIEW, expectFailure, openLink } from "./failures.ts";
import {
  BUILT,
  NETWORK_ERROR_LINE,
  connect,
  expect,
  giveKey,
  hurryWorker,
  test,
} from "./fixtures.ts";
import { expectRows, gridOf, makeRoom, rowsShown } from "./grid.ts";
import { askReport } from "./oracle.ts";

const MONTH = SAMPLE_REPORTS.month.id;

/** A request from another origin is refused with lines of its own. */
const BLOCKED_LINE = /^Failed to load resource: |has been blocked by CORS policy/;

test.use({ allowedConsole: BLOCKED_LINE });

test("offline", async ({ page, context, app }) => {
  await page.goto(`./#/r/${MONTH}?${KEPT_VIEW}`);
  await page.getByLabel("API key").fill("1180$sample");
  // The report screen is a part of its own; it is here once the form is idle.
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Open report" }).click();
  const alert = await expectFailure(page, {
    says: "You are offline. This device has no network. When it is back, try again.",
    buttons: ["Try again"],
  });
  expect(app.sample.log).toEqual([]);
  await context.setOffline(false);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
});

test("unreachable", async ({ page }) => {
  const server = await startServer({ sample: createSampleApi(), ...BUILT });
  await page.goto(`${server.url}#/r/${MONTH}?${KEPT_VIEW}`);
  await page.getByLabel("API key").fill("1180$sample");
  await page.waitForLoadState("networkidle");
  await server.close();
  await page.getByRole("button", { name: "Open report" }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(/We could not reach Gcore\. Next try in \d+ s \(2 of 3\)\./);
  await alert.getByRole("button", { name: "Try now" }).click();
  await expect(alert).toContainText("(3 of 3)");
  await alert.getByRole("button", { name: "Try now" }).click();
  await expectFailure(page, {
    says: "We could not reach Gcore. You are online, but the server did not answer.",
    buttons: ["Try again"],
  });
});

test("a connection reset before any answer counts as unreachable", async ({ page, front }) => {
  await openLink(page, FAULTS.reset.id);
  await expectFailure(page, {
    // A proxy between says so itself.
    says:
      front === "built-in"
        ? /We could not reach Gcore\. Next try in \d+ s \(2 of 3\)\./
        : /Gcore has a problem right now \(502\)\. .*Next try in \d+ s \(2 of 3\)\./,
    buttons: ["Try now", "Stop"],
  });
});

test("blocked: the API answers, but not to this origin", async ({ page }) => {
  const api = await startSampleServer();
  const server = await startServer({ direct: api.origin, ...BUILT });
  await page.goto(`${server.url}#/r/${MONTH}?${KEPT_VIEW}`);
  await giveKey(page);
  const alert = await expectFailure(page, {
    says: "The browser blocked Gcore's answer. The server is there, but it does not let this site read its answers (CORS).",
    buttons: ["Try again"],
  });
  expect(api.api.log.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);

  // Where the API does answer other origins, the page calls it directly.
  api.api.options.cors = true;
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  await server.close();
  await api.close();
});

test("timeout", async ({ page, app }) => {
  await hurryWorker(page, 30);
  await openLink(page, FAULTS.silent.id);
  await expectFailure(page, {
    says: "Gcore did not answer within 60 s. A large report can take time to prepare.",
    buttons: ["Try again"],
  });
  await expect.poll(() => app.sample.openCount()).toBe(0);
});

test("late headers are waited for", async ({ page, app }) => {
  app.sample.options.slowStartMs = 1_500;
  await page.goto("./");
  await connect(page, FAULTS.slowStart.id);
  await expect(page.getByRole("progressbar", { name: "Loading report" })).toBeVisible();
  await expect(gridOf(page)).toHaveAttribute("aria-busy", "true");
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
});

/** The server sends 500 rows; when it then closes the line, the last ones may be lost on the way. */
const STOPPED =
  /The download stopped at [\d.]+ kB\. The (\d+) rows that arrived are shown; totals say "so far"\./;

for (const name of ["stalled", "cut", "cutLength"] as const) {
  test(`the body ends too early: ${name}`, async ({ page, app }) => {
    if (name === "stalled") await hurryWorker(page, 15);
    await makeRoom(page, MONTH_HEADERS.length);
    await page.goto("./");
    await connect(page, FAULTS[name].id);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(STOPPED);
    await expect(alert.getByRole("button")).toHaveText(["Load again", "Keep these rows"]);
    const arrived = STOPPED.exec((await alert.textContent()) ?? "")?.[1] ?? "";
    if (name === "stalled") expect(arrived).toBe(String(ROWS_BEFORE_CUT));
    await expect(rowsShown(page)).toHaveText(`${arrived} of ${arrived} rows so far`);
    const { rows } = await askReport(app.url, MONTH);
    await expectRows(page, rows.slice(0, Number(arrived)));

    const before = app.sample.log.length;
    await alert.getByRole("button", { name: "Load again" }).click();
    await expect.poll(() => app.sample.log.length).toBe(before + 1);
    await expect(alert).toContainText(STOPPED);
    await alert.getByRole("button", { name: "Keep these rows" }).click();
    await expect(alert).toHaveCount(0);
    // Put away, not forgotten.
    await expect(rowsShown(page)).toHaveText(/^[1-9]\d* of [1-9]\d* rows so far$/);
    await expect(page.getByText("Not complete")).toBeVisible();
    await expect(page.getByRole("button", { name: "Load again" })).toBeVisible();
  });
}

test("rows on screen outlive a try that brings none", async ({ page, context }) => {
  await page.goto("./");
  await connect(page, FAULTS.cut.id);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(STOPPED);
  const arrived = STOPPED.exec((await alert.textContent()) ?? "")?.[1] ?? "";
  const shown = `${arrived} of ${arrived} rows so far`;
  await expect(rowsShown(page)).toHaveText(shown);
  await context.setOffline(true);
  await alert.getByRole("button", { name: "Load again" }).click();
  await expect(alert).toContainText("You are offline.");
  await expect(rowsShown(page)).toHaveText(shown);
});

test("Stop loading keeps the rows and ends the connection", async ({ page, app }) => {
  app.sample.options.slowMs = 60_000;
  await page.goto("./");
  await connect(page, FAULTS.slow.id);
  await expect(page.getByRole("progressbar", { name: "Loading report" })).toBeVisible();
  await expect(rowsShown(page)).toHaveText(/^[1-9]\d* of [1-9]\d* rows so far$/);
  await page.getByRole("button", { name: "Stop loading" }).click();
  const note = page.getByRole("note").filter({ hasText: "You stopped the download." });
  await expect(note).toContainText(/The \d+ rows that arrived are shown; totals say "so far"\./);
  await expect(gridOf(page)).toHaveAttribute("aria-busy", "false");
  await expect.poll(() => app.sample.log.map(({ closedEarly }) => closedEarly)).toEqual([true]);
  await note.getByRole("button", { name: "Keep these rows" }).click();
  await expect(note).toHaveCount(0);
  await expect(rowsShown(page)).toHaveText(/^[1-9]\d* of [1-9]\d* rows so far$/);
});

test("opening another report stops the first one for real", async ({ page, app }) => {
  app.sample.options.slowMs = 60_000;
  await page.goto("./");
  await connect(page, FAULTS.slow.id);
  await expect(rowsShown(page)).toHaveText(/ so far$/);
  await page.evaluate((id) => {
    location.hash = `#/r/${id}`;
  }, MONTH);
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  await expect.poll(() => app.sample.openCount()).toBe(0);
  expect(app.sample.log[0]?.closedEarly).toBe(true);
});

test.describe("a part of the app", () => {
  test.use({ allowedConsole: NETWORK_ERROR_LINE });

  test("that cannot be loaded is said", async ({ page }) => {
    await page.route("**/assets/worker-*.js", (route) => route.abort());
    await page.goto("./");
    await connect(page, MONTH);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("A part of this app could not be loaded.");
    await expect(alert.getByRole("button", { name: "Reload the page" })).toBeVisible();
  });
});

test.describe("the report's screen", () => {
  // React names what was caught on the console.
  test.use({ allowedConsole: /^ReportFailure: workerUnloadable/ });

  test("that never comes is said in the end, and the key can be forgotten before", async ({
    page,
    app,
  }) => {
    await page.clock.install();
    // Never answered.
    await page.route("**/assets/later-startReport-*.js", () => {});
    await page.goto("./");
    await connect(page, FAULTS.slow.id);
    await expect(page.getByText("Opening…")).toBeVisible();
    await expect.poll(() => app.sample.openCount()).toBe(1);
    await page.getByRole("button", { name: "Forget key" }).click();
    await expect(page.getByLabel("API key")).toHaveValue("");
    await expect.poll(() => app.sample.openCount()).toBe(0);
    await connect(page, MONTH);
    await page.clock.runFor(60_000);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("A part of this app could not be loaded.");
    await expect(alert.getByRole("button", { name: "Reload" })).toBeVisible();
  });
});
