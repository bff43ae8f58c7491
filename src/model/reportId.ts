/**
 * The id of a report: a UUID, found in whatever a person pastes (the bare id, or a text or URL
 * that contains one). Lower-cased, so that one report has one link.
 */

import type { Brand } from "./brand.ts";

export type ReportId = Brand<string, "ReportId">;

const UUID =
  /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/i;

/** The first UUID in the text, or undefined. */
export function findReportId(text: string): ReportId | undefined {
  return UUID.exec(text)?.[0].toLowerCase() as ReportId | undefined;
}
