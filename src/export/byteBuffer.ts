/**
 * Bytes of a file in the making: written at `at` by whoever has reserved room, taken away in chunks.
 * One growing array, no object per cell.
 */

const FIRST_BYTES = 256 * 1024;

/** When so many bytes are together, it is time to take them. */
export const CHUNK_BYTES = 128 * 1024;

const encoder = new TextEncoder();

export class ByteBuffer {
  bytes = new Uint8Array(FIRST_BYTES);
  at = 0;

  /** Afterwards `count` more bytes fit. */
  reserve(count: number): void {
    const needed = this.at + count;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
  }

  copy(source: Uint8Array, start: number, end: number): void {
    this.reserve(end - start);
    const { bytes } = this;
    let at = this.at;
    for (let from = start; from < end; from += 1) bytes[at++] = source[from]!;
    this.at = at;
  }

  all(source: Uint8Array): void {
    this.copy(source, 0, source.length);
  }

  text(text: string): void {
    this.reserve(text.length * 3);
    this.at += encoder.encodeInto(text, this.bytes.subarray(this.at)).written;
  }

  /** What is in it, as an array of its own; empty afterwards. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, this.at);
    this.at = 0;
    return taken;
  }
}

/** ASCII text as bytes, for what is written very often. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}
