/**
 * From key and report id to cells: request, body, tokenizer, sink. Rows reach the sink while the
 * download runs; between pieces other messages of the worker get their turn. Resolves only for a
 * whole report; rejects with `ReportFailure`, or `Cancelled` when the signal was aborted.
 */

import type { ReportSink } from "../model/cellBatch.ts";
import type { Receiving, ReportSource } from "../model/reportSource.ts";
import type { Turn } from "../model/turn.ts";
import { readBody } from "./readBody.ts";
import { requestReport } from "./requestReport.ts";
import type { RetryWatcher } from "./retry.ts";
import type { Surroundings } from "./surroundings.ts";
import { ReportTokenizer } from "./tokenizer.ts";

export interface LoadOptions extends RetryWatcher {
  readonly source: ReportSource;
  readonly sink: ReportSink;
  readonly turn: Turn;
  /** Called for each piece of the body, after its rows reached the sink. */
  readonly onProgress?: (received: Receiving) => void;
}

export interface LoadedReport {
  readonly bytes: number;
  readonly rows: number;
}

/** Read without a turn between: about a tenth of a millisecond. */
const SLICE_BYTES = 64 * 1024;

export async function loadReport(
  options: LoadOptions,
  surroundings: Surroundings,
): Promise<LoadedReport> {
  const { source, sink, turn, signal } = options;
  const answer = await requestReport({ source, format: "json" }, options, surroundings);
  const { mediaType, totalBytes } = answer;
  const tokenizer = new ReportTokenizer(sink, { mediaType });
  let received = 0;
  const bytes = await readBody(answer, {
    signal,
    silence: surroundings.patience.silence,
    reuse: true,
    rows: () => tokenizer.rows,
    take: async (chunk) => {
      for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
        tokenizer.push(chunk.subarray(at, at + SLICE_BYTES));
        if (turn.due()) await turn.next();
      }
      received += chunk.length;
      options.onProgress?.({ bytes: received, totalBytes });
    },
  });
  tokenizer.end();
  return { bytes, rows: tokenizer.rows };
}
