/**
 * Sorts the cells of a column: first numbers (or moments) by value, then texts in the order of
 * `compareText`, blank ones last. Equal numbers are equal however they are written, texts only
 * when they are identical; equal cells stay in the order they came. Cells are copied into keys
 * when they are added, so the table may grow meanwhile.
 */

import { parseDateBytes, type SlashOrder } from "../model/dateValue.ts";
import type { Turn } from "../model/turn.ts";
import { eachBlock } from "./eachBlock.ts";
import { found, NOT_A_NUMBER, readNumber, SHORT_NUMBER } from "./numberBytes.ts";
import { NumberKeys, type SortedKeys } from "./numberKeys.ts";
import { sortTexts } from "./sortTexts.ts";
import type { DecimalSegment } from "./table.ts";
import type { TextOrder } from "./textOrder.ts";
import { TextWords, type TextSource } from "./textWords.ts";
import type { WorkRoom } from "./workRoom.ts";

export interface SortMode {
  /** What comes before texts: numbers, moments (with the order of slashes), or nothing. */
  readonly first: "numbers" | "texts" | SlashOrder;
  readonly texts: TextOrder;
}

/** The same order of texts, for all cells. */
export function asTexts({ texts }: SortMode): SortMode {
  return { first: "texts", texts };
}

/** Its name among what is kept. */
export function modeName({ first, texts }: SortMode): string {
  return `${first} ${texts.collation ?? ""}`;
}

export interface SortedPlaces extends SortedKeys {
  /** Places with a value; the blank ones stand after them. */
  readonly valued: number;
}

const BLOCK = 1 << 14;

export class CellSorter {
  readonly mode: SortMode;
  readonly #capacity: number;
  readonly #room: WorkRoom;
  #numbers: NumberKeys | undefined;
  readonly #texts: TextWords;
  #textPlaces: Uint32Array | undefined;
  #blanks = new Uint32Array(0);
  #blankCount = 0;

  /** For `capacity` cells. Works in a room that the caller releases when the result is there. */
  constructor(mode: SortMode, capacity: number, room: WorkRoom) {
    this.mode = mode;
    this.#capacity = capacity;
    this.#room = room;
    this.#texts = new TextWords(capacity, mode.texts, room);
  }

  /** Adds mantissa / 10^scale at a place. */
  addNumber(place: number, mantissa: number, scale: number): void {
    (this.#numbers ??= new NumberKeys(this.#capacity, this.#room)).addShort(place, mantissa, scale);
  }

  /** Adds the numbers of a segment's rows `from` and on; row `from` has the place `place`. */
  addNumbers(segment: DecimalSegment, from: number, to: number, place: number): void {
    (this.#numbers ??= new NumberKeys(this.#capacity, this.#room)).addRows(
      segment,
      from,
      to,
      place,
    );
  }

  /** Texts for `addText`; they must stay as they are until all is sorted. */
  source(bytes: Uint8Array, offsets: Uint32Array): TextSource {
    return this.#texts.source(bytes, offsets);
  }

  /** Adds a text of a source at a place. */
  addText(place: number, source: TextSource, at: number): void {
    const { bytes, offsets } = source;
    const start = offsets[at]!;
    const end = offsets[at + 1]!;
    if (start === end) {
      if (this.#blankCount === 0) this.#blanks = this.#room.words(this.#capacity);
      this.#blanks[this.#blankCount++] = place;
      return;
    }
    const { first } = this.mode;
    if (first === "numbers") {
      const read = readNumber(bytes, start, end);
      if (read === SHORT_NUMBER) {
        this.addNumber(place, found.mantissa, found.scale);
        return;
      }
      if (read !== NOT_A_NUMBER) {
        (this.#numbers ??= new NumberKeys(this.#capacity, this.#room)).addLong(place, found.long);
        return;
      }
    } else if (first !== "texts") {
      const time = parseDateBytes(bytes, start, end, first);
      if (time === time) {
        this.addNumber(place, time, 0);
        return;
      }
    }
    this.#textPlaces ??= this.#room.words(this.#capacity);
    this.#textPlaces[this.#texts.count] = place;
    this.#texts.add(source, at);
  }

  /** All places added. To be called once: it sorts in place. */
  async sorted(turn: Turn): Promise<SortedPlaces> {
    const numbers = await this.#numbers?.sorted(turn);
    this.#numbers = undefined;
    const textPlaces = this.#textPlaces;
    const texts = textPlaces && (await sortTexts(this.#texts, this.#room, turn));
    if (textPlaces !== undefined && texts !== undefined) {
      if (turn.due()) await turn.next();
      await this.#refine(texts, turn);
      const { order } = texts;
      await eachBlock(order.length, turn, (from, to) => {
        for (let at = from; at < to; at += 1) order[at] = textPlaces[order[at]!]!;
      });
    }
    const blanks = this.#blanks.subarray(0, this.#blankCount);
    if (texts === undefined && numbers !== undefined && blanks.length === 0) {
      return { ...numbers, valued: numbers.order.length };
    }
    const valued = (numbers?.order.length ?? 0) + (texts?.order.length ?? 0);
    const order = new Uint32Array(valued + blanks.length);
    const same = new Uint8Array(valued + blanks.length);
    if (numbers !== undefined) {
      order.set(numbers.order);
      same.set(numbers.same);
    }
    if (texts !== undefined) {
      order.set(texts.order, valued - texts.order.length);
      same.set(texts.same, valued - texts.order.length);
    }
    order.set(blanks, valued);
    same.fill(1, valued + 1);
    return { order, same, valued };
  }

  /** Orders texts of equal keys by their exact bytes. */
  async #refine({ order, same }: SortedKeys, turn: Turn): Promise<void> {
    let start = 0;
    let checked = 0;
    while (start < order.length) {
      let end = start + 1;
      while (end < order.length && same[end] === 1) end += 1;
      if (end - start > 1) this.#refineRun(order, same, start, end);
      start = end;
      if (start - checked >= BLOCK) {
        checked = start;
        if (turn.due()) await turn.next();
      }
    }
  }

  #refineRun(order: Uint32Array, same: Uint8Array, from: number, to: number): void {
    const first = this.#texts.exact(order[from]!);
    let place = from + 1;
    while (place < to && compareBytes(first, this.#texts.exact(order[place]!)) === 0) place += 1;
    if (place === to) return;
    const texts = Array.from(order.subarray(from, to), (key) => ({
      key,
      bytes: this.#texts.exact(key),
    }));
    texts.sort((a, b) => compareBytes(a.bytes, b.bytes));
    texts.forEach(({ key, bytes }, i) => {
      order[from + i] = key;
      const before = texts[i - 1];
      if (before !== undefined) same[from + i] = compareBytes(before.bytes, bytes) === 0 ? 1 : 0;
    });
  }
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
