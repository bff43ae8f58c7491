/**
 * What a person means by the text in the "Report ID" field: a bare id, a text with one in it, or a
 * whole view link, whose view is then opened too, with what could not be read of it.
 */

import { type OpenedRoute, parseRoute } from "../../link/route.ts";
import { type ReportId, findReportId } from "../../model/reportId.ts";
import type { ViewState } from "../../model/viewState.ts";
import type { ApiReportRoute } from "../location.ts";

/**
 * `offered` is what the address proposed; its view holds as long as the id stays the same. The view
 * of a file, and one whose id is damaged, suit any report. `fresh` is the view where nothing says one.
 */
export function readTarget(
  text: string,
  offered: OpenedRoute,
  fresh: ViewState,
): ApiReportRoute | undefined {
  const hash = text.indexOf("#/r/");
  const pasted = hash < 0 ? undefined : parseRoute(text.slice(hash).trim());
  if (pasted?.screen === "report") return pasted;
  const reportId = findReportId(text);
  if (reportId === undefined) return undefined;
  if (offered.screen === "report") {
    return offered.reportId === reportId ? offered : routeTo(reportId, fresh);
  }
  const linked = offered.screen === "file" ? offered : offered.damaged;
  return linked === undefined
    ? routeTo(reportId, fresh)
    : { ...linked, screen: "report", reportId };
}

export function routeTo(reportId: ReportId, view: ViewState): ApiReportRoute {
  return { screen: "report", reportId, view, fingerprint: undefined };
}
