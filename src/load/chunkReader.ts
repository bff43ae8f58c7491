/**
 * The pieces of a body, one at a time. Where they are only looked at, the browser fills the same
 * memory again and again: without it a fast download leaves hundreds of megabytes of garbage and
 * takes half as long again. Older browsers can't, and get the ordinary reader.
 */

export interface ChunkReader {
  /** The next piece; undefined at the end. */
  readonly next: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
  readonly cancel: () => Promise<void>;
}

type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

const REUSED_BYTES = 256 * 1024;

/** With `reuse`, a piece is only valid until the next one is asked for. */
export function readChunks(body: Body, reuse: boolean): ChunkReader {
  return (reuse ? reusingReader(body) : undefined) ?? ordinaryReader(body);
}

function reusingReader(body: Body): ChunkReader | undefined {
  let reader: ReadableStreamBYOBReader;
  try {
    reader = body.getReader({ mode: "byob" });
  } catch {
    return undefined; // no byte stream: an older browser, or a body made by a script
  }
  let memory = new Uint8Array(REUSED_BYTES);
  return {
    next: async () => {
      const { done, value } = await reader.read(memory);
      if (done) return undefined;
      memory = new Uint8Array(value.buffer);
      return value;
    },
    cancel: () => reader.cancel(),
  };
}

function ordinaryReader(body: Body): ChunkReader {
  const reader = body.getReader();
  return {
    next: async () => {
      const { done, value } = await reader.read();
      return done ? undefined : value;
    },
    cancel: () => reader.cancel(),
  };
}
