/**
 * Rows of a view as the report's own JSON, `{"headers": …, "rows": …}`: every number with its own
 * digits, never through a float, nested values as sent. Numbers with decimal commas were text in their
 * file and are text here, with a point. Cells that a short row doesn't have are left
 * out at its end, and null elsewhere.
 */

import { CellKind, isCommaNumber } from "../model/cell.ts";
import { writeDecimal } from "../engine/decimalBytes.ts";
import { ByteBuffer, CHUNK_BYTES } from "./byteBuffer.ts";
import { ColumnFields, Mark, type CellForm } from "./columnFields.ts";
import type { FileSink } from "./fileSink.ts";
import type { RowsToWrite } from "./writeCsv.ts";

const ROWS_PER_LOOK = 64;
const NUMBER_ROOM = 50;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

export async function writeJson(
  { table, order, columns, turn, onRows }: RowsToWrite,
  sink: FileSink,
): Promise<void> {
  const out = new ByteBuffer();
  const headers = columns.map(({ name }) => JSON.stringify(name));
  out.text(`{"headers":[${headers.join(",")}],"rows":[`);
  const fields = columns.map(({ id }) => new ColumnFields(table, id, jsonForm));
  const { rows, rowCount } = order;
  for (let place = 0; place < rowCount; place += 1) {
    const row = rows === undefined ? place : rows[place]!;
    out.text(place === 0 ? "\n[" : ",\n[");
    let end = out.at;
    for (let column = 0; column < fields.length; column += 1) {
      if (column > 0) {
        out.reserve(1);
        out.bytes[out.at++] = COMMA;
      }
      const marks = fields[column]!.write(row, out);
      if ((marks & Mark.missing) === 0) end = out.at;
    }
    out.at = end;
    out.text("]");
    if (out.at >= CHUNK_BYTES) {
      await sink.write(out.take());
      onRows(place + 1);
    }
    if (place % ROWS_PER_LOOK === 0 && turn.due()) await turn.next();
  }
  out.text("\n]}\n");
  await sink.write(out.take());
  onRows(rowCount);
}

const jsonForm: CellForm = {
  number: (mantissa, scale, kind, out) => {
    out.reserve(NUMBER_ROOM);
    const isQuoted = isString(kind);
    if (isQuoted) out.bytes[out.at++] = QUOTE;
    out.at = writeDecimal(out.bytes, out.at, mantissa, scale);
    if (isQuoted) out.bytes[out.at++] = QUOTE;
    return 0;
  },
  text: (bytes, start, end, kind, out) => {
    if (isString(kind)) {
      writeString(bytes, start, end, out);
      return 0;
    }
    if (kind === CellKind.null || kind === CellKind.missing) out.text("null");
    else out.copy(bytes, start, end);
    return kind === CellKind.missing ? Mark.missing : 0;
  },
};

/** Numbers with decimal commas are no numbers of JSON: `+1,5`, `,5`, `007,5`. */
function isString(kind: CellKind): boolean {
  return kind === CellKind.string || isCommaNumber(kind);
}

function writeString(bytes: Uint8Array, start: number, end: number, out: ByteBuffer): void {
  // At most six bytes for one.
  out.reserve((end - start) * 6 + 2);
  const target = out.bytes;
  let at = out.at;
  target[at++] = QUOTE;
  for (let from = start; from < end; from += 1) {
    const byte = bytes[from]!;
    if (byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH && byte !== 0xed) {
      target[at++] = byte;
    } else if (byte === QUOTE || byte === BACKSLASH) {
      target[at++] = BACKSLASH;
      target[at++] = byte;
    } else if (byte < 0x20) {
      at = writeEscape(byte, target, at);
    } else if (bytes[from + 1]! >= 0xa0) {
      at = writeEscape(
        0xd000 | ((bytes[from + 1]! & 0x3f) << 6) | (bytes[from + 2]! & 0x3f),
        target,
        at,
      );
      from += 2;
    } else target[at++] = byte;
  }
  target[at++] = QUOTE;
  out.at = at;
}

/** A control character or half a character, as `\u001f`. */
function writeEscape(unit: number, target: Uint8Array, start: number): number {
  const text = `\\u${unit.toString(16).padStart(4, "0")}`;
  for (let i = 0; i < text.length; i += 1) target[start + i] = text.charCodeAt(i);
  return start + text.length;
}
