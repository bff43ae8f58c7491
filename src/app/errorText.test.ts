/** The sentences of product.md §3, word for word, and that none of them is without a way on. */

import { describe, expect, it } from "vitest";
import type { ReportError } from "../model/reportError.ts";
import { type Purpose, errorText, waitingText } from "./errorText.ts";

function said(error: ReportError, purpose: Purpose = "open"): string {
  const { title, meaning } = errorText(error, purpose);
  return `${title} ${meaning}`;
}

const SENTENCES: readonly (readonly [ReportError, Purpose, string])[] = [
  [
    { code: "badRequest", said: "Failed to render report: no data" },
    "open",
    'Gcore could not build this file. Gcore says: "Failed to render report: no data"',
  ],
  [
    { code: "unauthorised" },
    "open",
    "Gcore did not accept this key. It may be mistyped, expired or deleted.",
  ],
  [
    { code: "forbidden" },
    "open",
    "This key may not read this report. Billing reports need the reseller's own key.",
  ],
  [{ code: "notFound" }, "open", "Gcore knows no report with this id."],
  [
    { code: "notAcceptable", format: "xlsx" },
    "save",
    "Gcore does not offer this report as XLSX. Try CSV or JSON.",
  ],
  [
    { code: "cut", bytes: 41_200_000, rows: 182_000 },
    "open",
    'The download stopped at 41.2 MB. The 182,000 rows that arrived are shown; totals say "so far".',
  ],
  [
    { code: "stalled", afterMs: 30_000, bytes: 41_200_000, rows: 1 },
    "open",
    'The download stopped at 41.2 MB. The 1 row that arrived is shown; totals say "so far".',
  ],
  [{ code: "cut", bytes: 900, rows: 0 }, "save", "Nothing was saved."],
  [
    { code: "malformed", row: 2, byte: 31, rows: 1, problem: "notUtf8" },
    "save",
    "The report is damaged at row 2 (byte 31). Nothing was saved. A text that is not UTF-8.",
  ],
  [
    { code: "notReport", found: "otherType", mediaType: "text/csv" },
    "save",
    "This is not a report: we got something else (text/csv) instead. Nothing was saved.",
  ],
  [
    { code: "notReport", found: "noHeaders", mediaType: "application/json", rows: 2 },
    "open",
    "This is not a report: it has no headers. The rows that arrived are shown, without names of columns.",
  ],
  [
    { code: "malformed", row: 88_120, byte: 31_000_000, rows: 88_119, problem: "noComma", of: "]" },
    "open",
    'The report is damaged at row 88,120 (byte 31,000,000). The rows before it are shown; totals say "so far". No comma or ] where one is expected.',
  ],
  [
    { code: "malformed", row: 0, byte: 900, rows: 12, problem: "moreAfterEnd" },
    "open",
    'The report is damaged outside its rows (byte 900). The rows that arrived are shown; totals say "so far". More after the end of the report.',
  ],
  [
    { code: "malformed", row: 0, byte: 9, rows: 0, problem: "keyTwice", of: "rows" },
    "open",
    'The report is damaged outside its rows (byte 9). There are no rows before it. The key "rows" is there twice.',
  ],
  [
    { code: "malformed", row: 1, byte: 31, rows: 0, problem: "openQuote" },
    "file",
    "The file is damaged at row 1 (byte 31). No row before it could be read. A quote opens here and is never closed.",
  ],
  [
    { code: "notReport", found: "webPage", mediaType: "text/html" },
    "open",
    "This is not a report: we got a web page (text/html) instead.",
  ],
];

const ALL: readonly ReportError[] = [
  ...SENTENCES.map(([error]) => error),
  { code: "tooManyRequests", retryAfterMs: 1 },
  { code: "server", status: 503 },
  { code: "unexpectedStatus", status: 418 },
  { code: "offline" },
  { code: "unreachable" },
  { code: "blocked" },
  { code: "redirected" },
  { code: "timeout", afterMs: 30_000 },
  { code: "tooLarge", limit: "cell", rows: 3 },
  { code: "tooLarge", limit: "columns", rows: 3 },
  { code: "tooLarge", limit: "memory", rows: 3 },
  { code: "tooLarge", limit: "memory", rows: 0 },
  { code: "workerUnloadable" },
  { code: "workerCrashed" },
  { code: "workerSilent" },
  { code: "internal", detail: "x" },
];

describe("errorText", () => {
  it.each(SENTENCES)("says for %j (%s)", (error, purpose, sentence) => {
    expect(said(error, purpose)).toContain(sentence);
  });

  it("always offers a next step", () => {
    for (const error of ALL) {
      for (const purpose of ["open", "save"] as const) {
        const { title, steps } = errorText(error, purpose);
        expect(title).toMatch(/[.")]$/);
        expect(steps.length).toBeGreaterThan(0);
      }
    }
  });

  it("tells four ways of no answer apart", () => {
    const titles = (["offline", "unreachable", "blocked"] as const).map(
      (code) => errorText({ code }, "open").title,
    );
    titles.push(errorText({ code: "timeout", afterMs: 30_000 }, "open").title);
    expect(new Set(titles).size).toBe(4);
  });
});

describe("waitingText", () => {
  it("counts down to the next try", () => {
    const slow = waitingText({ code: "tooManyRequests", retryAfterMs: undefined }, 30, 2, 5);
    expect(`${slow.title} ${slow.when}`).toBe(
      "Gcore asks us to slow down. We try again in 30 s (try 2 of 5).",
    );
    const down = waitingText({ code: "server", status: 503 }, 4, 2, 3);
    expect(`${down.title} ${down.when}`).toBe(
      "Gcore has a problem right now (503). Your key and report id are fine. Next try in 4 s (2 of 3).",
    );
  });
});
