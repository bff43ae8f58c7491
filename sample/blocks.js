/*
 * Joins many small strings into few buffers. The first buffer is small, so a reader sees rows soon;
 * later ones are about 1 MiB, so a million rows cost a few hundred writes. Lazy: nothing is made
 * before it is asked for, which lets a slow reader hold the writer back. Each string is encoded
 * straight into its place: joining strings first and encoding them then took five times as long.
 */

const FIRST = 16 * 1024;
const LARGEST = 1024 * 1024;

/** UTF-8 takes at most this many bytes for one unit of a string. */
const WORST = 3;

/**
 * @param {Iterable<string>} pieces
 * @returns {Generator<Buffer, void, undefined>}
 */
export function* blocksOf(pieces) {
  let limit = FIRST;
  let block = Buffer.allocUnsafe(limit);
  let used = 0;
  for (const piece of pieces) {
    const most = piece.length * WORST;
    if (used + most > block.length) {
      if (used > 0) yield block.subarray(0, used);
      limit = Math.min(limit * 2, LARGEST);
      block = Buffer.allocUnsafe(Math.max(limit, most));
      used = 0;
    }
    used += block.write(piece, used);
  }
  if (used > 0) yield block.subarray(0, used);
}
