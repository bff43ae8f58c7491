/*
 * Browser tests run in one Chromium, found on the machine, against the built app served by the same
 * server people start. Tests share nothing but a worker's server, so they run in parallel; none is
 * retried: a test that passes only sometimes is a failure.
 */
import { defineConfig } from "@playwright/test";
import { systemBrowser } from "../scripts/browser.js";

const executablePath = systemBrowser();

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/e2e",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/e2e.json" }]],
  projects: [{ name: "chromium" }],
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
