/*
 * Builds the app unless dist is already newer than everything it is made from, so that starting a
 * second time takes no time. Compares modification times; a half-finished build has no index.html
 * newer than its sources and is made again.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT, npm } from "./run.js";

const SOURCES = ["src", "public", "index.html", "vite.config.ts", "package-lock.json"];

/** @param {string} path @returns {number} the newest modification time below it, in ms */
function newest(path) {
  if (!existsSync(path)) return 0;
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return readdirSync(path).reduce(
    (time, name) => Math.max(time, newest(join(path, name))),
    info.mtimeMs,
  );
}

/** Ends the process when the build fails. */
export function buildIfStale() {
  const built = newest(join(ROOT, "dist/index.html"));
  if (SOURCES.every((source) => newest(join(ROOT, source)) < built)) return;
  console.log("Building …");
  if (npm(["run", "--silent", "build", "--", "--logLevel", "warn"])) return;
  console.error("The build failed.");
  process.exit(1);
}
