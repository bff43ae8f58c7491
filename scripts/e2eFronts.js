/*
 * `npm run e2e:fronts`: every browser test behind nginx, then every one behind Caddy, against what is
 * built in dist/. Takes twice as long as `npm run e2e`, so `npm test` tries behind them only what
 * depends on the server. More arguments go to Playwright.
 */
import { ensureFronts } from "./ensure.js";
import { FRONTS } from "./fronts.js";
import { npm } from "./run.js";

ensureFronts();
const results = FRONTS.map((front) => {
  console.log(`\n── behind ${front} ──`);
  return npm(["run", "--silent", "e2e", "--", ...process.argv.slice(2)], {
    BILLSCOPE_FRONT: front,
  });
});
process.exit(results.every(Boolean) ? 0 : 1);
