/**
 * What a status other than 200 means. Only the body of a 400 is read, at most 8 KiB of it, and only
 * its stated reason passes, redacted. The body of a 401 may quote the key: it is never read.
 */

import type { FileFormat, ReportError } from "../model/reportError.ts";
import { redact } from "./redact.ts";

const MAX_REASON_BYTES = 8192;

export async function statusError(
  response: Response,
  format: FileFormat,
  key: string,
): Promise<ReportError> {
  const { status } = response;
  switch (status) {
    case 400:
      return { code: "badRequest", said: await readReason(response, key) };
    case 401:
      return { code: "unauthorised" };
    case 403:
      return { code: "forbidden" };
    case 404:
      return { code: "notFound" };
    case 406:
      return { code: "notAcceptable", format };
    case 429: {
      const retryAfterMs = readRetryAfter(response.headers.get("retry-after"), Date.now());
      return { code: "tooManyRequests", retryAfterMs };
    }
    default:
      return status >= 500 ? { code: "server", status } : { code: "unexpectedStatus", status };
  }
}

/** Seconds or an HTTP date; undefined when it is neither. */
export function readRetryAfter(value: string | null, now: number): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Date.parse takes far more than HTTP dates, "1.5" included.
  const time = /^[A-Za-z]/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}

async function readReason(response: Response, key: string): Promise<string | undefined> {
  try {
    const body: unknown = JSON.parse(await readStart(response));
    if (typeof body !== "object" || body === null || !("error" in body)) return undefined;
    if (typeof body.error !== "string") return undefined;
    const reason = redact(body.error, key);
    return reason === "" ? undefined : reason;
  } catch {
    return undefined; // no reason that can be read is no reason
  }
}

async function readStart(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return "";
  const decoder = new TextDecoder();
  let text = "";
  for (let bytes = 0; bytes <= MAX_REASON_BYTES;) {
    const { done, value } = await reader.read();
    if (done) return text;
    bytes += value.length;
    text += decoder.decode(value, { stream: true });
  }
  return "";
}
