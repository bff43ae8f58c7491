/*
 * Serves the peers' built pages and, under /billing, the same sample API in the same process as
 * Billscope's server, so all contenders get the same bytes from the same hands. Pages are isolated
 * like Billscope's, which lets the browser measure their memory.
 */
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { readFileSync, readdirSync, statSync } from "node:fs";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * @param {string} folder
 * @param {import("../sample/server.js").SampleApi} sample
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function startPeerServer(folder, sample) {
  const files = new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [`/${name}`, readFileSync(join(folder, name))]),
  );
  const server = createServer((req, res) => {
    const { pathname } = new URL(req.url ?? "/", "http://localhost");
    res.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    res.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    if (pathname.startsWith("/billing/")) {
      void sample.handle(req, res);
      return;
    }
    const file = files.get(pathname);
    const type = TYPES[extname(pathname)] ?? "application/octet-stream";
    res.writeHead(file === undefined ? 404 : 200, { "Content-Type": type }).end(file);
  });
  await /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    })
  );
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
