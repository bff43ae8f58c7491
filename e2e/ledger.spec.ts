/*
 * "What left this browser" against what really left it: the list equals what the browser sent and
 * what the server saw, request by request, with every retry and every failure in it.
 */
import type { Page } from "@playwright/test";
import { SAMPLE_KEY } from "../sample/contract.js";
import { FAULTS } from "../sample/faults.js";
import { expectAccessible } from "./accessible.ts";
import { NETWORK_ERROR_LINE, connect, expect, test } from "./fixtures.ts";
import { rowsShown } from "./grid.ts";

test.use({ allowedConsole: NETWORK_ERROR_LINE });

/** The list as it is on screen: request, key and answer of each. */
async function readList(page: Page): Promise<readonly (readonly string[])[]> {
  const dialog = page.getByRole("dialog", { name: "What left this browser" });
  const rows = dialog.getByRole("row").filter({ has: page.getByRole("cell") });
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("td")].slice(1).map((cell) => cell.textContent)),
  );
}

test("the list is what the browser sent and the server saw, retries included", async ({
  page,
  context,
  app,
}) => {
  const asked: string[] = [];
  context.on("request", (request) => {
    // A redirect is told as a second request even where it is not followed.
    if (request.resourceType() !== "fetch" || request.redirectedFrom() !== null) return;
    const { host, pathname, search } = new URL(request.url());
    asked.push(`${request.method()} ${host}${pathname}${search}`);
  });
  app.sample.options.slowMs = 600_000;
  await page.goto("./");
  await page.getByRole("button", { name: "What left this browser" }).click();
  const dialog = page.getByRole("dialog", { name: "What left this browser" });
  await expect(dialog).toContainText("1 request since this page was opened. The key has not been");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "What left this browser" })).toBeFocused();

  // Three tries, a file of two variants refused, a redirect, a download stopped, one cut.
  await connect(page, FAULTS.unavailable.id);
  for (const attempt of [2, 3]) {
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(`(${attempt} of 3)`);
    await alert.getByRole("button", { name: "Try now" }).click();
  }
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download CSV" }).click(),
  ]);
  await download.delete();
  for (const name of ["filesRefused", "redirectElsewhere", "cut", "slow"] as const) {
    await page.getByRole("button", { name: "Forget key" }).click();
    await connect(page, FAULTS[name].id);
    if (name === "filesRefused") {
      await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
      await page.getByRole("button", { name: "Download XLSX" }).click();
    }
    if (name === "slow") {
      await expect(rowsShown(page)).toHaveText(/ so far$/);
      await page.getByRole("button", { name: "Stop loading" }).click();
    } else {
      await expect(page.getByRole("alert")).toBeVisible();
    }
  }

  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "What left this browser" }).click();
  await expect(dialog).toBeVisible();
  const { host } = new URL(app.url);
  const list = await readList(page);
  const requests = list.map(([request]) => request);
  expect(requests).toEqual([
    `GET ${host}/config.json`,
    ...app.sample.log.map(({ method, path }) => `${method} ${host}${path}`),
  ]);
  expect(requests).toEqual(asked);
  expect(app.elsewhere.requests).toEqual([]);
  const dots = "Authorization: apikey ••••";
  expect(list.map(([, ...rest]) => rest)).toEqual([
    ["without the key", "200"],
    [dots, "503"],
    [dots, "503"],
    [dots, "200"],
    [dots, "200"],
    [dots, "200"],
    [dots, "400"],
    [dots, "redirect, not followed"],
    [dots, "200"],
    [dots, "200"],
  ]);
  await expect(dialog).toContainText(`The key went along with 9 of them, to ${host} and nowhere`);
  expect(await dialog.textContent()).not.toContain(SAMPLE_KEY.slice(5));
  await expectAccessible(page, "what left", "dialog");
  await dialog.getByRole("button", { name: "Close" }).click();

  // Without the key the list is still there.
  await page.getByRole("button", { name: "Forget key" }).click();
  await page.getByRole("button", { name: "What left this browser" }).click();
  await expect.poll(() => readList(page)).toEqual(list);
});
