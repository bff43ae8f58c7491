/**
 * Sorts keys of text by their bytes, stable: six bytes at a time as numbers, and only texts equal
 * so far go on to their next six. Long common beginnings cost one look per six bytes. Marks the
 * places whose key is the same as the one before.
 */

import type { Turn } from "../model/turn.ts";
import type { SortedKeys } from "./numberKeys.ts";
import { roomToSort, SHORT_SORT, sortPairs, sortPairsNow, type SortRoom } from "./sortPairs.ts";
import type { TextKeys } from "./textKeys.ts";

/** Bytes in a word: as many as a double holds exactly. */
const WORD_BYTES = 6;
/** Up to here, comparing texts with each other is faster. */
const FEW = 12;
const BLOCK = 1 << 15;

interface Work {
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
  readonly order: Uint32Array;
  readonly same: Uint8Array;
  readonly words: Float64Array;
  readonly room: SortRoom;
}

export async function sortTextKeys(keys: TextKeys, turn: Turn): Promise<SortedKeys> {
  const { count, bytes, offsets } = keys;
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) order[i] = i;
  const work: Work = {
    bytes,
    offsets,
    order,
    same: new Uint8Array(count),
    words: new Float64Array(count),
    room: roomToSort(count),
  };
  await sortLarge(work, 0, count, 0, turn);
  return work;
}

async function sortLarge(
  work: Work,
  from: number,
  to: number,
  depth: number,
  turn: Turn,
): Promise<void> {
  let at = depth;
  for (;;) {
    if (to - from <= SHORT_SORT) {
      sortNow(work, from, to, at);
      return;
    }
    for (let start = from; start < to; start += BLOCK) {
      readWords(work, start, Math.min(to, start + BLOCK), at);
      if (turn.due()) await turn.next();
    }
    await sortPairs(work.words, work.order, from, to, work.room, turn);
    const { words } = work;
    if (words[from] !== words[to - 1]) break;
    if (isLast(words[from]!)) {
      work.same.fill(1, from + 1, to);
      return;
    }
    at += WORD_BYTES;
  }
  let start = from;
  let checked = from;
  while (start < to) {
    const end = endOfWord(work.words, start, to);
    if (end - start > 1) {
      const ended = isLast(work.words[start]!);
      if (ended) work.same.fill(1, start + 1, end);
      else if (end - start > SHORT_SORT) await sortLarge(work, start, end, at + WORD_BYTES, turn);
      else sortNow(work, start, end, at + WORD_BYTES);
    }
    start = end;
    if (start - checked >= BLOCK) {
      checked = start;
      if (turn.due()) await turn.next();
    }
  }
}

function sortNow(work: Work, from: number, to: number, depth: number): void {
  const { words } = work;
  let at = depth;
  for (;;) {
    if (to - from <= FEW) {
      sortFew(work, from, to, at);
      return;
    }
    readWords(work, from, to, at);
    sortPairsNow(words, work.order, from, to, work.room);
    if (words[from] !== words[to - 1]) break;
    if (isLast(words[from]!)) {
      work.same.fill(1, from + 1, to);
      return;
    }
    at += WORD_BYTES;
  }
  let start = from;
  while (start < to) {
    const end = endOfWord(words, start, to);
    if (end - start > 1) {
      if (isLast(words[start]!)) work.same.fill(1, start + 1, end);
      else sortNow(work, start, end, at + WORD_BYTES);
    }
    start = end;
  }
}

/** Keys have no zero byte: a word that ends with one is the last of its key. */
function isLast(word: number): boolean {
  return word % 256 === 0;
}

function endOfWord(words: Float64Array, start: number, to: number): number {
  const word = words[start]!;
  let end = start + 1;
  while (end < to && words[end] === word) end += 1;
  return end;
}

function readWords(
  { bytes, offsets, order, words }: Work,
  from: number,
  to: number,
  depth: number,
): void {
  for (let place = from; place < to; place += 1) {
    const key = order[place]!;
    const at = offsets[key]! + depth;
    const left = offsets[key + 1]! - at;
    if (left >= WORD_BYTES) {
      const high = (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
      const low = (bytes[at + 3]! << 16) | (bytes[at + 4]! << 8) | bytes[at + 5]!;
      words[place] = high * 0x1000000 + low;
    } else {
      let word = 0;
      for (let i = 0; i < WORD_BYTES; i += 1) word = word * 256 + (i < left ? bytes[at + i]! : 0);
      words[place] = word;
    }
  }
}

function sortFew(work: Work, from: number, to: number, depth: number): void {
  const { order, same } = work;
  for (let place = from + 1; place < to; place += 1) {
    const key = order[place]!;
    let at = place;
    let comparison = compareKeys(work, order[at - 1]!, key, depth);
    while (comparison > 0) {
      order[at] = order[at - 1]!;
      same[at] = same[at - 1]!;
      at -= 1;
      comparison = at > from ? compareKeys(work, order[at - 1]!, key, depth) : -1;
    }
    order[at] = key;
    same[at] = at > from && comparison === 0 ? 1 : 0;
  }
}

function compareKeys({ bytes, offsets }: Work, a: number, b: number, depth: number): number {
  let x = offsets[a]! + depth;
  let y = offsets[b]! + depth;
  const xEnd = offsets[a + 1]!;
  const yEnd = offsets[b + 1]!;
  while (x < xEnd && y < yEnd) {
    const difference = bytes[x]! - bytes[y]!;
    if (difference !== 0) return difference;
    x += 1;
    y += 1;
  }
  return xEnd - x - (yEnd - y);
}
