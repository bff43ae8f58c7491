/**
 * Cells as XML of a sheet, from behind their place (` s="2"><v>10.50</v></c>`). A column's kind says
 * what a cell is: ids and texts are text cells, which nothing runs; numbers are numbers in their own
 * digits unless a spreadsheet's 15 would change them; dates are dates as written.
 */

import { CellKind } from "../model/cell.ts";
import { parseDate, type SlashOrder } from "../model/dateValue.ts";
import { formatDecimal, trimDecimal, type Decimal } from "../model/decimal.ts";
import type { ExportedColumn } from "../model/viewExport.ts";
import { writeDecimal } from "../engine/decimalBytes.ts";
import { found, LONG_NUMBER, NOT_A_NUMBER, readNumber } from "../engine/numberBytes.ts";
import { decodeText } from "../engine/wtf8.ts";
import { asWritten } from "./asWritten.ts";
import { bytesOf, type ByteBuffer } from "./byteBuffer.ts";
import { Mark, type CellForm } from "./columnFields.ts";
import { looksLikeFormula } from "./formulaGuard.ts";
import type { SharedTexts } from "./sharedTexts.ts";
import { sheetDate } from "./sheetDate.ts";
import type { StyleBook } from "./styleBook.ts";
import { keepsSpace, MAX_CELL_LENGTH, xmlText } from "./xmlText.ts";

/** Spreadsheets keep this many digits of a number. */
const KEPT_DIGITS = 15;
const KEPT_BELOW = 10 ** KEPT_DIGITS;
/** Well within what a double holds without losing digits at its edges. */
const LARGEST_EXPONENT = 300;
/** Spreadsheets show no more. */
const MOST_PLACES = 30;
/** The most digits after the point that are written by `writeDecimal`. */
const MOST_SCALE = 22;
const NUMBER_ROOM = 96;

const CLOSE_NUMBER = bytesOf("</v></c>");
const CLOSE_TEXT = bytesOf("</is></c>");
const OPEN_T = bytesOf("<t>");
const CLOSE_T = bytesOf("</t>");

/** How the amounts of a column are shown. */
export function numberFormat(fractionDigits: number): string {
  const places = Math.min(fractionDigits, MOST_PLACES);
  return places === 0 ? "0" : `0.${"0".repeat(places)}`;
}

export function sheetForm(
  { kind, fractionDigits }: Pick<ExportedColumn, "kind" | "fractionDigits">,
  slashes: SlashOrder | undefined,
  styles: StyleBook,
  shared: SharedTexts,
): CellForm {
  const textStyle = styles.styleOf({ format: "@" }) ?? 0;
  const quotedStyle = styles.styleOf({ format: "@", quoted: true }) ?? 0;
  const generalStyle = styles.styleOf({ format: "General" }) ?? 0;
  const isOfNumbers = kind === "integer" || kind === "decimal" || kind === "money";
  const isOfDates = kind === "date" || kind === "datetime";
  const numberStyle =
    (isOfNumbers ? styles.styleOf({ format: numberFormat(fractionDigits) }) : undefined) ?? 0;
  const openNumber = bytesOf(` s="${numberStyle}"><v>`);
  const openText = bytesOf(` s="${textStyle}" t="inlineStr"><is>`);
  const openQuoted = bytesOf(` s="${quotedStyle}" t="inlineStr"><is>`);

  const putText = (
    bytes: Uint8Array,
    start: number,
    end: number,
    cell: CellKind,
    out: ByteBuffer,
    repeated: boolean,
  ): number => {
    const isQuoted = looksLikeFormula(bytes, start, end, cell);
    let marks = isQuoted ? Mark.guarded : 0;
    if (repeated) {
      const index = shared.add((target) => {
        marks |= writeT(bytes, start, end, target);
      });
      out.text(` s="${isQuoted ? quotedStyle : textStyle}" t="s"><v>${index}</v></c>`);
    } else {
      out.all(isQuoted ? openQuoted : openText);
      marks |= writeT(bytes, start, end, out);
      out.all(CLOSE_TEXT);
    }
    return marks;
  };

  const putNumber = (mantissa: number, scale: number, out: ByteBuffer): boolean => {
    if (!isShort(mantissa) || scale > MOST_SCALE) return false;
    out.all(openNumber);
    out.reserve(NUMBER_ROOM);
    out.at = writeDecimal(out.bytes, out.at, mantissa, scale);
    out.all(CLOSE_NUMBER);
    return true;
  };

  const putLong = (value: Decimal, out: ByteBuffer): boolean => {
    const text = keptNumber(value);
    if (text === undefined) return false;
    out.all(openNumber);
    out.text(text);
    out.all(CLOSE_NUMBER);
    return true;
  };

  const putDate = (text: string, out: ByteBuffer): boolean => {
    const date = sheetDate(text, slashes);
    const style = date && styles.styleOf({ format: date.format });
    if (date === undefined || style === undefined) return false;
    out.text(` s="${style}"><v>${date.days}</v></c>`);
    return true;
  };

  const form: CellForm = {
    number: (mantissa, scale, cell, out) => {
      if (isOfNumbers && putNumber(mantissa, scale, out)) return 0;
      out.reserve(NUMBER_ROOM);
      const from = out.at;
      const end = writeDecimal(out.bytes, from, mantissa, scale);
      const text = out.bytes.slice(from, end);
      if (isOfNumbers && putLong({ units: BigInt(mantissa), scale }, out)) return 0;
      const marks = putText(text, 0, text.length, cell, out, false);
      return isOfNumbers ? marks | Mark.keptAsText : marks;
    },
    text: (bytes, start, end, cell, out, repeated) => {
      if (start === end) return cell === CellKind.missing ? Mark.blank | Mark.missing : Mark.blank;
      let marks = 0;
      if (isOfNumbers && cell !== CellKind.nested && cell !== CellKind.boolean) {
        const read = readNumber(bytes, start, end);
        if (read === LONG_NUMBER) {
          if (putLong(found.long, out)) return 0;
        } else if (read !== NOT_A_NUMBER) {
          const { mantissa, scale } = found;
          if (putNumber(mantissa, scale, out)) return 0;
          if (putLong({ units: BigInt(mantissa), scale }, out)) return 0;
        }
        if (read !== NOT_A_NUMBER) marks = Mark.keptAsText;
      } else if (isOfDates) {
        const text = decodeText(bytes, start, end);
        if (putDate(text, out)) return 0;
        if (!Number.isNaN(parseDate(text, slashes ?? "monthFirst"))) marks = Mark.datesAsText;
      } else if (kind === "boolean") {
        const word = decodeText(bytes, start, end).toLowerCase();
        if (word === "true" || word === "false") {
          out.text(` s="${generalStyle}" t="b"><v>${word === "true" ? 1 : 0}</v></c>`);
          return 0;
        }
      }
      return marks | putText(bytes, start, end, cell, out, repeated);
    },
  };
  return isOfNumbers ? form : asWritten(form);
}

/** Whether a number is the same in 15 digits. */
function isShort(mantissa: number): boolean {
  let digits = Math.abs(mantissa);
  while (digits >= KEPT_BELOW && digits % 10 === 0) digits /= 10;
  return digits < KEPT_BELOW;
}

/** A number in notation that a spreadsheet reads exactly, or undefined when it would change it. */
export function keptNumber(value: Decimal): string | undefined {
  const trimmed = trimDecimal(value);
  const { scale } = trimmed;
  if (trimmed.units === 0n) return "0";
  const size = (trimmed.units < 0n ? -trimmed.units : trimmed.units).toString();
  const zeros = /0*$/.exec(size)?.[0].length ?? 0;
  const digits = size.length - zeros;
  const exponent = size.length - scale;
  if (digits > KEPT_DIGITS || Math.abs(exponent) > LARGEST_EXPONENT) return undefined;
  if (size.length <= KEPT_DIGITS + MOST_SCALE && scale <= MOST_PLACES)
    return formatDecimal(trimmed);
  const sign = trimmed.units < 0n ? "-" : "";
  return `${sign}${size.slice(0, digits)}E${zeros - scale}`;
}

/** Bytes that can't just be copied into a text element. */
const SLOW = new Uint8Array(256);
for (let byte = 0; byte < 0x20; byte += 1) SLOW[byte] = 1;
// & < > _ and the beginnings of half a character and of U+FFFE.
for (const byte of [0x26, 0x3c, 0x3e, 0x5f, 0xed, 0xef]) SLOW[byte] = 1;

const SPACE = 0x20;

/** Writes `<t>…</t>` and returns what was altered. */
function writeT(bytes: Uint8Array, start: number, end: number, out: ByteBuffer): number {
  let isPlain =
    end - start <= MAX_CELL_LENGTH && bytes[start] !== SPACE && bytes[end - 1] !== SPACE;
  for (let at = start; isPlain && at < end; at += 1) isPlain = SLOW[bytes[at]!] === 0;
  if (isPlain) {
    out.all(OPEN_T);
    out.copy(bytes, start, end);
    out.all(CLOSE_T);
    return 0;
  }
  const { xml, marks } = xmlText(decodeText(bytes, start, end));
  out.text(keepsSpace(xml) ? '<t xml:space="preserve">' : "<t>");
  out.text(xml);
  out.text("</t>");
  return marks;
}
