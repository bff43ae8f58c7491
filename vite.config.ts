import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  base: "./",
  build: {
    target: ["chrome115", "firefox115", "safari16.4"],
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  worker: { format: "es" },
  test: {
    include: ["src/**/*.test.ts", "sample/**/*.test.js", "scripts/**/*.test.js"],
    environment: "node",
    env: { TZ: "UTC" },
  },
});
