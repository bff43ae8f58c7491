/** Sharing a view, and what its link carries. */

import { area } from "../area.ts";
import { countText, counted } from "../figures.ts";

export const shareWords = area("share", {
  title: "Share this view",
  link: "Link",
  copyLink: "Copy link",
  copied: "Copied.",
  copyRefused: "The browser did not allow it. The link is selected: press Ctrl+C.",
  long: (length: number) =>
    `This link has ${countText(length)} characters. Some programs cut links near 2,000; an e-mail carries it whole.`,
  leaveOut: "Leave filter values out",
  without: (what: string) => `Without ${what}, the link may show more rows than you see.`,
  readable: (what: string) => `Whoever gets the link can read ${what} in it.`,
  byHand: "Groups you opened or folded by hand are not in it.",
  partByPart: "Part by part",
  noKey: "It carries no key and no rows. Whoever opens it needs an API key of their own.",
  noFile:
    "It carries no key, no rows, and neither the file nor its name. It works for whoever has the same file, or the report’s id and an API key of their own.",
  carries: (what: string) => `This link carries ${what}.`,
  aFileView: "a view of a file",
  reportId: "the report id",
  columns: (count: number) => counted(count, "column"),
  filters: (count: number) => counted(count, "filter"),
  filtersWith: (count: number, names: number, list: string) =>
    `${counted(count, "filter")} including the ${names === 1 ? "name" : "names"} ${list}`,
  search: (text: string) => `the search “${text}”`,
  theSearch: "the search",
  order: "the order of the rows",
  groups: (count: number) => `groups by ${counted(count, "column")}`,
  fingerprintOf: (rows: number) => `the fingerprint of ${counted(rows, "row")} of data`,
  andMore: (list: string, more: number) => `${list} and ${countText(more)} more`,
  names: {
    file: "File",
    report: "Report",
    columns: "Columns",
    filters: "Filters",
    search: "Search",
    order: "Order",
    groups: "Groups",
    layout: "Layout",
    data: "Data",
  },
  notTheFile: "neither it nor its name",
  itsId: "its id",
  none: "none",
  quoted: (text: string) => `"${text}"`,
  noFingerprint: "no fingerprint",
  fingerprint: (digits: string, rows: number) => `fingerprint ${digits}, ${counted(rows, "row")}`,
  loading:
    "The report is still loading, so this link has no fingerprint yet: whoever opens it can’t check that the data is the same. It gets one here as soon as all rows are in.",
  unable:
    "This browser makes fingerprints on secure pages (https) only, so this link has none: whoever opens it can’t check that the data is the same.",
  incomplete:
    "The report is not complete, so this link has no fingerprint: whoever opens it can’t check that the data is the same.",
  allColumns: "all, in the report's order",
  someColumns: (count: number) => `${counted(count, "column")}, in the order shown`,
  ofColumns: (count: number, all: number) =>
    `${countText(count)} of ${countText(all)}, in the order shown`,
  reportsOrder: "the report's own",
  ascending: (column: string) => `${column}, ascending`,
  descending: (column: string) => `${column}, descending`,
  thenSort: "; then ",
  alphabet: (order: string, language: string) => `${order}; alphabet: ${language}`,
  groupsFolded: (columns: string) => `by ${columns}, folded`,
  groupsOpen: (columns: string) => `by ${columns}, unfolded`,
  thenBy: ", then ",
  mostRows: "most rows first",
  fewestRows: "fewest rows first",
  pins: (count: number) => counted(count, "pinned column"),
  widths: (count: number) => counted(count, "changed width"),
  kinds: (count: number) => counted(count, "changed kind"),
  currencies: (count: number) => counted(count, "chosen currency", "chosen currencies"),
  totals: (count: number) => counted(count, "totalled column"),
  exact: "values exactly as in the report",
});
