import { describe, expect, test } from "vitest";
import { ReportFailure, type ReportError } from "../model/reportError.ts";
import type { Waiting } from "../model/reportSource.ts";
import { Cancelled } from "../model/turn.ts";
import { planWait, withRetries } from "./retry.ts";
import { readRetryAfter } from "./statusError.ts";
import { PATIENCE } from "./surroundings.ts";

const SERVER: ReportError = { code: "server", status: 503 };
const slowDown = (retryAfterMs?: number): ReportError => ({
  code: "tooManyRequests",
  retryAfterMs,
});

const failing = () => Promise.reject(new ReportFailure(SERVER));

describe("the wait before the next try", () => {
  test.each([
    [SERVER, 1, 1000, 3],
    [SERVER, 2, 2000, 3],
    [{ code: "unreachable" }, 1, 1000, 3],
    [slowDown(), 1, 5000, 5],
    [slowDown(), 3, 20_000, 5],
    [slowDown(30_000), 1, 30_000, 5],
    [slowDown(0), 4, 0, 5],
    [slowDown(86_400_000), 1, 300_000, 5],
  ] satisfies [ReportError, number, number, number][])("%j, %i tried", (error, tried, ms, of) => {
    const wait = planWait(error, tried, PATIENCE);
    expect(wait).toMatchObject({ error, attempt: tried + 1, of });
    expect(wait?.delayMs).toBeGreaterThanOrEqual(ms);
    expect(wait?.delayMs).toBeLessThanOrEqual(ms * 1.1);
  });

  test.each([
    [SERVER, 3],
    [slowDown(), 5],
    [{ code: "unreachable" }, 3],
    [{ code: "offline" }, 1],
    [{ code: "blocked" }, 1],
    [{ code: "unauthorised" }, 1],
    [{ code: "badRequest", said: undefined }, 1],
    [{ code: "cut", bytes: 5, rows: 1 }, 1],
  ] satisfies [ReportError, number][])("%j, %i tried: none", (error, tried) => {
    expect(planWait(error, tried, PATIENCE)).toBeUndefined();
  });
});

test.each([
  ["30", 30_000],
  [" 0 ", 0],
  ["Tue, 24 Nov 2026 09:00:30 GMT", 30_000],
  ["Tue, 24 Nov 2026 08:00:00 GMT", 0],
  ["1.5", undefined],
  ["-5", undefined],
  ["soon", undefined],
  ["", undefined],
  [null, undefined],
])("Retry-After: %s", (value, expected) => {
  expect(readRetryAfter(value, Date.UTC(2026, 10, 24, 9))).toBe(expected);
});

describe("waiting", () => {
  const slow = { ...PATIENCE, retry: 3_600_000 };

  test("is announced and ends when the person wants to try now", async () => {
    const waits: Waiting[] = [];
    const begun: number[] = [];
    let tries = 0;
    let tryNow: (() => void) | undefined;
    const result = await withRetries(
      () => (++tries < 3 ? failing() : Promise.resolve("here")),
      {
        signal: new AbortController().signal,
        onTryNow: (listener) => (tryNow = listener),
        onTry: () => begun.push(waits.length),
        onWait: (waiting) => {
          waits.push(waiting);
          tryNow?.();
        },
      },
      slow,
    );
    expect(result).toBe("here");
    expect(begun).toEqual([0, 1, 2]);
    expect(waits.map(({ attempt, of }) => [attempt, of])).toEqual([
      [2, 3],
      [3, 3],
    ]);
  });

  test("ends at once when cancelled, without another try", async () => {
    const controller = new AbortController();
    let tries = 0;
    const result = withRetries(
      () => {
        tries++;
        return failing();
      },
      { signal: controller.signal, onWait: () => controller.abort() },
      slow,
    );
    await expect(result).rejects.toBeInstanceOf(Cancelled);
    expect(tries).toBe(1);
  });
});
