/**
 * Ranks distinct cells: first numbers (or moments) by value, then texts in the order of
 * `compareText`, blank ones last. Equal numbers share a rank however they are written, texts only
 * when they are identical. Cells are copied into keys when they are added, so the table may
 * grow meanwhile.
 */

import { parseDateBytes, type SlashOrder } from "../model/dateValue.ts";
import type { Turn } from "../model/turn.ts";
import { found, NOT_A_NUMBER, readNumber, SHORT_NUMBER } from "./numberBytes.ts";
import { NumberKeys } from "./numberKeys.ts";
import { sortTextKeys, type SortedKeys } from "./sortTextKeys.ts";
import { TextKeys } from "./textKeys.ts";

/** What comes before texts: numbers, moments (with the order of slashes), or nothing. */
export type RankMode = "numbers" | "texts" | SlashOrder;

export interface Ranks {
  readonly ranks: Uint32Array;
  /** Ranks in use are 0 … values - 1; blank cells have the rank `values`. */
  readonly values: number;
}

/** Texts that lie one after the other; keys `first` and on are of these, until the next chunk. */
interface Chunk {
  readonly first: number;
  readonly bytes: Uint8Array;
  readonly offsets: Uint32Array;
}

export class CellRanker {
  readonly mode: RankMode;
  /** Cells added, blank ones too. */
  count = 0;
  readonly #capacity: number;
  readonly #byteCapacity: number;
  #numbers: NumberKeys | undefined;
  #numberCells = new Uint32Array(0);
  #texts: TextKeys | undefined;
  #textCells = new Uint32Array(0);
  /** Which text of its chunk each key was made of. */
  #sources = new Uint32Array(0);
  readonly #chunks: Chunk[] = [];

  /** Room for `capacity` cells; `byteCapacity` is a guess at the bytes of their texts. */
  constructor(mode: RankMode, capacity: number, byteCapacity: number) {
    this.mode = mode;
    this.#capacity = capacity;
    this.#byteCapacity = byteCapacity;
  }

  /** Adds mantissa / 10^scale and returns the cell's number here. */
  addNumber(mantissa: number, scale: number): number {
    const numbers = this.#numbers ?? this.#beginNumbers();
    this.#numberCells[numbers.count] = this.count;
    numbers.addShort(mantissa, scale);
    return this.count++;
  }

  /** Adds the text `bytes[offsets[at] … offsets[at + 1])` and returns the cell's number here. */
  addText(bytes: Uint8Array, offsets: Uint32Array, at: number): number {
    const start = offsets[at]!;
    const end = offsets[at + 1]!;
    if (start === end) return this.count++;
    if (this.mode === "numbers") {
      const read = readNumber(bytes, start, end);
      if (read === SHORT_NUMBER) return this.addNumber(found.mantissa, found.scale);
      if (read !== NOT_A_NUMBER) {
        const numbers = this.#numbers ?? this.#beginNumbers();
        this.#numberCells[numbers.count] = this.count;
        numbers.addLong(found.long);
        return this.count++;
      }
    } else if (this.mode !== "texts") {
      const time = parseDateBytes(bytes, start, end, this.mode);
      if (time === time) return this.addNumber(time, 0);
    }
    if (this.#texts === undefined) {
      this.#texts = new TextKeys(this.#capacity, this.#byteCapacity);
      this.#textCells = new Uint32Array(this.#capacity);
      this.#sources = new Uint32Array(this.#capacity);
    }
    const key = this.#texts.count;
    const chunk = this.#chunks.at(-1);
    if (chunk?.bytes !== bytes || chunk.offsets !== offsets) {
      this.#chunks.push({ first: key, bytes, offsets });
    }
    this.#textCells[key] = this.count;
    this.#sources[key] = at;
    this.#texts.add(bytes, start, end);
    return this.count++;
  }

  async ranks(turn: Turn): Promise<Ranks> {
    const numbers = await this.#numbers?.sorted(turn);
    const texts = this.#texts && (await sortTextKeys(this.#texts, turn));
    if (texts !== undefined) this.#refine(texts);
    const values = distinct(numbers) + distinct(texts);
    const ranks = new Uint32Array(this.count).fill(values);
    assign(ranks, numbers, this.#numberCells, 0);
    assign(ranks, texts, this.#textCells, distinct(numbers));
    return { ranks, values };
  }

  #beginNumbers(): NumberKeys {
    this.#numberCells = new Uint32Array(this.#capacity);
    this.#numbers = new NumberKeys(this.#capacity);
    return this.#numbers;
  }

  /** Orders texts of equal keys by their exact bytes. */
  #refine({ order, same }: SortedKeys): void {
    let start = 0;
    while (start < order.length) {
      let end = start + 1;
      while (end < order.length && same[end] === 1) end += 1;
      if (end - start > 1) this.#refineRun(order, same, start, end);
      start = end;
    }
  }

  #refineRun(order: Uint32Array, same: Uint8Array, from: number, to: number): void {
    const first = this.#exact(order[from]!);
    let place = from + 1;
    while (place < to && compareBytes(first, this.#exact(order[place]!)) === 0) place += 1;
    if (place === to) return;
    const texts = Array.from(order.subarray(from, to), (key) => ({ key, bytes: this.#exact(key) }));
    texts.sort((a, b) => compareBytes(a.bytes, b.bytes));
    texts.forEach(({ key, bytes }, i) => {
      order[from + i] = key;
      const before = texts[i - 1];
      if (before !== undefined) same[from + i] = compareBytes(before.bytes, bytes) === 0 ? 1 : 0;
    });
  }

  #exact(key: number): Uint8Array {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#chunks[middle]!.first <= key) low = middle;
      else high = middle - 1;
    }
    const { bytes, offsets } = this.#chunks[low]!;
    const source = this.#sources[key]!;
    return bytes.subarray(offsets[source], offsets[source + 1]);
  }
}

function distinct(sorted: SortedKeys | undefined): number {
  if (sorted === undefined) return 0;
  let count = sorted.same.length;
  for (const same of sorted.same) count -= same;
  return count;
}

function assign(
  ranks: Uint32Array,
  sorted: SortedKeys | undefined,
  cells: Uint32Array,
  first: number,
): void {
  if (sorted === undefined) return;
  const { order, same } = sorted;
  let rank = first - 1;
  for (let place = 0; place < order.length; place += 1) {
    rank += 1 - same[place]!;
    ranks[cells[order[place]!]!] = rank;
  }
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
