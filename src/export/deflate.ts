/**
 * Bytes packed while they come, by the browser's own compressor, with the checksum an archive wants.
 * The browser makes it for gzip, so gzip is asked for: ten bytes of header are dropped, the eight at
 * the end are read (checksum, length), and what is between is a plain deflate stream.
 */

import type { FileSink } from "./fileSink.ts";

export interface Deflated {
  readonly crc32: number;
  /** Bytes before and after packing. */
  readonly size: number;
  readonly packedSize: number;
}

export interface Deflater extends FileSink {
  finish(): Promise<Deflated>;
  /** Gives up; nothing more is written. */
  abort(): void;
}

const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;

export function createDeflater(sink: FileSink): Deflater {
  const stream = new CompressionStream("gzip");
  const writer = stream.writable.getWriter();
  let size = 0;
  const packed = pump(stream.readable, sink);
  // A failure is heard where the next write or the end waits.
  packed.catch(() => undefined);
  return {
    write: async (chunk) => {
      if (chunk.length === 0) return;
      size += chunk.length;
      await Promise.race([writer.write(chunk), packed]);
    },
    finish: async () => {
      await Promise.race([writer.close(), packed]);
      const { packedSize, trailer } = await packed;
      const view = new DataView(trailer.buffer);
      if (view.getUint32(4, true) !== size % 2 ** 32) throw new Error("lost bytes while packing");
      return { crc32: view.getUint32(0, true), size, packedSize };
    },
    abort: () => {
      writer.abort().catch(() => undefined);
    },
  };
}

async function pump(
  readable: ReadableStream<Uint8Array<ArrayBuffer>>,
  sink: FileSink,
): Promise<{ packedSize: number; trailer: Uint8Array<ArrayBuffer> }> {
  const reader = readable.getReader();
  let toSkip = HEADER_BYTES;
  /** The last bytes so far: they may be the end. */
  let kept = new Uint8Array(0);
  let packedSize = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { packedSize, trailer: kept };
      const skipped = Math.min(toSkip, value.length);
      toSkip -= skipped;
      const joined = new Uint8Array(kept.length + value.length - skipped);
      joined.set(kept);
      joined.set(value.subarray(skipped), kept.length);
      const whole = Math.max(0, joined.length - TRAILER_BYTES);
      kept = joined.slice(whole);
      if (whole === 0) continue;
      packedSize += whole;
      await sink.write(joined.subarray(0, whole));
    }
  } catch (cause) {
    reader.cancel().catch(() => undefined);
    throw cause;
  }
}
