/*
 * What the host decides and what the host sends, as a browser sees it: config.json taken without a
 * rebuild and mistakes in it said, scripts that were changed on their way refused, the policy kept
 * without headers, nothing of a report left in a cache.
 */
import { readFile } from "node:fs/promises";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { startSampleServer } from "../sample/server.js";
import { startFront } from "../scripts/fronts.js";
import { startServer } from "../scripts/serve.js";
import { BUILT, NETWORK_ERROR_LINE, connect, expect, openSample, test } from "./fixtures.ts";
import { gridOf, rowsShown } from "./grid.ts";
import { exportAs } from "./saved.ts";

/** Served as the tests are, with another configuration and without the samples. */
async function serveWith(front: string, settings: Record<string, unknown>, direct?: string) {
  const api = "http://127.0.0.1:9";
  const called = direct === undefined ? {} : { direct };
  const config = { ...(direct === undefined ? {} : { api: direct }), ...settings };
  if (front === "nginx" || front === "caddy") {
    return startFront(front, { api, config, ...called, ...BUILT });
  }
  return startServer({ api, settings, ...called, ...BUILT });
}

test("config.json names the app, groups its digits, and says what it gets wrong", async ({
  page,
  front,
}) => {
  const api = await startSampleServer({ cors: true });
  const host = await serveWith(front, { product: "Acme Bills", locale: "en-IN" }, api.origin);
  await page.goto(host.url);
  await expect(page).toHaveTitle("Acme Bills");
  await expect(page.getByRole("heading", { name: "Acme Bills" })).toBeVisible();
  await expect(page.getByRole("note")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Try a sample report" })).toHaveCount(0);
  // Called directly: the policy lets the page talk to this origin, and a key go there.
  await connect(page, SAMPLE_REPORTS.wide.id);
  await expect(gridOf(page)).toBeVisible();
  await expect(page).toHaveTitle(/^Report .{8} · Acme Bills$/);
  const asked = () => api.api.log.filter(({ headers }) => headers.authorization !== undefined);
  await expect.poll(asked).toHaveLength(1);
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Appearance…" }).click();
  for (const name of ["Numbers and dates", "Order of texts"]) {
    const choice = page.getByRole("combobox", { name });
    await expect(choice.locator("option:checked")).toHaveText("As usual here (English)");
  }
  // What the page would fetch while idle is no longer asked of a host that has gone.
  await page.goto("about:blank");
  await host.close();
  await api.close();

  const wrong = await serveWith(front, { product: 7, colour: "red" });
  await page.goto(wrong.url);
  await expect(page.getByRole("note").getByRole("listitem")).toHaveText([
    "“product” must be a name of at most 40 characters.",
    "“colour” means nothing here; known are api, samples, locale, product.",
  ]);
  await expect(page.getByRole("heading", { name: "Billscope" })).toBeVisible();
  await page.goto("about:blank");
  await wrong.close();
});

test.describe("a part for files", () => {
  test.use({ allowedConsole: NETWORK_ERROR_LINE });

  test("that can't be fetched is said", async ({ page }) => {
    await openSample(page);
    await page.route("**/assets/worker-writeXlsx-*.js", (route) => route.abort());
    await page.getByRole("button", { name: "Export view" }).click();
    await page.getByRole("menuitem", { name: "XLSX" }).click();
    await expect(page.getByRole("alert")).toHaveText(
      "A part of this app could not be loaded. The app may have been updated, or the connection is bad. Reload the page.",
    );
  });
});

test.describe("where a key goes is not known", () => {
  test.use({ allowedConsole: NETWORK_ERROR_LINE });

  const ALERT = /^This site’s configuration can’t be read\. .* none is asked for\./;

  test("as “api” is wrong", async ({ page, front }) => {
    const host = await serveWith(front, { product: "Acme Bills", api: "ftp://x" });
    await page.goto(host.url);
    await expect(page.getByRole("alert")).toHaveText(ALERT);
    await expect(page.getByRole("alert")).toContainText("“api” must be an https address");
    await expect(page.getByLabel("API key")).toHaveCount(0);
    await page.goto("about:blank");
    await host.close();
  });

  for (const [name, answer] of Object.entries({
    "an error": { status: 503, body: "{}" },
    "half a file": { status: 200, body: '{"api":' },
    "a web page": { status: 200, contentType: "text/html", body: "<!doctype html>" },
    nothing: undefined,
  })) {
    test(`as config.json is ${name}: none is asked for until it can be read`, async ({ page }) => {
      await page.route("**/config.json", (route) =>
        answer === undefined ? route.abort("connectionreset") : route.fulfill(answer),
      );
      await page.goto(`./#/r/${SAMPLE_REPORTS.month.id}`);
      await expect(page.getByRole("alert")).toHaveText(ALERT);
      await expect(page.getByLabel("API key")).toHaveCount(0);
      await page.unroute("**/config.json");
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(page.getByLabel("Report ID")).toHaveValue(SAMPLE_REPORTS.month.id);
    });
  }

  test("as config.json never comes", async ({ page }) => {
    await page.clock.install();
    // Never answered.
    await page.route("**/config.json", () => {});
    const asked = page.waitForRequest("**/config.json");
    await page.goto("./");
    await asked;
    await page.clock.runFor(20_000);
    await expect(page.getByRole("alert")).toHaveText(ALERT);
  });
});

test("a tab that was open while the app was replaced still finds, draws and saves", async ({
  page,
}) => {
  await openSample(page);
  await page.waitForLoadState("networkidle");
  const asked: string[] = [];
  await page.route("**/assets/**", async (route) => {
    asked.push(route.request().url());
    await route.fulfill({ status: 404 });
  });

  await page.keyboard.press("Control+f");
  await page.keyboard.type("GPU");
  await expect(page.getByRole("status", { name: "Matches" })).toHaveText(/^1 of \d+/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Picture" }).click();
  await expect(
    page.getByRole("region", { name: "Picture" }).getByRole("list").first(),
  ).toBeVisible();
  for (const format of ["CSV", "JSON"] as const) {
    const { name } = await exportAs(page, format);
    expect(name).toMatch(new RegExp(`\\.${format.toLowerCase()}$`));
  }
  expect(asked).toEqual([]);
});

test.describe("what was fetched", () => {
  test.use({ allowedConsole: /ERR_CACHE_MISS/ });

  test("nothing of a report stays in a cache, what never changes does", async ({ page, app }) => {
    await openSample(page);
    const kept = await page.evaluate(
      (paths) =>
        Promise.all(
          paths.map((path) =>
            fetch(path, { cache: "only-if-cached", mode: "same-origin" }).then(
              ({ ok }) => ok,
              () => false,
            ),
          ),
        ),
      [
        `${app.url}billing/org/v1/reports/${SAMPLE_REPORTS.month.id}/download`,
        ...(await page
          .locator("script[src]")
          .evaluateAll((all: HTMLScriptElement[]) => all.map(({ src }) => src))),
      ],
    );
    expect(kept).toEqual([false, true]);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  });
});

test.describe("a file of the app that was changed on its way", () => {
  test.use({
    allowedConsole: /integrity|Failed to load|Failed to fetch|Unable to preload|TypeError/,
  });

  test("is not run, be it needed at once or later", async ({ page }) => {
    const changed = "globalThis.wasRun = true;";
    const wanted = new Set<string>();
    page.on("request", (request) => {
      const name = /\/assets\/((?:first|later|shared)-.*\.js)$/.exec(request.url())?.[1];
      if (name !== undefined) wanted.add(name);
    });
    await page.goto("./");
    await expect.poll(() => [...wanted].some((name) => name.startsWith("later-"))).toBe(true);
    const scripts = [...wanted];
    for (const name of scripts) {
      await page.route(`**/assets/${name}`, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, body: `${changed}\n${await answer.text()}` });
      });
      const refused = page.waitForEvent("console", (line) => /integrity/.test(line.text()));
      await page.goto("./");
      await refused;
      expect(await page.evaluate("globalThis.wasRun")).toBeUndefined();
      await page.unroute(`**/assets/${name}`);
      await page.goto("about:blank");
    }
  });
});

test.describe("without any header of the host", () => {
  test.use({ allowedConsole: /Content Security Policy|TrustedHTML|violates/ });

  test("the page itself keeps to the policy", async ({ page, app }) => {
    await page.route("**/*", async (route) => {
      const answer = await route.fetch();
      const { "content-security-policy": _, ...headers } = answer.headers();
      await route.fulfill({ response: answer, headers });
    });
    await openSample(page);
    await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
    const tries = await page.evaluate(async (elsewhere) => {
      let html = "made";
      try {
        document.createElement("p").innerHTML = "<b>x</b>";
      } catch (error) {
        html = error instanceof Error ? error.name : "thrown";
      }
      return {
        html,
        elsewhere: await fetch(elsewhere).then(
          () => "answered",
          () => "refused",
        ),
      };
    }, app.elsewhere.origin);
    expect(tries).toEqual({ html: "TypeError", elsewhere: "refused" });
    expect(app.elsewhere.requests).toEqual([]);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });
});

test("the licences of all that was packed in can be read", async ({ page }) => {
  await page.goto("./");
  const link = page.getByRole("link", { name: "Licences" });
  const path = (await link.getAttribute("href")) ?? "";
  const list = await (await page.request.get(path)).text();
  const { dependencies } = JSON.parse(
    await readFile(new URL("../package.json", import.meta.url), "utf8"),
  ) as { dependencies: Record<string, string> };
  for (const name of ["react", "react-dom", "@tanstack/react-query", "@tanstack/react-table"]) {
    expect(list).toContain(`${name} ${dependencies[name] ?? "?"} (MIT)`);
  }
});
