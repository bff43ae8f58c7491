/*
 * The local server: the built app, its runtime configuration, and under /billing either the sample
 * API or a proxy to the real one. Listens on 127.0.0.1 only and keeps no log. Used by `npm start`
 * and, on port 0, by the browser tests, so what people run is what is tested.
 */
import { createServer } from "node:http";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { proxy } from "./proxy.js";
import { CACHING, TRANSPORT_SECURITY, securityHeaders } from "./security.js";
import { sendFile } from "./staticFiles.js";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));

/**
 * @typedef {object} ServeOptions
 * @property {number} [port] 0 (the default) takes any free one
 * @property {string} [dist] folder of the built app
 * @property {import("../sample/server.js").SampleApi} [sample] mounted at /billing; samples are offered
 * @property {string} [api] origin that /billing is passed on to; used when there is no sample
 * @property {Record<string, unknown>} [settings] what config.json says beside that
 * @property {string} [direct] origin the page calls itself, without the proxy
 */

/**
 * @typedef {object} Serving
 * @property {string} url with a slash at the end
 * @property {number} port
 * @property {() => Promise<void>} close also ends open answers
 */

/** @param {ServeOptions} [options] @returns {Promise<Serving>} */
export async function startServer({ port = 0, dist = DIST, sample, api, direct, settings } = {}) {
  const root = resolve(dist);
  const config = JSON.stringify({
    samples: sample !== undefined,
    ...(direct === undefined ? {} : { api: direct }),
    ...settings,
  });
  const headers = Object.entries(securityHeaders(direct));

  /** @param {import("node:http").IncomingMessage} req @param {import("node:http").ServerResponse} res */
  async function answer(req, res) {
    for (const [name, value] of headers) res.setHeader(name, value);
    // There is no TLS here; a balancer in front that has it says so.
    if (req.headers["x-forwarded-proto"] === "https") {
      res.setHeader("Strict-Transport-Security", TRANSPORT_SECURITY);
    }
    const base = "http://localhost";
    const url = URL.canParse(req.url ?? "/", base) ? new URL(req.url ?? "/", base) : undefined;
    if (url === undefined || url.origin !== base) {
      res.writeHead(400).end();
    } else if (url.pathname.startsWith("/billing/")) {
      res.setHeader("Cache-Control", CACHING.never);
      if (sample !== undefined) await sample.handle(req, res);
      else if (api !== undefined) proxy(req, res, url, api);
      else
        res.writeHead(404, { "Content-Type": "application/json" }).end('{"detail":"Not found."}');
    } else if (req.method !== "GET" && req.method !== "HEAD") {
      res.writeHead(405, { Allow: "GET, HEAD", "Cache-Control": CACHING.never }).end();
    } else if (url.pathname === "/config.json") {
      res.writeHead(200, { "Content-Type": "application/json", "Cache-Control": CACHING.file });
      res.end(config);
    } else {
      await sendFile(req, res, root, url.pathname);
    }
  }

  const server = createServer((req, res) => {
    answer(req, res).catch(() => res.destroy());
  });
  await /** @type {Promise<void>} */ (
    new Promise((done, fail) => {
      server.once("error", fail);
      server.listen(port, "127.0.0.1", done);
    })
  );
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    port: address.port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
