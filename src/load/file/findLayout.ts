/**
 * How a CSV is written, from its beginning: the separator that makes the most even table, the line
 * with the column names (reports of older kinds have a title above it), the sign before decimals.
 * A guess that is shown and can be changed; it decides how text is cut, never what a cell says.
 */

import {
  SEPARATORS,
  type DecimalSign,
  type FileSettings,
  type Separator,
} from "../../model/fileSource.ts";
import { findHeader, usualWidth } from "./findHeader.ts";

export interface Layout {
  readonly separator: Separator;
  readonly decimal: DecimalSign;
  readonly headerLine: number;
}

/** Lines looked at. */
const LINES = 300;

/** `isWhole`: the text is the whole file, so that its last line counts. */
export function findLayout(text: string, isWhole: boolean, chosen: FileSettings): Layout {
  const separator = chosen.separator ?? statedSeparator(text) ?? bestSeparator(text, isWhole);
  const lines = sampleLines(text, separator, isWhole);
  const headerLine = chosen.headerLine ?? findHeader(lines);
  return { separator, headerLine, decimal: chosen.decimal ?? findDecimal(lines.slice(headerLine)) };
}

/** Excel's own way to say it: a first line `sep=;`. */
function statedSeparator(text: string): Separator | undefined {
  const stated = /^sep=(.)[\r\n]/i.exec(text)?.[1];
  return SEPARATORS.find((separator) => separator === stated);
}

function bestSeparator(text: string, isWhole: boolean): Separator {
  let best: Separator = ",";
  let most = 0;
  for (const separator of SEPARATORS) {
    const lines = sampleLines(text, separator, isWhole).filter((cells) => cells.join("") !== "");
    const usual = usualWidth(lines);
    const even = lines.filter((cells) => cells.length === usual).length / lines.length;
    const score = even * even * (usual - 1);
    if (score > most) {
      best = separator;
      most = score;
    }
  }
  return best;
}

const WITH_COMMA = /^[+-]?(?:\d{1,3}(?:\.\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,})|0,\d+)$/;
const WITH_POINT = /^[+-]?(?:\d{1,3}(?:,\d{3})+\.\d+|\d+\.(?:\d{1,2}|\d{4,})|0\.\d+)$/;

/** A comma only where it is sure: `1,234` may be either. */
function findDecimal(lines: readonly (readonly string[])[]): DecimalSign {
  let commas = 0;
  let points = 0;
  for (const cells of lines) {
    for (const cell of cells) {
      if (WITH_COMMA.test(cell)) commas += 1;
      else if (WITH_POINT.test(cell)) points += 1;
    }
  }
  return commas > points ? "comma" : "point";
}

/** The cells of the first lines, read as `CsvReader` does. A last line that is cut is left out. */
function sampleLines(text: string, separator: string, isWhole: boolean): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endLine = () => {
    lines.push([...cells, cell]);
    cells = [];
    cell = "";
  };
  for (let at = 0; at < text.length && lines.length < LINES; at++) {
    const letter = text[at]!;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') cell += text[++at]!;
      else isQuoted = false;
    } else if (letter === '"' && cell === "") isQuoted = true;
    else if (letter === separator) {
      cells.push(cell);
      cell = "";
    } else if (letter === "\n" || letter === "\r") {
      if (letter === "\r" && text[at + 1] === "\n") at += 1;
      endLine();
    } else cell += letter;
  }
  if ((isWhole || lines.length === 0) && (cell !== "" || cells.length > 0)) endLine();
  return lines;
}
