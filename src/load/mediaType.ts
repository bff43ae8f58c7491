/**
 * What a Content-Type says about a body, and whether that can be the file asked for. Types that say
 * nothing (`text/plain`, `application/octet-stream`, none) pass: the bytes will tell.
 */

import type { FileFormat, NotReport } from "../model/reportError.ts";
import { redact } from "./redact.ts";

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

const SHOWABLE = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/;

/**
 * The type without its parameters, in lower case; empty when there is none, `?` for one that is not
 * written as types are or has a piece of the key in it.
 */
export function mediaTypeOf(headers: Headers, key: string): string {
  const type = (headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const isShowable = KNOWN.has(type) || (SHOWABLE.test(type) && redact(type, key) === type);
  return isShowable ? type : "?";
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
