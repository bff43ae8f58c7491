/**
 * Cells as fields of a CSV file. Numbers are bare, their digits as in the report; in columns of
 * numbers the point becomes the dialect's sign. Text that a spreadsheet would run gets an apostrophe.
 * Quoted is only what must be: separators, quotes and line breaks.
 */

import { CellKind } from "../model/cell.ts";
import type { ColumnKind } from "../model/column.ts";
import type { CsvDialect } from "../model/viewExport.ts";
import { writeDecimal } from "../engine/decimalBytes.ts";
import { NOT_A_NUMBER, readNumber } from "../engine/numberBytes.ts";
import { asWritten } from "./asWritten.ts";
import type { ByteBuffer } from "./byteBuffer.ts";
import { Mark, type CellForm } from "./columnFields.ts";
import { looksLikeFormula } from "./formulaGuard.ts";

const POINT = 0x2e;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
/** More than any number of a decimal segment has. */
const NUMBER_ROOM = 48;

export function csvForm(kind: ColumnKind, { separator, decimal }: CsvDialect): CellForm {
  const sign = decimal.charCodeAt(0);
  const quoted = new Uint8Array(256);
  for (const special of `${separator}"\r\n`) quoted[special.charCodeAt(0)] = 1;
  const isOfNumbers = kind === "integer" || kind === "decimal" || kind === "money";
  /** Whether the point of a number is written as the dialect's sign. */
  const takesSign = (cell: CellKind): boolean =>
    sign !== POINT && (isOfNumbers || (cell === CellKind.number && kind !== "id"));

  const form: CellForm = {
    number: (mantissa, scale, cell, out) => {
      out.reserve(NUMBER_ROOM);
      out.at = writeDecimal(out.bytes, out.at, mantissa, scale);
      if (scale > 0 && takesSign(cell)) out.bytes[out.at - scale - 1] = sign;
      return 0;
    },
    text: (bytes, start, end, cell, out) => {
      if (start === end) return cell === CellKind.missing ? Mark.blank | Mark.missing : Mark.blank;
      if (takesSign(cell) && readNumber(bytes, start, end) !== NOT_A_NUMBER) {
        writeNumber(bytes, start, end, sign, out);
        return 0;
      }
      const isGuarded = looksLikeFormula(bytes, start, end, cell);
      const replaced = writeField(bytes, start, end, isGuarded, quoted, out);
      return (isGuarded ? Mark.guarded : 0) | replaced;
    },
  };
  return isOfNumbers ? form : asWritten(form);
}

function writeNumber(
  bytes: Uint8Array,
  start: number,
  end: number,
  sign: number,
  out: ByteBuffer,
): void {
  const from = out.at;
  out.copy(bytes, start, end);
  const point = out.bytes.subarray(from, out.at).indexOf(POINT);
  if (point !== -1) out.bytes[from + point] = sign;
}

/** Returns the mark of a text in which half a character was replaced. */
function writeField(
  bytes: Uint8Array,
  start: number,
  end: number,
  isGuarded: boolean,
  quoted: Uint8Array,
  out: ByteBuffer,
): number {
  out.reserve((end - start) * 2 + 3);
  const target = out.bytes;
  let at = out.at;
  let isQuoted = false;
  for (let from = start; from < end; from += 1) {
    if (quoted[bytes[from]!] === 1) {
      isQuoted = true;
      break;
    }
  }
  if (isQuoted) target[at++] = QUOTE;
  if (isGuarded) target[at++] = APOSTROPHE;
  let replaced = 0;
  for (let from = start; from < end; from += 1) {
    const byte = bytes[from]!;
    if (byte === QUOTE) target[at++] = QUOTE;
    else if (byte === 0xed && bytes[from + 1]! >= 0xa0) {
      target[at++] = 0xef;
      target[at++] = 0xbf;
      target[at++] = 0xbd;
      from += 2;
      replaced = Mark.halvesReplaced;
      continue;
    }
    target[at++] = byte;
  }
  if (isQuoted) target[at++] = QUOTE;
  out.at = at;
  return replaced;
}
