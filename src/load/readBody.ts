/**
 * Reads the body of an answer piece by piece. Tells a connection that broke (`cut`) from one that
 * fell silent (`stalled`), both with how far it had come. Closes the connection however it ends.
 */

import { ReportFailure, type ReportError } from "../model/reportError.ts";
import { Cancelled } from "../model/turn.ts";
import type { Answer } from "./requestReport.ts";

export interface BodyReader {
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which the connection is given up. */
  readonly silence: number;
  /** Takes the next piece, which is the reader's to keep; the next one waits for it. */
  readonly take: (chunk: Uint8Array<ArrayBuffer>) => Promise<void> | void;
  /** Whole rows so far. */
  readonly rows: () => number;
}

/** Gives the number of bytes read. */
export async function readBody(answer: Answer, reader: BodyReader): Promise<number> {
  let bytes = 0;
  const stream = answer.body?.getReader();
  try {
    for (;;) {
      const chunk = await nextChunk(stream, reader, (code) =>
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
    stream?.cancel().catch(() => undefined);
  }
}

type Stream = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

/** The next piece; undefined at the end. */
function nextChunk(
  stream: Stream | undefined,
  { signal, silence }: BodyReader,
  errorOf: (code: "cut" | "stalled") => ReportError,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (stream === undefined) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ReportFailure(errorOf("stalled"))), silence);
    stream.read().then(
      ({ done, value }) => {
        clearTimeout(timer);
        resolve(done ? undefined : value);
      },
      () => {
        clearTimeout(timer);
        reject(signal.aborted ? new Cancelled() : new ReportFailure(errorOf("cut")));
      },
    );
  });
}
