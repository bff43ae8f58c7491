/** How a file was read, in words: what was recognised has to be seen to be believed. Pure. */

import type { DecimalSign, Encoding, FileReading, Separator } from "../../model/fileSource.ts";
import { counted } from "../../words/figures.ts";

export const ENCODING_NAMES: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "windows-1252": "Windows-1252",
};

export const SEPARATOR_NAMES: Record<Separator, string> = {
  ",": "comma ,",
  ";": "semicolon ;",
  "\t": "tab",
  "|": "bar |",
};

export const DECIMAL_NAMES: Record<DecimalSign, string> = {
  point: "point 1234.56",
  comma: "comma 1.234,56",
};

export function readingWords(reading: FileReading): string {
  const parts = partsOf(reading);
  return parts.join(", ");
}

function partsOf(reading: FileReading): readonly string[] {
  switch (reading.format) {
    case "json":
      return ["JSON", ENCODING_NAMES[reading.encoding]];
    case "csv":
      return [
        "CSV",
        ENCODING_NAMES[reading.encoding],
        `separator ${reading.separator === "\t" ? "tab" : `“${reading.separator}”`}`,
        `decimal ${reading.decimal}`,
        ...headerWords(reading.headerLine),
      ];
    case "xlsx":
      return [
        "XLSX",
        reading.sheets.length > 1
          ? `sheet “${reading.sheet}” of ${reading.sheets.length}`
          : `sheet “${reading.sheet}”`,
        ...headerWords(reading.headerLine),
        ...(reading.groupsLeftOut > 0
          ? [`${counted(reading.groupsLeftOut, "line")} of groups left out`]
          : []),
        ...(reading.sumsLeftOut ? ["the sums below the rows left out"] : []),
      ];
  }
}

function headerWords(line: number): readonly string[] {
  if (line === 1) return [];
  return [`column names in line ${line}: ${counted(line - 1, "line")} above left out`];
}
