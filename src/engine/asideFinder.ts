/**
 * Recognises, while a report arrives, the lines among its rows that are no data: title lines before
 * the first row of data, and the header line said again. Where the title stands in the place of the
 * headers, the first row has the names. What a row is follows from it, from the rows above and, for
 * title lines, from the next row: rows that come later change nothing. Both are rules that links rest
 * on (docs/link-format.md). One comparison of lengths for most rows.
 */

import type { CellBatch } from "../model/cellBatch.ts";
import { viewOf } from "./columnCells.ts";
import { sameBytes } from "./dictionaryBuilder.ts";
import { columnId } from "../model/positions.ts";
import { batchLine, type Line, lineOfTexts, tableLine, textIn } from "./line.ts";
import { readCell } from "./readCell.ts";
import type { ReportTable } from "./table.ts";
import { classify, VALUE_CLASSES, ValueClass, type NumberShape } from "./valueClass.ts";
import { encodeText } from "./wtf8.ts";

/** A title has no more lines, and no more cells in a line: they are the first ones. */
const TITLE_LINES = 3;
const TITLE_CELLS = 2;
/** Only a header of so many names can be told from a title, and only two names from a value. */
const LEAST_COLUMNS = 5;
const LEAST_NAMES = 2;

export class AsideFinder {
  /** Rows set aside, ascending. */
  readonly rows: number[] = [];
  titles = 0;
  headers = 0;
  /** What the title says. */
  title = "";
  /** Names of the columns, where a row has them and not the headers. */
  names: readonly string[] | undefined;
  readonly #tallies: Uint32Array[] = [];
  readonly #widths = new Map<number, number>();
  readonly #shape: NumberShape = { whole: 0, fraction: 0 };
  #header: Header | undefined;
  /** No row of data was seen yet. */
  #isLeading = true;
  /** Rows that may be a title; the next one decides. */
  #pending: { readonly row: number; readonly line: Line }[] = [];

  /** `table`: with the rows that came before their headers. */
  setHeaders(names: readonly string[], table: ReportTable): void {
    this.#header = headerOf(names);
    for (let row = 0; row < table.rowCount; row += 1) {
      const { names: said, first } = this.#header;
      const isLikely =
        this.#isLeading || readCell(table, row, columnId(first)).text === said[first];
      if (isLikely) this.#take(tableLine(table, row), row);
    }
  }

  /** The rows from `firstRow` on. */
  append(batch: CellBatch, firstRow: number): void {
    if (this.#header === undefined) return;
    const { bytes, starts, ends, rowStarts, rowCount } = batch;
    let row = 0;
    for (; row < rowCount && this.#isLeading; row += 1) {
      this.#take(batchLine(batch, row), firstRow + row);
    }
    const { first, bytes: names } = this.#header;
    const name = names[first];
    if (name === undefined) return;
    const view = viewOf(bytes);
    const nameView = viewOf(name);
    for (; row < rowCount; row += 1) {
      const cell = rowStarts[row]! + first;
      const start = starts[cell]!;
      if (ends[cell]! - start !== name.length) continue;
      if (!sameBytes(view, start, nameView, 0, name.length)) continue;
      this.#take(batchLine(batch, row), firstRow + row);
    }
  }

  /** Cells of the rows set aside, by their class. */
  tallies(column: number): Uint32Array | undefined {
    return this.#tallies[column];
  }

  /** How many of the rows set aside have so many cells. */
  rowsOfWidth(width: number): number {
    return this.#widths.get(width) ?? 0;
  }

  #take(line: Line, row: number): void {
    const header = this.#header!;
    if (row === 0 && header.named <= TITLE_CELLS && isLineOfNames(line, header)) {
      this.title = titleOf(header.names);
      this.titles = 1;
      this.names = textsOf(line);
      this.#header = headerOf(this.names);
      this.#isLeading = false;
      this.#setAside(line, row);
    } else if (isHeader(line, header)) {
      this.#decide(true);
      this.headers += 1;
      this.#setAside(line, row);
    } else if (this.#isLeading) {
      if (this.#pending.length < TITLE_LINES && isTitleLine(line, header)) {
        this.#pending.push({ row, line: lineOfTexts(textsOf(line), line) });
      } else {
        const first = textIn(line, 0);
        this.#decide(
          !isTitleLine(line, header) &&
            first !== "" &&
            this.#pending.every(({ line: one }) => textIn(one, 0) !== first),
        );
      }
    }
  }

  #decide(areTitles: boolean): void {
    if (areTitles) {
      this.titles += this.#pending.length;
      for (const { row, line } of this.#pending) {
        this.title ||= titleOf(textsOf(line));
        this.#setAside(line, row);
      }
    }
    this.#pending = [];
    this.#isLeading = false;
  }

  #setAside(line: Line, row: number): void {
    this.rows.push(row);
    this.#widths.set(line.width, this.rowsOfWidth(line.width) + 1);
    for (let column = 0; column < line.width; column += 1) {
      const tallies = (this.#tallies[column] ??= new Uint32Array(VALUE_CLASSES));
      tallies[classOf(line, column, this.#shape)]! += 1;
    }
  }
}

interface Header {
  readonly names: readonly string[];
  readonly bytes: readonly Uint8Array[];
  /** Names that aren't blank, and where the first of them is. */
  readonly named: number;
  readonly first: number;
}

function headerOf(names: readonly string[]): Header {
  return {
    names,
    bytes: names.map(encodeText),
    named: names.filter((name) => name !== "").length,
    first: names.findIndex((name) => name !== ""),
  };
}

function isHeader(line: Line, { bytes, named }: Header): boolean {
  if (named < LEAST_NAMES) return false;
  const { starts, ends, first, width, bytes: cells } = line;
  for (let column = Math.min(width, bytes.length); column < bytes.length; column += 1) {
    if (bytes[column]!.length > 0) return false;
  }
  for (let column = 0; column < width; column += 1) {
    const start = starts[first + column]!;
    const length = ends[first + column]! - start;
    const name = bytes[column];
    if (length !== (name === undefined ? 0 : name.length)) return false;
    for (let at = 0; at < length; at += 1) {
      if (cells[start + at] !== name![at]) return false;
    }
  }
  return true;
}

/** Text in one or two of the first cells and nowhere else. */
function isTitleLine(line: Line, { named }: Header): boolean {
  if (named < LEAST_COLUMNS) return false;
  let filled = 0;
  for (let column = 0; column < line.width; column += 1) {
    const [start, end] = placeIn(line, column);
    if (start === end) continue;
    if (column >= TITLE_CELLS) return false;
    filled += 1;
  }
  return filled > 0;
}

/** Wider than the headers, all words, no two alike: names of columns. */
function isLineOfNames(line: Line, { names }: Header): boolean {
  const shape: NumberShape = { whole: 0, fraction: 0 };
  const texts = textsOf(line).filter((text) => text !== "");
  if (line.width <= names.length || texts.length < LEAST_COLUMNS) return false;
  if (new Set(texts).size < texts.length || texts.length < line.width / 2) return false;
  for (let column = 0; column < line.width; column += 1) {
    const found = classOf(line, column, shape);
    if (found > ValueClass.text && found !== ValueClass.currency) return false;
  }
  return true;
}

function classOf(line: Line, column: number, shape: NumberShape): ValueClass {
  const [start, end] = placeIn(line, column);
  return classify(line.bytes, start, end, line.kinds[line.first + column]!, shape);
}

function placeIn({ starts, ends, first, width }: Line, column: number): readonly [number, number] {
  return column < width ? [starts[first + column]!, ends[first + column]!] : [0, 0];
}

function textsOf(line: Line): readonly string[] {
  return Array.from({ length: line.width }, (_, column) => textIn(line, column));
}

function titleOf(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join(" ");
}
