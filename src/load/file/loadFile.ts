/**
 * From a file of the person's own to cells: encoding, layout, then the reader for its format, which
 * feeds the same sink as a download does. Resolves only for a whole file; rejects with
 * `ReportFailure`, or `Cancelled` when the turn was ended.
 */

import type { ReportSink } from "../../model/cellBatch.ts";
import type { Encoding, FileReading, FileSource } from "../../model/fileSource.ts";
import { type NoTable, ReportFailure } from "../../model/reportError.ts";
import type { Receiving } from "../../model/reportSource.ts";
import type { Turn } from "../../model/turn.ts";
import { ReportTokenizer } from "../tokenizer.ts";
import { CommaNumbers } from "./commaNumber.ts";
import { CsvReader } from "./csvReader.ts";
import { encodingOf, markLength, noTextOf } from "./findEncoding.ts";
import { findLayout } from "./findLayout.ts";
import { findPoints } from "./findPoints.ts";
import { headOf, isUtf8, placeInFile, readUtf8 } from "./utf8Chunks.ts";

export interface LoadFileOptions {
  readonly source: FileSource;
  readonly sink: ReportSink;
  readonly turn: Turn;
  /** How the file is read, as soon as it is known. */
  readonly onReading: (reading: FileReading) => void;
  readonly onProgress?: (received: Receiving) => void;
}

export interface LoadedFile {
  readonly bytes: number;
  readonly rows: number;
}

/** Enough to recognise a file by. */
const HEAD_BYTES = 256 * 1024;

interface Reader {
  readonly rows: number;
  push(utf8: Uint8Array): void;
  end(): void;
}

export async function loadFile(options: LoadFileOptions): Promise<LoadedFile> {
  const { source, sink, turn, onReading, onProgress } = options;
  const { file, settings, workbook } = source;
  const head = await headOf(file, HEAD_BYTES);
  if (head.length === 0) throw noTable("empty");
  const stated = encodingOf(head);
  const other = noTextOf(head, stated);
  if (other !== undefined) throw noTable(other);
  const encoding =
    settings.encoding ?? stated ?? ((await isUtf8(file, turn)) ? "utf-8" : "windows-1252");

  const mark = markLength(head, encoding);
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(head.subarray(mark));
  const isWhole = head.length === file.size;
  if (text.trim() === "" && isWhole) throw noTable("empty");
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) throw noTable("webPage");

  let reader: Reader;
  if (/^\s*[{[]/.test(text)) {
    onReading(workbook ?? { format: "json", encoding });
    reader = new ReportTokenizer(sink, { mediaType: file.type });
  } else {
    const layout = findLayout(text, isWhole, settings);
    onReading({ format: "csv", encoding, ...layout });
    const points =
      layout.decimal === "comma" ? await findPoints(file, encoding, layout, turn) : undefined;
    reader = new CsvReader(sink, layout, points && new CommaNumbers(points));
  }
  const totalBytes = file.size;
  try {
    await readUtf8(
      file,
      encoding,
      turn,
      (utf8) => reader.push(utf8),
      (bytes) => onProgress?.({ bytes, totalBytes }),
    );
    reader.end();
  } catch (cause) {
    throw await placed(cause, file, encoding, turn);
  }
  return { bytes: file.size, rows: reader.rows };
}

/** The same failure with the byte where it is in the file, not in the text that was read of it. */
async function placed(cause: unknown, file: Blob, encoding: Encoding, turn: Turn) {
  if (!(cause instanceof ReportFailure) || cause.error.code !== "malformed") return cause;
  const byte = await placeInFile(file, encoding, turn, cause.error.byte);
  return new ReportFailure({ ...cause.error, byte });
}

function noTable(found: NoTable): ReportFailure {
  return new ReportFailure({ code: "noTable", found });
}
