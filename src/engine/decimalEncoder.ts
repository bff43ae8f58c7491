/**
 * Rows as exact decimals: eight bytes each, no hashing, ready to sort and sum. Anything that isn't
 * a plain number of the column's usual kind is an exception and goes to the dictionary. Blank
 * cells are welcome; when too many others come, the rows had better be text.
 */

import type { CellKind } from "../model/cell.ts";
import type { ColumnCells } from "./columnCells.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import type { DictionaryBuilder } from "./dictionaryBuilder.ts";
import { readMantissa, type Mantissa } from "./readMantissa.ts";
import { RowCodes } from "./rowCodes.ts";
import { roomFor, type Growing, type SegmentEncoder } from "./segmentEncoder.ts";
import { SEGMENT_ROWS, type DecimalSegment } from "./table.ts";
import { ValueClass } from "./valueClass.ts";

export class DecimalEncoder implements SegmentEncoder {
  readonly segment: Growing<DecimalSegment>;
  /** Rows that hold plain numbers. */
  plain = 0;
  /** Rows that hold something else and aren't blank. */
  strange = 0;
  readonly #dictionary: DictionaryBuilder;
  readonly #exceptions = new RowCodes();

  /** `kind` is the one most cells have, `rows` how many are expected. */
  constructor(dictionary: DictionaryBuilder, kind: CellKind, rows: number) {
    this.#dictionary = dictionary;
    this.segment = {
      encoding: "decimal",
      length: 0,
      mantissas: new Float64Array(rows),
      scales: undefined,
      scale: 0,
      kind,
      exceptions: this.#exceptions,
    };
  }

  append(cells: ColumnCells, from: number, profile: ColumnProfile): number {
    const { bytes, starts, ends, kinds, first, step } = cells;
    const { segment } = this;
    const { length, kind: usualKind } = segment;
    const stop = Math.min(cells.count, from + SEGMENT_ROWS - length);
    this.#reserve(length + stop - from);
    const { mantissas } = segment;
    let { scale: usualScale, scales } = segment;
    let { longest, wholeDigits, fractionDigits } = profile;
    let { plain } = this;
    const plainBefore = plain;
    let integers = 0;
    let longIntegers = 0;
    const read: Mantissa = { mantissa: 0, scale: 0, whole: 0 };
    let cell = first + from * step;
    for (let at = length, end = length + stop - from; at < end; at++, cell += step) {
      const cellStart = starts[cell]!;
      const cellEnd = ends[cell]!;
      if (kinds[cell] !== usualKind || !readMantissa(bytes, cellStart, cellEnd, read)) {
        mantissas[at] = Number.NaN;
        this.#exceptions.add(at, this.#except(cells, cell, profile));
        continue;
      }
      const { scale, whole } = read;
      mantissas[at] = read.mantissa;
      if (scale !== usualScale && scales === undefined) {
        if (plain === 0) segment.scale = usualScale = scale;
        else scales = segment.scales = new Uint8Array(mantissas.length).fill(usualScale, 0, at);
      }
      if (scales !== undefined) scales[at] = scale;
      plain += 1;
      if (scale === 0) {
        integers += 1;
        if (whole > 15) longIntegers += 1;
      } else if (scale > fractionDigits) fractionDigits = scale;
      if (whole > wholeDigits) wholeDigits = whole;
      if (cellEnd - cellStart > longest) longest = cellEnd - cellStart;
    }
    this.plain = plain;
    segment.length = length + stop - from;
    profile.addNumbers(plain - plainBefore, integers, longIntegers);
    profile.widen(longest, wholeDigits, fractionDigits);
    return stop;
  }

  trim(): void {
    const { segment } = this;
    const { length } = segment;
    this.#exceptions.trim();
    if (segment.mantissas.length === length) return;
    segment.mantissas = segment.mantissas.slice(0, length);
    segment.scales = segment.scales?.slice(0, length);
  }

  /** The code of a cell that isn't a plain number. */
  #except(cells: ColumnCells, cell: number, profile: ColumnProfile): number {
    const { bytes, view, starts, ends, kinds } = cells;
    const code = this.#dictionary.codeOf(bytes, view, starts[cell]!, ends[cell]!, kinds[cell]!);
    const found = this.#dictionary.classes[code]!;
    profile.tallies[found]! += 1;
    if (found !== ValueClass.blank) this.strange += 1;
    return code;
  }

  #reserve(needed: number): void {
    const { segment } = this;
    if (needed <= segment.mantissas.length) return;
    const room = roomFor(needed, segment.mantissas.length);
    const mantissas = new Float64Array(room);
    mantissas.set(segment.mantissas);
    segment.mantissas = mantissas;
    if (segment.scales === undefined) return;
    const scales = new Uint8Array(room);
    scales.set(segment.scales);
    segment.scales = scales;
  }
}
