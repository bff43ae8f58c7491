/**
 * Cells of columns that are not of numbers, as their file wrote them: a label `1,5` stays `1,5`. Such
 * cells are few where a column isn't of numbers, so each may cost a string.
 */

import { type CellKind, isCommaNumber, writtenText } from "../model/cell.ts";
import { decimalText } from "../engine/decimalText.ts";
import { decodeText, encodeText } from "../engine/wtf8.ts";
import type { ByteBuffer } from "./byteBuffer.ts";
import type { CellForm } from "./columnFields.ts";

export function asWritten(form: CellForm): CellForm {
  const write = (text: string, kind: CellKind, out: ByteBuffer, repeated: boolean): number => {
    const bytes = encodeText(writtenText({ text, kind }));
    return form.text(bytes, 0, bytes.length, kind, out, repeated);
  };
  return {
    number: (mantissa, scale, kind, out) =>
      isCommaNumber(kind)
        ? write(decimalText(mantissa, scale), kind, out, false)
        : form.number(mantissa, scale, kind, out),
    text: (bytes, start, end, kind, out, repeated) =>
      isCommaNumber(kind)
        ? write(decodeText(bytes, start, end), kind, out, repeated)
        : form.text(bytes, start, end, kind, out, repeated),
  };
}
