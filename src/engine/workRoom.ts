/**
 * Working memory for sorts, used again by the next one: the first touch of fresh memory costs more
 * than sorting in it. What is borrowed holds anything; it goes back when the work is over, also
 * when it was stopped. At most KEPT_BYTES wait for the next sort.
 */

export interface WorkRoom {
  floats(count: number): Float64Array<ArrayBuffer>;
  words(count: number): Uint32Array<ArrayBuffer>;
  bytes(count: number): Uint8Array<ArrayBuffer>;
  /** Gives everything back; nothing of it may be used afterwards. */
  release(): void;
}

/** What sorting a million rows takes. */
const KEPT_BYTES = 48 * 1024 * 1024;
/** Not worth keeping. */
const SMALL_BYTES = 64 * 1024;
/** A buffer this many times larger than needed is left for someone who needs it. */
const WASTE = 4;

/** Smallest first. */
const free: ArrayBuffer[] = [];
let freeBytes = 0;

export function openWorkRoom(): WorkRoom {
  const borrowed: ArrayBuffer[] = [];
  const borrow = (bytes: number): ArrayBuffer => {
    const at = free.findIndex(({ byteLength }) => byteLength >= bytes);
    const found = free[at];
    if (found === undefined || found.byteLength > bytes * WASTE) {
      // A multiple of 8, so that any kind of array fits.
      const buffer = new ArrayBuffer(Math.ceil(bytes / 8) * 8);
      borrowed.push(buffer);
      return buffer;
    }
    free.splice(at, 1);
    freeBytes -= found.byteLength;
    borrowed.push(found);
    return found;
  };
  return {
    floats: (count) => new Float64Array(borrow(count * 8), 0, count),
    words: (count) => new Uint32Array(borrow(count * 4), 0, count),
    bytes: (count) => new Uint8Array(borrow(count), 0, count),
    release: () => {
      for (const buffer of borrowed.splice(0)) giveBack(buffer);
    },
  };
}

/** Lets go of what waits for the next sort. */
export function emptyWorkRoom(): void {
  free.length = 0;
  freeBytes = 0;
}

function giveBack(buffer: ArrayBuffer): void {
  const { byteLength } = buffer;
  if (byteLength < SMALL_BYTES || freeBytes + byteLength > KEPT_BYTES) return;
  const at = free.findIndex((other) => other.byteLength >= byteLength);
  free.splice(at === -1 ? free.length : at, 0, buffer);
  freeBytes += byteLength;
}
