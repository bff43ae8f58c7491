/**
 * What a view makes of the lines that are no data, on the page: the columns and figures of the report
 * as it is read. Pure. A link with a fingerprint was made by this program; when it says nothing of
 * lines, it was made before any were set aside, and its sender saw all of them.
 */

import type { LinkedData } from "../../link/format.ts";
import type { TableSummary } from "../../model/tableSummary.ts";
import type { ViewLines, ViewState } from "../../model/viewState.ts";

export interface Seen extends LinkedData {
  readonly view: ViewState;
}

export function seenView({ view, fingerprint }: Seen, table: TableSummary | undefined): ViewState {
  const isOlder = fingerprint !== undefined && view.lines === undefined && view.fill.length === 0;
  return isOlder && table?.setAside !== undefined ? { ...view, lines: "sent" } : view;
}

/** A view that is not the link's, on the page of a link: it sets lines aside where nobody said. */
export function ownView(view: ViewState, { fingerprint }: LinkedData): ViewState {
  return fingerprint === undefined ? view : { ...view, lines: view.lines ?? "aside" };
}

/** Of the report as sent there is nothing to set aside and nothing to fill. */
export function seenTable(table: TableSummary, { lines }: ViewState): TableSummary {
  const { setAside } = table;
  if (lines === "sent") return { ...table, setAside: undefined, blocks: [] };
  if (setAside === undefined) return table;
  const { columns, headerCount, raggedRows } = setAside;
  return { ...table, columns, headerCount, raggedRows };
}

/** The rows of data. */
export function dataRows({ setAside }: TableSummary, rows: number): number {
  return rows - (setAside?.rows ?? 0);
}

/** A link says what was done with lines where there are any: another version may do otherwise. */
export function sharedView(
  { view, fingerprint }: Seen,
  table: TableSummary | undefined,
): ViewState {
  if (table?.setAside === undefined) return view;
  const lines: ViewLines = seenView({ view, fingerprint }, table).lines ?? "aside";
  return { ...view, lines };
}
