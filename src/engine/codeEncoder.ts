/**
 * Rows as codes into the column's dictionary. A cell equal to the one above it, which is common in
 * reports, costs one comparison. Codes take one byte until the 256th entry, then two, then four.
 */

import { CellKind } from "../model/cell.ts";
import type { ColumnCells } from "./columnCells.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import { sameBytes, type DictionaryBuilder } from "./dictionaryBuilder.ts";
import { roomFor, type Growing, type SegmentEncoder } from "./segmentEncoder.ts";
import { SEGMENT_ROWS, type CodeSegment } from "./table.ts";

type Codes = CodeSegment["codes"];

export class CodeEncoder implements SegmentEncoder {
  readonly segment: Growing<CodeSegment>;
  /** `append` stops when the dictionary has more entries. */
  entryLimit: number;
  readonly #dictionary: DictionaryBuilder;

  /** `rows` are expected; the first `missing` of them have no cell. */
  constructor(dictionary: DictionaryBuilder, entryLimit: number, rows: number, missing = 0) {
    this.#dictionary = dictionary;
    this.entryLimit = entryLimit;
    this.segment = {
      encoding: "codes",
      length: missing,
      codes: codesFor(dictionary.count, Math.max(rows, missing)),
    };
  }

  append(cells: ColumnCells, from: number, profile: ColumnProfile): number {
    const { bytes, view, starts, ends, kinds, first, step } = cells;
    const dictionary = this.#dictionary;
    const { tallies } = profile;
    const { length } = this.segment;
    const stop = Math.min(cells.count, from + SEGMENT_ROWS - length);
    this.#reserve(length + stop - from);
    let { codes } = this.segment;
    let highest = highestCode(codes);
    let known = dictionary.count;
    let cell = first + from * step;
    let at = length;
    let row = from;
    let above = 0;
    let aboveStart = 0;
    let aboveLength = 0;
    let aboveKind: number = CellKind.missing;
    /** Rows since `runStart` have the code `above`. */
    let runStart = at;

    for (; row < stop; row++, cell += step, at++) {
      const start = starts[cell]!;
      const end = ends[cell]!;
      const kind = kinds[cell]!;
      if (
        end - start === aboveLength &&
        kind === aboveKind &&
        sameBytes(view, aboveStart, view, start, aboveLength)
      ) {
        codes[at] = above;
        continue;
      }
      tallies[dictionary.classes[above]!]! += at - runStart;
      runStart = at;
      above = dictionary.codeOf(bytes, view, start, end, kind);
      aboveStart = start;
      aboveLength = end - start;
      aboveKind = kind;
      if (above >= known) {
        known = dictionary.count;
        if (above > highest) {
          codes = grown(codes, codesFor(known, codes.length), at);
          highest = highestCode(codes);
          this.segment.codes = codes;
        }
        if (known > this.entryLimit) {
          codes[at++] = above;
          row++;
          break;
        }
      }
      codes[at] = above;
    }
    tallies[dictionary.classes[above]!]! += at - runStart;
    this.segment.length = at;
    return row;
  }

  trim(): void {
    const { codes, length } = this.segment;
    if (codes.length > length) this.segment.codes = codes.slice(0, length);
  }

  #reserve(needed: number): void {
    const { codes, length } = this.segment;
    if (needed <= codes.length) return;
    const larger = codesFor(highestCode(codes) + 1, roomFor(needed, codes.length));
    this.segment.codes = grown(codes, larger, length);
  }
}

/** Room for `rows` codes below `entries`. */
function codesFor(entries: number, rows: number): Codes {
  if (entries <= 0x100) return new Uint8Array(rows);
  return entries <= 0x10000 ? new Uint16Array(rows) : new Uint32Array(rows);
}

function highestCode(codes: Codes): number {
  return 2 ** (8 * codes.BYTES_PER_ELEMENT) - 1;
}

function grown(old: Codes, larger: Codes, length: number): Codes {
  larger.set(old.subarray(0, length));
  return larger;
}
