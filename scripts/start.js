/*
 * `npm start`: from a fresh clone to the app in a browser. Installs, builds, serves on 127.0.0.1
 * with the sample API. `--api <origin>` passes /billing on to a real API instead; `--direct <origin>`
 * lets the page call it itself. PORT chooses the port.
 */
import { parseArgs } from "node:util";
import { buildIfStale } from "./buildIfStale.js";
import { ensureInstalled } from "./ensure.js";

const USAGE = "Usage: npm start [-- --api https://api.gcore.com | --direct https://api.gcore.com]";

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(message);
  process.exit(1);
}

/** @param {string | undefined} text @returns {string | undefined} an origin without a path */
function originOf(text) {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    stop(`Not an address: ${text}\n${USAGE}`);
  return url.origin;
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { api: { type: "string" }, direct: { type: "string" } },
    });
    return { api: originOf(values.api), direct: originOf(values.direct) };
  } catch {
    return stop(USAGE);
  }
}

/** @returns {number} */
function readPort() {
  const port = Number(process.env.PORT ?? "4173");
  return Number.isInteger(port) && port >= 0 && port < 65_536
    ? port
    : stop(`PORT is not a port: ${process.env.PORT}`);
}

const { api, direct } = readOptions();
const port = readPort();
ensureInstalled();
buildIfStale();

const { startServer } = await import("./serve.js");
const { createSampleApi } = await import("../sample/server.js");
const wantsSample = api === undefined && direct === undefined;

try {
  const { url } = await startServer({
    port,
    ...(wantsSample ? { sample: createSampleApi({ log: false }) } : {}),
    ...(api === undefined ? {} : { api }),
    ...(direct === undefined ? {} : { direct }),
  });
  const source = wantsSample ? "sample reports" : (api ?? direct);
  console.log(`Billscope with ${source}: ${url}`);
} catch (error) {
  const isBusy = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  stop(
    isBusy
      ? `Port ${port} is in use. Choose another one: PORT=${port + 1} npm start`
      : String(error),
  );
}
