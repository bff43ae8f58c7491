/** The kinds of route by name, for the parts of the app that know which one they are on. */

import type { OpenedRoute, Route } from "../link/route.ts";
import type { ReportId } from "../model/reportId.ts";

/** A report of the API, or a file of the person's own. */
export type ReportRoute = Exclude<Route, { readonly screen: "connect" }>;
export type OpenedReportRoute = Exclude<OpenedRoute, { readonly screen: "connect" }>;

/** A route that a key is needed for. */
export type ApiReportRoute = Extract<Route, { readonly screen: "report" }>;

/** Undefined for a file. */
export function reportIdOf(route: ReportRoute): ReportId | undefined {
  return route.screen === "report" ? route.reportId : undefined;
}
