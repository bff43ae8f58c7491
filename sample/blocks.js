/*
 * Joins many small strings into few buffers. The first buffer is small, so a reader sees rows soon;
 * later ones grow to about 1 MiB, so a million rows cost a few hundred writes. Lazy: nothing is
 * made before it is asked for, which is what lets a slow reader hold the writer back.
 */

const FIRST = 16 * 1024;
const LARGEST = 1024 * 1024;

/**
 * @param {Iterable<string>} pieces
 * @returns {Generator<Buffer, void, undefined>}
 */
export function* blocksOf(pieces) {
  let limit = FIRST;
  let text = "";
  for (const piece of pieces) {
    text += piece;
    if (text.length < limit) continue;
    yield Buffer.from(text);
    text = "";
    limit = Math.min(limit * 2, LARGEST);
  }
  if (text !== "") yield Buffer.from(text);
}
