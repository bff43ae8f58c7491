/*
 * Browser tests run in one Chromium, found on the machine, against the built app served by the same
 * server people start. Tests share nothing but a worker's server, so they run in parallel; none is
 * retried: a test that passes only sometimes is a failure.
 */
import { defineConfig } from "@playwright/test";
import { systemBrowser } from "../scripts/browser.js";
import type { FrontName } from "../scripts/fronts.js";

const executablePath = systemBrowser();

/** Tests that say how long the page may be busy. */
const MEASURED = /million\w*\.spec\.ts$/;

/** Where it matters which server stands before the API. The others see the same app behind each. */
const AT_THE_FRONT = /\/(?:openSample|download|link|failures\w*|key|hosting|stop)\.spec\.ts$/;

/** Each web server of deploy/ is tried with these; all tests behind one: BILLSCOPE_FRONT=nginx. */
const behind = (front: FrontName) => ({
  name: front,
  testMatch: AT_THE_FRONT,
  use: { front },
});
const isOneFront = process.env.BILLSCOPE_FRONT !== undefined;

export default defineConfig<object, { front: "built-in" | FrontName }>({
  testDir: ".",
  outputDir: "../test-results/e2e",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Ends a test that hangs; a busy machine must never fail one that only takes its time.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/e2e.json" }]],
  projects: [
    { name: "chromium", testIgnore: MEASURED },
    ...(isOneFront ? [] : [behind("nginx"), behind("caddy")]),
    // What counts milliseconds has the machine to itself.
    {
      name: "measured",
      testMatch: MEASURED,
      dependencies: isOneFront ? ["chromium"] : ["chromium", "nginx", "caddy"],
      fullyParallel: false,
    },
  ],
  use: {
    browserName: "chromium",
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "off",
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
