import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FAULTS } from "../../sample/faults.js";
import { SAMPLE_REPORTS } from "../../sample/reports.js";
import { startSampleServer } from "../../sample/server.js";
import { ReportFailure, type ReportError } from "../model/reportError.ts";
import type { Waiting } from "../model/reportSource.ts";
import { Cancelled } from "../model/turn.ts";
import { requestReport, type Answer } from "./requestReport.ts";
import { serve } from "./testing/serve.ts";
import { KEY, someSource, someSurroundings } from "./testing/someSource.ts";

type Sample = Awaited<ReturnType<typeof startSampleServer>>;
let sample: Sample;
beforeAll(async () => {
  sample = await startSampleServer({ retryAfterSeconds: 0 });
});
afterAll(() => sample.close());
beforeEach(() => sample.api.reset());

const never = new AbortController().signal;

async function errorOf(answer: Promise<Answer>): Promise<ReportError> {
  try {
    (await answer).close();
  } catch (failure) {
    if (failure instanceof ReportFailure) return failure.error;
    throw failure;
  }
  throw new Error("no error");
}

const ask = (id: string, format: "json" | "csv" | "xlsx" = "json", waits: Waiting[] = []) =>
  requestReport(
    { source: someSource(id), format },
    { signal: never, onWait: (waiting) => waits.push(waiting) },
    someSurroundings(sample.origin),
  );

const unreachable: typeof fetch = () => Promise.reject(new TypeError("Failed to fetch"));

/** Answers with the type it is told for each `format=` of the address. */
const proxy = (answers: (format: string | null) => string): Promise<string> =>
  serve((request, response) => {
    const url = new URL(request.url ?? "", "http://localhost");
    const format = url.searchParams.get("format");
    response.writeHead(200, { "Content-Type": answers(format) }).end("A,B\n1,2\n");
  });
const csv = (origin: string): Promise<Answer> =>
  requestReport(
    { source: someSource(SAMPLE_REPORTS.month.id), format: "csv" },
    { signal: never },
    someSurroundings(origin),
  );

test("the request carries the key in one header, the type wanted, and nothing of the page", async () => {
  const answer = await ask(SAMPLE_REPORTS.month.id, "csv");
  answer.close();
  const [request, ...more] = sample.api.log;
  expect(more).toEqual([]);
  expect(request?.path).toBe(`/billing/org/v1/reports/${SAMPLE_REPORTS.month.id}/download`);
  expect(request?.headers.authorization).toBe(`apikey ${KEY}`);
  expect(request?.accept).toBe("text/csv");
  expect(request?.headers.cookie).toBeUndefined();
  expect(request?.headers.referer).toBeUndefined();
  expect(answer.mediaType).toBe("text/csv");
});

test("fetch is told to keep everything else out", async () => {
  let given: RequestInit | undefined;
  const fetch: typeof globalThis.fetch = (_, init) => {
    given = init;
    return Promise.resolve(new Response("{}"));
  };
  await requestReport(
    { source: someSource(SAMPLE_REPORTS.month.id), format: "json" },
    { signal: never },
    someSurroundings("https://billscope.example", { fetch }),
  );
  expect(given).toMatchObject({
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    redirect: "manual",
  });
});

describe("statuses", () => {
  test.each([
    ["unauthorised", { code: "unauthorised" }],
    ["forbidden", { code: "forbidden" }],
    ["notFound", { code: "notFound" }],
    ["notAcceptable", { code: "notAcceptable", format: "json" }],
    [
      "badRequest",
      {
        code: "badRequest",
        said: "Failed to render report: <b>template</b> 'expenses' has no data for 2026-10",
      },
    ],
    ["serverError", { code: "server", status: 500 }],
    ["badGateway", { code: "server", status: 502 }],
    ["unavailableForever", { code: "server", status: 503 }],
    ["gatewayTimeout", { code: "server", status: 504 }],
    ["rateLimitedForever", { code: "tooManyRequests", retryAfterMs: 0 }],
    ["redirectHere", { code: "redirected" }],
    ["redirectElsewhere", { code: "redirected" }],
    ["html", { code: "notReport", found: "webPage", mediaType: "text/html" }],
    ["reset", { code: "unreachable" }],
  ] satisfies [keyof typeof FAULTS, ReportError][])("%s", async (name, error) => {
    expect(await errorOf(ask(FAULTS[name].id))).toEqual(error);
  });

  test("a server that never answers is asked once", async () => {
    const answer = requestReport(
      { source: someSource(FAULTS.silent.id), format: "json" },
      { signal: never },
      someSurroundings(sample.origin, { patience: { answer: 200 } }),
    );
    expect(await errorOf(answer)).toEqual({ code: "timeout", afterMs: 200 });
    expect(sample.api.log).toHaveLength(1);
  });

  test("a 401 is told without reading what it says", async () => {
    const bodies: string[] = [];
    const fetch: typeof globalThis.fetch = () => {
      const response = new Response(`Bad permanent token: ${KEY}`, { status: 401 });
      const read = response.body?.getReader.bind(response.body);
      Object.defineProperty(response.body, "getReader", {
        value: () => {
          bodies.push("read");
          return read?.();
        },
      });
      return Promise.resolve(response);
    };
    const error = await errorOf(
      requestReport(
        { source: someSource(FAULTS.unauthorised.id), format: "json" },
        { signal: never },
        someSurroundings("https://billscope.example", { fetch }),
      ),
    );
    expect(error).toEqual({ code: "unauthorised" });
    expect(bodies).toEqual([]);
  });

  test.each([
    ["a reason that quotes the key", JSON.stringify({ error: `no ${KEY}` }), "no [key]"],
    ["no JSON", "<h1>no</h1>", undefined],
    ["no reason", '{"detail":"x"}', undefined],
    ["a reason that is no text", '{"error":{"x":1}}', undefined],
    ["an endless body", `{"error":"${"x".repeat(20_000)}"}`, undefined],
  ])("400 with %s", async (_, body, said) => {
    const origin = await serve((_, response) => response.writeHead(400).end(body));
    const error = await errorOf(
      requestReport(
        { source: someSource(FAULTS.badRequest.id), format: "json" },
        { signal: never },
        someSurroundings(origin),
      ),
    );
    expect(error).toEqual({ code: "badRequest", said });
  });
});

describe("tries", () => {
  test.each(["rateLimited", "unavailable"] as const)("%s recovers", async (name) => {
    const waits: Waiting[] = [];
    const answer = await ask(FAULTS[name].id, "json", waits);
    answer.close();
    expect(waits.map(({ attempt }) => attempt)).toEqual([2, 3]);
    expect(sample.api.log).toHaveLength(3);
  });

  test.each([
    ["rateLimitedForever", 5],
    ["serverError", 3],
    ["reset", 3],
    ["forbidden", 1],
  ] as const)("%s is asked %i times", async (name, times) => {
    await errorOf(ask(FAULTS[name].id));
    expect(sample.api.log).toHaveLength(times);
  });
});

describe("no answer", () => {
  const request = { source: someSource(SAMPLE_REPORTS.month.id), format: "json" } as const;

  test("offline is known without asking anybody", async () => {
    const surroundings = someSurroundings(sample.origin, {
      fetch: unreachable,
      isOnline: () => false,
    });
    const error = await errorOf(requestReport(request, { signal: never }, surroundings));
    expect(error).toEqual({ code: "offline" });
  });

  test("another origin that answers, but not to this page, is blocked; the key stays out of the question", async () => {
    const questions: (RequestInit | undefined)[] = [];
    const fetch: typeof globalThis.fetch = (url, init) => {
      if (init?.mode !== "no-cors") return Promise.reject(new TypeError("Failed to fetch"));
      questions.push(init);
      return globalThis.fetch(url, { ...init, mode: "cors" });
    };
    const source = someSource(SAMPLE_REPORTS.month.id, sample.origin);
    const surroundings = someSurroundings("https://billscope.example", { fetch });
    const error = await errorOf(
      requestReport({ source, format: "json" }, { signal: never }, surroundings),
    );
    expect(error).toEqual({ code: "blocked" });
    expect(questions).toHaveLength(1);
    expect(JSON.stringify(questions)).not.toContain("canary");
    expect(sample.api.log.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  test("another origin that does not answer is unreachable", async () => {
    const origin = await serve((request) => request.destroy());
    const source = someSource(SAMPLE_REPORTS.month.id, origin);
    const surroundings = someSurroundings("https://billscope.example");
    const error = await errorOf(
      requestReport({ source, format: "json" }, { signal: never }, surroundings),
    );
    expect(error).toEqual({ code: "unreachable" });
  });

  test("a cancelled request is no error, whatever it was waiting for", async () => {
    for (const name of ["silent", "slowStart", "serverError"] as const) {
      const controller = new AbortController();
      const answer = requestReport(
        { source: someSource(FAULTS[name].id), format: "json" },
        { signal: controller.signal },
        someSurroundings(sample.origin, { patience: { retry: 60_000 } }),
      );
      setTimeout(() => controller.abort(), 30);
      await expect(answer).rejects.toBeInstanceOf(Cancelled);
    }
    await expect.poll(() => sample.api.openCount()).toBe(0);
  });
});

describe("a host that drops the Accept header", () => {
  test("is asked again with the format in the address", async () => {
    const origin = await proxy((format) => (format === "csv" ? "text/csv" : "application/json"));
    const answer = await csv(origin);
    expect(answer.mediaType).toBe("text/csv");
    answer.close();
  });

  test("once; then it is the wrong type", async () => {
    const origin = await proxy(() => "application/json; charset=utf-8");
    expect(await errorOf(csv(origin))).toEqual({
      code: "notReport",
      found: "otherType",
      mediaType: "application/json",
    });
  });
});
