/*
 * What every browser test starts with: the built app on its own port with its own sample API (one
 * per worker, reset before each test), a second origin that must never see a key, and a console that
 * must stay silent. A test that provokes a failure names the browser's own lines it expects.
 */
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { type Page, expect, test as base } from "@playwright/test";
import { SAMPLE_KEY } from "../sample/contract.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { type SampleApi, createSampleApi } from "../sample/server.js";
import { type FrontName, FRONTS, startFront } from "../scripts/fronts.js";
import { startServer } from "../scripts/serve.js";

export interface App {
  /** Address of the app, with a slash at the end. */
  readonly url: string;
  /** The API behind it: requests so far, options, tries. */
  readonly sample: SampleApi;
  /** An origin that is not the app's; FAULTS.redirectElsewhere leads there. */
  readonly elsewhere: Elsewhere;
}

export interface Elsewhere {
  readonly origin: string;
  /** Requests that reached it. */
  readonly requests: { path: string; headers: IncomingHttpHeaders }[];
}

/** Console lines the browser itself writes when a request fails; harmless where one must fail. */
export const NETWORK_ERROR_LINE = /^Failed to load resource: /;

const NOTHING = /(?!)/;

/** Another build than the one in dist/ may be tested. */
export const BUILT = process.env.DIST === undefined ? {} : { dist: process.env.DIST };

interface WorkerOptions {
  /** The server that stands before the sample API. */
  front: "built-in" | FrontName;
}

interface WorkerFixtures extends WorkerOptions {
  app: App;
}

/** The server for all tests that don't name one: BILLSCOPE_FRONT=nginx npm run e2e. */
const FRONT = FRONTS.find((name) => name === process.env.BILLSCOPE_FRONT) ?? "built-in";

/** The app as a host would serve it, with the sample API behind it. */
async function serve(front: WorkerOptions["front"], sample: SampleApi) {
  if (front === "built-in") return startServer({ sample, ...BUILT });
  const api = createServer((req, res) => void sample.handle(req, res));
  await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
  const { port } = api.address() as AddressInfo;
  const config = { samples: true };
  const server = await startFront(front, { api: `http://127.0.0.1:${port}`, config, ...BUILT });
  return {
    url: server.url,
    close: async () => {
      await server.close();
      api.close();
      api.closeAllConnections();
    },
  };
}

interface TestFixtures {
  /** Matches the console lines this test provokes on purpose. One pattern: Playwright would take a
   * list of two for a fixture with its options. */
  allowedConsole: RegExp;
  /** What the page said on its console or threw, beyond the lines allowed. Checked at the end. */
  complaints: string[];
}

async function startElsewhere(): Promise<Elsewhere & { close: () => void }> {
  const requests: Elsewhere["requests"] = [];
  const server = createServer((req, res) => {
    requests.push({ path: req.url ?? "/", headers: req.headers });
    // As welcoming as a thief would be: only the app's own care keeps a key away from here.
    res.writeHead(200, {
      "Access-Control-Allow-Origin": "*",
      "Access-Control-Allow-Headers": "Authorization, Accept",
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Content-Type": "application/json",
    });
    res.end('{"headers":["Stolen"],"rows":[["1"]]}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}`, requests, close };
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  front: [FRONT, { option: true, scope: "worker" }],

  app: [
    async ({ front }, provide) => {
      const elsewhere = await startElsewhere();
      const sample = createSampleApi({ otherOrigin: elsewhere.origin });
      const server = await serve(front, sample);
      await provide({ url: server.url, sample, elsewhere });
      await server.close();
      elsewhere.close();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ app }, provide) => {
    await provide(app.url);
  },

  allowedConsole: [NOTHING, { option: true }],

  complaints: [
    async ({ app, context, allowedConsole }, provide) => {
      app.sample.reset();
      app.elsewhere.requests.length = 0;
      const complaints: string[] = [];
      const complain = (text: string) => {
        if (!allowedConsole.test(text)) complaints.push(text);
      };
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complain(message.text());
      });
      context.on("weberror", (error) => complain(`uncaught: ${String(error.error())}`));
      await provide(complaints);
      expect(complaints, "the console stays silent").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";

/** Fills in the connect form and sends it. */
export async function connect(page: Page, id: string, key: string = SAMPLE_KEY): Promise<void> {
  await page.getByLabel("Report ID").fill(id);
  await giveKey(page, key);
}

/** Sends the connect form of a link, which has the report's id already. */
export async function giveKey(page: Page, key: string = SAMPLE_KEY): Promise<void> {
  await page.getByLabel("API key").fill(key);
  await page.getByRole("button", { name: "Open report" }).click();
}

/** Opens a sample report and waits until all its rows are there. */
export async function openSample(
  page: Page,
  id: string = SAMPLE_REPORTS.month.id,
  key: string = SAMPLE_KEY,
): Promise<void> {
  await page.goto("./");
  await connect(page, id, key);
  const grid = page.getByRole("grid", { name: "Report rows" });
  await expect(grid).toBeVisible();
  await expect(grid).not.toHaveAttribute("aria-busy", "true");
}

/**
 * Makes the clock of the page's worker run faster, timers and readings alike: what it waits a minute
 * for comes in seconds. For the app's own patience with a silent server.
 */
export async function hurryWorker(page: Page, factor: number): Promise<void> {
  // The first file only: the parts it loads share its clock.
  await page.route("**/assets/worker-worker-*.js", async (route) => {
    const answer = await route.fetch();
    const hurry =
      "{const wait=self.setTimeout,now=performance.now.bind(performance),begun=now();" +
      `performance.now=()=>begun+(now()-begun)*${factor};` +
      `self.setTimeout=(task,ms=0,...given)=>wait(task,ms/${factor},...given)}`;
    await route.fulfill({ response: answer, body: `${hurry}\n${await answer.text()}` });
  });
}
