/**
 * The page's hash ⇄ where the person is: the connect form, or a report (of the API, or a
 * file) seen in a certain way. What
 * is in a link only proposes: nothing is fetched for it without a key. The key and the API's address
 * have no place in a route, so they can't get into a link.
 */

import { placeOfReportId, type ReportId } from "../model/reportId.ts";
import { decodeView, type DecodedLink, type LinkUnread } from "./decodeView.ts";
import { encodeView } from "./encodeView.ts";
import type { ViewLink } from "./format.ts";

export type Route =
  | { readonly screen: "connect"; readonly damaged?: DamagedLink }
  | ({ readonly screen: "report"; readonly reportId: ReportId } & ViewLink)
  /** A file of the person's own: which one, no link says. */
  | ({ readonly screen: "file" } & ViewLink);

/** A link to a report whose id is none: its view waits for whoever knows the id. */
export interface DamagedLink extends DecodedLink {
  /** Where it looks like what is left of an id; else empty, since it may be a secret. */
  readonly idText: string;
}

/** A route with what its link could not say. */
export type OpenedRoute = Route & LinkUnread;

/** `#/r/<uuid>?…`, `#/file?…`; `#/` for the connect form. */
export function formatRoute(route: Route): string {
  if (route.screen === "connect") return "#/";
  const text = encodeView(route);
  const path = route.screen === "file" ? "#/file" : `#/r/${route.reportId}`;
  return text === "" ? path : `${path}?${text}`;
}

/** Takes any text, with or without its `#`; never throws. */
export function parseRoute(hash: string): OpenedRoute {
  const [, path = "", query = ""] = /^#?([^?]*)(.*)$/s.exec(hash) ?? [];
  const isReport = /^\/r\//i.test(path);
  const id = isReport ? placeOfReportId(path.slice(0, 200)) : undefined;
  if (id !== undefined) {
    const { between, link } = readRest(path.slice(id.end) + query);
    // Punctuation is of the text around the link.
    const isMore = /[a-z0-9]/i.test(between.replaceAll(/%../g, ""));
    const notUnderstood = [...(isMore ? ["…"] : []), ...link.notUnderstood];
    return { screen: "report", reportId: id.reportId, ...link, notUnderstood };
  }
  const file = /^\/file\/?/i.exec(path);
  if (file !== null) {
    const { between, link } = readRest(path.slice(file[0].length) + query);
    if (between === "") return { screen: "file", ...link };
  }
  const link = decodeView(query.slice(1));
  const { notUnderstood, newer, cut } = link;
  const known = path === "" || path === "/";
  const unknown = known ? [] : [/^\/[a-z]{1,20}(?=\/|$)/i.exec(path)?.[0] ?? "…"];
  const idText = isReport ? (/^\/r\/([0-9a-f-]{20,50})\/?$/i.exec(path)?.[1] ?? "") : "";
  return {
    screen: "connect",
    ...(isReport && (idText !== "" || query !== "") && { damaged: { ...link, idText } }),
    notUnderstood: [...unknown, ...notUnderstood],
    newer,
    cut,
  };
}

/** Programs that escape a link write its `?` as `%3F`, others as `&`: that is one before a part. */
function readRest(rest: string): { readonly between: string; readonly link: DecodedLink } {
  const [, between = "", text = ""] =
    /^(.*?)(?:(?:\?|(?:%3F|&(?:amp;)?)(?=[a-z]{1,20}=))(.*))?$/is.exec(rest) ?? [];
  return { between, link: decodeView(text) };
}
