/*
 * Where the key is in memory: once in the page while it is held, in the worker only as long as a
 * request needs it, nowhere once it is forgotten. Looked up in snapshots of both heaps. And a page
 * that the browser keeps whole, to show it again at once by Back, is kept without its key.
 */
import type { CDPSession, Page } from "@playwright/test";
import { systemBrowser } from "../scripts/browser.js";
import { startServer } from "../scripts/serve.js";
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { BUILT, connect, expect, openSample, test } from "./fixtures.ts";
import { rowsShown } from "./grid.ts";

const CANARY = "1180$c4n4ry-0cc175b9c0f1b6a831c399e269772661";
const SECRET = CANARY.slice(5);

const executablePath = systemBrowser();

// Playwright switches off that pages are kept for Back; here it is what is tested.
test.use({
  launchOptions: {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--enable-features=BackForwardCache"],
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  },
});

/** All texts of a snapshot, each once: the last list in it. */
function texts(snapshot: string): readonly string[] {
  return (JSON.parse(snapshot) as { readonly strings: readonly string[] }).strings;
}

const OWN_NAME = /part of key .* pair in WeakMap/;

interface Heap {
  /** How many texts there are in memory that are the key, or have it in them. */
  readonly countKey: () => Promise<number>;
}

type Send = (method: string) => Promise<void>;

/** Snapshots come in pieces, in messages beside the answer; `pieces` fills from them. */
function heapOf(send: Send, pieces: string[]): Heap {
  return {
    countKey: async () => {
      pieces.length = 0;
      await send("HeapProfiler.collectGarbage");
      await send("HeapProfiler.takeHeapSnapshot");
      const snapshot = pieces.join("");
      expect(snapshot.length).toBeGreaterThan(100_000);
      // Names of what leads to it quote it as well: they are the snapshot's own.
      return texts(snapshot).filter((text) => text.includes(SECRET) && !OWN_NAME.test(text)).length;
    },
  };
}

function pageHeap(client: CDPSession): Heap {
  const pieces: string[] = [];
  client.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => pieces.push(chunk));
  const send = async (method: string) => {
    await (method === "HeapProfiler.collectGarbage"
      ? client.send("HeapProfiler.collectGarbage")
      : client.send("HeapProfiler.takeHeapSnapshot"));
  };
  return heapOf(send, pieces);
}

interface FromTarget {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly chunk?: string };
}

/** The worker is a target of its own; messages to it travel inside messages to the page. */
async function workerHeap(client: CDPSession): Promise<Heap> {
  const pieces: string[] = [];
  const waiting = new Map<number, () => void>();
  let session: string | undefined;
  client.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") session = sessionId;
  });
  client.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, method, params } = JSON.parse(message) as FromTarget;
    if (method === "HeapProfiler.addHeapSnapshotChunk") pieces.push(params?.chunk ?? "");
    if (id !== undefined) waiting.get(id)?.();
  });
  await client.send("Target.setAutoAttach", {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  let lastId = 0;
  const send = async (method: string) => {
    await expect.poll(() => session).toBeDefined();
    const id = ++lastId;
    const answered = new Promise<void>((resolve) => waiting.set(id, resolve));
    await client.send("Target.sendMessageToTarget", {
      sessionId: session ?? "",
      message: JSON.stringify({ id, method }),
    });
    await answered;
  };
  return heapOf(send, pieces);
}

async function heapsOf(page: Page): Promise<{ readonly inPage: Heap; readonly inWorker: Heap }> {
  const client = await page.context().newCDPSession(page);
  return { inPage: pageHeap(client), inWorker: await workerHeap(client) };
}

test("the page has the key once while it is held, the worker while it asks, then neither", async ({
  page,
  app,
}) => {
  app.sample.options.slowMs = 600_000;
  await page.goto("./");
  const { inPage, inWorker } = await heapsOf(page);
  await connect(page, FAULTS.slow.id, CANARY);
  await expect(rowsShown(page)).toHaveText(/ so far$/);
  // Proves that the search in the worker would find it.
  expect(await inWorker.countKey()).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Stop loading" }).click();
  await expect.poll(() => app.sample.openCount()).toBe(0);
  await expect.poll(() => inWorker.countKey()).toBe(0);
  expect(await inPage.countKey()).toBe(1);

  // A whole report and a file leave nothing behind either; nor does what failed.
  for (const id of [SAMPLE_REPORTS.month.id, FAULTS.cut.id]) {
    await page.evaluate((next) => {
      location.hash = `#/r/${next}`;
    }, id);
    await expect(page.getByRole("grid")).toHaveAttribute("aria-busy", "false");
    await expect(rowsShown(page)).toHaveText(/of (?:1,204|500) rows/);
    if (id === SAMPLE_REPORTS.month.id) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Download CSV" }).click(),
      ]);
      await download.delete();
    }
    await expect.poll(() => inWorker.countKey()).toBe(0);
    expect(await inPage.countKey()).toBe(1);
  }

  await page.getByRole("button", { name: "Forget key" }).click();
  await expect(page.getByRole("form", { name: "Open a report" })).toBeVisible();
  await expect.poll(() => inPage.countKey()).toBe(0);
  expect(await inWorker.countKey()).toBe(0);
});

test("a page kept for Back is kept without its key", async ({ page, app }) => {
  // The app's page says no-store, which alone keeps it from being kept: not so here.
  await page.route(app.url, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "cache-control": "no-cache" };
    await route.fulfill({ response, headers });
  });
  await openSample(page, SAMPLE_REPORTS.month.id, CANARY);
  await page.evaluate(() => Object.assign(globalThis, { isKept: true }));
  await page.unrouteAll();
  const other = await startServer(BUILT);
  await page.goto(other.url);
  await page.goBack({ waitUntil: "commit" });
  // The same page as before, not one loaded anew.
  expect(await page.evaluate(() => "isKept" in globalThis)).toBe(true);
  await expect(page.getByLabel("API key")).toHaveValue("");
  await expect(page.getByLabel("Report ID")).toHaveValue(SAMPLE_REPORTS.month.id);
  await expect(page.getByRole("grid")).toHaveCount(0);
  const client = await page.context().newCDPSession(page);
  await expect.poll(() => pageHeap(client).countKey()).toBe(0);
  expect(app.sample.log).toHaveLength(1);
  await page.goForward({ waitUntil: "commit" });
  await expect(page.getByLabel("API key")).toHaveValue("");
  // What the page would fetch while idle is no longer asked of a host that has gone.
  await page.goto("about:blank");
  await other.close();
});
