/*
 * Memory of a page as the system sees it: the resident set of its renderer process, in which its
 * workers live too, now and at its highest (VmRSS, VmHWM). Linux only. Beside it what the browser's
 * own measureUserAgentSpecificMemory counts, which leaves out the renderer itself.
 */
import { readFileSync } from "node:fs";

/** @typedef {{ resident: number, peak: number }} ProcessMemory bytes */

/** @param {number} pid @returns {ProcessMemory} */
function readProcess(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const bytesOf = /** @param {string} name */ (name) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? Number.NaN) * 1024;
  return { resident: bytesOf("VmRSS"), peak: bytesOf("VmHWM") };
}

/**
 * The renderer of the only page: the browser may keep a spare one, which is smaller.
 * @param {import("@playwright/test").Browser} browser
 * @returns {Promise<ProcessMemory>}
 */
export async function readMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => readProcess(id))
    .reduce((a, b) => (b.peak > a.peak ? b : a), { resident: 0, peak: 0 });
}

/**
 * Also collects all garbage, of workers too.
 * @param {import("@playwright/test").Page} page
 * @returns {Promise<number>} bytes
 */
export async function measureInPage(page) {
  const { bytes } = await page.evaluate(() =>
    /** @type {any} */ (performance).measureUserAgentSpecificMemory(),
  );
  return bytes;
}
