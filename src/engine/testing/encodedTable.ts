/**
 * Tables for tests with the encoding of each segment chosen by hand, so that every query meets
 * every encoding, also the ones the builder would not have chosen for such cells.
 */

import { CellKind, type CellView } from "../../model/cell.ts";
import { columnId } from "../../model/positions.ts";
import {
  MAX_SCALE,
  SEGMENT_ROWS,
  type Dictionary,
  type ReportTable,
  type Segment,
} from "../table.ts";
import { isNumeric } from "../codeNumbers.ts";
import { RowCodes } from "../rowCodes.ts";
import { encodeText } from "../wtf8.ts";

export type Encoding = Segment["encoding"];

const MISSING: CellView = { text: "", kind: CellKind.missing };

/** Short rows are filled up with missing cells. */
export function encodedTable(
  rows: readonly (readonly CellView[])[],
  encodingOf: (column: number, segment: number) => Encoding,
): ReportTable {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: width }, (_, at) => {
    const cells = rows.map((row) => row[at] ?? MISSING);
    const entries = new Entries();
    const segments: Segment[] = [];
    for (let base = 0; base < cells.length; base += SEGMENT_ROWS) {
      const part = cells.slice(base, base + SEGMENT_ROWS);
      segments.push(segmentOf(part, encodingOf(at, segments.length), entries));
    }
    return { id: columnId(at), name: `c${at}`, dictionary: entries.dictionary(), segments };
  });
  return { rowCount: rows.length, columns, headerCount: width, raggedRows: 0, sealed: true };
}

class Entries {
  readonly #codes = new Map<string, number>();
  readonly #cells: CellView[] = [MISSING];

  codeOf(cell: CellView): number {
    if (cell.kind === CellKind.missing) return 0;
    const name = `${cell.kind} ${cell.text}`;
    const known = this.#codes.get(name);
    if (known !== undefined) return known;
    this.#codes.set(name, this.#cells.length);
    return this.#cells.push(cell) - 1;
  }

  dictionary(): Dictionary {
    const { bytes, offsets } = textsOf(this.#cells);
    const kinds = Uint8Array.from(this.#cells, (cell) => cell.kind);
    return { count: this.#cells.length, bytes, offsets, kinds };
  }
}

function textsOf(cells: readonly CellView[]): { bytes: Uint8Array; offsets: Uint32Array } {
  const texts = cells.map((cell) => encodeText(cell.text));
  const offsets = new Uint32Array(cells.length + 1);
  texts.forEach((text, i) => (offsets[i + 1] = offsets[i]! + text.length));
  const bytes = new Uint8Array(offsets[cells.length]!);
  texts.forEach((text, i) => bytes.set(text, offsets[i]));
  return { bytes, offsets };
}

function segmentOf(cells: readonly CellView[], encoding: Encoding, entries: Entries): Segment {
  const { length } = cells;
  if (encoding === "codes") {
    return { encoding, length, codes: Uint32Array.from(cells, (cell) => entries.codeOf(cell)) };
  }
  if (encoding === "text") {
    const kinds = Uint8Array.from(cells, (cell) => cell.kind);
    return { encoding, length, ...textsOf(cells), kinds, kind: CellKind.string };
  }
  const kind = cells.find((cell) => plainNumber(cell) !== undefined)?.kind ?? CellKind.string;
  const mantissas = new Float64Array(length).fill(Number.NaN);
  const scales = new Uint8Array(length);
  const exceptions = new RowCodes();
  cells.forEach((cell, row) => {
    const number = cell.kind === kind ? plainNumber(cell) : undefined;
    if (number === undefined) exceptions.add(row, entries.codeOf(cell));
    else {
      mantissas[row] = number.mantissa;
      scales[row] = number.scale;
    }
  });
  const [scale = 0] = scales.filter((_, row) => exceptions.get(row) === undefined);
  const isOne = scales.every((other, row) => exceptions.get(row) !== undefined || other === scale);
  return {
    encoding,
    length,
    mantissas,
    scales: isOne ? undefined : scales,
    scale: isOne ? scale : 0,
    kind,
    exceptions,
  };
}

function plainNumber({ text, kind }: CellView): { mantissa: number; scale: number } | undefined {
  if (!isNumeric(kind)) return undefined;
  const parts = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (parts === null) return undefined;
  const scale = parts[3]?.length ?? 0;
  const size = Number(`${parts[2]}${parts[3] ?? ""}`);
  if (!Number.isSafeInteger(size) || scale > MAX_SCALE) return undefined;
  if (parts[1] === "-") return size === 0 ? undefined : { mantissa: -size, scale };
  return { mantissa: size, scale };
}
