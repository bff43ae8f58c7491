/*
 * One build for every host: relative addresses, hashed names, nothing inlined (the content security
 * policy allows no inline code). The names of the chunks say when they are loaded; the size budgets
 * in package.json go by them. During development the sample API lives inside Vite's server.
 */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { sampleApi } from "./sample/vitePlugin.js";
import { shippedBuild } from "./scripts/shippedBuild.js";

interface Chunk {
  readonly name: string;
  readonly isEntry: boolean;
  readonly isDynamicEntry: boolean;
}

/** `first-`: needed before anything is shown. `later-`: loaded on demand. `shared-`: by either. */
const nameOf = ({ isEntry, isDynamicEntry }: Chunk) => {
  const moment = isEntry ? "first" : isDynamicEntry ? "later" : "shared";
  return `assets/${moment}-[name]-[hash].js`;
};

/**
 * Chromium compiles these whole, beside the page and before they run, instead of function by function
 * while the first rows are waited for.
 */
const COMPILED_AHEAD = new Set(["startReport", "worker"]);
const postBanner = ({ name }: Chunk) =>
  COMPILED_AHEAD.has(name) ? "//# allFunctionsCalledOnLoad" : "";

const shipped = shippedBuild();

export default defineConfig({
  plugins: [react(), sampleApi(), ...shipped.page],
  base: "./",
  build: {
    target: ["chrome115", "firefox115", "safari16.4"],
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: { output: { entryFileNames: nameOf, chunkFileNames: nameOf, postBanner } },
  },
  worker: {
    format: "es",
    plugins: () => shipped.worker,
    rolldownOptions: {
      output: {
        entryFileNames: "assets/worker-[name]-[hash].js",
        chunkFileNames: "assets/worker-[name]-[hash].js",
        postBanner,
      },
    },
  },
  test: {
    include: ["src/**/*.test.ts", "sample/**/*.test.js", "scripts/**/*.test.js"],
    environment: "node",
    env: { TZ: "UTC" },
    // Speed is measured in bench/, never by a test that happens to run on a busy machine.
    testTimeout: 300_000,
  },
});
