/**
 * A loop over many things in blocks that take a few milliseconds at most, with a look at the clock
 * after each: so that nothing over all rows of a large report runs unbroken.
 */

import type { Turn } from "../model/turn.ts";

const BLOCK = 1 << 16;

/** `block`: how many things at once, fewer where each takes long. */
export async function eachBlock(
  size: number,
  turn: Turn,
  visit: (from: number, to: number) => void,
  block = BLOCK,
): Promise<void> {
  for (let from = 0; from < size; from += block) {
    visit(from, Math.min(size, from + block));
    if (turn.due()) await turn.next();
  }
}
