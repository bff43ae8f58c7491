/**
 * Everything that can go wrong, as plain data: it crosses threads, and the words for people are
 * made in one place (app/errorText). A cancelled request is not an error. No server text is in
 * here that did not pass redaction first.
 */

export const FILE_FORMATS = ["json", "csv", "xlsx"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** How far a download had come; rows are 0 for a file that is only saved. */
export interface Progress {
  readonly bytes: number;
  readonly rows: number;
}

export type ReportError =
  // The server answered with a status.
  | { readonly code: "badRequest"; readonly said: string | undefined }
  | { readonly code: "unauthorised" }
  | { readonly code: "forbidden" }
  | { readonly code: "notFound" }
  | { readonly code: "notAcceptable"; readonly format: FileFormat }
  | { readonly code: "tooManyRequests"; readonly retryAfterMs: number | undefined }
  | { readonly code: "server"; readonly status: number }
  | { readonly code: "unexpectedStatus"; readonly status: number }
  // No answer, or not from the server we asked.
  | { readonly code: "offline" }
  | { readonly code: "unreachable" }
  | { readonly code: "blocked" }
  | { readonly code: "redirected" }
  | { readonly code: "timeout"; readonly afterMs: number }
  // An answer that broke off or makes no sense.
  | ({ readonly code: "cut" } & Progress)
  | ({ readonly code: "stalled"; readonly afterMs: number } & Progress)
  | {
      readonly code: "malformed";
      /** 1 for the first row; 0 where the damage is outside the rows. */
      readonly row: number;
      readonly byte: number;
      /** Whole rows before the damage. */
      readonly rows: number;
      readonly problem: Damage;
      /** What it is about: a key, a sign that is missing. */
      readonly of?: string | undefined;
    }
  /** `rows`: how many came nevertheless. */
  | {
      readonly code: "notReport";
      readonly found: NotReport;
      readonly mediaType: string;
      readonly rows?: number;
    }
  | {
      readonly code: "tooLarge";
      readonly limit: "cell" | "columns" | "memory" | "clipboard";
      readonly rows: number;
    }
  // A file of the person's own.
  | { readonly code: "noTable"; readonly found: NoTable }
  | { readonly code: "noHeaderLine"; readonly lines: number }
  | { readonly code: "workbookTooLarge"; readonly bytes: number; readonly limit: number }
  | { readonly code: "workbookTooSlow"; readonly afterMs: number }
  | { readonly code: "workbookStopped" }
  | { readonly code: "fileGone" }
  // Ours.
  | { readonly code: "workerUnloadable" }
  | { readonly code: "workerCrashed" }
  | { readonly code: "workerSilent" }
  | { readonly code: "internal"; readonly detail: string };

/** What no JSON or CSV may have where it stands. */
export type Damage =
  | "noKey"
  | "noColon"
  | "noValue"
  | "noComma"
  | "keyTwice"
  | "moreAfterEnd"
  | "headerNotText"
  | "rowNotList"
  | "brokenNumber"
  | "otherWord"
  | "otherEscape"
  | "shortEscape"
  | "control"
  | "notUtf8"
  | "openQuote";

/** What came instead of a report. */
export type NotReport =
  | "empty"
  | "webPage"
  | "otherType"
  | "noHeaders"
  | "noRows"
  | "neither"
  | "rowsNotLists"
  | "otherShape";

/** What a file is that can't be opened as a table. */
export type NoTable =
  | "empty"
  | "webPage"
  | "binary"
  | "pdf"
  | "archive"
  | "oldWorkbook"
  | "locked"
  | "damagedWorkbook"
  | "emptyWorkbook";

/** Carries a `ReportError` through `throw`, wherever one is found out; what goes to the page is the error alone. */
export class ReportFailure extends Error {
  readonly error: ReportError;
  constructor(error: ReportError) {
    super(error.code);
    this.name = "ReportFailure";
    this.error = error;
  }
}

/** What the worker held is gone: only opening the report anew helps. */
export function isEngineLost({ code }: ReportError): boolean {
  return code === "workerCrashed" || code === "workerSilent";
}
