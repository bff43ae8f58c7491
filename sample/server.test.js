import { request } from "node:http";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { MEDIA_TYPES, SAMPLE_KEY } from "./contract.js";
import { DAMAGED_ROW, FAULTS, ROWS_BEFORE_CUT } from "./faults.js";
import { SAMPLE_REPORTS } from "./reports.js";
import { startSampleServer } from "./server.js";

const QUICK = { slowMs: 300, slowStartMs: 200, retryAfterSeconds: 1 };
const { origin, api, close } = await startSampleServer(QUICK);
afterAll(close);
beforeEach(() => api.reset());

const AUTHORIZATION = `apikey ${SAMPLE_KEY}`;

/** @param {string} id @param {string} [query] */
const addressOf = (id, query = "") => `${origin}/billing/org/v1/reports/${id}/download${query}`;

/**
 * @param {string} id
 * @param {{ method?: string, signal?: AbortSignal, headers?: Record<string, string> }} [init]
 */
const download = (id, { headers, ...init } = {}) =>
  fetch(addressOf(id), {
    redirect: "manual",
    ...init,
    headers: { Authorization: AUTHORIZATION, Accept: "application/json", ...headers },
  });

/** The answer's head; its body is let go. @type {typeof download} */
async function head(id, init) {
  const response = await download(id, init);
  await response.body?.cancel();
  return response;
}

/** What arrives before the transport ends, and whether it ended properly. @param {string} id */
function receive(id) {
  return new Promise((resolve) => {
    const parts = /** @type {Buffer[]} */ ([]);
    /** @param {boolean} complete */
    const done = (complete) => resolve({ text: Buffer.concat(parts).toString(), complete });
    const headers = { Authorization: AUTHORIZATION };
    const req = request(addressOf(id), { headers }, (res) => {
      res.on("data", (part) => parts.push(part));
      res.on("end", () => done(true));
      res.on("error", () => done(false));
    });
    req.on("error", () => done(false));
    req.end();
  });
}

describe("the contract", () => {
  test("sends the month in each variant, in chunks, with a name", async () => {
    for (const [format, type] of Object.entries(MEDIA_TYPES)) {
      const response = await download(SAMPLE_REPORTS.month.id, { headers: { Accept: type } });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toContain(type);
      expect(response.headers.get("content-disposition")).toContain(`.${format}"`);
      expect(response.headers.get("transfer-encoding")).toBe("chunked");
      await response.arrayBuffer();
    }
  });

  test("format= wins over Accept", async () => {
    const headers = { Authorization: AUTHORIZATION, Accept: MEDIA_TYPES.json };
    const response = await fetch(addressOf(SAMPLE_REPORTS.month.id, "?format=csv"), { headers });
    expect(await response.text()).toMatch(/^Client ID,Client,/);
  });

  test("refuses other paths, methods and types", async () => {
    const id = SAMPLE_REPORTS.month.id;
    expect((await fetch(`${origin}/billing/org/v1/reports`)).status).toBe(404);
    expect((await head("00000000-0000-4000-8000-000000000009")).status).toBe(404);
    expect((await head(id, { method: "POST" })).status).toBe(405);
    expect((await head(id, { method: "OPTIONS" })).status).toBe(405);
    expect((await head(id, { headers: { Accept: "text/html" } })).status).toBe(406);
    expect((await head(id, { headers: { Authorization: "" } })).status).toBe(401);
  });

  test("answers HEAD with headers only", async () => {
    const response = await download(SAMPLE_REPORTS.month.id, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  test("sends the same bytes with a known length and compressed", async () => {
    const [plain, length, gzip] = await Promise.all(
      [SAMPLE_REPORTS.month, SAMPLE_REPORTS.monthLength, SAMPLE_REPORTS.monthGzip].map(({ id }) =>
        download(id),
      ),
    );
    const text = await plain?.text();
    expect(length?.headers.get("content-length")).toBe(String(Buffer.byteLength(text ?? "")));
    expect(gzip?.headers.get("content-encoding")).toBe("gzip");
    expect(await length?.text()).toBe(text);
    expect(await gzip?.text()).toBe(text);
  });

  test("has no rows to make 5,000,000 fit into a sheet", async () => {
    const response = await download(SAMPLE_REPORTS.rows5m.id, {
      headers: { Accept: MEDIA_TYPES.xlsx },
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("Failed to render report");
  });

  test("answers other origins only when told to", async () => {
    const id = SAMPLE_REPORTS.month.id;
    expect((await head(id)).headers.get("access-control-allow-origin")).toBeNull();
    api.options.cors = true;
    const preflight = await head(id, { method: "OPTIONS" });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("Authorization");
    const exposed = (await head(id)).headers.get("access-control-expose-headers");
    expect(exposed).toBe("Content-Disposition, Retry-After");
  });
});

describe("streaming", () => {
  test("a reader who leaves stops the work", async () => {
    const abort = new AbortController();
    const response = await download(SAMPLE_REPORTS.rows5m.id, { signal: abort.signal });
    await response.body?.getReader().read();
    expect(api.openCount()).toBe(1);
    abort.abort();
    await vi.waitFor(() => expect(api.openCount()).toBe(0));
    expect(api.log[0]).toMatchObject({ open: false, closedEarly: true });
  });

  test("a reader who waits holds the writer back", async () => {
    const abort = new AbortController();
    const response = await download(SAMPLE_REPORTS.rows5m.id, { signal: abort.signal });
    await response.body?.getReader().read();
    /** @type {number | undefined} */
    let before;
    await vi.waitFor(
      () => {
        const sent = api.log[0]?.bytesSent;
        const isSame = sent === before;
        before = sent;
        expect(isSame).toBe(true);
      },
      { timeout: 5_000, interval: 200 },
    );
    expect(before).toBeLessThan(64 * 1024 * 1024);
    abort.abort();
  });
});

describe("the memory of requests", () => {
  test("holds what a test wants to know and can be forgotten", async () => {
    await (await download(SAMPLE_REPORTS.oneRow.id)).text();
    expect(api.log).toHaveLength(1);
    expect(api.log[0]).toMatchObject({
      method: "GET",
      path: `/billing/org/v1/reports/${SAMPLE_REPORTS.oneRow.id}/download`,
      accept: "application/json",
      closedEarly: false,
    });
    expect(api.log[0]?.headers.authorization).toBe(AUTHORIZATION);
    api.reset();
    expect(api.log).toEqual([]);
  });

  test("is empty when switched off", async () => {
    api.options.log = false;
    await (await download(SAMPLE_REPORTS.oneRow.id)).text();
    expect(api.log).toEqual([]);
  });
});

describe("faults", () => {
  test("every id is there once", () => {
    const ids = [...Object.values(FAULTS), ...Object.values(SAMPLE_REPORTS)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([
    ["badRequest", 400],
    ["unauthorised", 401],
    ["forbidden", 403],
    ["notFound", 404],
    ["notAcceptable", 406],
    ["rateLimitedForever", 429],
    ["serverError", 500],
    ["badGateway", 502],
    ["unavailableForever", 503],
    ["gatewayTimeout", 504],
    ["redirectHere", 302],
    ["redirectElsewhere", 302],
  ])("%s is %i", async (name, status) => {
    const fault = FAULTS[/** @type {keyof typeof FAULTS} */ (name)];
    expect((await head(fault.id)).status).toBe(status);
  });

  test("a 401 by id quotes the beginning of the key too", async () => {
    const headers = { Authorization: "apikey 7711$canary-key" };
    const body = await (await download(FAULTS.unauthorised.id, { headers })).text();
    expect(body).toContain("7711$can");
  });

  test.each([FAULTS.rateLimited, FAULTS.unavailable])("%o recovers", async ({ id }) => {
    const statuses = [];
    for (let attempt = 0; attempt < 3; attempt++) statuses.push((await head(id)).status);
    expect(statuses.slice(0, 2).every((status) => status >= 429)).toBe(true);
    expect(statuses[2]).toBe(200);
  });

  test("429 says how long to wait", async () => {
    const response = await head(FAULTS.rateLimitedForever.id);
    expect(response.headers.get("retry-after")).toBe("1");
  });

  test.each([
    ["slow", 150],
    ["slowStart", 180],
  ])("%s takes its time and is whole", async (name, least) => {
    const start = performance.now();
    const fault = FAULTS[/** @type {keyof typeof FAULTS} */ (name)];
    const report = /** @type {{ rows: unknown[] }} */ (await (await download(fault.id)).json());
    expect(report.rows).toHaveLength(1_204);
    expect(performance.now() - start).toBeGreaterThan(least);
  });

  test.each(["cut", "cutLength", "cutClean"])("%s ends after its rows", async (name) => {
    const fault = FAULTS[/** @type {keyof typeof FAULTS} */ (name)];
    const { text, complete } = await receive(fault.id);
    expect(JSON.parse(`${text.slice(0, text.lastIndexOf(","))}]}`).rows).toHaveLength(
      ROWS_BEFORE_CUT,
    );
    expect(complete).toBe(name === "cutClean");
  });

  test("a reset comes before any header", async () => {
    await expect(download(FAULTS.reset.id)).rejects.toThrow();
  });

  test("a cut gzip stream unpacks to a part of the month, which some clients take for all", async () => {
    const text = await (await download(FAULTS.gzipCut.id)).text().catch(() => "");
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  test.each(["stalled", "silent"])(
    "%s holds the connection until the reader goes",
    async (name) => {
      const fault = FAULTS[/** @type {keyof typeof FAULTS} */ (name)];
      const signal = AbortSignal.timeout(300);
      const whole = download(fault.id, { signal }).then((response) => response.text());
      await expect(whole).rejects.toThrow();
      await vi.waitFor(() => expect(api.openCount()).toBe(0));
    },
  );

  test.each(["endlessSpace", "endlessString"])("%s goes on", async (name) => {
    const abort = new AbortController();
    const fault = FAULTS[/** @type {keyof typeof FAULTS} */ (name)];
    const response = await download(fault.id, { signal: abort.signal });
    const reader = response.body?.getReader();
    let bytes = 0;
    while (bytes < 8 * 1024 * 1024) bytes += (await reader?.read())?.value?.length ?? Infinity;
    expect(bytes).toBeLessThan(Infinity);
    abort.abort();
  });

  test("the damaged month breaks in its row and nowhere else", async () => {
    const text = await (await download(FAULTS.damaged.id)).text();
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    const lines = text.slice(text.indexOf('"rows":[[') + 8).split("],[");
    const broken = lines.flatMap((line, row) => (line.includes('" "') ? [row] : []));
    expect(broken).toEqual([DAMAGED_ROW]);
    expect(lines).toHaveLength(1_204);
  });

  test("invalid UTF-8 is one byte in an otherwise whole month", async () => {
    const bytes = Buffer.from(await (await download(FAULTS.invalidUtf8.id)).arrayBuffer());
    expect(bytes.filter((byte) => byte === 0xff)).toHaveLength(1);
    expect(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toThrow();
    expect(JSON.parse(bytes.toString()).rows).toHaveLength(1_204);
  });

  test.each(["htmlAsJson", "emptyBody", "trailing"])("%s is not JSON", async (name) => {
    const fault = FAULTS[/** @type {keyof typeof FAULTS} */ (name)];
    await expect((await download(fault.id)).json()).rejects.toThrow(SyntaxError);
  });

  test("100,000 nested arrays are valid", async () => {
    const text = await (await download(FAULTS.nested.id)).text();
    expect(text.match(/\[/g)?.length).toBe(text.match(/\]/g)?.length);
    expect(text.length).toBeGreaterThan(200_000);
  });

  test("redirects lead where the options say", async () => {
    api.options.otherOrigin = "http://127.0.0.1:9";
    const there = await head(FAULTS.redirectElsewhere.id);
    expect(there.headers.get("location")).toMatch(/^http:\/\/127\.0\.0\.1:9\//);
    const here = await head(FAULTS.redirectHere.id);
    expect(here.headers.get("location")).toContain(SAMPLE_REPORTS.month.id);
  });

  test("files may be refused where JSON is not", async () => {
    const { id } = FAULTS.filesRefused;
    const statuses = await Promise.all(
      Object.values(MEDIA_TYPES).map(async (type) => {
        const response = await head(id, { headers: { Accept: type } });
        return response.status;
      }),
    );
    expect(statuses).toEqual([200, 406, 400]);
  });
});
