/**
 * Where a report's bytes come from, and what is told while they come. The source is the only thing
 * besides the key's holder that carries the key: it goes to the one function that sends it.
 */

import type { KeyScheme } from "./apiKey.ts";
import type { ReportError } from "./reportError.ts";
import type { ReportId } from "./reportId.ts";

export interface ReportSource {
  /** Origin and path before `/billing`, fixed by the host: "" for the same origin. */
  readonly api: string;
  readonly reportId: ReportId;
  /** The bare token, without the word before it. */
  readonly key: string;
  /** The word before the token in the request: a login token goes as `Bearer`. */
  readonly scheme: KeyScheme;
}

/** Waiting before another try: the person sees why, how long, and can stop or try now. */
export interface Waiting {
  readonly phase: "waiting";
  readonly error: ReportError;
  readonly delayMs: number;
  /** The try that will start after the wait, 2 or more. */
  readonly attempt: number;
  readonly of: number;
}

export interface Receiving {
  readonly bytes: number;
  /** From Content-Length, when the body is not compressed. */
  readonly totalBytes: number | undefined;
}

/** How many lines a CSV has that was saved, and whether it ends in the middle of a cell. */
export interface LinesOfFile {
  readonly count: number;
  readonly isOpen: boolean;
}
