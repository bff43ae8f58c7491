/**
 * Asks the API for a report and gives its answer while the body is still on its way. The key goes
 * into this one request: to the host's fixed address, without cookies or referrer, never along a
 * redirect, never into a cache. Whatever goes wrong is a `ReportFailure`; being cancelled is not.
 */

import { ReportFailure, type FileFormat, type ReportError } from "../model/reportError.ts";
import type { ReportSource } from "../model/reportSource.ts";
import { Cancelled } from "../model/turn.ts";
import { startDeadline } from "./deadline.ts";
import { isOtherVariant, mediaTypeOf, MEDIA_TYPES, mismatch } from "./mediaType.ts";
import { explainNoAnswer } from "./noAnswer.ts";
import { withRetries, type RetryWatcher } from "./retry.ts";
import { statusError } from "./statusError.ts";
import type { Surroundings } from "./surroundings.ts";

/** A 200 whose type may be that of the file asked for. Must be closed by whoever got it. */
export interface Answer {
  readonly headers: Headers;
  readonly mediaType: string;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
  /** Length of the body as it will be read; undefined when unknown, as for a compressed one. */
  readonly totalBytes: number | undefined;
  /** Ends the connection if it is still open. */
  readonly close: () => void;
}

export interface ReportRequest {
  readonly source: ReportSource;
  readonly format: FileFormat;
}

export async function requestReport(
  request: ReportRequest,
  watcher: RetryWatcher,
  surroundings: Surroundings,
): Promise<Answer> {
  const ask = (url: URL) => async (): Promise<Answer> =>
    askOnce(url, request, watcher.signal, surroundings);
  const url = downloadUrl(request.source, surroundings.origin);
  const answer = await withRetries(ask(url), watcher, surroundings.patience);
  if (!isOtherVariant(answer.mediaType, request.format)) return checked(answer, request.format);
  // A proxy dropped the Accept header: say it in the address.
  answer.close();
  url.searchParams.set("format", request.format);
  const second = await withRetries(ask(url), watcher, surroundings.patience);
  return checked(second, request.format);
}

function downloadUrl({ api, reportId }: ReportSource, origin: string): URL {
  return new URL(`${api}/billing/org/v1/reports/${reportId}/download`, origin);
}

async function askOnce(
  url: URL,
  { source, format }: ReportRequest,
  signal: AbortSignal,
  surroundings: Surroundings,
): Promise<Answer> {
  const { patience } = surroundings;
  const deadline = startDeadline(signal, patience.answer);
  try {
    const response = await surroundings.fetch(url, {
      headers: {
        Authorization: `${source.scheme} ${source.key}`,
        Accept: MEDIA_TYPES[format],
      },
      credentials: "omit",
      referrerPolicy: "no-referrer",
      cache: "no-store",
      // Not "error": that could not be told from a network that was not reached.
      redirect: "manual",
      signal: deadline.signal,
    });
    if (isRedirect(response)) throw new ReportFailure({ code: "redirected" });
    if (response.status !== 200) {
      throw new ReportFailure(await statusError(response, format, source.key));
    }
    deadline.met();
    return answerOf(response, source.key, deadline.close);
  } catch (cause) {
    deadline.close();
    if (signal.aborted) throw new Cancelled();
    if (cause instanceof ReportFailure) throw cause;
    const error: ReportError = deadline.passed
      ? { code: "timeout", afterMs: patience.answer }
      : await explainNoAnswer(url, surroundings, signal);
    if (signal.aborted) throw new Cancelled();
    throw new ReportFailure(error);
  }
}

function isRedirect({ type, status }: Response): boolean {
  return type === "opaqueredirect" || (status >= 300 && status < 400 && status !== 304);
}

function answerOf(response: Response, key: string, close: () => void): Answer {
  const { headers, body } = response;
  const mediaType = mediaTypeOf(headers, key);
  return { headers, mediaType, body, totalBytes: lengthOf(response), close };
}

/**
 * Another origin may compress without our seeing it (Content-Encoding is not among the headers shown
 * to other origins, Content-Length is), so its lengths are not trusted.
 */
function lengthOf({ headers, type }: Response): number | undefined {
  const text = headers.get("content-length") ?? "";
  if (type === "cors" || headers.has("content-encoding") || !/^\d+$/.test(text)) return undefined;
  return Number(text);
}

function checked(answer: Answer, format: FileFormat): Answer {
  const { mediaType } = answer;
  const found = mismatch(mediaType, format);
  if (found === undefined) return answer;
  answer.close();
  throw new ReportFailure({ code: "notReport", found, mediaType });
}
