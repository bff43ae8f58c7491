/**
 * Rows as texts one after the other, for columns in which nearly every value is new.
 */

import type { ColumnCells } from "./columnCells.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import { roomFor, type Growing, type SegmentEncoder } from "./segmentEncoder.ts";
import { SEGMENT_ROWS, type TextSegment } from "./table.ts";

/** Unused share of the bytes that isn't worth copying the rest: it was never written to. */
const MAX_WASTE = 1 / 8;

/** Room beyond what is expected, so that a slightly longer segment needs no second copy. */
const LIKELY_GROWTH = 1 + MAX_WASTE / 2;

export class TextSegmentEncoder implements SegmentEncoder {
  readonly segment: Growing<TextSegment>;

  /** `rows` are expected, with so many bytes in all. */
  constructor(rows: number, bytes: number) {
    this.segment = {
      encoding: "text",
      length: 0,
      bytes: new Uint8Array(bytes),
      offsets: new Uint32Array(rows + 1),
      kinds: undefined,
      kind: 0,
    };
  }

  append(cells: ColumnCells, from: number, profile: ColumnProfile): number {
    const { bytes, view, starts, ends, kinds, first, step } = cells;
    const { segment } = this;
    const { tallies } = profile;
    const { length } = segment;
    const stop = Math.min(cells.count, from + SEGMENT_ROWS - length);
    if (length === 0 && stop > from)
      segment.kind = kinds[first + from * step]! as TextSegment["kind"];
    this.#reserveRows(length + stop - from);
    const { offsets, kind: usualKind } = segment;
    let target = segment.bytes;
    let targetView = new DataView(target.buffer);
    let used = offsets[length]!;
    let at = length;
    let cell = first + from * step;
    for (let row = from; row < stop; row++, cell += step) {
      const start = starts[cell]!;
      const end = ends[cell]!;
      const kind = kinds[cell]!;
      if (used + end - start > target.length) {
        target = this.#reserveBytes(used, end - start, at);
        targetView = new DataView(target.buffer);
      }
      if (kind !== usualKind) this.#noteKind(at, kind);
      else if (segment.kinds !== undefined) segment.kinds[at] = kind;
      tallies[profile.measure(bytes, start, end, kind)]! += 1;
      let source = start;
      for (; source + 4 <= end; source += 4, used += 4) {
        targetView.setInt32(used, view.getInt32(source, true), true);
      }
      for (; source < end; source++, used++) target[used] = bytes[source]!;
      offsets[++at] = used;
    }
    segment.length = at;
    return stop;
  }

  /** For the segment after this full one, likely to be of about the same size. */
  next(): TextSegmentEncoder {
    const { offsets, length } = this.segment;
    return new TextSegmentEncoder(SEGMENT_ROWS, Math.ceil(offsets[length]! * LIKELY_GROWTH));
  }

  trim(): void {
    const { segment } = this;
    const { length, bytes, offsets } = segment;
    const used = offsets[length]!;
    if (bytes.length - used > used * MAX_WASTE) segment.bytes = bytes.slice(0, used);
    if (offsets.length > length + 1) segment.offsets = offsets.slice(0, length + 1);
    segment.kinds = segment.kinds?.slice(0, length);
  }

  #noteKind(at: number, kind: number): void {
    const { segment } = this;
    if (segment.kinds === undefined) {
      segment.kinds = new Uint8Array(segment.offsets.length - 1).fill(segment.kind);
    }
    segment.kinds[at] = kind;
  }

  #reserveRows(needed: number): void {
    const { segment } = this;
    if (needed < segment.offsets.length) return;
    const room = roomFor(needed, segment.offsets.length - 1);
    const offsets = new Uint32Array(room + 1);
    offsets.set(segment.offsets);
    segment.offsets = offsets;
    if (segment.kinds === undefined) return;
    const kinds = new Uint8Array(room);
    kinds.set(segment.kinds);
    segment.kinds = kinds;
  }

  /** Makes room for what the rest of the segment is likely to need, twice as much at most. */
  #reserveBytes(used: number, more: number, rows: number): Uint8Array {
    const { segment } = this;
    const likely = Math.ceil((used / Math.max(rows, 1)) * SEGMENT_ROWS * LIKELY_GROWTH);
    const bytes = new Uint8Array(Math.max(used + more, Math.min(used * 2, likely), 256));
    bytes.set(segment.bytes.subarray(0, used));
    segment.bytes = bytes;
    return bytes;
  }
}
