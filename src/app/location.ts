/** The two kinds of route by name, for the parts of the app that know which one they are on. */

import type { OpenedRoute, Route } from "../link/route.ts";

export type ReportRoute = Extract<Route, { readonly screen: "report" }>;
export type OpenedReportRoute = Extract<OpenedRoute, { readonly screen: "report" }>;
