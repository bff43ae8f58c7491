/*
 * What a person reads when the key is wrong or the API says no, each against a real answer: the
 * sentence, the next step as a button, and that the step helps. Id and view are always kept.
 */
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { expectFailure, openLink } from "./failures.ts";
import { NETWORK_ERROR_LINE, connect, expect, test } from "./fixtures.ts";
import { headerOf, rowsShown } from "./grid.ts";

const MONTH = SAMPLE_REPORTS.month.id;

test.use({ allowedConsole: NETWORK_ERROR_LINE });

test("a key cut at its $ is held back once", async ({ page, app }) => {
  await page.goto("./");
  await connect(page, MONTH, "1180$");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("This key looks cut off");
  await expect(page.getByLabel("API key")).toBeFocused();
  expect(app.sample.log).toEqual([]);
  await alert.getByRole("button", { name: "Use it anyway" }).click();
  await expect(alert).toContainText("Gcore did not accept this key.");
  expect(app.sample.log).toHaveLength(1);
});

test("a login token is named, and can be used", async ({ page, app }) => {
  await page.goto("./");
  const token = "eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyIjoxfQ.c2lnbmF0dXJl";
  await connect(page, MONTH, token);
  await expect(page.getByRole("alert")).toContainText(
    "This is a login token that stops working after an hour; use it or paste an API key.",
  );
  await page.getByRole("button", { name: "Use it anyway" }).click();
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  expect(app.sample.log.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${token}`]);
});

test("no key is said at its field", async ({ page, app }) => {
  await page.goto("./");
  await connect(page, MONTH, "");
  await expect(page.getByRole("alert")).toContainText("An API key is needed.");
  await expect(page.getByLabel("API key")).toHaveAttribute("aria-invalid", "true");
  expect(app.sample.log).toEqual([]);
});

test("400: what Gcore says, as text", async ({ page }) => {
  await openLink(page, FAULTS.badRequest.id);
  await expectFailure(page, {
    says: `Gcore could not build this file. Gcore says: "Failed to render report: <b>template</b> 'expenses' has no data for 2026-10"`,
    buttons: ["Try again"],
  });
});

test("401: another key opens the same view; the answer's words are never shown", async ({
  page,
}) => {
  await openLink(page, MONTH, "1180$bad-key-of-this-test");
  const alert = await expectFailure(page, {
    says: "Gcore did not accept this key. It may be mistyped, expired or deleted.",
    buttons: ["Change key", "Try again"],
  });
  await expect(page.getByText(/permanent token|bad-key/)).toHaveCount(0);
  await alert.getByRole("button", { name: "Change key" }).click();
  const dialog = page.getByRole("dialog", { name: "Change key" });
  await expect(dialog.getByLabel("API key")).toHaveAttribute("type", "password");
  await dialog.getByLabel("API key").fill("1180$good");
  await dialog.getByRole("button", { name: "Use this key" }).click();
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  await expect(headerOf(page, "Cost")).toHaveAttribute("aria-sort", "descending");
  await expect(alert).toHaveCount(0);
});

test("a failure before the first row has the place of the rows", async ({ page }) => {
  await openLink(page, FAULTS.unauthorised.id);
  const alert = page.getByRole("alert");
  await expect(alert).toBeVisible();
  await expect(page.getByRole("status", { name: "Rows shown" })).toHaveText("0 of 0 rows");
  await expect(page.getByRole("region", { name: "Totals" })).toHaveCount(0);
  await expect(page.getByRole("status", { name: "Cell value" })).toHaveCount(0);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const box = await alert.boundingBox();
  expect(box?.width).toBeGreaterThan(width * 0.9);
  expect(box?.height).toBeGreaterThan(height * 0.3);
});

test("403", async ({ page }) => {
  await openLink(page, MONTH, "1180$customer");
  await expectFailure(page, {
    says: "This key may not read this report. Billing reports need the reseller's own key.",
    buttons: ["Change key", "Try again"],
  });
});

test("404: another report can be opened", async ({ page }) => {
  await openLink(page, FAULTS.notFound.id);
  const alert = await expectFailure(page, {
    says: "Gcore knows no report with this id.",
    buttons: ["Open another report", "Try again"],
  });
  await alert.getByRole("button", { name: "Open another report" }).click();
  await connect(page, MONTH);
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
});

test("406", async ({ page }) => {
  await openLink(page, FAULTS.notAcceptable.id);
  await expectFailure(page, {
    says: "Gcore does not offer this report as JSON.",
    buttons: ["Try CSV", "Try XLSX", "Try again"],
  });
});

test("429: counts down, tries at once when asked to, and opens in the end", async ({
  page,
  app,
}) => {
  app.sample.options.retryAfterSeconds = 30;
  await openLink(page, FAULTS.rateLimited.id);
  const alert = await expectFailure(page, {
    says: /Gcore asks us to slow down\. We try again in (?:30|29|28) s \(try 2 of 5\)\./,
    buttons: ["Try now", "Stop"],
  });
  await expect(alert).toContainText(/in (?:28|27|26) s \(try 2 of 5\)/);
  await expect(page.getByText("Waiting for the first rows…")).toBeVisible();
  await alert.getByRole("button", { name: "Try now" }).click();
  await expect(alert).toContainText(/in (?:30|29|28) s \(try 3 of 5\)/);
  expect(app.sample.log).toHaveLength(2);
  await alert.getByRole("button", { name: "Try now" }).click();
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  await expect(headerOf(page, "Cost")).toHaveAttribute("aria-sort", "descending");
  await expect(page.getByText("Waiting for the first rows…")).toHaveCount(0);
  await expect(alert).toHaveCount(0);
  expect(app.sample.log).toHaveLength(3);
});

test("429: Stop ends the waiting, Load again begins anew", async ({ page, app }) => {
  app.sample.options.retryAfterSeconds = 30;
  await openLink(page, FAULTS.rateLimitedForever.id);
  await page.getByRole("alert").getByRole("button", { name: "Stop" }).click();
  const note = page.getByRole("note").filter({ hasText: "You stopped the download." });
  await expect(note).toContainText("No row had arrived.");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await note.getByRole("button", { name: "Load again" }).click();
  await expect(page.getByRole("alert")).toContainText("(try 2 of 5)");
  expect(app.sample.log).toHaveLength(2);
});

test("429 for ever: five tries, then it is the person's turn", async ({ page, app }) => {
  app.sample.options.retryAfterSeconds = 0;
  await openLink(page, FAULTS.rateLimitedForever.id);
  await expectFailure(page, {
    says: "Gcore asks us to slow down. We stopped after several tries.",
    buttons: ["Try again"],
  });
  expect(app.sample.log).toHaveLength(5);
});

test("503: tries again by itself", async ({ page, app }) => {
  await openLink(page, FAULTS.unavailable.id);
  await expectFailure(page, {
    says: /Gcore has a problem right now \(503\)\. Your key and report id are fine\. Next try in \d+ s \(2 of 3\)\./,
    buttons: ["Try now", "Stop"],
  });
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(app.sample.log).toHaveLength(3);
});

for (const [name, status] of [
  ["serverError", 500],
  ["badGateway", 502],
  ["unavailableForever", 503],
  ["gatewayTimeout", 504],
] as const) {
  test(`${status} for ever: three tries, then it is the person's turn`, async ({ page, app }) => {
    await openLink(page, FAULTS[name].id);
    const alert = page.getByRole("alert");
    for (const attempt of [2, 3]) {
      await expect(alert).toContainText(`(${attempt} of 3)`);
      await alert.getByRole("button", { name: "Try now" }).click();
    }
    await expectFailure(page, {
      says: `Gcore has a problem right now (${status}). Your key and report id are fine.`,
      buttons: ["Try again"],
    });
    expect(app.sample.log).toHaveLength(3);
  });
}

for (const name of ["redirectElsewhere", "redirectHere"] as const) {
  test(`a redirect is not followed: ${name}`, async ({ page, app }) => {
    await openLink(page, FAULTS[name].id);
    await expectFailure(page, {
      says: "The server sent us to another address. We did not follow, so that your key goes nowhere else.",
      buttons: ["Try again"],
    });
    expect(app.elsewhere.requests).toEqual([]);
    expect(app.sample.log).toHaveLength(1);
  });
}
