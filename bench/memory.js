/*
 * Memory and processor time of a page as the system sees them: of its renderer process, in which its
 * workers live too, the resident set now and at its highest (VmRSS, VmHWM). Linux only. Beside it what the browser's
 * own measureUserAgentSpecificMemory counts, which leaves out the renderer itself.
 */
import { readFileSync } from "node:fs";

/** @typedef {{ resident: number, peak: number, processor: number }} ProcessUse bytes, bytes, milliseconds */

/** The unit of processor times in /proc on every Linux there is. */
const TICK_MS = 10;

/** @param {number} pid @returns {ProcessUse} */
function readProcess(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const bytesOf = /** @param {string} name */ (name) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? Number.NaN) * 1024;
  // After the name, which may hold anything, come the fields from the third on.
  const fields = (readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1) ?? "").split(" ");
  const processor = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  return { resident: bytesOf("VmRSS"), peak: bytesOf("VmHWM"), processor };
}

const NOTHING = Object.freeze({ resident: 0, peak: 0, processor: 0 });

/**
 * The renderer of the only page: the browser may keep a spare one, which is smaller.
 * @param {import("@playwright/test").Browser} browser
 * @returns {Promise<ProcessUse>}
 */
export async function readUse(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => readProcess(id))
    .reduce((a, b) => (b.peak > a.peak ? b : a), NOTHING);
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
