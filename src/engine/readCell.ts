/**
 * One cell of a table, exactly as the report has it. Text of codes is decoded once per
 * dictionary entry and kept as long as the dictionary lives.
 */

import { CellKind, type CellView } from "../model/cell.ts";
import type { ColumnId } from "../model/positions.ts";
import { decimalText } from "./decimalText.ts";
import {
  SEGMENT_ROWS,
  SEGMENT_SHIFT,
  type Dictionary,
  type ReportTable,
  type Segment,
  type TableColumn,
} from "./table.ts";
import { decodeText } from "./wtf8.ts";

const MISSING: CellView = { text: "", kind: CellKind.missing };

/** A column the table does not have is missing in every row. */
export function readCell(table: ReportTable, row: number, column: ColumnId): CellView {
  const found = table.columns[column];
  if (found === undefined) return MISSING;
  return { text: textOf(found, row), kind: kindOf(found, row) };
}

/** The exact text of a cell; the row must be below the table's `rowCount`. */
export function textOf(column: TableColumn, row: number): string {
  const segment = segmentOf(column, row);
  const at = row & (SEGMENT_ROWS - 1);
  if (segment.encoding === "codes") return entryText(column.dictionary, segment.codes[at]!);
  if (segment.encoding === "text") {
    return decodeText(segment.bytes, segment.offsets[at]!, segment.offsets[at + 1]!);
  }
  const mantissa = segment.mantissas[at]!;
  if (Number.isNaN(mantissa)) return entryText(column.dictionary, segment.exceptions.get(at)!);
  return decimalText(mantissa, segment.scales?.[at] ?? segment.scale);
}

/** The kind of a cell; the row must be below the table's `rowCount`. */
export function kindOf(column: TableColumn, row: number): CellKind {
  const segment = segmentOf(column, row);
  const at = row & (SEGMENT_ROWS - 1);
  if (segment.encoding === "codes") return entryKind(column.dictionary, segment.codes[at]!);
  if (segment.encoding === "text") return (segment.kinds?.[at] ?? segment.kind) as CellKind;
  if (!Number.isNaN(segment.mantissas[at]!)) return segment.kind;
  return entryKind(column.dictionary, segment.exceptions.get(at)!);
}

function segmentOf(column: TableColumn, row: number): Segment {
  return column.segments[row >>> SEGMENT_SHIFT]!;
}

const entryTexts = new WeakMap<Dictionary, (string | undefined)[]>();

function entryText(dictionary: Dictionary, code: number): string {
  let texts = entryTexts.get(dictionary);
  if (texts === undefined) entryTexts.set(dictionary, (texts = []));
  const known = texts[code];
  if (known !== undefined) return known;
  const { bytes, offsets } = dictionary;
  return (texts[code] = decodeText(bytes, offsets[code]!, offsets[code + 1]!));
}

function entryKind(dictionary: Dictionary, code: number): CellKind {
  return dictionary.kinds[code] as CellKind;
}
