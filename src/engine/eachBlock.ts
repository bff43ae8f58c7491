/**
 * A loop over many things in blocks that take a few milliseconds at most, with a look at the clock
 * after each: so that nothing over all rows of a large report runs unbroken.
 */

import type { Turn } from "../model/turn.ts";

const BLOCK = 1 << 16;

export async function eachBlock(
  size: number,
  turn: Turn,
  visit: (from: number, to: number) => void,
): Promise<void> {
  for (let from = 0; from < size; from += BLOCK) {
    visit(from, Math.min(size, from + BLOCK));
    if (turn.due()) await turn.next();
  }
}
