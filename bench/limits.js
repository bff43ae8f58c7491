/*
 * What nobody can beat with these means: reading the bytes and dropping them, and decoding and
 * parsing them with what the browser brings. Measured in an empty page by the same clock.
 * `resident` is what an empty page holds.
 */

import { readUse } from "./memory.js";

/** @typedef {import("./session.js").Figures} Figures */

/**
 * @param {import("@playwright/test").Browser} browser fresh
 * @param {{ addresses: import("./contenders/contender.js").Addresses, report: import("./contenders/contender.js").ReportAddress }} given
 * @returns {Promise<Figures>}
 */
export async function measureLimits(browser, { addresses, report }) {
  const page = await browser.newPage();
  await page.goto(`${addresses.peers}blank.html`);
  const { resident } = await readUse(browser);
  const figures = await page.evaluate(async ({ path, key }) => {
    const headers = { Authorization: `apikey ${key}`, Accept: "application/json" };
    let begun = performance.now();
    const reader = (await fetch(path, { headers })).body?.getReader();
    let bytes = 0;
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) break;
      bytes += part.value.length;
    }
    const fetchOnly = performance.now() - begun;
    // No string of V8 may be longer: what is beyond can't be parsed whole at all.
    if (bytes >= 2 ** 29 - 24) return { bytes, fetchOnly, decode: Number.NaN, parse: Number.NaN };
    const body = await (await fetch(path, { headers })).arrayBuffer();
    begun = performance.now();
    const text = new TextDecoder().decode(body);
    const decode = performance.now() - begun;
    begun = performance.now();
    JSON.parse(text);
    const parse = performance.now() - begun;
    return { bytes, fetchOnly, decode, parse };
  }, report);
  return { ...figures, resident };
}
