/**
 * What a person means by the text in the "Report ID" field: a bare id, a text with one in it, or a
 * whole view link, whose view is then opened too.
 */

import { parseRoute } from "../../link/route.ts";
import { type ReportId, findReportId } from "../../model/reportId.ts";
import type { ViewState } from "../../model/viewState.ts";
import type { ApiReportRoute, ReportRoute } from "../location.ts";

/**
 * `offered` is the view that a link proposed; it holds as long as the id stays the same. The view of
 * a file suits any report. `fresh` is the view where nothing says one.
 */
export function readTarget(
  text: string,
  offered: ReportRoute | undefined,
  fresh: ViewState,
): ApiReportRoute | undefined {
  const hash = text.indexOf("#/r/");
  const linked = hash < 0 ? undefined : parseRoute(text.slice(hash).trim());
  if (linked?.screen === "report") {
    const { reportId, view, fingerprint, rowCount } = linked;
    return { screen: "report", reportId, view, fingerprint, rowCount };
  }
  const reportId = findReportId(text);
  if (reportId === undefined) return undefined;
  if (offered?.screen === "file") return { ...offered, screen: "report", reportId };
  if (reportId === offered?.reportId) return offered;
  return routeTo(reportId, fresh);
}

export function routeTo(reportId: ReportId, view: ViewState): ApiReportRoute {
  return { screen: "report", reportId, view, fingerprint: undefined };
}
