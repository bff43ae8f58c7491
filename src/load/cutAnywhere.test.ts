/*
 * A report cut at each of its bytes, by a real server, in every way a transfer can end: its stated
 * length right or wrong, its connection closed or its chunks ended properly, plain or compressed.
 * Only the whole report is ever complete, and what arrived is always a beginning of it.
 */
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ReportFailure, type ReportError } from "../model/reportError.ts";
import { UNINTERRUPTED } from "../model/turn.ts";
import { loadReport } from "./loadReport.ts";
import { CollectingSink } from "./testing/collectingSink.ts";
import { serve } from "./testing/serve.ts";
import { someSource, someSurroundings } from "./testing/someSource.ts";

const REPORT = Buffer.from(
  '{"headers":["Client","Cost"],"rows":[["Acme","1.10"],["Größe 😀",-2.5e3],[null,[{"a":"]"}]],[]]}',
);
const ROWS = 4;
const ID = "3c90c3cc-0d44-4b50-8888-8dd25736052a";

type Ending = "length" | "tooLong" | "chunks" | "destroyed" | "gzip";
const ENDINGS: readonly Ending[] = ["length", "tooLong", "chunks", "destroyed", "gzip"];

/** Answers `/<ending>/<bytes>/billing/…` with that many bytes of the report. */
const startCutter = () =>
  serve((request, response) => {
    const [, ending = "", count = ""] = (request.url ?? "").split("/");
    const packed = ending === "gzip" ? gzipSync(REPORT) : REPORT;
    const body = packed.subarray(0, Number(count));
    const headers = {
      "Content-Type": "application/json",
      ...(ending === "length" || ending === "gzip" ? { "Content-Length": body.length } : {}),
      ...(ending === "tooLong" ? { "Content-Length": REPORT.length + 1 } : {}),
      ...(ending === "gzip" ? { "Content-Encoding": "gzip" } : {}),
    };
    response.writeHead(200, headers);
    if (ending === "tooLong" || ending === "destroyed") {
      response.write(body, () => response.destroy());
    } else {
      response.end(body);
    }
  });

async function load(origin: string, ending: Ending, bytes: number) {
  const sink = new CollectingSink();
  const source = someSource(ID, `${origin}/${ending}/${bytes}`);
  const surroundings = someSurroundings(origin);
  try {
    await loadReport(
      { source, sink, turn: UNINTERRUPTED, signal: new AbortController().signal },
      surroundings,
    );
    return { rows: sink.rows };
  } catch (failure) {
    if (!(failure instanceof ReportFailure)) throw failure;
    return { rows: sink.rows, error: failure.error };
  }
}

/** No answer at all, when the connection closes before the first byte. */
const MAY_SAY: readonly ReportError["code"][] = ["cut", "notReport", "unreachable"];

test.each(ENDINGS)("ended as %s", async (ending) => {
  const origin = await startCutter();
  const whole = ending === "gzip" ? gzipSync(REPORT).length : REPORT.length;
  const all = (await load(origin, "length", REPORT.length)).rows;
  expect(all).toHaveLength(ROWS);
  for (let bytes = 0; bytes <= whole; bytes++) {
    const { rows, error } = await load(origin, ending, bytes);
    const at = `${ending}, ${bytes} of ${whole} bytes`;
    expect(rows, at).toEqual(all.slice(0, rows.length));
    const isWhole = bytes === whole && ending !== "tooLong" && ending !== "destroyed";
    if (isWhole) expect(error, at).toBeUndefined();
    else if (rows.length < ROWS || error !== undefined) expect(MAY_SAY, at).toContain(error?.code);
    // Complete only with all of it; a gzip stream may lack its checksum, never a byte of the report.
    if (error === undefined) expect(rows, at).toHaveLength(ROWS);
    if (ending === "length" && !isWhole) expect(error, at).toBeDefined();
    if (ending === "tooLong" || ending === "destroyed") expect(error, at).toBeDefined();
  }
});
