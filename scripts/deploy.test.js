/*
 * The configurations in deploy/, for real: nginx and Caddy started with the very files that are
 * shipped, in front of an API that does what the tests ask. The built-in server goes through the same
 * tests, so all three are the same host to a browser and to the API.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { createServer as createSecureServer, request as requestSecure } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { makeCertificates } from "./certificates.js";
import { FRONTS, cutsWhatIsCut, startFront } from "./fronts.js";
import { startNameServer } from "./nameServer.js";
import { observatory } from "./observatory.js";
import { ROOT } from "./run.js";
import { CACHING, TRANSPORT_SECURITY, WITHHELD, securityHeaders } from "./security.js";
import { startServer } from "./serve.js";
import { deployFiles } from "./writeDeploy.js";

/** @typedef {import("node:http").IncomingMessage} IncomingMessage */
/** @typedef {import("node:http").ServerResponse} ServerResponse */

const CANARY = "1180$c4n4ry-9e107d9d372bb6826bd81d3542a419d6";
const SECRET = CANARY.slice(5);
const REPORT = "billing/org/v1/reports/3c90c3cc-0d44-4b50-8888-8dd25736052a/download";
const INDEX =
  '<!doctype html><title>App</title><script src="./a.js" integrity="sha384-x"></script>';

const folder = mkdtempSync(join(tmpdir(), "billscope-deploy-"));
const dist = join(folder, "dist");

/** @type {IncomingMessage[]} */
const seen = [];
/** What the API does next. @type {(req: IncomingMessage, res: ServerResponse) => void} */
let act;

/** @param {IncomingMessage} req @param {ServerResponse} res */
function api(req, res) {
  seen.push(req);
  act(req, res);
}
const upstream = createServer(api);

/** @param {import("node:net").Server} server @returns {Promise<string>} host and port */
async function listen(server) {
  await /** @type {Promise<void>} */ (
    new Promise((done) => {
      server.listen(0, "127.0.0.1", done);
    })
  );
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return `127.0.0.1:${address.port}`;
}

/** Scripts and styles as the build leaves them: whole, as Brotli, as gzip. */
const PACKED = {
  "assets/later-part-abc.js": `export const part = "${"x".repeat(3_000)}";`,
  "assets/small-abc.js": "export {};",
  "assets/index-abc.css": ".a { color: red }\n".repeat(90),
};

let origin = "";
beforeAll(async () => {
  mkdirSync(join(dist, "assets"), { recursive: true });
  writeFileSync(join(dist, "index.html"), INDEX);
  writeFileSync(join(dist, "config.json"), "{}");
  writeFileSync(join(dist, "assets/first-index-abc.js"), `export {};${" ".repeat(4_000)}`);
  for (const [name, code] of Object.entries(PACKED)) {
    writeFileSync(join(dist, name), code);
    writeFileSync(join(dist, `${name}.br`), brotliCompressSync(code));
    writeFileSync(join(dist, `${name}.gz`), gzipSync(code));
  }
  writeFileSync(join(dist, ".hidden"), "secret");
  origin = `http://${await listen(upstream)}`;
});

/** @type {(() => unknown)[]} */
const closers = [];
afterAll(async () => {
  await Promise.all(closers.map((close) => close()));
  upstream.close();
  upstream.closeAllConnections();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  seen.length = 0;
  act = (_req, res) => res.end('{"headers":[],"rows":[]}');
});

/** What is said when the API is out of reach; Caddy leaves it at the status. @param {string} name */
const unreachable = (name) => (name === "caddy" ? "" : '{"error":"proxy: upstream unreachable"}');

const SERVERS = /** @type {const} */ (["built-in", ...FRONTS]);

/**
 * @param {(typeof SERVERS)[number]} name
 * @param {Partial<import("./fronts.js").FrontOptions>} [given]
 * @returns {Promise<import("./fronts.js").Front>}
 */
async function start(name, given = {}) {
  const options = { dist, api: origin, ...given };
  const front =
    name === "built-in"
      ? { logs: () => "", ...(await startServer(options)) }
      : await startFront(name, options);
  closers.push(front.close);
  return front;
}

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {(name: string) => readonly string[]} values
 * @property {readonly string[]} names lower case
 * @property {Buffer} body
 * @property {boolean} whole
 */

/**
 * A request exactly as it is written, and the answer exactly as it came.
 * @param {string} base
 * @param {string} path
 * @param {import("node:https").RequestOptions} [options]
 * @returns {Promise<Answer>}
 */
function ask(base, path, options = {}) {
  const { hostname, port, protocol } = new URL(base);
  const send = protocol === "https:" ? requestSecure : request;
  return new Promise((done, fail) => {
    const req = send(
      { hostname, port, path: `/${path}`, rejectUnauthorized: false, agent: false, ...options },
      (res) => {
        /** @type {Buffer[]} */
        const blocks = [];
        const raw = res.rawHeaders;
        const names = raw.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
        const finish = () =>
          done({
            status: res.statusCode ?? 0,
            values: (name) =>
              raw.filter((_, i) => i % 2 === 1 && names[(i - 1) / 2] === name.toLowerCase()),
            names,
            body: Buffer.concat(blocks),
            whole: res.complete,
          });
        res.on("data", (/** @type {Buffer} */ block) => blocks.push(block));
        res.on("error", () => {});
        res.on("close", finish);
      },
    );
    req.on("error", fail);
    req.end();
  });
}

const KEY = { headers: { Authorization: `apikey ${CANARY}`, Accept: "application/json" } };

/** What an answer may carry beside the security headers and Cache-Control. */
const ORDINARY =
  /^(?:date|connection|keep-alive|transfer-encoding|content-(?:type|length|encoding|disposition)|etag|last-modified|vary|accept-ranges|server|allow|retry-after|location)$/;

test("the files are as they were written from scripts/security.js", () => {
  for (const [path, text] of Object.entries(deployFiles())) {
    expect([path, readFileSync(join(ROOT, path), "utf8")]).toEqual([path, text]);
  }
});

/** @param {string} path in the repository */
const text = (path) => readFileSync(join(ROOT, path), "utf8");

test("a container has the same settings, from its environment", () => {
  const template = text("deploy/docker/settings.conf.template");
  const dockerfile = text("deploy/docker/Dockerfile");
  const api = /BILLSCOPE_API=(\S+)/.exec(dockerfile)?.[1] ?? "";
  const settings = template
    .replace("${BILLSCOPE_API}", api)
    .replace("${BILLSCOPE_DIRECT}", "")
    .replace("${NGINX_LOCAL_RESOLVERS}", "127.0.0.53");
  expect(settings).toBe(text("deploy/nginx/settings.conf"));
  const bases = dockerfile.match(/^FROM .*$/gm) ?? [];
  expect(bases).toHaveLength(2);
  for (const base of bases) expect(base).toMatch(/:[\w.-]+@sha256:[0-9a-f]{64}( AS \w+)?$/);
  expect(dockerfile.match(/^USER .*$/gm)?.at(-1)).toBe("USER 101:101");
});

test("an image has every file its nginx reads, from what the build may see", () => {
  const dockerfile = text("deploy/docker/Dockerfile").replaceAll(/\\\n\s*/g, "");
  const allowed = text("deploy/docker/Dockerfile.dockerignore")
    .split("\n")
    .flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));
  const isSeen = (/** @type {string} */ path) => allowed.includes(path.split("/")[0] ?? "");
  /** Where each file or folder comes to lie in the image that is served. */
  const laidOut = new Set();
  const stages = dockerfile.split(/^(?=FROM )/m).slice(1);
  for (const [, words = ""] of dockerfile.matchAll(/^COPY (?!--from)(.*)$/gm)) {
    for (const source of words.split(" ").slice(0, -1)) {
      expect([source, source === "." || isSeen(source)]).toEqual([source, true]);
      expect([source, existsSync(join(ROOT, source))]).toEqual([source, true]);
    }
  }
  for (const [, words = ""] of stages[1]?.matchAll(/^COPY (.*)$/gm) ?? []) {
    const [target = "", ...sources] = words
      .split(" ")
      .filter((word) => !word.startsWith("--"))
      .toReversed();
    for (const source of sources) {
      laidOut.add(target.endsWith("/") ? target + source.split("/").at(-1) : target);
    }
  }
  for (const [, target = "", link = ""] of dockerfile.matchAll(/ln -s (\S+) (\S+)/g)) {
    laidOut.add(link);
    // The entry point writes each template, without that ending, where it is told to.
    const written = target.replace(/^\/tmp\//, "/etc/nginx/templates/");
    if (written !== target) expect(laidOut).toContain(`${written}.template`);
  }
  expect(dockerfile).toContain("NGINX_ENVSUBST_OUTPUT_DIR=/tmp");
  const main = text("deploy/docker/nginx.conf");
  const site = text("deploy/nginx/billscope.conf");
  const read = [...`${main}${site}`.matchAll(/include (billscope\/\S+);/g)];
  expect(read.length).toBeGreaterThan(5);
  for (const [, path] of read) expect(laidOut).toContain(`/etc/nginx/${path}`);
  for (const [, path] of site.matchAll(/(?:root|_log) (\/\S+?)[ ;]/g)) {
    expect(laidOut).toContain(path);
  }
  expect(laidOut).toContain("/etc/nginx/nginx.conf");
  // One port all through; what the build runs exists.
  expect(site).toContain("listen 8080;");
  expect(dockerfile).toMatch(/^EXPOSE 8080$/m);
  expect(dockerfile).toContain("http://127.0.0.1:8080/");
  expect(stages[0]).toContain("npm run build");
  // What the build itself reads: the configuration and all that it imports.
  for (const [, path = ""] of text("vite.config.ts").matchAll(/from "\.\/([^"]+)"/g)) {
    expect([path, isSeen(path)]).toEqual([path, true]);
  }
});

test("every package is there in one exact version", () => {
  /** @type {Record<"dependencies" | "devDependencies", Record<string, string>>} */
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(ROOT, "package.json"), "utf8"),
  );
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect([name, version]).toEqual([
      name,
      expect.stringMatching(/^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+$/),
    ]);
  }
  /** @type {{ packages: Record<string, { integrity?: string, link?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  const unchecked = Object.entries(packages).filter(
    ([path, { integrity }]) => path !== "" && integrity === undefined,
  );
  expect(unchecked).toEqual([]);
});

describe.each(SERVERS)("%s", (name) => {
  test.each([undefined, "https://api.gcore.com"])(
    "every answer carries the same headers, the page calling %s",
    async (direct) => {
      const { url } = await start(name, direct === undefined ? {} : { direct });
      const expected = Object.entries(securityHeaders(direct));
      /** @type {readonly (readonly [path: string, method: string, status: number, kept: string])[]} */
      const cases = [
        ["", "GET", 200, CACHING.file],
        ["", "HEAD", 200, CACHING.file],
        ["config.json", "GET", 200, CACHING.file],
        ["assets/first-index-abc.js", "GET", 200, CACHING.asset],
        ["assets/later-part-abc.js", "GET", 200, CACHING.asset],
        ["assets/gone.js", "GET", 404, CACHING.never],
        ["assets/.hidden.js", "GET", 404, CACHING.never],
        ["nothing", "GET", 404, CACHING.never],
        [".hidden", "GET", 404, CACHING.never],
        ["", "POST", 405, CACHING.never],
        ["assets/first-index-abc.js", "DELETE", 405, CACHING.never],
        ["billing/other", "GET", 404, CACHING.never],
        ...(direct === undefined
          ? [
              /** @type {const} */ ([REPORT, "GET", 200, CACHING.never]),
              /** @type {const} */ ([REPORT, "POST", 405, CACHING.never]),
            ]
          : []),
      ];
      for (const [path, method, status, kept] of cases) {
        const headers = { ...KEY.headers, "Accept-Encoding": "gzip, deflate, br" };
        const answer = await ask(url, path, { method, headers });
        const what = `${method} /${path}`;
        expect([what, answer.status]).toEqual([what, status]);
        for (const [header, value] of expected) {
          expect([what, header, answer.values(header)]).toEqual([what, header, [value]]);
        }
        expect([what, answer.values("cache-control")]).toEqual([what, [kept]]);
        const known = new Set([
          "cache-control",
          ...expected.map(([header]) => header.toLowerCase()),
        ]);
        const others = answer.names.filter((each) => !known.has(each) && !ORDINARY.test(each));
        expect([what, others]).toEqual([what, []]);
        expect(answer.values("server").join("")).not.toMatch(/\d/);
      }
    },
  );

  test("scripts and styles are sent as the build packed them, in a form the reader takes", async () => {
    const { url } = await start(name);
    /** @type {readonly (readonly [accepted: string, encodings: readonly string[]])[]} */
    const cases = [
      ["gzip, deflate, br, zstd", ["br"]],
      ["br", ["br"]],
      ["gzip, br;q=0", ["gzip"]],
      ["gzip", ["gzip"]],
      ["gzip;q=0, brotli", []],
      ["", []],
    ];
    for (const [path, code] of Object.entries(PACKED)) {
      for (const [accepted, encodings] of cases) {
        for (const method of ["GET", "HEAD"]) {
          const headers = accepted === "" ? {} : { "Accept-Encoding": accepted };
          const answer = await ask(url, path, { method, headers });
          const what = `${method} /${path}, taking ${accepted}`;
          expect([what, answer.status]).toEqual([what, 200]);
          expect([what, answer.values("content-encoding")]).toEqual([what, encodings]);
          expect([what, answer.values("vary")]).toEqual([what, ["Accept-Encoding"]]);
          const type = path.endsWith(".css") ? "text/css" : "text/javascript";
          expect([what, answer.values("content-type")]).toEqual([what, [`${type}; charset=utf-8`]]);
          if (method === "HEAD") continue;
          const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[encodings[0] ?? ""];
          expect([what, (unpack?.(answer.body) ?? answer.body).toString()]).toEqual([what, code]);
        }
      }
    }
    const whole = await ask(url, "assets/first-index-abc.js", {
      headers: { "Accept-Encoding": "br" },
    });
    expect([whole.status, whole.values("content-encoding")]).toEqual([200, []]);
  });

  test("passes on one path, one method, four headers and the variant, nothing else", async () => {
    const { url } = await start(name);
    const headers = {
      ...KEY.headers,
      "Accept-Encoding": "gzip",
      "Accept-Language": "de",
      Cookie: "a=b",
      Referer: "http://elsewhere/",
      Origin: "http://elsewhere",
      "X-Other": "1",
      "X-Forwarded-For": "10.0.0.1",
      "Proxy-Authorization": "Basic x",
    };
    for (const query of ["?format=csv&key=1", "?format=exe", "?x=1", ""]) {
      expect((await ask(url, REPORT + query, { headers })).status).toBe(200);
    }
    expect(seen.map((req) => req.url)).toEqual([
      `/${REPORT}?format=csv`,
      `/${REPORT}`,
      `/${REPORT}`,
      `/${REPORT}`,
    ]);
    for (const req of seen) {
      const { host, connection, ...sent } = req.headers;
      expect(host).toBe(new URL(origin).host);
      expect(connection ?? "close").toMatch(/^(?:close|keep-alive)$/);
      expect(sent).toEqual({
        accept: "application/json",
        "accept-encoding": "gzip",
        "accept-language": "de",
        authorization: `apikey ${CANARY}`,
      });
    }
    seen.length = 0;
    const refused = [
      "billing/",
      "billing/org/v1/reports",
      "billing/org/v1/reports/3c90c3cc/download",
      REPORT.slice(0, -9),
      `${REPORT}/`,
      `${REPORT}s`,
      REPORT.replace("v1", "v2"),
      `x/../${REPORT}s`,
      `billing/org/v1/reports/..%2f..%2fusers%2f${"a".repeat(20)}/download`,
    ];
    for (const path of refused) {
      expect([path, (await ask(url, path, KEY)).status]).toEqual([
        path,
        expect.toBeOneOf([400, 404]),
      ]);
    }
    for (const method of ["POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"]) {
      expect([method, (await ask(url, REPORT, { method, ...KEY })).status]).toEqual([method, 405]);
    }
    expect(seen).toEqual([]);
  });

  test("what the API may not decide ends here, what it says of the report comes through", async () => {
    const { url } = await start(name);
    const said = {
      "Content-Type": "text/csv",
      "Content-Disposition": 'attachment; filename="a.csv"',
      "Retry-After": "7",
    };
    act = (_req, res) => {
      for (const header of WITHHELD) res.setHeader(header, header === "Set-Cookie" ? "a=b" : "x");
      res.writeHead(429, said).end("x");
    };
    const answer = await ask(url, REPORT, KEY);
    expect(answer.status).toBe(429);
    for (const [header, value] of Object.entries(said))
      expect(answer.values(header)).toEqual([value]);
    for (const header of WITHHELD) {
      expect([header, answer.values(header)]).not.toEqual([header, expect.arrayContaining(["x"])]);
    }
    expect(answer.names).not.toContain("set-cookie");
    act = (_req, res) => res.writeHead(302, { Location: "https://elsewhere.example/x" }).end();
    const redirect = await ask(url, REPORT, KEY);
    expect([redirect.status, redirect.values("location")]).toEqual([
      302,
      ["https://elsewhere.example/x"],
    ]);
  });

  test("a body comes as it is: packed once, at once, of any size, in step with its reader", async () => {
    const { url } = await start(name);
    const packed = gzipSync("a,b\r\n".repeat(10_000));
    act = (_req, res) =>
      res.writeHead(200, { "Content-Encoding": "gzip", "Content-Type": "text/csv" }).end(packed);
    const gzip = await ask(url, REPORT, { headers: { ...KEY.headers, "Accept-Encoding": "gzip" } });
    expect(gzip.values("content-encoding")).toEqual(["gzip"]);
    expect(gzip.body.equals(packed)).toBe(true);
    expect(gunzipSync(gzip.body)).toHaveLength(50_000);

    act = (_req, res) =>
      res
        .writeHead(200, { "Content-Type": "application/json", "Content-Length": 50_000 })
        .end("x".repeat(50_000));
    const plain = await ask(url, REPORT, {
      headers: { ...KEY.headers, "Accept-Encoding": "gzip" },
    });
    expect([plain.values("content-encoding"), plain.values("content-length")]).toEqual([
      [],
      ["50000"],
    ]);

    // The first bytes are there while the API has not sent the last.
    /** @type {(() => void) | undefined} */
    let finish;
    act = (_req, res) => {
      res.write("first");
      finish = () => res.end("last");
    };
    const text = await new Promise((done, fail) => {
      request(url + REPORT, KEY, (res) => {
        let got = "";
        res.setEncoding("utf8").on("data", (/** @type {string} */ part) => {
          got += part;
          if (got === "first") finish?.();
        });
        res.once("end", () => done(got));
      })
        .once("error", fail)
        .end();
    });
    expect(text).toBe("firstlast");

    const block = Buffer.alloc(1 << 20, "x");
    let left = 40;
    act = (_req, res) => {
      const more = () => {
        while (left > 0) {
          left--;
          if (!res.write(block)) {
            res.once("drain", more);
            return;
          }
        }
        res.end();
      };
      more();
    };
    const paused = await new Promise((done, fail) => {
      request(url + REPORT, KEY, (res) => done(res.pause()))
        .once("error", fail)
        .end();
    });
    // Nobody reads: what is on its way is all there is, nothing piles up in the proxy.
    await vi.waitFor(() => expect(left).toBeLessThan(40), { timeout: 60_000 });
    let before = -1;
    await vi.waitFor(
      () => {
        const now = left;
        const isStill = now === before;
        before = now;
        expect(isStill).toBe(true);
      },
      { interval: 250, timeout: 60_000 },
    );
    expect(left).toBeGreaterThan(10);
    let size = 0;
    await new Promise((done) => {
      paused.on("data", (/** @type {Buffer} */ part) => (size += part.length)).once("end", done);
      paused.resume();
    });
    expect(size).toBe(40 << 20);
  });

  test("faults stay faults, and the API hears when the reader leaves", async () => {
    const { url } = await start(name);
    act = (_req, res) => {
      res.write("a,b\r\n1,");
      setTimeout(() => res.destroy(), 20);
    };
    const cut = await ask(url, REPORT, KEY);
    expect(cut.body.toString()).toBe("a,b\r\n1,");
    expect(cut.whole).toBe(name === "built-in" ? false : !cutsWhatIsCut(name));
    act = (_req, res) => {
      res.writeHead(200, { "Content-Length": 100 }).write("a,b\r\n1,");
      setTimeout(() => res.destroy(), 20);
    };
    expect((await ask(url, REPORT, KEY)).whole).toBe(false);
    act = (_req, res) => res.socket?.resetAndDestroy();
    const reset = await ask(url, REPORT, KEY);
    expect(reset.status).toBe(502);
    expect(reset.body.toString()).toBe(unreachable(name));

    const closed = new Promise((done) => {
      act = (_req, res) => {
        res.write("first");
        res.once("close", () => done(true));
      };
    });
    const reader = request(url + REPORT, KEY, (res) => {
      res.once("data", () => reader.destroy());
      res.on("error", () => {});
    });
    reader.on("error", () => {}).end();
    expect(await closed).toBe(true);
  });

  test("an API out of reach is said in words", async () => {
    const { url } = await start(name, { api: "http://127.0.0.1:9" });
    const answer = await ask(url, REPORT, KEY);
    expect([answer.status, answer.body.toString()]).toEqual([502, unreachable(name)]);
    expect(answer.values("content-security-policy")).toHaveLength(1);
    expect(answer.values("cache-control")).toEqual(["no-store"]);
  });
});

/** @param {string} url @param {string} text @returns {Promise<void>} when the server has closed */
function sendRaw(url, text) {
  const { hostname, port } = new URL(url);
  return new Promise((done) => {
    const socket = connect(Number(port), hostname, () => socket.end(text));
    socket
      .resume()
      .on("error", () => {})
      .once("close", () => done());
  });
}

describe.each(FRONTS)("logs of %s", (name) => {
  test("hold no piece of the key, wherever it was put and whatever went wrong", async () => {
    const [working, dead] = await Promise.all([
      start(name),
      start(name, { api: "http://127.0.0.1:9" }),
    ]);
    const wrong = `\r\nHost: x\r\nConnection: close\r\n`;
    for (const { url } of [working, dead]) {
      act = (_req, res) => res.writeHead(401).end(`Bad permanent token: ${CANARY}`);
      await ask(url, REPORT, KEY);
      act = (_req, res) => res.socket?.end(`HTTP/1.1 200 OK\r\nEcho ${CANARY}\r\n\r\n`);
      await ask(url, REPORT, KEY).catch(() => {});
      act = (_req, res) => {
        res.write(`half ${CANARY}`);
        setTimeout(() => res.destroy(), 20);
      };
      await ask(url, REPORT, KEY).catch(() => {});
      for (const path of [
        `${REPORT}?key=${SECRET}`,
        `?apikey=${SECRET}`,
        SECRET,
        `billing/${SECRET}`,
      ]) {
        await ask(url, path, KEY);
      }
      await ask(url, "", {
        headers: { ...KEY.headers, Referer: `http://x/${SECRET}`, Host: SECRET },
      });
      await sendRaw(url, `GET /${REPORT} HTTP/1.1${wrong}Author ization: apikey ${CANARY}\r\n\r\n`);
      await sendRaw(
        url,
        `GET /${REPORT} HTTP/1.1${wrong}Authorization: apikey ${CANARY.repeat(2_000)}\r\n\r\n`,
      );
      await sendRaw(url, `${SECRET.toUpperCase()} / HTTP/1.1${wrong}\r\n`);
      await sendRaw(url, `apikey ${CANARY}\r\n\r\n`);
    }
    const logs = working.logs() + dead.logs();
    expect(logs.length).toBeGreaterThan(0);
    for (let at = 0; at + 8 <= SECRET.length; at++) {
      expect(logs.toLowerCase()).not.toContain(SECRET.slice(at, at + 8));
    }
    if (name === "nginx") {
      expect(logs).toContain(`GET /${REPORT} 401`);
      expect(logs).toContain("GET other 404");
    }
  });
});

/** @param {Answer} answer */
const transport = (answer) => answer.values("strict-transport-security");

describe.each(FRONTS)("TLS and %s", (name) => {
  test("the API must prove its name, which is looked up and said", async () => {
    const certificates = makeCertificates(mkdtempSync(join(folder, "api-")), ["DNS:localhost"]);
    /** @type {string[]} */
    const names = [];
    const secure = createSecureServer(
      {
        cert: readFileSync(certificates.certificate),
        key: readFileSync(certificates.key),
        SNICallback: (asked, done) => {
          names.push(asked);
          done(null);
        },
      },
      api,
    );
    closers.push(() => {
      secure.close();
      secure.closeAllConnections();
    });
    const port = (await listen(secure)).split(":")[1];
    const resolver = await startNameServer();
    closers.push(resolver.close);
    const named = { api: `https://localhost:${port}`, resolver: resolver.address };
    const known = await start(name, { ...named, authorities: certificates.authority });
    expect((await ask(known.url, REPORT, KEY)).status).toBe(200);
    expect(names).toEqual(["localhost"]);
    expect(seen).toHaveLength(1);
    const unknown = await start(name, named);
    expect((await ask(unknown.url, REPORT, KEY)).status).toBe(502);
    // A certificate that is good, but for another name.
    const other = await start(name, {
      ...named,
      api: `https://127.0.0.1:${port}`,
      authorities: certificates.authority,
    });
    expect((await ask(other.url, REPORT, KEY)).status).toBe(502);
    expect(seen).toHaveLength(1);
  });

  test("HSTS goes with TLS, here or at a balancer in front, and not without", async () => {
    const tls = makeCertificates(mkdtempSync(join(folder, "tls-")), ["IP:127.0.0.1"]);
    const secure = await start(name, { tls });
    const plain = await start(name);
    const forwarded = { headers: { "X-Forwarded-Proto": "https" } };
    expect(transport(await ask(secure.url, ""))).toEqual([TRANSPORT_SECURITY]);
    expect(transport(await ask(secure.url, "assets/gone.js"))).toEqual([TRANSPORT_SECURITY]);
    expect(transport(await ask(secure.url, REPORT, KEY))).toEqual([TRANSPORT_SECURITY]);
    expect(transport(await ask(plain.url, ""))).toEqual([]);
    expect(transport(await ask(plain.url, "", forwarded))).toEqual([TRANSPORT_SECURITY]);
  });
});

test.each(SERVERS)("the Observatory gives %s behind TLS at least 130 points", async (name) => {
  const tls = makeCertificates(mkdtempSync(join(folder, "tls-")), ["IP:127.0.0.1"]);
  for (const direct of [undefined, "https://api.gcore.com"]) {
    const { url } = await start(name, { tls, ...(direct === undefined ? {} : { direct }) });
    // The built-in server has no TLS of its own; a balancer in front says that it has.
    const answer = await ask(url, "", { headers: { "X-Forwarded-Proto": "https" } });
    const { values } = answer;
    const html = answer.body.toString();
    const { score, lines } = observatory({ isSecure: true, isPlainOpen: false, values, html });
    expect(lines.map(({ test: each, points }) => [each, points])).toMatchInlineSnapshot(`
      [
        [
          "Content Security Policy",
          10,
        ],
        [
          "Cookies",
          0,
        ],
        [
          "Cross-Origin Resource Sharing",
          0,
        ],
        [
          "Redirection",
          0,
        ],
        [
          "Referrer-Policy",
          5,
        ],
        [
          "Strict Transport Security",
          0,
        ],
        [
          "Subresource Integrity",
          5,
        ],
        [
          "X-Content-Type-Options",
          0,
        ],
        [
          "X-Frame-Options",
          5,
        ],
        [
          "Cross-Origin-Resource-Policy",
          10,
        ],
        [
          "Cross-Origin-Embedder-Policy",
          10,
        ],
        [
          "Cross-Origin-Opener-Policy",
          10,
        ],
      ]
    `);
    expect(score).toBeGreaterThanOrEqual(130);
    expect(observatory({ isSecure: false, isPlainOpen: true, values, html }).score).toBe(60);
  }
});
