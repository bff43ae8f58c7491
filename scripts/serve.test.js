import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { createSampleApi, startSampleServer } from "../sample/server.js";
import { startServer } from "./serve.js";
import { fileFor } from "./staticFiles.js";

const folder = mkdtempSync(join(tmpdir(), "billscope-"));
const dist = join(folder, "dist");

beforeAll(() => {
  mkdirSync(join(dist, "assets"), { recursive: true });
  writeFileSync(join(dist, "index.html"), "<!doctype html><title>App</title>");
  writeFileSync(join(dist, "assets/first-index-abc.js"), "export {};");
  writeFileSync(join(dist, ".hidden"), "secret");
  writeFileSync(join(folder, "outside.txt"), "secret");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** @type {(() => Promise<void>)[]} */
const closers = [];
afterAll(async () => {
  await Promise.all(closers.map((close) => close()));
});

/** @param {import("./serve.js").ServeOptions} options */
async function serve(options) {
  const serving = await startServer({ dist, ...options });
  closers.push(serving.close);
  return serving;
}

const pathOf = /** @param {string} id */ (id) => `billing/org/v1/reports/${id}/download`;
const authorised = { headers: { Authorization: "apikey 7711$canary", Accept: "application/json" } };

/** Sends a path exactly as it is written. @param {number} port @param {string} path */
function rawStatus(port, path) {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path }, (res) => {
      res.resume();
      resolve(res.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

describe("files", () => {
  test("index, assets, types and how long they are kept", async () => {
    const { url } = await serve({});
    const index = await fetch(url);
    expect(index.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(index.headers.get("cache-control")).toBe("no-cache");
    const asset = await fetch(`${url}assets/first-index-abc.js`);
    expect(asset.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(asset.headers.get("cache-control")).toContain("immutable");
    expect((await fetch(`${url}nothing.js`)).status).toBe(404);
    expect((await fetch(`${url}assets/`)).status).toBe(404);
    expect((await fetch(url, { method: "POST" })).status).toBe(405);
    expect(await (await fetch(url, { method: "HEAD" })).text()).toBe("");
  });

  test("nothing outside the folder, nothing hidden", async () => {
    const { port } = await serve({});
    const paths = [
      "/../outside.txt",
      "/..%2foutside.txt",
      "/%2e%2e/outside.txt",
      "/assets/..%2f..%2foutside.txt",
      "/..%5coutside.txt",
      "/.hidden",
      "/%2ehidden",
      "/%00",
      "/%",
      "//outside.txt",
    ];
    for (const path of paths) {
      expect([path, await rawStatus(port, path)]).toEqual([path, expect.toBeOneOf([400, 404])]);
    }
    expect(fileFor(dist, "/../dist-other/file")).toBeUndefined();
  });

  test("every answer carries the security headers", async () => {
    const { url } = await serve({ sample: createSampleApi() });
    for (const path of ["", "config.json", "nothing", pathOf(SAMPLE_REPORTS.oneRow.id)]) {
      const { headers } = await fetch(url + path, authorised);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("connect-src 'self';");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cross-origin-embedder-policy")).toBe("require-corp");
    }
  });
});

describe("runtime configuration", () => {
  test.each([
    [{ sample: createSampleApi() }, { samples: true }],
    [{ api: "http://127.0.0.1:9" }, { samples: false }],
    [{ direct: "https://api.gcore.com" }, { samples: false, api: "https://api.gcore.com" }],
  ])("case %#", async (options, expected) => {
    const { url } = await serve(options);
    expect(await (await fetch(`${url}config.json`)).json()).toEqual(expected);
  });

  test("an API called directly is the only other origin the page may talk to", async () => {
    const { url } = await serve({ direct: "https://api.gcore.com" });
    const policy = (await fetch(url)).headers.get("content-security-policy");
    expect(policy).toContain("connect-src 'self' https://api.gcore.com;");
  });
});

describe("the proxy", () => {
  test("passes key and variant on, and the answer back byte for byte", async () => {
    const upstream = await startSampleServer();
    closers.push(upstream.close);
    const { url } = await serve({ api: upstream.origin });
    const path = pathOf(SAMPLE_REPORTS.month.id);
    const passed = await fetch(`${url}${path}?format=csv`, authorised);
    const direct = await fetch(`${upstream.origin}/${path}?format=csv`, authorised);
    expect(await passed.text()).toBe(await direct.text());
    expect(passed.headers.get("content-disposition")).toContain(".csv");
    expect(upstream.api.log[0]?.headers.authorization).toBe("apikey 7711$canary");
    const refused = await fetch(url + pathOf(FAULTS.rateLimitedForever.id), authorised);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "2"]);
    expect((await fetch(url + path, { ...authorised, method: "POST" })).status).toBe(405);
  });

  test("passes compressed bodies, cuts what is cut, leaves when the reader leaves", async () => {
    const upstream = await startSampleServer();
    closers.push(upstream.close);
    const { url } = await serve({ api: upstream.origin });
    const gzip = await fetch(url + pathOf(SAMPLE_REPORTS.monthGzip.id), authorised);
    expect(/** @type {{ rows: unknown[] }} */ (await gzip.json()).rows).toHaveLength(1_204);
    const cut = await fetch(url + pathOf(FAULTS.cut.id), authorised);
    await expect(cut.text()).rejects.toThrow();
    const signal = AbortSignal.timeout(200);
    const stalled = fetch(url + pathOf(FAULTS.stalled.id), { ...authorised, signal });
    await expect(stalled.then((response) => response.text())).rejects.toThrow();
    await vi.waitFor(() => expect(upstream.api.openCount()).toBe(0));
  });

  test("lets no cookie and no foreign header through in either direction", async () => {
    /** @type {import("node:http").IncomingHttpHeaders[]} */
    const seen = [];
    const upstream = createServer((req, res) => {
      seen.push(req.headers);
      res.setHeader("Set-Cookie", "session=1");
      res.setHeader("Content-Security-Policy", "default-src *");
      res.setHeader("Strict-Transport-Security", "max-age=1");
      res.end("{}");
    });
    await /** @type {Promise<void>} */ (
      new Promise((resolve) => upstream.listen(0, "127.0.0.1", resolve))
    );
    closers.push(() => new Promise((resolve) => upstream.close(() => resolve())));
    const address = /** @type {import("node:net").AddressInfo} */ (upstream.address());
    const { url } = await serve({ api: `http://127.0.0.1:${address.port}` });
    const headers = { ...authorised.headers, Cookie: "a=b", Referer: url, "X-Other": "1" };
    const response = await fetch(url + pathOf(SAMPLE_REPORTS.month.id), { headers });
    await response.text();
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(response.headers.get("strict-transport-security")).toBeNull();
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(Object.keys(seen[0] ?? {}).toSorted()).toEqual([
      "accept",
      "accept-encoding",
      "accept-language",
      "authorization",
      "connection",
      "host",
    ]);
    upstream.closeAllConnections();
  });

  test("says when the API is out of reach", async () => {
    const { url } = await serve({ api: "http://127.0.0.1:9" });
    const response = await fetch(url + pathOf(SAMPLE_REPORTS.month.id), authorised);
    expect(response.status).toBe(502);
    expect(await response.json()).toEqual({ error: "proxy: upstream unreachable" });
  });

  test.each(["000 X", "101 Switching", "999 X", "no"])(
    "an answer of status %s is none",
    async (status) => {
      const upstream = createTcpServer((socket) => {
        socket.on("error", () => {});
        socket.once("data", () => socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`));
      });
      await new Promise((ready) => upstream.listen(0, "127.0.0.1", () => ready(undefined)));
      const address = upstream.address();
      const port = address !== null && typeof address === "object" ? address.port : 0;
      const { url } = await serve({ api: `http://127.0.0.1:${port}` });
      const response = await fetch(url + pathOf(SAMPLE_REPORTS.month.id), authorised);
      expect(response.status).toBe(502);
      expect((await fetch(url)).status).toBe(200);
      upstream.close();
    },
  );

  test("without an API its paths are not found", async () => {
    const { url } = await serve({});
    expect((await fetch(`${url}billing/x`, authorised)).status).toBe(404);
  });
});
