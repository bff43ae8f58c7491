/**
 * The original file, byte for byte as the server sends it. An answer that is an error or of another
 * type is an error, never a file; so is one that ends before its stated length, a workbook without its
 * end, and a JSON that is no whole report. A CSV that ends early without a stated length can't be told
 * from a short one here: its lines are counted, for whoever knows how many there should be.
 */

import type { ReportSink } from "../model/cellBatch.ts";
import { ReportFailure, type FileFormat, type NotReport } from "../model/reportError.ts";
import type { LinesOfFile, Receiving, ReportSource } from "../model/reportSource.ts";
import { CsvLines } from "./csvLines.ts";
import { fileName } from "./fileName.ts";
import { MEDIA_TYPES } from "./mediaType.ts";
import { readBody } from "./readBody.ts";
import { requestReport } from "./requestReport.ts";
import type { RetryWatcher } from "./retry.ts";
import type { Surroundings } from "./surroundings.ts";
import { ReportTokenizer } from "./tokenizer.ts";

export interface DownloadOptions extends RetryWatcher {
  readonly source: ReportSource;
  readonly format: FileFormat;
  /** Is given each piece to keep; the next one waits until it is done with. */
  readonly onChunk: (chunk: Uint8Array<ArrayBuffer>) => Promise<void> | void;
  readonly onProgress?: (received: Receiving) => void;
}

export interface DownloadedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Of a CSV. */
  readonly lines: LinesOfFile | undefined;
}

export async function downloadFile(
  options: DownloadOptions,
  surroundings: Surroundings,
): Promise<DownloadedFile> {
  const { source, format, signal } = options;
  const answer = await requestReport({ source, format }, options, surroundings);
  const { mediaType, totalBytes } = answer;
  const refuse = (found: NotReport): ReportFailure =>
    new ReportFailure({ code: "notReport", found, mediaType });
  let received = 0;
  // Held back until it tells what the file is.
  let head: Uint8Array<ArrayBuffer> | undefined = new Uint8Array();
  let tail = new Uint8Array();
  const lines = format === "csv" ? new CsvLines() : undefined;
  const report = format === "json" ? new ReportTokenizer(DROP, { mediaType }) : undefined;
  const keep = async (chunk: Uint8Array<ArrayBuffer>) => {
    const found = head && wrongStart(decode(chunk), format);
    if (found !== undefined) throw refuse(found);
    head = undefined;
    tail = joined(tail, chunk).slice(-LONGEST_END);
    lines?.push(chunk);
    report?.push(chunk);
    await options.onChunk(chunk);
  };
  const bytes = await readBody(answer, {
    signal,
    silence: surroundings.patience.silence,
    reuse: false,
    rows: () => 0,
    take: async (chunk) => {
      if (head === undefined) await keep(chunk);
      else {
        head = joined(head, chunk);
        if (isTelling(head)) await keep(head);
      }
      received += chunk.length;
      options.onProgress?.({ bytes: received, totalBytes });
    },
  });
  if (head !== undefined && head.length > 0) await keep(head);
  if (totalBytes !== undefined && bytes < totalBytes) {
    throw new ReportFailure({ code: "cut", bytes, rows: 0 });
  }
  if (bytes === 0) throw refuse("empty");
  report?.end();
  if (format === "xlsx" && !endsAsArchive(tail)) {
    throw new ReportFailure({ code: "cut", bytes, rows: 0 });
  }
  const disposition = answer.headers.get("content-disposition");
  return {
    name: fileName(disposition, source.reportId, format, source.key),
    mediaType: MEDIA_TYPES[format],
    bytes,
    lines: lines && { count: lines.count, isOpen: lines.isOpen },
  };
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

const DROP: ReportSink = { headers: () => {}, append: () => {} };

/** What is looked at of a file's beginning, in letters; blanks before it at most so many bytes. */
const START_LETTERS = 64;
const MOST_BLANK = 64 * 1024;

function isTelling(head: Uint8Array): boolean {
  return head.length >= MOST_BLANK || decode(head).trimStart().length >= START_LETTERS;
}

/** A web page or an error under the name of a file shows at its beginning. */
function wrongStart(text: string, format: FileFormat): NotReport | undefined {
  const start = text.trimStart().slice(0, START_LETTERS);
  if (/^<(?:!doctype|!--|html|head|body|\?xml)/i.test(start)) return "webPage";
  if (format === "csv" && /^\{\s*"(?:error|detail|message)"/.test(start)) return "otherType";
  // A workbook is a ZIP archive.
  return format === "xlsx" && !text.startsWith("PK") ? "otherType" : undefined;
}

/** A ZIP archive ends with this mark, 18 bytes and a comment of a length that they state. */
const END_MARK = [0x50, 0x4b, 0x05, 0x06];
const END_BYTES = 22;
const LONGEST_END = END_BYTES + 0xffff;

function endsAsArchive(tail: Uint8Array): boolean {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (END_MARK.some((byte, i) => tail[at + i] !== byte)) continue;
    const comment = (tail[at + 20] ?? 0) | ((tail[at + 21] ?? 0) << 8);
    if (at + END_BYTES + comment === tail.length) return true;
  }
  return false;
}

function joined(start: Uint8Array, end: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(start.length + end.length);
  whole.set(start);
  whole.set(end, start.length);
  return whole;
}
