/*
 * Builds the peers' pages into bench/dist, each as its own page, in production mode. Made again only
 * when something they are made of is newer.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const BENCH = fileURLToPath(new URL(".", import.meta.url));
export const PEERS_DIST = join(BENCH, "dist");

/** @param {string} path */
const timeOf = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function isFresh() {
  const sources = readdirSync(join(BENCH, "peers")).map((name) => join(BENCH, "peers", name));
  const others = ["columns.js", "package-lock.json", "build.js"].map((name) => join(BENCH, name));
  const built = timeOf(join(PEERS_DIST, "blank.html"));
  return [...sources, ...others].every((path) => timeOf(path) < built);
}

export async function buildPeers() {
  if (isFresh()) return;
  const root = join(BENCH, "peers");
  await build({
    root,
    configFile: false,
    base: "/",
    logLevel: "error",
    oxc: { jsx: { runtime: "automatic" } },
    build: {
      outDir: PEERS_DIST,
      emptyOutDir: true,
      target: "esnext",
      chunkSizeWarningLimit: 10_000,
      assetsInlineLimit: 0,
      rolldownOptions: {
        checks: { pluginTimings: false },
        input: readdirSync(root)
          .filter((name) => name.endsWith(".html"))
          .map((name) => join(root, name)),
      },
    },
  });
}
