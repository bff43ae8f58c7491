/**
 * Finds or adds a cell among the distinct cells of a column: an open-addressing hash table over
 * kind and bytes, compared word by word with what is stored. Codes are handed out in order of
 * first appearance, so the entries that only the newest rows use stand at the end and can be
 * left behind (`truncated`). Each new entry is profiled once. No allocation per cell.
 */

import { CellKind } from "../model/cell.ts";
import { viewOf } from "./columnCells.ts";
import type { ColumnProfile } from "./columnProfile.ts";
import type { Dictionary } from "./table.ts";

/** Differs from run to run, so that no report can be made to collide on purpose. */
const SEED = Math.trunc(Math.random() * 0x7fffffff);

export class DictionaryBuilder implements Dictionary {
  count = 1;
  bytes = new Uint8Array(64);
  offsets = new Uint32Array(16);
  kinds = new Uint8Array(16);
  /** `ValueClass` of each entry. */
  classes = new Uint8Array(16);

  readonly #profile: ColumnProfile;
  #view = viewOf(this.bytes);
  /** Pairs of hash and code, a power of two of them; code 0 marks a free place. */
  #slots = new Int32Array(2 * 16);

  constructor(profile: ColumnProfile) {
    this.#profile = profile;
  }

  /** The code of `bytes[start … end)`, new or known. `view` looks at the same memory as `bytes`. */
  codeOf(bytes: Uint8Array, view: DataView, start: number, end: number, kind: number): number {
    if (kind === CellKind.missing) return 0;
    const hash = hashOf(bytes, view, start, end, kind);
    const slots = this.#slots;
    const mask = slots.length - 2;
    let slot = (hash << 1) & mask;
    for (;;) {
      const code = slots[slot + 1]!;
      if (code === 0) return this.#add(bytes, start, end, kind, hash, slot);
      if (slots[slot] === hash && this.#is(code, view, start, end, kind)) return code;
      slot = (slot + 2) & mask;
    }
  }

  /** A dictionary of the first `count` entries only; this one stays as it is. */
  truncated(count: number): DictionaryBuilder {
    const kept = new DictionaryBuilder(this.#profile);
    for (let code = 1; code < count; code++) {
      kept.codeOf(
        this.bytes,
        this.#view,
        this.offsets[code]!,
        this.offsets[code + 1]!,
        this.kinds[code]!,
      );
    }
    return kept;
  }

  /** Gives back the memory that only adding needs. Nothing can be added afterwards. */
  seal(): void {
    this.bytes = this.bytes.slice(0, this.offsets[this.count]);
    this.offsets = this.offsets.slice(0, this.count + 1);
    this.kinds = this.kinds.slice(0, this.count);
    this.classes = new Uint8Array(0);
    this.#view = viewOf(this.bytes);
    this.#slots = new Int32Array(0);
  }

  #is(code: number, view: DataView, start: number, end: number, kind: number): boolean {
    const from = this.offsets[code]!;
    const length = end - start;
    if (this.offsets[code + 1]! - from !== length || this.kinds[code] !== kind) return false;
    return sameBytes(this.#view, from, view, start, length);
  }

  #add(
    bytes: Uint8Array,
    start: number,
    end: number,
    kind: number,
    hash: number,
    slot: number,
  ): number {
    const code = this.count;
    const at = this.offsets[code]!;
    const next = at + end - start;
    if (next > this.bytes.length) {
      this.bytes = grown(this.bytes, new Uint8Array(Math.max(next, this.bytes.length * 2)));
      this.#view = viewOf(this.bytes);
    }
    if (code + 2 > this.offsets.length) {
      this.offsets = grown(this.offsets, new Uint32Array(this.offsets.length * 2));
      this.kinds = grown(this.kinds, new Uint8Array(this.offsets.length));
      this.classes = grown(this.classes, new Uint8Array(this.offsets.length));
    }
    for (let from = start, to = at; from < end; from++, to++) this.bytes[to] = bytes[from]!;
    this.offsets[code + 1] = next;
    this.kinds[code] = kind;
    this.classes[code] = this.#profile.measure(bytes, start, end, kind);
    this.count = code + 1;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = code;
    if (code * 4 > this.#slots.length) this.#widen();
    return code;
  }

  #widen(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 2;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let slot = (old[from]! << 1) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[from]!;
      slots[slot + 1] = old[from + 1]!;
    }
    this.#slots = slots;
  }
}

/**
 * Whether two ranges of equal length hold the same bytes. Eight at a time, read as doubles: no eight
 * bytes of a text are a NaN or a negative zero when the last of them is the highest. The last step
 * begins early instead of reading beyond the end.
 */
export function sameBytes(
  a: DataView,
  aStart: number,
  b: DataView,
  bStart: number,
  length: number,
): boolean {
  if (length >= 8) {
    const last = length - 8;
    for (let at = 0; at < last; at += 8) {
      if (a.getFloat64(aStart + at, true) !== b.getFloat64(bStart + at, true)) return false;
    }
    return a.getFloat64(aStart + last, true) === b.getFloat64(bStart + last, true);
  }
  if (length >= 4) {
    const last = length - 4;
    return (
      a.getInt32(aStart, true) === b.getInt32(bStart, true) &&
      a.getInt32(aStart + last, true) === b.getInt32(bStart + last, true)
    );
  }
  for (let at = 0; at < length; at++) {
    if (a.getUint8(aStart + at) !== b.getUint8(bStart + at)) return false;
  }
  return true;
}

/** Four bytes at a time; the last word overlaps the one before when the length is no multiple. */
function hashOf(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  kind: number,
): number {
  const length = end - start;
  let hash = SEED ^ Math.imul(length, 0x85ebca6b) ^ kind;
  if (length >= 4) {
    const last = end - 4;
    for (let at = start; at < last; at += 4) {
      hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    hash ^= view.getInt32(last, true);
  } else {
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return hash ^ (hash >>> 15);
}

function grown<Bytes extends Uint8Array | Uint32Array>(old: Bytes, larger: Bytes): Bytes {
  larger.set(old);
  return larger;
}
