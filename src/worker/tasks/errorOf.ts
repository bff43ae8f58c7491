/**
 * What was thrown, as a `ReportError`. Only here and in load does an exception become words' data.
 * Foreign messages may quote anything, the key too, so just the exception's name crosses.
 */

import { ReportFailure, type ReportError } from "../../model/reportError.ts";

/** `rows` is what is told as having fitted when the browser has no more memory to give. */
export function errorOf(cause: unknown, rows = 0): ReportError {
  if (cause instanceof ReportFailure) return cause.error;
  if (isOutOfMemory(cause)) return { code: "tooLarge", limit: "memory", rows };
  return { code: "internal", detail: cause instanceof Error ? cause.name : typeof cause };
}

/**
 * Browsers have no error type of its own for an array that could not be had: V8 and JavaScriptCore
 * throw a RangeError, Firefox an InternalError or a RangeError. So does a stack that ran out.
 */
function isOutOfMemory(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    (cause.name === "RangeError" || cause.name === "InternalError") &&
    /alloc|memory|array length|string length|too large/i.test(cause.message)
  );
}
