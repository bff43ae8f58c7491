/*
 * The order of things: for each size the oracle, a warm server, then every run of every contender in
 * turn. Medians are taken over the runs that finished; a contender that failed in any run is shown
 * with the reason.
 */
import { SAMPLE_KEY } from "../sample/contract.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { createSampleApi } from "../sample/server.js";
import { launchBrowser } from "../scripts/browser.js";
import { startServer } from "../scripts/serve.js";
import { PEERS_DIST } from "./build.js";
import { billscope } from "./contenders/billscope.js";
import { peer } from "./contenders/peer.js";
import { measureLimits } from "./limits.js";
import { readOracle } from "./oracle.js";
import { startPeerServer } from "./peerServer.js";
import { markdownTable } from "./report.js";
import { percentile, runSession } from "./session.js";

/** @typedef {import("./session.js").Figures} Figures */

const CONTENDERS = [
  peer("TanStack Table 9", "tanstack", "alphanumeric"),
  peer("AG Grid 36", "aggrid", "codeUnits"),
  peer("HighTable", "hightable", "codeUnits"),
  peer("DuckDB-WASM", "duckdb", "codeUnits"),
  billscope,
];

/**
 * `isKept`: the server keeps the body once it is made. Five million rows it makes while it sends.
 * @type {Record<string, { readonly id: string, readonly name: string, readonly isKept: boolean }>}
 */
const SIZES = {
  "10k": { ...SAMPLE_REPORTS.rows10k, isKept: true },
  "100k": { ...SAMPLE_REPORTS.rows100k, isKept: true },
  "1m": { ...SAMPLE_REPORTS.rows1m, isKept: true },
  "5m": { ...SAMPLE_REPORTS.rows5m, isKept: false },
};

/**
 * @param {{ sizes: readonly string[], runs: readonly number[], only?: readonly string[] | undefined }} wanted
 * @returns {Promise<string[]>} a table for each size
 */
export async function measure({ sizes, runs, only }) {
  const sample = createSampleApi({ log: false });
  const server = await startServer({ sample });
  const peerServer = await startPeerServer(PEERS_DIST, sample);
  const addresses = { billscope: server.url, peers: peerServer.url };
  const contenders = CONTENDERS.filter(({ name }) => only?.includes(name) ?? true);
  const tables = [];
  for (const [at, size] of sizes.entries()) {
    const report = SIZES[size];
    if (report === undefined) throw new Error(`Sizes are ${Object.keys(SIZES).join(", ")}.`);
    const own = runs[at] ?? runs.at(-1) ?? 1;
    tables.push(await measureSize({ addresses, report, contenders, runs: own }));
  }
  await server.close();
  peerServer.close();
  return tables;
}

/**
 * @param {object} given
 * @param {import("./contenders/contender.js").Addresses} given.addresses
 * @param {{ readonly id: string, readonly name: string, readonly isKept: boolean }} given.report
 * @param {readonly import("./contenders/contender.js").Contender[]} given.contenders
 * @param {number} given.runs
 * @returns {Promise<string>}
 */
async function measureSize({ addresses, report: { id, name, isKept }, contenders, runs }) {
  const path = `/billing/org/v1/reports/${id}/download`;
  const report = { id, path, key: SAMPLE_KEY };
  console.log(`${name}: reading what must come out …`);
  const oracle = readOracle(id, new Set(contenders.map(({ textOrder }) => textOrder)));
  if (isKept) await warm(new URL(path, addresses.peers));
  const begun = performance.now();
  /** @type {Figures[]} */
  const limits = [];
  /** @type {Map<string, { all: Figures[], failure?: string | undefined }>} */
  const outcomes = new Map(contenders.map((contender) => [contender.name, { all: [] }]));
  for (let run = 1; run <= runs; run++) {
    limits.push(await withBrowser((browser) => measureLimits(browser, { addresses, report })));
    for (const contender of contenders) {
      const given = { contender, addresses, report, oracle };
      const { figures, failure } = await withBrowser((browser) => runSession(browser, given));
      const outcome = outcomes.get(contender.name);
      outcome?.all.push(figures);
      if (outcome !== undefined) outcome.failure ??= failure;
      const word = failure ?? `all rows in ${Math.round(figures.allRows ?? 0)} ms`;
      console.log(`${name}, run ${run}, ${contender.name}: ${word}`);
    }
  }
  console.log(`${name}: measured in ${Math.round((performance.now() - begun) / 1000)} s`);
  const medians = [...outcomes].map(
    /** @returns {[string, import("./report.js").Outcome]} */ ([name, { all, failure }]) => [
      name,
      { figures: medianOf(all), failure },
    ],
  );
  return markdownTable(name, medianOf(limits), new Map(medians));
}

/** Asks for the body once, so that making it is never measured. @param {URL} url */
async function warm(url) {
  const headers = { Authorization: `apikey ${SAMPLE_KEY}`, Accept: "application/json" };
  const { body } = await fetch(url, { headers });
  for await (const _ of body ?? []);
}

/** @param {readonly Figures[]} all @returns {Figures} */
function medianOf(all) {
  const names = new Set(all.flatMap((figures) => Object.keys(figures)));
  const middle = /** @param {string} name */ (name) =>
    percentile(
      all.flatMap((figures) => figures[name] ?? []),
      0.5,
    );
  return Object.fromEntries([...names].map((name) => [name, middle(name)]));
}

/**
 * @template Result
 * @param {(browser: import("@playwright/test").Browser) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
async function withBrowser(work) {
  // Without it measuring memory waits for the next garbage collection of its own accord.
  const browser = await launchBrowser(["--enable-blink-features=ForceEagerMeasureMemory"]);
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
