/**
 * A body through the tokenizer, for tests: what came out and how it ended, as plain values.
 */

import { ReportFailure, type ReportError } from "../../model/reportError.ts";
import { ReportTokenizer, type TokenizerOptions } from "../tokenizer.ts";
import { CollectingSink, type CollectedCell } from "./collectingSink.ts";

export interface Outcome {
  readonly headers?: readonly string[];
  readonly rows: readonly (readonly CollectedCell[])[];
  /** Missing when the body was one whole report. */
  readonly error?: ReportError;
}

export function readReport(chunks: Iterable<Uint8Array>, options: TokenizerOptions = {}): Outcome {
  const sink = new CollectingSink();
  const tokenizer = new ReportTokenizer(sink, options);
  let error: ReportError | undefined;
  try {
    for (const chunk of chunks) tokenizer.push(chunk);
    tokenizer.end();
  } catch (failure) {
    if (!(failure instanceof ReportFailure)) throw failure;
    error = failure.error;
  }
  return {
    ...(sink.names === undefined ? {} : { headers: sink.names }),
    rows: sink.rows,
    ...(error === undefined ? {} : { error }),
  };
}

/** The body in pieces of one size. */
export function* pieces(body: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}
