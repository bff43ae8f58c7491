#!/usr/bin/env node
/*
 * `npx billscope-x.y.z.tgz`: the built app on this machine, with /billing passed on to the API. Needs
 * Node and what lies in the package, nothing else. Installs and builds nothing, keeps no log.
 */
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { startServer } from "./serve.js";

const GCORE = "https://api.gcore.com";

const HELP = `Billscope: opens a Gcore reseller report in the browser.

  billscope [options]

  --port <number>     where it listens on 127.0.0.1 (4173; 0 takes any that is free)
  --api <origin>      where /billing is passed on to (${GCORE})
  --direct <origin>   let the page call that API itself, without passing on
  --samples           the sample reports instead of an API; no key is needed
  --product <name>    what the app is called
  --locale <tag>      whose numbers, dates and order of texts are usual, such as de-CH
  --version           say which version this is
  --help              say this

The key is kept in the memory of the browser's tab. It passes through here in a header of the
request for a report, and is written down nowhere.`;

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(message);
  process.exit(1);
}

/** @param {string} text @param {string} option @returns {string} */
function originOf(text, option) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    stop(`--${option} must be an address without a path, such as ${GCORE}. It is: ${text}`);
  }
  return url.origin;
}

/** @param {string} text @returns {number} */
function portOf(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port < 65_536) return port;
  return stop(`--port must be a number from 0 to 65535. It is: ${text}`);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        port: { type: "string", default: process.env.PORT ?? "4173" },
        api: { type: "string", default: GCORE },
        direct: { type: "string" },
        samples: { type: "boolean", default: false },
        product: { type: "string" },
        locale: { type: "string" },
        version: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

const options = readOptions();
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
if (options.version) {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  console.log(version);
  process.exit(0);
}

const dist = fileURLToPath(new URL("../dist", import.meta.url));
if (!existsSync(dist)) stop("The app is not built. In a checkout: npm start");

const port = portOf(options.port);
const settings = {
  ...(options.product === undefined ? {} : { product: options.product }),
  ...(options.locale === undefined ? {} : { locale: options.locale }),
};

/** @returns {Promise<{ source: string, given: import("./serve.js").ServeOptions }>} */
async function readSource() {
  if (options.samples) {
    const { createSampleApi } = await import("../sample/server.js");
    return { source: "sample reports", given: { sample: createSampleApi({ log: false }) } };
  }
  if (options.direct !== undefined) {
    const direct = originOf(options.direct, "direct");
    return { source: `${direct}, called by the page itself`, given: { direct } };
  }
  const api = originOf(options.api, "api");
  return { source: api, given: { api } };
}

try {
  const { source, given } = await readSource();
  const { url } = await startServer({ port, dist, settings, ...given });
  console.log(`Billscope with ${source}: ${url}`);
} catch (error) {
  const isBusy = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  stop(isBusy ? `Port ${port} is in use. Choose another one: --port ${port + 1}` : String(error));
}
