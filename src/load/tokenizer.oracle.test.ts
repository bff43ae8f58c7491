import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyReport } from "./testing/anyReport.ts";
import type { CollectedCell } from "./testing/collectingSink.ts";
import { readReport, type Outcome } from "./testing/readReport.ts";

const encoder = new TextEncoder();
const strictDecoder = new TextDecoder("utf-8", { fatal: true });

/** Cuts a body at places given as shares of its length. */
function cutAt(body: Uint8Array, shares: readonly number[]): Uint8Array[] {
  const places = shares.map((share) => Math.floor(share * (body.length + 1)));
  places.sort((a, b) => a - b);
  return [0, ...places].map((from, index) => body.slice(from, places[index] ?? body.length));
}

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const shares = fc.array(share, { maxLength: 8 });

/** What JSON.parse makes of a body, or undefined where it refuses. */
function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(strictDecoder.decode(body));
  } catch {
    return undefined;
  }
}

/** What the contract allows to be shown of a parsed body. */
function isReport(value: unknown): value is { headers: string[]; rows: unknown[][] } {
  if (typeof value !== "object" || value === null) return false;
  if (!Object.hasOwn(value, "headers") || !Object.hasOwn(value, "rows")) return false;
  const { headers, rows } = value as Record<string, unknown>;
  if (!Array.isArray(headers) || !Array.isArray(rows)) return false;
  return headers.every((name) => typeof name === "string") && rows.every(Array.isArray);
}

function expectSame(outcome: Outcome, value: { headers: string[]; rows: unknown[][] }): void {
  expect(outcome.headers).toEqual(value.headers);
  expect(outcome.rows.map((row) => row.map(meaning))).toEqual(value.rows);
}

/** A cell as JSON.parse would have it. */
function meaning([kind, text]: CollectedCell): unknown {
  if (kind === "string") return text;
  return kind === "null" ? null : JSON.parse(text);
}

describe("against JSON.parse", () => {
  test("any report, cut anywhere, is read as it is, with the digits of its numbers", () => {
    fc.assert(
      fc.property(anyReport, shares, (report, cuts) => {
        const body = encoder.encode(report.text);
        const outcome = readReport(cutAt(body, cuts));
        expect(outcome).toEqual({ headers: report.headers, rows: report.rows });
        const value = parse(body);
        expect(isReport(value)).toBe(true);
        if (isReport(value)) expectSame(outcome, value);
      }),
      { numRuns: 1000 },
    );
  });

  test("a damaged report is refused, or is what JSON.parse reads", () => {
    const damage = fc.record({
      at: share,
      remove: fc.nat(3),
      insert: fc.oneof(
        fc.uint8Array({ maxLength: 2 }),
        fc
          .constantFrom(...Array.from('[]{},:"\\0-.eEtn \u0000\u00e9'))
          .map((text) => encoder.encode(text)),
      ),
    });
    fc.assert(
      fc.property(anyReport, damage, shares, (report, { at, remove, insert }, cuts) => {
        const whole = encoder.encode(report.text);
        const place = Math.floor(at * whole.length);
        const body = new Uint8Array([
          ...whole.subarray(0, place),
          ...insert,
          ...whole.subarray(place + remove),
        ]);
        const outcome = readReport(cutAt(body, cuts));
        expect(readReport([body])).toEqual(outcome);
        const value = parse(body);
        if (outcome.error === undefined) {
          expect(isReport(value)).toBe(true);
          if (isReport(value)) expectSame(outcome, value);
          return;
        }
        const { error } = outcome;
        const isTwice = error.code === "malformed" && error.problem === "keyTwice";
        if (!isTwice) expect(isReport(value)).toBe(false);
        // The rows before the damage are there.
        const intact = report.rowEnds.filter(
          (end) => encoder.encode(report.text.slice(0, end)).length <= place,
        );
        expect(outcome.rows.slice(0, intact.length)).toEqual(report.rows.slice(0, intact.length));
        if (error.code === "malformed") {
          expect(error.byte).toBeGreaterThanOrEqual(place - 1);
          expect(error.byte).toBeLessThan(body.length);
          if (error.row > 0) expect(error.row).toBe(outcome.rows.length + 1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("a report that ends early is never complete", () => {
    fc.assert(
      fc.property(anyReport, share, shares, (report, at, cuts) => {
        const whole = encoder.encode(report.text.trimEnd());
        const body = whole.subarray(0, Math.floor(at * whole.length));
        const { rows, error } = readReport(cutAt(body, cuts));
        expect(rows).toEqual(report.rows.slice(0, rows.length));
        if (error?.code === "notReport") expect(error.found).toBe("empty");
        else expect(error).toEqual({ code: "cut", bytes: body.length, rows: rows.length });
      }),
      { numRuns: 1000 },
    );
  });
});
