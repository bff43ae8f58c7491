/**
 * The bytes being read: what is left of an unfinished row, then the newest part of the body. Its
 * size is fixed but for a row that does not fit; each byte is copied in once, and moved to the
 * front at most once more while it waits for the end of its row (twice when the buffer grows).
 */

/** Room for new bytes that is always there: small enough for the processor's cache. */
const ROOM = 64 * 1024;
/** Zeros after the end, so that loops over tokens need no bound. */
const PADDING = 8;

export class RowBuffer {
  bytes = new Uint8Array(2 * ROOM + PADDING);
  /** The same bytes, for reading several at once. */
  view = new DataView(this.bytes.buffer);
  /** Bytes in use. */
  end = 0;
  #taken = 0;

  /** Where in the body a byte of the part taken last stands. */
  offset(index: number): number {
    return this.#taken - (this.end - index);
  }

  /** Copies in `chunk` from `from` on, as much as fits but `most` at most. Gives how much. */
  take(chunk: Uint8Array, from: number, most: number): number {
    const count = Math.min(chunk.length - from, most, this.bytes.length - PADDING - this.end);
    this.bytes.set(chunk.subarray(from, from + count), this.end);
    this.end += count;
    this.#taken += count;
    this.bytes.fill(0, this.end, this.end + PADDING);
    return count;
  }

  /** Forgets all but `bytes[from … to)`, which moves to the front. */
  keep(from: number, to: number): void {
    const count = to - from;
    const tight = this.bytes.length - PADDING - count < ROOM;
    const loose = this.bytes.length > 8 * ROOM && count < ROOM;
    if (tight || loose) {
      const bytes = new Uint8Array(2 * Math.max(ROOM, count) + PADDING);
      bytes.set(this.bytes.subarray(from, to));
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer);
    } else if (from > 0) {
      this.bytes.copyWithin(0, from, to);
    }
    this.end = count;
  }
}
