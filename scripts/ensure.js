/*
 * Installs what is missing, so that a fresh clone needs one command. Packages: compared with the lock
 * file by version, not by time, because a checkout changes times. Browser: one that runs is taken
 * wherever it is; only then is one fetched. Needs nothing installed itself. One short line per step.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { playwrightBrowser, systemBrowser } from "./browser.js";
import { ROOT, npm, run } from "./run.js";

/**
 * @typedef {{ packages?: Record<string, { version?: string, optional?: boolean }> }} Lock
 */

/** @param {string} path @returns {NonNullable<Lock["packages"]>} */
function packagesIn(path) {
  if (!existsSync(path)) return {};
  /** @type {Lock} */
  const lock = JSON.parse(readFileSync(path, "utf8"));
  return lock.packages ?? {};
}

/** @returns {boolean} whether every package of the lock file is there in its version */
function isInstalled() {
  const wanted = packagesIn(join(ROOT, "package-lock.json"));
  const present = packagesIn(join(ROOT, "node_modules/.package-lock.json"));
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || optional === true || present[path]?.version === version,
  );
}

export function ensureInstalled() {
  if (isInstalled()) return;
  console.log("Installing packages (npm ci) …");
  if (npm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"])) return;
  console.error("The packages could not be installed; npm says why above.");
  process.exit(1);
}

/** @param {string} path @param {string} ask @returns {boolean} */
function runs(path, ask) {
  return spawnSync(path, [ask], { stdio: "ignore" }).status === 0;
}

/** @param {string | undefined} path @returns {path is string} */
function works(path) {
  return path !== undefined && runs(path, "--version");
}

/** @param {string} name @param {string} called @returns {boolean} whether the system has it now */
function installFromSystem(name, called) {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) return false;
  const isRoot = process.getuid?.() === 0;
  const sudo = isRoot ? [] : ["sudo", "-n"];
  const apt = /** @param {string[]} args */ (...args) => {
    const [command = "", ...rest] = [...sudo, "apt-get", ...args];
    return run(command, rest, { DEBIAN_FRONTEND: "noninteractive" });
  };
  console.log(`Installing ${called} (apt-get) …`);
  return apt("-qq", "update") && apt("-qq", "install", "-y", "--no-install-recommends", name);
}

/** @returns {Promise<string>} the path of a browser that runs; the process ends if there is none */
export async function ensureBrowser() {
  const present = systemBrowser();
  if (works(present)) {
    console.log(`Browser: ${present}`);
    return present;
  }
  let own = await playwrightBrowser();
  if (!works(own)) {
    console.log("Downloading Chromium (playwright install) …");
    run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
    own = await playwrightBrowser();
  }
  if (works(own)) {
    console.log(`Browser: ${own}`);
    return own;
  }
  const fromSystem = installFromSystem("chromium", "Chromium") ? systemBrowser() : undefined;
  if (works(fromSystem)) {
    console.log(`Browser: ${fromSystem}`);
    return fromSystem;
  }
  console.error(
    "No Chromium that runs was found. Install one, or name it: CHROMIUM=/path npm test",
  );
  return process.exit(1);
}

/**
 * Tests that read our files with other programs need LibreOffice's Calc and Python. Without them these
 * tests fail and say so; all others run.
 */
export function ensureReaders() {
  if (!works("soffice") && !installFromSystem("libreoffice-calc", "LibreOffice Calc")) {
    console.error("LibreOffice could not be installed; the tests that need it will say so.");
  }
  if (!works("python3") && !installFromSystem("python3", "Python")) {
    console.error("Python could not be installed; the test that needs it will say so.");
  }
}

/**
 * The web servers that deploy/ is for, and what makes their certificates in tests. Without one its
 * tests fail and say so.
 */
export function ensureFronts() {
  const missing = [
    ["nginx", "-v"],
    ["caddy", "version"],
    ["openssl", "version"],
  ].filter(([name = "", ask = ""]) => !runs(name, ask));
  for (const [name = ""] of missing) {
    if (installFromSystem(name, name)) continue;
    console.error(`${name} could not be installed; the tests that need it will say so.`);
  }
}
