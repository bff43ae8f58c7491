/**
 * The page's hash ⇄ where the person is: the connect form, or a report (of the API, or a
 * file) seen in a certain way. What
 * is in a link only proposes: nothing is fetched for it without a key. The key and the API's address
 * have no place in a route, so they can't get into a link.
 */

import { findReportId, type ReportId } from "../model/reportId.ts";
import { decodeView, type DecodedLink } from "./decodeView.ts";
import { encodeView } from "./encodeView.ts";
import type { ViewLink } from "./format.ts";

export type Route =
  | { readonly screen: "connect" }
  | ({ readonly screen: "report"; readonly reportId: ReportId } & ViewLink)
  /** A file of the person's own: which one, no link says. */
  | ({ readonly screen: "file" } & ViewLink);

/** A route with what its link could not say. */
export type OpenedRoute = Route & Pick<DecodedLink, "notUnderstood" | "newer" | "cut">;

/** `#/r/<uuid>?…`, `#/file?…`; `#/` for the connect form. */
export function formatRoute(route: Route): string {
  if (route.screen === "connect") return "#/";
  const text = encodeView(route);
  const path = route.screen === "file" ? "#/file" : `#/r/${route.reportId}`;
  return text === "" ? path : `${path}?${text}`;
}

/** Takes any text, with or without its `#`; never throws. */
export function parseRoute(hash: string): OpenedRoute {
  const [, path = "", text = ""] = /^#?([^?]*)\??(.*)$/s.exec(hash) ?? [];
  const { view, fingerprint, rowCount, ...notes } = decodeView(text);
  const reportId = /^\/r\//i.test(path) ? findReportId(path.slice(0, 200)) : undefined;
  if (reportId !== undefined) {
    return { screen: "report", reportId, view, fingerprint, rowCount, ...notes };
  }
  if (/^\/file\/?$/i.test(path)) return { screen: "file", view, fingerprint, rowCount, ...notes };
  const known = path === "" || path === "/";
  const unknown = known ? [] : [/^\/[a-z]{1,20}(?=\/|$)/i.exec(path)?.[0] ?? "…"];
  return { screen: "connect", ...notes, notUnderstood: [...unknown, ...notes.notUnderstood] };
}
