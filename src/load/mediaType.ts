/**
 * What a Content-Type says about a body, and whether that can be the file asked for. Types that say
 * nothing (`text/plain`, `application/octet-stream`, none) pass: the bytes will tell.
 */

import type { FileFormat, NotReport } from "../model/reportError.ts";

export const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  json: "application/json",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const KNOWN = new Map<string, FileFormat | "webPage" | "anything">([
  ["", "anything"],
  ["text/plain", "anything"],
  ["application/octet-stream", "anything"],
  ["binary/octet-stream", "anything"],
  ["application/force-download", "anything"],
  ["application/x-download", "anything"],
  // Servers use it for workbooks and for CSV.
  ["application/vnd.ms-excel", "anything"],
  ["application/zip", "xlsx"],
  [MEDIA_TYPES.xlsx, "xlsx"],
  ["application/csv", "csv"],
  [MEDIA_TYPES.csv, "csv"],
  [MEDIA_TYPES.json, "json"],
  ["text/json", "json"],
  ["text/html", "webPage"],
  ["application/xhtml+xml", "webPage"],
]);

/** The type without its parameters, in lower case; empty when there is none. */
export function mediaTypeOf(headers: Headers): string {
  return (headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/** Undefined when a body of this type may be the file asked for. */
export function mismatch(
  mediaType: string,
  wanted: FileFormat,
): Extract<NotReport, "webPage" | "otherType"> | undefined {
  const known = KNOWN.get(mediaType) ?? (mediaType.endsWith("+json") ? "json" : "otherType");
  if (known === "webPage" || known === "otherType") return known;
  return known === wanted || known === "anything" ? undefined : "otherType";
}

/** The body is another variant of the report: something on the way dropped the Accept header. */
export function isOtherVariant(mediaType: string, wanted: FileFormat): boolean {
  const known = KNOWN.get(mediaType);
  return (known === "json" || known === "csv" || known === "xlsx") && known !== wanted;
}
