/** The canonical bytes against a naive version, over any cells, batches and sheet borders. */

import fc from "fast-check";
import { expect, test } from "vitest";
import type { CellBatch } from "../model/cellBatch.ts";
import { CanonicalBytes, headerBytes, newSheet, type Sheet } from "./canonicalBytes.ts";
import { batchOf } from "./testing/buildTable.ts";
import { encodeText } from "./wtf8.ts";

const SMALL_SHEET = 4096;

function naiveRow(cells: readonly string[]): number[] {
  const last = cells.findLastIndex((text) => text !== "");
  const kept = cells.slice(0, last + 1).map((text) => [...encodeText(text)]);
  return [...kept.flatMap((bytes, place) => (place === 0 ? bytes : [0xff, ...bytes])), 0xfe];
}

/** All that the batches come to; every other sheet is given away. */
function canonical(batches: readonly CellBatch[]): number[] {
  const bytes: number[] = [];
  let isSame = false;
  const take = (sheet: Sheet): Sheet => {
    for (const byte of sheet.subarray(0, SMALL_SHEET)) bytes.push(byte);
    isSame = !isSame;
    if (isSame) return sheet;
    // Its memory is another thread's from now on.
    structuredClone(sheet, { transfer: [sheet.buffer] });
    return newSheet(SMALL_SHEET);
  };
  const rows = new CanonicalBytes(SMALL_SHEET, take);
  for (const batch of batches) rows.append(batch);
  for (const byte of rows.end()) bytes.push(byte);
  return bytes;
}

/** As the tokenizer's buffer has it: other bytes before and after the cells. */
function inLargerBuffer(batch: CellBatch): CellBatch {
  const bytes = new Uint8Array(batch.bytes.length + 40).fill(0x7f);
  bytes.set(batch.bytes, 20);
  const starts = batch.starts.map((place) => place + 20);
  return { ...batch, bytes, starts, ends: batch.ends.map((place) => place + 20) };
}

const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.constant("") },
  { weight: 4, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
  fc.array(fc.nat(0xffff), { maxLength: 6 }).map((units) => String.fromCharCode(...units)),
  fc.nat(2 * SMALL_SHEET + 3).map((length) => "é".repeat(length)),
  fc.constantFrom("\u007f😀\u007f😀", "\u007f".repeat(9), "1".repeat(1024), "1".repeat(1025)),
);
const anyRow = fc.oneof(
  { weight: 6, arbitrary: fc.array(anyText, { maxLength: 8 }) },
  // More blank cells in a row than are written at once.
  fc
    .tuple(fc.constantFrom(3, 4, 5, 1023, 1024, 1025, 5000), anyText)
    .map(([blanks, text]) => [...Array.from({ length: blanks }, () => ""), text]),
);
const anyRows = fc.array(anyRow, { maxLength: 30 });

test("any cells in any batches are the marks and bytes of their texts", () => {
  fc.assert(
    fc.property(anyRows, fc.integer({ min: 1, max: 8 }), fc.boolean(), (rows, size, larger) => {
      const batches: CellBatch[] = [];
      for (let at = 0; at < rows.length; at += size) {
        const batch = batchOf(rows.slice(at, at + size));
        batches.push(larger ? inLargerBuffer(batch) : batch);
      }
      const bytes = canonical(batches);
      expect(Buffer.from(bytes).equals(Buffer.from(rows.flatMap(naiveRow)))).toBe(true);
    }),
  );
});

function bytesOf(rows: readonly (readonly string[])[]): readonly number[] {
  return canonical([batchOf(rows)]);
}

test("rows of the same bytes in other cells are other bytes", () => {
  const one = bytesOf([["ab", "c"], ["d"]]);
  expect(bytesOf([["a", "bc"], ["d"]])).not.toEqual(one);
  expect(bytesOf([["ab"], ["c", "d"]])).not.toEqual(one);
  expect(bytesOf([["ab", "c", "d"]])).not.toEqual(one);
  expect(bytesOf([["", "ab", "c"], ["d"]])).not.toEqual(one);
  expect(bytesOf([["ab", "c"], [], ["d"]])).not.toEqual(one);
  expect(bytesOf([["ab", "c", "", ""], ["d"]])).toEqual(one);
});

test("the headers are written as a row is", () => {
  for (const names of [[], [""], ["Client", "", "Größe", "\ud800", ""]]) {
    expect([...headerBytes(names)]).toEqual(naiveRow(names));
  }
});
