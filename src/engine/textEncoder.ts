/**
 * Rows as texts one after the other, for columns in which nearly every value is new.
 */

import type { ColumnCells } from "./columnCells.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import { roomFor, type Growing, type SegmentEncoder } from "./segmentEncoder.ts";
import { SEGMENT_ROWS, type TextSegment } from "./table.ts";

export class TextSegmentEncoder implements SegmentEncoder {
  readonly segment: Growing<TextSegment>;

  /** `room` bytes are expected. */
  constructor(room: number) {
    this.segment = {
      encoding: "text",
      length: 0,
      bytes: new Uint8Array(room),
      offsets: new Uint32Array(1),
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
        target = this.#reserveBytes(used, end - start);
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

  trim(): void {
    const { segment } = this;
    const { length } = segment;
    segment.bytes = segment.bytes.slice(0, segment.offsets[length]);
    if (segment.offsets.length > length + 1) segment.offsets = segment.offsets.slice(0, length + 1);
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

  #reserveBytes(used: number, more: number): Uint8Array {
    const { segment } = this;
    const bytes = new Uint8Array(Math.max(used + more, segment.bytes.length * 2));
    bytes.set(segment.bytes.subarray(0, used));
    segment.bytes = bytes;
    return bytes;
  }
}
