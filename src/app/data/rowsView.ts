/**
 * A view's rows as they are asked for and as they are on screen: of which query, from how much of
 * the report. Pure. Two of one name differ only in how many rows were here, or in what is folded.
 */

import { ALL_ROWS, type Query, queryText } from "../../model/query.ts";
import type { TableSummary } from "../../model/tableSummary.ts";

/** Rows in an order, as one answer of the engine: what blocks are cut from. */
export interface RowsView {
  readonly query: Query;
  /** The query's text: views of the same name differ only in how much of the report they saw. */
  readonly name: string;
  /** What is folded, if rows are in groups: changes lines, not the view they are of. */
  readonly folds: string;
  /** Rows of the view; those of all groups, where `rowCount` counts lines. */
  readonly shownRows: number;
  /** All rows in the report's order: nothing already there moves when rows arrive. */
  readonly isWhole: boolean;
  readonly tableRows: number;
  readonly rowCount: number;
  /** The table was complete, its column kinds settled. */
  readonly sealed: boolean;
  readonly columnCount: number;
}

export function viewOf(query: Query, table: TableSummary): RowsView {
  const rowCount = table.rowCount - (table.setAside?.rows ?? 0);
  return {
    query,
    name: nameOfQuery(query),
    isWhole: isWholeReport(query),
    tableRows: table.rowCount,
    rowCount,
    shownRows: rowCount,
    folds: foldsOf(query),
    sealed: table.sealed,
    columnCount: table.columns.length,
  };
}

/** Asked for from the same table; the rows an order shows are its answer and are not compared. */
export function isSame(view: RowsView, other: RowsView | undefined): boolean {
  return (
    other !== undefined &&
    view.name === other.name &&
    view.folds === other.folds &&
    view.tableRows === other.tableRows &&
    view.sealed === other.sealed &&
    view.columnCount === other.columnCount
  );
}

export function isWholeReport({ filters, search, sort, groups, reading }: Query): boolean {
  const asksNothing = filters.length === 0 && search === "" && sort.length === 0;
  return asksNothing && groups === undefined && reading === undefined;
}

const NO_FOLDS = { open: false, except: [] };

/** A view of all rows does not depend on the kinds of its columns: one name for all of them. */
export function nameOfQuery(query: Query): string {
  const { groups } = query;
  if (groups !== undefined) return queryText({ ...query, groups: { ...groups, folds: NO_FOLDS } });
  return queryText(isWholeReport(query) ? ALL_ROWS : query);
}

export function foldsOf({ groups }: Query): string {
  return groups === undefined ? "" : JSON.stringify(groups.folds);
}

/** Changes when an order must be asked for anew. */
export function versionOf(view: Pick<RowsView, "tableRows" | "sealed" | "folds">): string {
  return `${view.tableRows}${view.sealed ? " all" : ""}${view.folds}`;
}
