/*
 * `npm run dev`: Vite's development server with the sample API inside it (see sample/vitePlugin.js),
 * on a fresh clone too.
 */
import { ensureInstalled } from "./ensure.js";
import { run } from "./run.js";

ensureInstalled();
const isFine = run(process.execPath, ["node_modules/vite/bin/vite.js", ...process.argv.slice(2)]);
process.exit(isFine ? 0 : 1);
