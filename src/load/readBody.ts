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
  const silence = watchSilence(reader.silence);
  try {
    for (;;) {
      const chunk = await nextChunk(chunks, reader.signal, silence, (code) =>
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
    silence.end();
    answer.close();
    // A body that failed has nothing to cancel and says so again.
    chunks?.cancel().catch(() => undefined);
  }
}

/** The next piece; undefined at the end. */
function nextChunk(
  chunks: ChunkReader | undefined,
  signal: AbortSignal,
  silence: Silence,
  errorOf: (code: "cut" | "stalled") => ReportError,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (chunks === undefined) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    silence.begin(() => reject(new ReportFailure(errorOf("stalled"))));
    chunks.next().then(
      (chunk) => {
        silence.broken();
        resolve(chunk);
      },
      () => {
        silence.broken();
        reject(signal.aborted ? new Cancelled() : new ReportFailure(errorOf("cut")));
      },
    );
  });
}

interface Silence {
  begin(onTooLong: () => void): void;
  broken(): void;
  end(): void;
}

/** One timer for all pieces: a fast download has ten thousand, and a timer each is a tenth of its work. */
function watchSilence(mostMs: number): Silence {
  let onTooLong: (() => void) | undefined;
  let begun = 0;
  const look = (): void => {
    const left = onTooLong === undefined ? mostMs : begun + mostMs - performance.now();
    if (left > 0) timer = setTimeout(look, left);
    else onTooLong?.();
  };
  let timer = setTimeout(look, mostMs);
  return {
    begin: (tooLong) => {
      begun = performance.now();
      onTooLong = tooLong;
    },
    broken: () => {
      onTooLong = undefined;
    },
    end: () => clearTimeout(timer),
  };
}
