/** Compared only when the report is whole; said in words with the rows then and now. */

import { describe, expect, it } from "vitest";
import { type Fingerprint, readFingerprint } from "../../model/fingerprint.ts";
import type { ReportId } from "../../model/reportId.ts";
import type { LoadState, OpenReport } from "../data/reportSession.ts";
import { proofText, proveData } from "./dataProof.ts";

const MADE = readFingerprint("a7f39c2104be51d0");
const OTHER = readFingerprint("434e6f838417ab5f");

const RECEIVING: LoadState = { phase: "receiving", bytes: 1, totalBytes: undefined };
const COMPLETE: LoadState = { phase: "complete", bytes: 1, elapsedMs: 1 };
const FAILED: LoadState = { phase: "failed", error: { code: "cut", bytes: 1, rows: 1 } };

function openReport(
  load: LoadState,
  table?: { rowCount: number; sealed: boolean; fingerprint?: Fingerprint | undefined },
): OpenReport {
  const data = table && {
    dataset: "d" as never,
    feed: {} as never,
    table: { columns: [], headerCount: 2, raggedRows: 0, ...table },
  };
  return {
    reportId: "r" as ReportId,
    file: undefined,
    reading: undefined,
    load,
    data,
    dismissed: false,
  };
}

const whole = (rowCount: number, fingerprint: Fingerprint | undefined) =>
  openReport(COMPLETE, { rowCount, sealed: true, fingerprint });

function said(rowCount: number | undefined, open: OpenReport | undefined): string | undefined {
  const proof = proveData({ fingerprint: MADE, rowCount }, open);
  return proof && proofText(proof);
}

it("says of a file that only its notation may be another", () => {
  const open = whole(5, OTHER);
  const file = { ...open, file: {} as never };
  expect(said(5, open)).not.toContain("spreadsheet");
  expect(said(5, file)).toContain("If a spreadsheet saved this file");
});

it("does not say of a workbook that its data is another when only its notation may be", () => {
  const reading = { format: "xlsx" } as never;
  const book = { ...whole(5, OTHER), file: {} as never, reading };
  expect(said(5, book)).toBe(
    "This workbook can’t prove that it is the data the link was made from, as it writes numbers and dates in its own way; the report’s CSV or JSON can. It has 5 rows, as many as then.",
  );
  expect(said(undefined, book)).toMatch(/It has 5 rows\.$/);
  expect(said(6, book)).toBe("Not the same data as when this link was made: 6 rows then, 5 now.");
  expect(said(5, { ...book, ...whole(5, MADE) })).toMatch(/^Same data/);
});

describe("what a link proves", () => {
  it.each([
    [12_481, whole(12_481, MADE), "Same data as when this link was made: 12,481 rows ✓"],
    [undefined, whole(1, MADE), "Same data as when this link was made: 1 row ✓"],
    [
      12_481,
      whole(12_490, OTHER),
      "Not the same data as when this link was made: 12,481 rows then, 12,490 now.",
    ],
    [
      12_481,
      whole(12_481, OTHER),
      "Not the same data as when this link was made: 12,481 rows then and now, but not the same content.",
    ],
    [
      undefined,
      whole(12_490, OTHER),
      "Not the same data as when this link was made. It has 12,490 rows now.",
    ],
    [7, openReport(RECEIVING), "Checking whether this is the data the link was made from…"],
  ])("%s rows then", (rowCount, open, words) => {
    expect(said(rowCount, open)).toBe(words);
  });

  it("is not said before the report is whole, nor where it never will be", () => {
    const some = { rowCount: 5, sealed: false };
    expect(said(5, openReport(RECEIVING, some))).toMatch(/^Checking/);
    expect(said(5, openReport(FAILED, some))).toMatch(/not complete/);
    expect(said(5, openReport({ phase: "stopped" }, some))).toMatch(/not complete/);
    expect(said(5, openReport(FAILED))).toBeUndefined();
    expect(said(5, undefined)).toBeUndefined();
  });

  it("stays with the rows on screen while the report is loaded again", () => {
    const again = openReport(RECEIVING, { rowCount: 5, sealed: true, fingerprint: MADE });
    expect(said(5, again)).toMatch(/^Same data/);
  });

  it("is nothing where the link or the browser has no fingerprint", () => {
    expect(proveData({ fingerprint: undefined, rowCount: undefined }, whole(5, MADE))).toBe(
      undefined,
    );
    expect(said(5, whole(5, undefined))).toMatch(/secure pages/);
  });
});
