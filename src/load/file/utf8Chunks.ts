/**
 * A file's text as UTF-8, whatever its encoding, in pieces and without its byte-order mark. The
 * bytes of a UTF-8 file pass through untouched.
 */

import type { Encoding } from "../../model/fileSource.ts";
import { ReportFailure } from "../../model/reportError.ts";
import type { Turn } from "../../model/turn.ts";
import { readChunks } from "../chunkReader.ts";
import { markLength } from "./findEncoding.ts";

const encoder = new TextEncoder();

/** Read without a turn between. */
const SLICE_BYTES = 64 * 1024;

/** Calls `take` for each piece, and `onChunk` with the bytes of the file that are done. */
export async function readUtf8(
  file: Blob,
  encoding: Encoding,
  turn: Turn,
  take: (utf8: Uint8Array) => void,
  onChunk: (bytes: number) => void = () => undefined,
): Promise<void> {
  const mark = markLength(await headOf(file, 3), encoding);
  const decoder = encoding === "utf-8" ? undefined : new TextDecoder(encoding, { ignoreBOM: true });
  const chunks = readChunks(file.slice(mark).stream(), true);
  let bytes = mark;
  try {
    for (;;) {
      const chunk = await readable(chunks.next());
      if (chunk === undefined) break;
      for (let at = 0; at < chunk.length; at += SLICE_BYTES) {
        const slice = chunk.subarray(at, at + SLICE_BYTES);
        take(
          decoder === undefined ? slice : encoder.encode(decoder.decode(slice, { stream: true })),
        );
        if (turn.due()) await turn.next();
      }
      bytes += chunk.length;
      onChunk(bytes);
    }
    const rest = decoder?.decode();
    if (rest !== undefined && rest !== "") take(encoder.encode(rest));
  } finally {
    chunks.cancel().catch(() => undefined);
  }
}

/** Whether all of a file is UTF-8. */
export async function isUtf8(file: Blob, turn: Turn): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const chunks = readChunks(file.stream(), true);
  try {
    for (;;) {
      const chunk = await readable(chunks.next());
      try {
        decoder.decode(chunk, { stream: chunk !== undefined });
      } catch {
        return false;
      }
      if (chunk === undefined) return true;
      if (turn.due()) await turn.next();
    }
  } finally {
    chunks.cancel().catch(() => undefined);
  }
}

export async function headOf(file: Blob, bytes: number): Promise<Uint8Array> {
  return new Uint8Array(await readable(file.slice(0, bytes).arrayBuffer()));
}

/** Where in the file a byte of its UTF-8 text stands. Reads up to there: for an error's sake. */
export async function placeInFile(
  file: Blob,
  encoding: Encoding,
  turn: Turn,
  utf8Byte: number,
): Promise<number> {
  const mark = markLength(await headOf(file, 3), encoding);
  if (encoding === "utf-8") return mark + utf8Byte;
  let units = 0;
  let left = utf8Byte;
  const decoder = new TextDecoder();
  await readUtf8(file, encoding, turn, (utf8) => {
    const part = utf8.subarray(0, Math.max(0, left));
    left -= part.length;
    units += decoder.decode(part, { stream: true }).length;
  });
  return mark + units * (encoding === "windows-1252" ? 1 : 2);
}

/** A file that was moved, changed or taken away since it was chosen can't be read any more. */
async function readable<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch {
    throw new ReportFailure({ code: "fileGone" });
  }
}
