/** How a file was read, in words: what was recognised has to be seen to be believed. Pure. */

import type { Encoding, FileReading } from "../../model/fileSource.ts";
import { fileWords } from "../../words/en/file.ts";
import { inSentence } from "../inSentence.ts";

export const ENCODING_NAMES: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "windows-1252": "Windows-1252",
};

export function readingText(reading: FileReading): string {
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
        fileWords.readSeparator[reading.separator],
        fileWords.readDecimal[reading.decimal],
        ...headerWords(reading.headerLine),
      ];
    case "xlsx":
      return [
        "XLSX",
        reading.sheets.length > 1
          ? fileWords.sheetOf(inSentence(reading.sheet), reading.sheets.length)
          : fileWords.oneSheet(inSentence(reading.sheet)),
        ...headerWords(reading.headerLine),
        ...(reading.groupsLeftOut > 0 ? [fileWords.groupsLeftOut(reading.groupsLeftOut)] : []),
        ...(reading.sumsLeftOut ? [fileWords.sumsLeftOut] : []),
      ];
  }
}

function headerWords(line: number): readonly string[] {
  if (line === 1) return [];
  return [fileWords.headerIn(line, line - 1)];
}
