/*
 * Where a Chromium for the browser tests is: the CHROMIUM variable, the usual names on the PATH, or
 * one that Playwright has downloaded. Looks only; ensure.js installs. And how scripts start one.
 */
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {string | undefined} the path of a browser installed on this machine */
export function systemBrowser() {
  const { CHROMIUM, PATH = "" } = process.env;
  if (CHROMIUM !== undefined && CHROMIUM !== "") return CHROMIUM;
  const folders = [...PATH.split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  return folders
    .filter((folder) => folder !== "")
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => isExecutable(path));
}

/** @returns {Promise<string | undefined>} the path of Playwright's own browser, if it is there */
export async function playwrightBrowser() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/**
 * Without a window, and without what a browser does of its own accord beside its work.
 * @param {readonly string[]} [args] more of the command line
 * @returns {Promise<import("@playwright/test").Browser>}
 */
export async function launchBrowser(args = []) {
  const { chromium } = await import("@playwright/test");
  const executablePath = systemBrowser();
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      ...args,
    ],
  });
}
