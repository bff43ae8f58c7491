/*
 * The key never leaks. One whole session with a canary key, its failures included; afterwards no
 * piece of the key is found anywhere a script, a person or another program could read: it was in
 * the Authorization header of the requests for the report, and in no other place.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type BrowserContext, type Page, type Request } from "@playwright/test";
import { FAULTS } from "../sample/faults.js";
import { SAMPLE_REPORTS } from "../sample/reports.js";
import { NETWORK_ERROR_LINE, connect, expect, openSample, test } from "./fixtures.ts";
import { clickSort, openColumnMenu, rowsShown } from "./grid.ts";
import { type SavedFile, exportAs, saved } from "./saved.ts";

const CANARY = "1180$c4n4ry-9e107d9d372bb6826bd81d3542a419d6";
/** The beginning is quoted by the sample's 401, as by the real one. */
const REFUSED = "1180$badc4n4ry-e4d909c290d0fb1ca068ffaddf22cbd0";

/** Pieces too long to be found by chance, of both keys, as they are and encoded. */
const PIECES = [CANARY, REFUSED].flatMap((key) => {
  const secret = key.slice(5);
  return [secret, Buffer.from(key).toString("base64").slice(8), Buffer.from(key).toString("hex")]
    .map((text) => text.replace(/=+$/, ""))
    .flatMap((text) => Array.from({ length: text.length - 7 }, (_, i) => text.slice(i, i + 8)));
});

function pieceIn(text: string): string | undefined {
  return PIECES.find((piece) => text.includes(piece));
}

declare global {
  /** Hides what was noted in a closure, where the search through the page does not get. */
  var whatIsSaid: () => readonly string[];
}

/** What scripts of the page send and keep, noted before any of them runs. */
function noteWhatIsSaid(): void {
  const said: string[] = [];
  const note = (where: string, what: unknown): void => {
    said.push(`${where}: ${JSON.stringify(what)}`);
  };
  globalThis.whatIsSaid = () => said;
  const NativeWorker = globalThis.Worker;
  globalThis.Worker = class extends NativeWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener("message", ({ data }) => note("from worker", data));
    }
    override postMessage(message: unknown, ...rest: []): void {
      note("to worker", message);
      super.postMessage(message, ...rest);
    }
  };
  for (const method of ["pushState", "replaceState"] as const) {
    const native = history[method].bind(history);
    history[method] = (data, title, url) => {
      note(method, [data, url]);
      native(data, title, url);
    };
  }
}

interface PageReading {
  /** Where a piece of the key was found. */
  readonly leaks: readonly string[];
  readonly objects: number;
  /** The search got to the cells that React holds. */
  readonly sawCells: boolean;
}

/** Looks through everything that is kept in the page or can be reached from its window. */
async function readPage(pieces: readonly string[]): Promise<PageReading> {
  const wanted = new Set(pieces);
  const { length } = pieces[0] ?? "";
  const leaks: string[] = [];
  let sawCells = false;
  const look = (text: unknown, where: () => string): void => {
    if (typeof text !== "string") return;
    for (let at = 0; at + length <= text.length; at++) {
      if (wanted.has(text.slice(at, at + length))) {
        leaks.push(where());
        return;
      }
    }
  };

  const kept: Readonly<Record<string, unknown>> = {
    address: location.href,
    title: document.title,
    name: window.name,
    referrer: document.referrer,
    cookie: document.cookie,
    history: JSON.stringify(history.state),
    "local storage": JSON.stringify(localStorage),
    "session storage": JSON.stringify(sessionStorage),
    databases: JSON.stringify(await indexedDB.databases()),
    caches: JSON.stringify(await caches.keys()),
    document: document.documentElement.outerHTML,
    timing: JSON.stringify(performance.getEntries()),
  };
  for (const [where, text] of Object.entries(kept)) look(text, () => where);
  for (const field of document.querySelectorAll("input, textarea, select")) {
    if ("value" in field) look(field.value, () => "value of a field");
    if ("defaultValue" in field) look(field.defaultValue, () => "default of a field");
  }

  // What can be reached, React's tree included: the elements first, as they lead to it.
  const objects: object[] = [];
  const ways: { readonly name: string; readonly from: number }[] = [];
  const seen = new Set<object>();
  const wayTo = (name: string, from: number): string =>
    from < 0 ? name : `${wayTo(ways[from]?.name ?? "", ways[from]?.from ?? -1)}.${name}`;
  const visit = (value: unknown, name: string, from: number): void => {
    look(name, () => `name in ${wayTo("", from)}`);
    if (typeof value === "string") {
      look(value, () => wayTo(name, from));
      sawCells ||= name === "text" && value === "Acme GmbH";
    } else if ((typeof value === "object" && value !== null) || typeof value === "function") {
      if (seen.has(value)) return;
      seen.add(value);
      objects.push(value);
      ways.push({ name, from });
    }
  };
  for (const element of document.querySelectorAll("*")) visit(element, element.tagName, -1);
  visit(window, "window", -1);
  const most = 300_000;
  for (let i = 0; i < objects.length && i < most; i++) {
    const object = objects[i] ?? {};
    if (ArrayBuffer.isView(object)) continue;
    if (object instanceof Map || object instanceof Set) {
      for (const [key, value] of object.entries()) {
        visit(key, "key", i);
        visit(value, "entry", i);
      }
    }
    for (const name of Reflect.ownKeys(object)) {
      const property = Reflect.getOwnPropertyDescriptor(object, name);
      if (property !== undefined && "value" in property) visit(property.value, String(name), i);
    }
  }
  return { leaks, objects: objects.length, sawCells };
}

interface Traffic {
  readonly requests: Request[];
  readonly console: string[];
}

function watch(context: BrowserContext): Traffic {
  const traffic: Traffic = { requests: [], console: [] };
  context.on("request", (request) => traffic.requests.push(request));
  context.on("console", (message) => traffic.console.push(message.text()));
  context.on("weberror", (error) => traffic.console.push(String(error.error())));
  return traffic;
}

async function expectNoKey(page: Page, moment: string): Promise<void> {
  const { leaks, objects } = await page.evaluate(readPage, PIECES);
  expect(leaks, moment).toEqual([]);
  expect(objects).toBeGreaterThan(1_000);
}

function expectNoKeyInFile({ url, name, bytes }: SavedFile): void {
  expect(pieceIn(`${url} ${name}`)).toBeUndefined();
  expect(pieceIn(bytes.toString("latin1"))).toBeUndefined();
}

test.use({ allowedConsole: NETWORK_ERROR_LINE });

/** As a hand does it, from the desktop: the browser itself turns it into the page's events. */
async function dropFile(page: Page, path: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await devtools.send("Input.dispatchDragEvent", { type, x: 400, y: 300, data });
  }
  await devtools.detach();
}

test("a canary key is nowhere but in the one header", async ({ page, context, app }, testInfo) => {
  test.slow();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const traffic = watch(context);
  await page.addInitScript(noteWhatIsSaid);

  // A report: opened, sorted, filtered, searched, shared, saved.
  await openSample(page, SAMPLE_REPORTS.month.id, CANARY);
  await expectNoKey(page, "open");
  await clickSort(page, "Cost");
  await (await openColumnMenu(page, "Client")).getByRole("menuitem", { name: "Filter…" }).click();
  const dialog = page.getByRole("dialog", { name: "Filter: Client" });
  await dialog.getByRole("checkbox", { name: "Globex" }).check();
  await dialog.getByRole("button", { name: "Apply" }).click();
  await page.getByRole("searchbox", { name: "Search all columns" }).fill("cdn");
  await expect(page).toHaveURL(/find=cdn/);
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Copied.")).toBeVisible();
  expect(pieceIn(await page.evaluate(() => navigator.clipboard.readText()))).toBeUndefined();
  await expectNoKey(page, "shared");
  await page.keyboard.press("Escape");
  for (const format of ["CSV", "XLSX"]) {
    const button = page.getByRole("button", { name: `Download ${format}` });
    expectNoKeyInFile(await saved(page, () => button.click()));
  }

  // The view as a file, on paper, and a file of one's own while the key is held.
  for (const format of ["CSV", "XLSX"] as const) {
    expectNoKeyInFile(await exportAs(page, format));
    await page.keyboard.press("Escape");
  }
  await page.emulateMedia({ media: "print" });
  await expectNoKey(page, "printed");
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => {
    location.hash = "#/";
  });
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open a file…" }).click();
  const own = { name: "own.csv", mimeType: "text/csv", buffer: Buffer.from("A,B\n1,2\n") };
  await (await chooser).setFiles(own);
  await expect(rowsShown(page)).toHaveText("1 of 1 row");
  await expectNoKey(page, "file");
  const dropped = testInfo.outputPath("dropped.csv");
  await writeFile(dropped, "A,B\n1,2\n3,4\n");
  await dropFile(page, dropped);
  await expect(rowsShown(page)).toHaveText("2 of 2 rows");
  await expectNoKey(page, "dropped");
  await openSample(page, SAMPLE_REPORTS.month.id, CANARY);

  // Failures: a server that quotes the key, one that sends it elsewhere, one that breaks off.
  for (const fault of ["unauthorised", "redirectElsewhere", "badRequest", "cut"] as const) {
    await page.getByRole("button", { name: "Forget key" }).click();
    await connect(page, FAULTS[fault].id, CANARY);
    await expect(page.getByRole("alert")).toBeVisible();
    await expectNoKey(page, fault);
  }
  await page.getByRole("button", { name: "Forget key" }).click();
  await connect(page, SAMPLE_REPORTS.month.id, REFUSED);
  await expect(page.getByRole("alert")).toContainText("Gcore did not accept this key.");
  await expectNoKey(page, "refused");
  await page.getByRole("button", { name: "Forget key" }).click();
  await expect(page.getByLabel("API key")).toHaveValue("");
  await expectNoKey(page, "forgotten");

  // To the worker in the messages that fetch, back from it never, and nowhere else.
  const said = await page.evaluate(() => globalThis.whatIsSaid());
  const withKey = said.filter((text) => pieceIn(text) !== undefined);
  expect(withKey.length).toBeGreaterThan(0);
  for (const text of withKey) {
    expect(text).toMatch(/^to worker: \{"id":\d+,"request":\{"type":"(?:open|save)",/);
  }
  expect(said.some((text) => text.startsWith("from worker: "))).toBe(true);

  // On the network in the one header, to the one path.
  expect(traffic.requests.length).toBeGreaterThan(8);
  for (const request of traffic.requests) {
    expect(pieceIn(request.url())).toBeUndefined();
    expect(pieceIn(request.postData() ?? "")).toBeUndefined();
  }
  expect(app.elsewhere.requests).toEqual([]);
  expect(app.sample.log.length).toBeGreaterThan(7);
  for (const { method, path, headers } of app.sample.log) {
    const { authorization, ...others } = headers;
    expect(method).toBe("GET");
    expect([`apikey ${CANARY}`, `apikey ${REFUSED}`]).toContain(authorization);
    expect(pieceIn(path)).toBeUndefined();
    expect(pieceIn(JSON.stringify(others))).toBeUndefined();
    expect(others.cookie).toBeUndefined();
    expect(others.referer).toBeUndefined();
  }
  for (const line of traffic.console) expect(pieceIn(line), line).toBeUndefined();
  const stored = JSON.stringify(await context.storageState({ indexedDB: true }));
  expect(pieceIn(stored)).toBeUndefined();

  // Nor in the history: each entry's address, as Back shows them.
  for (let i = 0; i < 8; i++) {
    await page.goBack().catch(() => null);
    expect(pieceIn(page.url())).toBeUndefined();
  }
});

/** Files of a profile that have a text as browsers write it, in one byte or two for a character. */
async function filesWith(text: string, folder: string): Promise<readonly string[]> {
  const spellings = [Buffer.from(text), Buffer.from(text, "utf16le")];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const found = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const bytes = await readFile(join(parentPath, name));
      return spellings.some((spelling) => bytes.includes(spelling)) ? [name] : [];
    }),
  );
  return found.flat();
}

test("a key that was shown is in none of the browser's own files", async ({
  playwright,
  app,
}, testInfo) => {
  const profile = testInfo.outputPath("profile");
  const context = await playwright.chromium.launchPersistentContext(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  /** Shows the key that is typed, beside a field that is like any other. */
  const showIt = async (beside: string) => {
    const field = page.getByLabel("API key");
    await field.fill(CANARY);
    await page.getByRole("button", { name: "Show" }).click();
    await field.evaluate((element: HTMLInputElement, value) => {
      element.form?.append(Object.assign(document.createElement("input"), { value }));
    }, beside);
  };
  /** What stood beside the key when an address was left is kept in time, and would the key be. */
  const expectKept = (text: string) =>
    expect.poll(() => filesWith(text, join(profile, "Default/Sessions"))).not.toEqual([]);

  await page.goto(app.url);
  await showIt("the first");
  await page.getByLabel("Report ID").fill(SAMPLE_REPORTS.month.id);
  await page.getByRole("button", { name: "Open report" }).click();
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  await expectKept("the first");
  await page.getByRole("button", { name: "Forget key" }).click();

  await connect(page, SAMPLE_REPORTS.month.id, REFUSED);
  await page.getByRole("alert").getByRole("button", { name: "Change key" }).click();
  await showIt("the second");
  await page.goBack();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expectKept("the second");
  await context.close();
  expect(await filesWith(CANARY.slice(5, 21), profile)).toEqual([]);
});

test("the search for the key does find one that leaks", async ({ page }) => {
  await openSample(page);
  await expect(rowsShown(page)).toHaveText("1,204 of 1,204 rows");
  await page.evaluate((key) => {
    Object.assign(globalThis, { deep: { list: [new Map([["a", { key }]])] } });
  }, CANARY);
  const { leaks, sawCells } = await page.evaluate(readPage, PIECES);
  expect(leaks).toEqual(["window.deep.list.0.entry.key"]);
  expect(sawCells).toBe(true);
});

test("Forget key ends everything that needs it", async ({ page, app }) => {
  app.sample.options.slowMs = 60_000;
  await page.goto("./");
  await connect(page, FAULTS.slow.id);
  await expect(rowsShown(page)).toHaveText(/ so far$/);
  await page.getByRole("button", { name: "Forget key" }).click();
  await expect(page.getByRole("form", { name: "Open a report" })).toBeVisible();
  await expect(page.getByLabel("API key")).toHaveValue("");
  // The id stays, the rows are gone, the download has ended.
  await expect(page.getByLabel("Report ID")).toHaveValue(FAULTS.slow.id);
  await expect(page.getByRole("grid")).toHaveCount(0);
  await expect.poll(() => app.sample.openCount()).toBe(0);
  const { length } = app.sample.log;
  await page.goBack();
  await page.goForward();
  await expect(page.getByLabel("API key")).toHaveValue("");
  expect(app.sample.log).toHaveLength(length);
});

test("a reload forgets the key", async ({ page, app }) => {
  await openSample(page);
  await page.reload();
  await expect(page.getByLabel("API key")).toHaveValue("");
  await expect(page.getByLabel("Report ID")).toHaveValue(SAMPLE_REPORTS.month.id);
  expect(app.sample.log).toHaveLength(1);
});

test.describe("with a stray script", () => {
  test.use({ allowedConsole: /Content Security Policy/ });

  test("the policy of the page lets it talk to its own origin only", async ({ page, app }) => {
    const answer = await page.goto("./");
    const policy = answer?.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain("unsafe");
    const isBlocked = await page.evaluate(
      (url) =>
        fetch(url).then(
          () => false,
          () => true,
        ),
      app.elsewhere.origin,
    );
    expect(isBlocked).toBe(true);
    expect(app.elsewhere.requests).toEqual([]);
  });
});
