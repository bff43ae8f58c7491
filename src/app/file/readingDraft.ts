/**
 * The choices of the dialog on how a file is read. What the person leaves as it was recognised stays
 * to be recognised: another separator may well put the column names on another line. Pure.
 */

import {
  ENCODINGS,
  type DecimalSign,
  type Encoding,
  type FileReading,
  type FileSettings,
  SEPARATORS,
  type Separator,
} from "../../model/fileSource.ts";

export interface ReadingDraft {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly decimal: DecimalSign;
  /** As typed. */
  readonly headerLine: string;
  readonly sheet: string;
}

export function draftOf(settings: FileSettings, reading: FileReading | undefined): ReadingDraft {
  const known = reading?.format === "csv" ? reading : undefined;
  const text = reading?.format === "xlsx" ? undefined : reading;
  const line = reading?.format === "json" ? undefined : reading?.headerLine;
  return {
    encoding: settings.encoding ?? text?.encoding ?? "utf-8",
    separator: settings.separator ?? known?.separator ?? ",",
    decimal: settings.decimal ?? known?.decimal ?? "point",
    headerLine: String(settings.headerLine ?? line ?? 1),
    sheet: settings.sheet ?? (reading?.format === "xlsx" ? reading.sheet : ""),
  };
}

/** The settings with what differs from `before`; undefined when the line is no line. */
export function settingsOf(
  settings: FileSettings,
  before: ReadingDraft,
  draft: ReadingDraft,
): FileSettings | undefined {
  const line = readLine(draft.headerLine);
  if (line === undefined) return undefined;
  const { encoding, separator, decimal, sheet } = draft;
  const otherSheet = sheet !== before.sheet;
  return {
    encoding: encoding === before.encoding ? settings.encoding : encoding,
    separator: separator === before.separator ? settings.separator : separator,
    decimal: decimal === before.decimal ? settings.decimal : decimal,
    headerLine: draft.headerLine === before.headerLine ? settings.headerLine : line,
    sheet: otherSheet ? sheet : settings.sheet,
  };
}

export function readLine(text: string): number | undefined {
  return /^[1-9]\d{0,6}$/.test(text.trim()) ? Number(text) : undefined;
}

/** What a native list of choices says, as what it stands for. */
export function encodingOf(value: string): Encoding {
  return ENCODINGS.find((one) => one === value) ?? "utf-8";
}

export function separatorOf(value: string): Separator {
  return SEPARATORS.find((one) => one === value) ?? ",";
}
