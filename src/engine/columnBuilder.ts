/**
 * One column while it grows, and the choice of its encoding. It begins as codes into a dictionary.
 * When most values turn out to be new ones, the newest segment is stored anew as decimals or, where
 * its values aren't plain numbers, as texts, and the column goes on like that; decimals may still
 * become texts. Earlier segments stay as they are. A segment or dictionary object is never
 * emptied, only replaced: whoever took both together can go on reading.
 */

import { CELL_KINDS, type CellKind } from "../model/cell.ts";
import type { ColumnId } from "../model/positions.ts";
import { CodeEncoder } from "./codeEncoder.ts";
import type { ColumnCells } from "./columnCells.ts";
import { ColumnProfile, type ProfiledColumn } from "./columnProfile.ts";
import { DecimalEncoder } from "./decimalEncoder.ts";
import { DictionaryBuilder } from "./dictionaryBuilder.ts";
import { readMantissa, type Mantissa } from "./readMantissa.ts";
import type { SegmentEncoder } from "./segmentEncoder.ts";
import { cellsOfCodes, cellsOfDecimals } from "./storedCells.ts";
import { SEGMENT_ROWS, SEGMENT_SHIFT, type Segment } from "./table.ts";
import { TextSegmentEncoder } from "./textEncoder.ts";

/** When a column leaves an encoding. */
export interface EncodingLimits {
  /** A dictionary is not judged before it has more entries. */
  readonly minEntries: number;
  /** New values among all values: above this share, codes don't pay. */
  readonly maxNewShare: number;
  /** Before it has so many entries, a dictionary may have more: any column begins with new values. */
  readonly patientEntries: number;
  /** The most entries of a dictionary that rows are codes into. */
  readonly maxEntries: number;
  /** Values that aren't plain numbers among the values of a decimal segment. */
  readonly maxStrangeShare: number;
}

export const ENCODING_LIMITS: EncodingLimits = {
  minEntries: 2048,
  maxNewShare: 0.5,
  patientEntries: 1 << 16,
  maxEntries: 1 << 17,
  maxStrangeShare: 1 / 8,
};

/** What a column has in all rows before its first cell arrived. */
const MISSING_SEGMENT: Segment = {
  encoding: "codes",
  length: SEGMENT_ROWS,
  codes: new Uint8Array(SEGMENT_ROWS),
};

export class ColumnBuilder implements ProfiledColumn {
  readonly id: ColumnId;
  name = "";
  readonly profile = new ColumnProfile();
  dictionary = new DictionaryBuilder(this.profile);
  readonly segments: Segment[] = [];

  readonly #limits: EncodingLimits;
  #encoder: SegmentEncoder;
  #entryLimit: number;
  /** Entries of the dictionary when the newest segment began. */
  #entriesBefore = 1;

  /** A column that is missing in all `rowCount` rows so far. */
  constructor(id: ColumnId, rowCount: number, limits: EncodingLimits) {
    this.id = id;
    this.#limits = limits;
    this.#entryLimit = limits.minEntries;
    for (let full = rowCount >>> SEGMENT_SHIFT; full > 0; full--)
      this.segments.push(MISSING_SEGMENT);
    const missing = rowCount & (SEGMENT_ROWS - 1);
    this.#encoder = new CodeEncoder(this.dictionary, this.#entryLimit, 0, missing);
    if (missing > 0) this.segments.push(this.#encoder.segment);
  }

  append(cells: ColumnCells): void {
    let row = 0;
    while (row < cells.count) {
      if (this.#encoder.segment.length === SEGMENT_ROWS) this.#beginSegment();
      if (this.#encoder.segment.length === 0) this.segments.push(this.#encoder.segment);
      row = this.#encoder.append(cells, row, this.profile);
      this.#reconsider();
    }
  }

  /** Gives back all memory that only growing needs. */
  seal(): void {
    this.#encoder.trim();
    this.dictionary.seal();
  }

  #beginSegment(): void {
    const before = this.#encoder;
    before.trim();
    this.#entriesBefore = this.dictionary.count;
    if (before instanceof CodeEncoder) {
      this.#encoder = new CodeEncoder(this.dictionary, this.#entryLimit, SEGMENT_ROWS);
    } else if (before instanceof DecimalEncoder) {
      this.#encoder = new DecimalEncoder(this.dictionary, before.segment.kind, SEGMENT_ROWS);
    } else if (before instanceof TextSegmentEncoder) this.#encoder = before.next();
  }

  #reconsider(): void {
    const encoder = this.#encoder;
    if (encoder instanceof CodeEncoder) {
      if (this.dictionary.count > encoder.entryLimit) this.#reconsiderCodes(encoder);
    } else if (encoder instanceof DecimalEncoder) {
      const { strange, plain } = encoder;
      const { minEntries, maxStrangeShare } = this.#limits;
      if (strange > minEntries / 8 && strange > maxStrangeShare * (strange + plain)) {
        this.#storeAnew(cellsOfDecimals(encoder.segment, this.dictionary), undefined);
      }
    }
  }

  /**
   * Numbers leave early, as decimals are small and fast anyway. Texts get time: of 40,000 ids in
   * any order, the first 4,000 are nearly all new.
   */
  #reconsiderCodes(encoder: CodeEncoder): void {
    const { maxNewShare, patientEntries, maxEntries, maxStrangeShare } = this.#limits;
    const entries = this.dictionary.count;
    const newShare = entries / this.profile.values;
    if (newShare > maxNewShare || entries > maxEntries) {
      const cells = cellsOfCodes(encoder.segment, this.dictionary);
      const decimalKind = usualNumberKind(cells, maxStrangeShare);
      const patience = 1 - (1 - maxNewShare) * Math.min(1, entries / patientEntries);
      if (decimalKind !== undefined || newShare > patience || entries > maxEntries) {
        this.#storeAnew(cells, decimalKind);
        return;
      }
    }
    encoder.entryLimit = this.#entryLimit = Math.min(entries * 2, maxEntries);
  }

  /** Moves the newest segment to decimals of a kind, or to texts. */
  #storeAnew(cells: ColumnCells, decimalKind: CellKind | undefined): void {
    this.dictionary = this.dictionary.truncated(this.#entriesBefore);
    this.#encoder =
      decimalKind === undefined
        ? new TextSegmentEncoder(cells.count, cells.bytes.length)
        : new DecimalEncoder(this.dictionary, decimalKind, cells.count);
    this.#encoder.append(cells, 0, new ColumnProfile());
    this.segments[this.segments.length - 1] = this.#encoder.segment;
  }
}

/** The kind of most cells, when nearly all that aren't blank are plain numbers of that kind. */
function usualNumberKind(cells: ColumnCells, maxStrangeShare: number): CellKind | undefined {
  const { bytes, starts, ends, kinds, count } = cells;
  const read: Mantissa = { mantissa: 0, scale: 0, whole: 0 };
  let values = 0;
  const counts = new Uint32Array(CELL_KINDS);
  for (let row = 0; row < count; row++) {
    if (starts[row] === ends[row]) continue;
    values += 1;
    if (!readMantissa(bytes, starts[row]!, ends[row]!, read)) continue;
    counts[kinds[row]!]! += 1;
  }
  const most = Math.max(...counts);
  if (most < (1 - maxStrangeShare) * values) return undefined;
  return counts.indexOf(most) as CellKind;
}
