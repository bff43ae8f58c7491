/*
 * One column of a batch of rows as an Arrow vector of texts. Arrow's own vectorFromArray does the
 * same at a third of a million texts a second, which would make DuckDB look slow for no fault of
 * its own; this writes the bytes directly.
 */
import { Utf8, makeData, makeVector } from "apache-arrow";

const encoder = new TextEncoder();

/** UTF-8 takes at most this many bytes for one unit of a string. */
const WORST = 3;

/**
 * @param {readonly import("./shared.jsx").ReportRow[]} rows
 * @param {number} column
 */
export function textVector(rows, column) {
  const texts = rows.map((row) => row[column]).map((cell) => (cell === null ? "" : String(cell)));
  const data = new Uint8Array(texts.reduce((sum, text) => sum + text.length, 0) * WORST);
  const valueOffsets = new Int32Array(rows.length + 1);
  const nullBitmap = new Uint8Array(Math.ceil(rows.length / 64) * 8);
  let nullCount = 0;
  let at = 0;
  for (const [index, text] of texts.entries()) {
    if (rows[index]?.[column] === null) nullCount++;
    else nullBitmap[index >> 3] = (nullBitmap[index >> 3] ?? 0) | (1 << (index & 7));
    at = write(text, data, at);
    valueOffsets[index + 1] = at;
  }
  const type = new Utf8();
  const bytes = data.subarray(0, at);
  const length = rows.length;
  return makeVector(makeData({ type, length, nullCount, nullBitmap, valueOffsets, data: bytes }));
}

/** @param {string} text @param {Uint8Array} data @param {number} at @returns {number} where it ends */
function write(text, data, at) {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) return at + encoder.encodeInto(text, data.subarray(at)).written;
    data[at + i] = code;
  }
  return at + text.length;
}
