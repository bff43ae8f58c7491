import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DAMAGED_ROW, FAULTS, ROWS_BEFORE_CUT } from "../../sample/faults.js";
import { textOf } from "../../sample/report.js";
import { findReport, SAMPLE_REPORTS } from "../../sample/reports.js";
import { startSampleServer } from "../../sample/server.js";
import type { FileFormat, ReportError } from "../model/reportError.ts";
import { ReportFailure } from "../model/reportError.ts";
import type { Receiving } from "../model/reportSource.ts";
import { Cancelled, UNINTERRUPTED } from "../model/turn.ts";
import { downloadFile, type DownloadedFile } from "./downloadFile.ts";
import { loadReport } from "./loadReport.ts";
import type { Patience } from "./surroundings.ts";
import { CollectingSink } from "./testing/collectingSink.ts";
import { serve } from "./testing/serve.ts";
import { someSource, someSurroundings } from "./testing/someSource.ts";

type Sample = Awaited<ReturnType<typeof startSampleServer>>;
let sample: Sample;
beforeAll(async () => {
  sample = await startSampleServer({ slowMs: 500 });
});
afterAll(() => sample.close());
beforeEach(() => sample.api.reset());

const never = new AbortController().signal;

interface Loading {
  readonly sink: CollectingSink;
  readonly received: Receiving[];
  readonly error: ReportError | undefined;
}

async function load(id: string, patience: Partial<Patience> = {}): Promise<Loading> {
  const sink = new CollectingSink();
  const received: Receiving[] = [];
  let error: ReportError | undefined;
  try {
    const loaded = await loadReport(
      {
        source: someSource(id),
        sink,
        turn: UNINTERRUPTED,
        signal: never,
        onProgress: (progress) => received.push(progress),
      },
      someSurroundings(sample.origin, { patience }),
    );
    expect(loaded.rows).toBe(sink.rows.length);
    expect(loaded.bytes).toBe(received.at(-1)?.bytes);
  } catch (failure) {
    if (!(failure instanceof ReportFailure)) throw failure;
    error = failure.error;
  }
  return { sink, received, error };
}

const texts = (sink: CollectingSink) => sink.rows.map((row) => row.map(([, text]) => text));
const monthTexts = (count: number) => {
  const month = findReport(SAMPLE_REPORTS.month.id);
  return Array.from({ length: count }, (_, row) => month?.row(row).map(textOf));
};

describe("loading", () => {
  test.each(["month", "monthLength", "monthGzip"] as const)("%s, whole", async (name) => {
    const { sink, received, error } = await load(SAMPLE_REPORTS[name].id);
    expect(error).toBeUndefined();
    expect(sink.names).toEqual(findReport(SAMPLE_REPORTS.month.id)?.headers);
    expect(texts(sink)).toEqual(monthTexts(1204));
    const last = received.at(-1);
    expect(last?.totalBytes).toBe(name === "monthLength" ? last?.bytes : undefined);
  });

  test.each(["awkward", "awkwardLayout", "wide", "empty"] as const)("%s", async (name) => {
    const { sink, error } = await load(SAMPLE_REPORTS[name].id);
    expect(error).toBeUndefined();
    expect(sink.rows).toHaveLength(findReport(SAMPLE_REPORTS[name].id)?.rowCount ?? -1);
  });

  test.each([
    ["stalled", { silence: 1500 }, { code: "stalled", afterMs: 1500 }],
    ["cut", undefined, { code: "cut" }],
    ["cutLength", undefined, { code: "cut" }],
    ["cutClean", undefined, { code: "cut" }],
  ] as const)("%s keeps the rows that arrived", async (name, patience, expected) => {
    const { sink, received, error } = await load(FAULTS[name].id, patience);
    expect(texts(sink)).toEqual(monthTexts(ROWS_BEFORE_CUT));
    expect(error).toEqual({ ...expected, bytes: received.at(-1)?.bytes, rows: ROWS_BEFORE_CUT });
  });

  test("a compressed body cut short is never complete", async () => {
    const { sink, error } = await load(FAULTS.gzipCut.id);
    expect(error).toMatchObject({ code: "cut", rows: sink.rows.length });
    expect(texts(sink)).toEqual(monthTexts(sink.rows.length));
  });

  test.each(["damaged", "invalidUtf8"] as const)("%s: the rows before", async (name) => {
    const { sink, error } = await load(FAULTS[name].id);
    expect(error).toMatchObject({ code: "malformed", row: DAMAGED_ROW + 1 });
    expect(texts(sink)).toEqual(monthTexts(DAMAGED_ROW));
  });

  test("text after the document is damage, though all rows are there", async () => {
    const { sink, error } = await load(FAULTS.trailing.id);
    expect(error).toMatchObject({ code: "malformed", row: 0 });
    expect(sink.rows).toHaveLength(1204);
  });

  test.each([
    ["emptyBody", "empty"],
    ["htmlAsJson", "webPage"],
    ["notAReport", "neither"],
    ["rowsNotArrays", "rowsNotLists"],
    ["array", "otherShape"],
  ] as const)("%s", async (name, found) => {
    const { error } = await load(FAULTS[name].id);
    expect(error).toEqual({ code: "notReport", found, mediaType: "application/json" });
  });

  test("rows come while the rest is still on its way, in the turns of others", async () => {
    const sink = new CollectingSink();
    const rowsSeen: number[] = [];
    let turns = 0;
    await loadReport(
      {
        source: someSource(FAULTS.slow.id),
        sink,
        turn: {
          due: () => true,
          next: () => {
            turns++;
            return new Promise((resolve) => setTimeout(resolve));
          },
        },
        signal: never,
        onProgress: () => rowsSeen.push(sink.rows.length),
      },
      someSurroundings(sample.origin),
    );
    expect(rowsSeen[0]).toBeLessThan(1204);
    expect(rowsSeen.at(-1)).toBe(1204);
    expect(turns).toBeGreaterThanOrEqual(rowsSeen.length);
  });
});

describe("stopping", () => {
  test("closes the connection and leaves the rows that arrived", async () => {
    const controller = new AbortController();
    const sink = new CollectingSink();
    const loading = loadReport(
      {
        source: someSource(FAULTS.endlessString.id),
        sink,
        turn: UNINTERRUPTED,
        signal: controller.signal,
        onProgress: ({ bytes }) => {
          if (bytes > 3_000_000) controller.abort();
        },
      },
      someSurroundings(sample.origin),
    );
    await expect(loading).rejects.toBeInstanceOf(Cancelled);
    expect(texts(sink)).toEqual([["1", "x"]]);
    await expect.poll(() => sample.api.openCount()).toBe(0);
  });

  test("also while nothing comes", async () => {
    const controller = new AbortController();
    const loading = loadReport(
      {
        source: someSource(FAULTS.stalled.id),
        sink: new CollectingSink(),
        turn: UNINTERRUPTED,
        signal: controller.signal,
      },
      someSurroundings(sample.origin),
    );
    setTimeout(() => controller.abort(), 200);
    await expect(loading).rejects.toBeInstanceOf(Cancelled);
    await expect.poll(() => sample.api.openCount()).toBe(0);
  });

  test("a failure closes it too, and a sink's own error passes through", async () => {
    await load(FAULTS.damaged.id);
    const full = new RangeError("Array buffer allocation failed");
    const loading = loadReport(
      {
        source: someSource(SAMPLE_REPORTS.rows10k.id),
        sink: {
          headers: () => undefined,
          append: () => {
            throw full;
          },
        },
        turn: UNINTERRUPTED,
        signal: never,
      },
      someSurroundings(sample.origin),
    );
    await expect(loading).rejects.toBe(full);
    await expect.poll(() => sample.api.openCount()).toBe(0);
  });
});

/** An answer that promises more than it holds. */
const shorter: typeof fetch = () =>
  Promise.resolve(new Response("A,B\n", { headers: { "Content-Length": "100" } }));

const hash = (data: Uint8Array): string => createHash("sha256").update(data).digest("hex");

async function download(
  id: string,
  format: FileFormat,
  origin = sample.origin,
): Promise<{ file?: DownloadedFile; error?: ReportError; bytes: Buffer }> {
  const chunks: Uint8Array[] = [];
  const options = {
    source: someSource(id),
    format,
    signal: never,
    onChunk: (chunk: Uint8Array) => void chunks.push(chunk),
  };
  try {
    const file = await downloadFile(options, someSurroundings(origin));
    return { file, bytes: Buffer.concat(chunks) };
  } catch (failure) {
    if (!(failure instanceof ReportFailure)) throw failure;
    return { error: failure.error, bytes: Buffer.concat(chunks) };
  }
}

describe("files", () => {
  test.each(["json", "csv", "xlsx"] as const)("%s is kept byte for byte", async (format) => {
    const id = SAMPLE_REPORTS.month.id;
    const { file, bytes } = await download(id, format);
    const url = `${sample.origin}/billing/org/v1/reports/${id}/download?format=${format}`;
    const sent = await fetch(url, { headers: { Authorization: "apikey 1$x" } });
    expect(hash(bytes)).toBe(hash(new Uint8Array(await sent.arrayBuffer())));
    expect(file).toMatchObject({
      name: `reseller-month-2026-10.${format}`,
      bytes: bytes.length,
    });
  });

  test.each([
    ["unauthorised", "csv", { code: "unauthorised" }],
    ["filesRefused", "csv", { code: "notAcceptable", format: "csv" }],
    [
      "filesRefused",
      "xlsx",
      { code: "badRequest", said: "Failed to render report: XLSX is not available" },
    ],
    ["html", "csv", { code: "notReport", found: "webPage", mediaType: "text/html" }],
    ["htmlAsJson", "json", { code: "notReport", found: "webPage", mediaType: "application/json" }],
    ["emptyBody", "json", { code: "notReport", found: "empty", mediaType: "application/json" }],
  ] satisfies [keyof typeof FAULTS, FileFormat, ReportError][])(
    "%s as %s is an error, never a file",
    async (name, format, expected) => {
      const { error, bytes } = await download(FAULTS[name].id, format);
      expect(error).toEqual(expected);
      expect(bytes).toHaveLength(0);
    },
  );

  test.each(["cut", "cutLength", "cutClean"] as const)("%s is an error", async (name) => {
    const { error, bytes } = await download(FAULTS[name].id, "json");
    expect(error).toMatchObject({ code: "cut", bytes: bytes.length });
  });

  const page = "<!doctype html><title>Sign in</title>".padEnd(200);
  test.each<[string, FileFormat, string, Partial<ReportError>]>([
    ["ends with a cell's brace", "json", '{"headers":["A"],"rows":[[{"a":1}', { code: "cut" }],
    ["is an error", "json", '{"error":"Failed to render report"}', { found: "neither" }],
    ["is a list", "json", "[]", { found: "otherShape" }],
    ["is damaged", "json", '{"headers":["A"],"rows":[["1" "2"]]}', { code: "malformed" }],
    ["is an error", "csv", '{"error":"Failed to render report"}', { found: "otherType" }],
    ["is a page", "csv", page, { found: "webPage" }],
    ["is a page behind a remark", "csv", `<!-- proxy -->${page}`, { found: "webPage" }],
    ["is a page behind empty lines", "csv", `${"\r\n".repeat(80)}${page}`, { found: "webPage" }],
    ["is a page", "xlsx", page, { found: "webPage" }],
  ])("what %s, asked for as %s, is no file: byte by byte too", async (_is, format, body, error) => {
    const origin = await serve(async (_, response) => {
      for (const letter of body) {
        await new Promise((next) => void response.write(letter, next));
      }
      response.end();
    });
    expect((await download(SAMPLE_REPORTS.month.id, format, origin)).error).toMatchObject(error);
  });

  test("a file whose beginning comes byte by byte is kept whole", async () => {
    const body = "\n\nClient,Cost\nAcme,1.50\n";
    const origin = await serve(async (_, response) => {
      for (const letter of body) await new Promise((next) => void response.write(letter, next));
      response.end();
    });
    const { file, bytes } = await download(SAMPLE_REPORTS.month.id, "csv", origin);
    expect(bytes.toString()).toBe(body);
    expect(file?.bytes).toBe(body.length);
  });

  test("a body shorter than its length is cut, even where the transport does not say so", async () => {
    const loading = downloadFile(
      {
        source: someSource(SAMPLE_REPORTS.month.id),
        format: "csv",
        signal: never,
        onChunk: () => undefined,
      },
      someSurroundings("https://billscope.example", { fetch: shorter }),
    );
    await expect(loading).rejects.toMatchObject({ error: { code: "cut", bytes: 4, rows: 0 } });
  });

  test("a workbook whose end is missing is cut, though its transfer ended properly", async () => {
    const { error, bytes } = await download(FAULTS.fileCut.id, "xlsx");
    expect(error).toEqual({ code: "cut", bytes: bytes.length, rows: 0 });
  });

  test("the lines of a CSV are told: one that broke off has fewer than the report has rows", async () => {
    const whole = await download(SAMPLE_REPORTS.month.id, "csv");
    expect(whole.file?.lines).toEqual({ count: 1_205, isOpen: false });
    const cut = await download(FAULTS.fileCut.id, "csv");
    expect(cut.error).toBeUndefined();
    expect(cut.file?.lines?.count).toBeLessThan(1_205);
  });

  test("a workbook that is none", async () => {
    const origin = await serve((_, response) => response.end("<Error>no</Error>"));
    const { error } = await download(SAMPLE_REPORTS.month.id, "xlsx", origin);
    expect(error).toEqual({ code: "notReport", found: "otherType", mediaType: "" });
  });
});
