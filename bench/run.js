/*
 * `npm run bench`: everything from nothing to the tables. Installs what the peers need, builds both
 * sides, warms the server, then measures each size, contenders taking turns so that a busy minute
 * hits all alike, each in a fresh browser. Prints Markdown; with --write also into bench/README.md.
 *
 *   npm run bench -- [--sizes 10k,100k,1m] [--runs 3] [--only Billscope,…] [--huge] [--write]
 *
 * Several numbers of runs are one for each size, as in `--runs 5,3,1`.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ensureInstalled } from "../scripts/ensure.js";

const BENCH = fileURLToPath(new URL(".", import.meta.url));

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "10k,100k,1m" },
    runs: { type: "string", default: "3" },
    only: { type: "string" },
    huge: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

ensureInstalled();
if (!existsSync(new URL("node_modules/.package-lock.json", import.meta.url))) {
  console.log("Installing the peers (npm ci) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["ci"], { cwd: BENCH, stdio: "inherit" });
  if (status !== 0) process.exit(1);
}
const { buildIfStale } = await import("../scripts/buildIfStale.js");
buildIfStale();
const { buildPeers } = await import("./build.js");
await buildPeers();
const { measure } = await import("./measure.js");
const { writeResults } = await import("./results.js");

const runs = options.runs.split(",").map(Number);
const tables = await measure({
  sizes: options.huge ? ["5m"] : options.sizes.split(","),
  runs,
  only: options.huge ? ["Billscope"] : options.only?.split(","),
});
const machine =
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, ` +
  `${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}, headless Chromium, ` +
  `medians of ${runsText(runs)}, load average ${loadavg()[0]?.toFixed(1)} at the end.`;
console.log(["", `Measured on ${machine}`, "", ...tables].join("\n"));
if (options.write) {
  writeResults(`Measured on ${machine}`, tables, options.huge ? "huge" : "results");
}

/** @param {readonly number[]} counts @returns {string} */
function runsText(counts) {
  const [first, ...others] = counts;
  return others.every((count) => count === first)
    ? `${first} ${first === 1 ? "run" : "runs"} of each size`
    : `${counts.join(", ")} runs, size by size`;
}
