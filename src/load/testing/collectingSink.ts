/**
 * A sink for tests that keeps everything as plain values: each cell as its kind's name and its
 * text. Checks what every batch promises. Copies at once, for the arrays are filled again.
 */

import { CellKind } from "../../model/cell.ts";
import type { CellBatch, ReportSink } from "../../model/cellBatch.ts";

export type CollectedCell = readonly [kind: string, text: string];

const KIND_NAMES = new Map<number, string>(
  Object.entries(CellKind).map(([name, kind]) => [kind, name]),
);

export class CollectingSink implements ReportSink {
  names: readonly string[] | undefined;
  readonly rows: CollectedCell[][] = [];

  headers(names: readonly string[]): void {
    if (this.names !== undefined) throw new Error("headers came twice");
    this.names = names;
  }

  append(batch: CellBatch): void {
    const { bytes, starts, ends, kinds, rowStarts } = batch;
    if (batch.rowCount === 0) throw new Error("a batch without rows");
    let width: number | undefined;
    for (let row = 0; row < batch.rowCount; row++) {
      const from = rowStarts[row] ?? 0;
      const to = rowStarts[row + 1] ?? 0;
      width = width === undefined || width === to - from ? to - from : -1;
      const cells: CollectedCell[] = [];
      for (let cell = from; cell < to; cell++) {
        const kind = KIND_NAMES.get(kinds[cell] ?? -1);
        if (kind === undefined || kind === "missing") throw new Error("a cell without kind");
        cells.push([kind, decode(bytes.slice(starts[cell], ends[cell]))]);
      }
      this.rows.push(cells);
    }
    if (batch.width !== width) throw new Error(`width ${batch.width} instead of ${width}`);
  }
}

/** UTF-8 with lone surrogates in three bytes, as a string. */
function decode(bytes: Uint8Array): string {
  // ED A0…BF starts a surrogate, which a text decoder refuses.
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at + 2 < bytes.length; at++) {
    const second = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xed || second < 0xa0) continue;
    pieces.push(decodeStrictly(bytes.subarray(from, at)));
    pieces.push(
      String.fromCharCode(0xd000 | ((second & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f)),
    );
    from = at + 3;
  }
  pieces.push(decodeStrictly(bytes.subarray(from)));
  return pieces.join("");
}

function decodeStrictly(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}
