/**
 * Sorts texts by the words of their keys, stable: six bytes at a time as numbers, and only texts
 * equal so far go on to their next word. A long common beginning costs one look per six bytes.
 * Marks the places whose key is the same as the one before.
 */

import type { Turn } from "../model/turn.ts";
import { eachBlock } from "./eachBlock.ts";
import type { SortedKeys } from "./numberKeys.ts";
import { pairSort, SHORT_SORT, sortPairs, sortPairsNow, type PairSort } from "./sortPairs.ts";
import { WORD_BYTES, type TextWords } from "./textWords.ts";
import type { WorkRoom } from "./workRoom.ts";

const BLOCK = 1 << 14;

interface Work {
  readonly texts: TextWords;
  readonly order: Uint32Array;
  readonly same: Uint8Array;
  readonly words: Float64Array;
  readonly pairs: PairSort;
}

/** Texts in order, by their numbers. */
export async function sortTexts(texts: TextWords, room: WorkRoom, turn: Turn): Promise<SortedKeys> {
  const { count } = texts;
  const order = new Uint32Array(count);
  await eachBlock(count, turn, (from, to) => {
    for (let i = from; i < to; i += 1) order[i] = i;
  });
  const words = room.floats(count);
  const same = new Uint8Array(count);
  await sortLarge(
    { texts, order, same, words, pairs: pairSort(words, order, room) },
    0,
    count,
    0,
    turn,
  );
  return { order, same };
}

async function sortLarge(
  work: Work,
  from: number,
  to: number,
  depth: number,
  turn: Turn,
): Promise<void> {
  const { texts, order, words, pairs } = work;
  let at = depth;
  for (;;) {
    if (to - from <= SHORT_SORT) {
      sortNow(work, from, to, at);
      return;
    }
    for (let start = from; start < to; start += BLOCK) {
      texts.read(words, order, start, Math.min(to, start + BLOCK), at);
      if (turn.due()) await turn.next();
    }
    await sortPairs(pairs, from, to, turn);
    at += WORD_BYTES;
    if (words[from] !== words[to - 1]) break;
    if (isFinished(work, from, to)) return;
  }
  let start = from;
  let checked = from;
  while (start < to) {
    const end = endOfWord(words, start, to);
    if (end - start > 1 && !isFinished(work, start, end)) {
      if (end - start > SHORT_SORT) await sortLarge(work, start, end, at, turn);
      else sortNow(work, start, end, at);
    }
    start = end;
    if (start - checked >= BLOCK) {
      checked = start;
      if (turn.due()) await turn.next();
    }
  }
}

function sortNow(work: Work, from: number, to: number, depth: number): void {
  if (to - from < 2) return;
  const { texts, order, words, pairs } = work;
  let at = depth;
  for (;;) {
    texts.read(words, order, from, to, at);
    sortPairsNow(pairs, from, to);
    at += WORD_BYTES;
    if (words[from] !== words[to - 1]) break;
    if (isFinished(work, from, to)) return;
  }
  let start = from;
  while (start < to) {
    const end = endOfWord(words, start, to);
    if (end - start > 1 && !isFinished(work, start, end)) sortNow(work, start, end, at);
    start = end;
  }
}

/** Whether the texts of one word have no next one; then they are the same, and marked so. */
function isFinished({ words, same }: Work, from: number, to: number): boolean {
  if (words[from]! % 256 !== 0) return false;
  same.fill(1, from + 1, to);
  return true;
}

function endOfWord(words: Float64Array, start: number, to: number): number {
  const word = words[start]!;
  let end = start + 1;
  while (end < to && words[end] === word) end += 1;
  return end;
}
