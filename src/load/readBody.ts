/**
 * Reads the body of an answer piece by piece. Tells a connection that broke (`cut`) from one that
 * fell silent (`stalled`), both with how far it had come. Closes the connection however it ends.
 */

import { ReportFailure, type ReportError } from "../model/reportError.ts";
import { Cancelled } from "../model/turn.ts";
import { readChunks, type ChunkReader } from "./chunkReader.ts";
import type { Answer } from "./requestReport.ts";

export interface BodyReader {
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which the connection is given up. */
  readonly silence: number;
  /** A piece is done with when `take` has returned; without this it may be kept. */
  readonly reuse: boolean;
  /** Takes the next piece; the one after it waits until this is done. */
  readonly take: (chunk: Uint8Array<ArrayBuffer>) => Promise<void> | void;
  /** Whole rows so far. */
  readonly rows: () => number;
}

/** Gives the number of bytes read. */
export async function readBody(answer: Answer, reader: BodyReader): Promise<number> {
  let bytes = 0;
  const chunks = answer.body === null ? undefined : readChunks(answer.body, reader.reuse);
  try {
    for (;;) {
      const chunk = await nextChunk(chunks, reader, (code) =>
        code === "cut"
          ? { code, bytes, rows: reader.rows() }
          : { code, afterMs: reader.silence, bytes, rows: reader.rows() },
      );
      if (reader.signal.aborted) throw new Cancelled();
      if (chunk === undefined) return bytes;
      bytes += chunk.length;
      await reader.take(chunk);
      if (reader.signal.aborted) throw new Cancelled();
    }
  } finally {
    answer.close();
    // A body that failed has nothing to cancel and says so again.
    chunks?.cancel().catch(() => undefined);
  }
}

/** The next piece; undefined at the end. */
function nextChunk(
  chunks: ChunkReader | undefined,
  { signal, silence }: BodyReader,
  errorOf: (code: "cut" | "stalled") => ReportError,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (chunks === undefined) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ReportFailure(errorOf("stalled"))), silence);
    chunks.next().then(
      (chunk) => {
        clearTimeout(timer);
        resolve(chunk);
      },
      () => {
        clearTimeout(timer);
        reject(signal.aborted ? new Cancelled() : new ReportFailure(errorOf("cut")));
      },
    );
  });
}
