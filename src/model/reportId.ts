/**
 * The id of a report: a UUID, found in whatever a person pastes (the bare id, or a text or URL
 * that contains one). Lower-cased, so that one report has one link.
 */

import type { Brand } from "./brand.ts";

export type ReportId = Brand<string, "ReportId">;

// A pasted address may be escaped: in `%2F3c90c3cc-…` the F is no digit of the id.
const UUID =
  /(?:(?<![0-9a-f])|(?<=%[0-9a-f]{2}))[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/i;

/** What word processors make of a hyphen. */
const DASHES = /[\u2010-\u2015\u2212]/g;

/** The first UUID in the text, or undefined. */
export function findReportId(text: string): ReportId | undefined {
  return placeOfReportId(text)?.reportId;
}

/** The same with the place behind it. */
export function placeOfReportId(text: string): { reportId: ReportId; end: number } | undefined {
  const found = UUID.exec(text.replace(DASHES, "-"));
  if (found === null) return undefined;
  const [id] = found;
  return { reportId: id.toLowerCase() as ReportId, end: found.index + id.length };
}
