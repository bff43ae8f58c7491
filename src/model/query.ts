/**
 * What the engine is asked: which rows, in which order. Columns by position. Two equal queries
 * on one table have one answer, so `queryText` serves as its name in caches.
 */

import type { ColumnKind } from "./column.ts";
import type { Filter } from "./filter.ts";
import type { ColumnId } from "./positions.ts";

export interface SortKey<ColumnRef> {
  readonly column: ColumnRef;
  readonly descending: boolean;
}

export interface Query {
  /** All must hold. */
  readonly filters: readonly Filter<ColumnId>[];
  /** Rows with this text in any column, ignoring case; empty for all rows. */
  readonly search: string;
  /** First key first; rows equal in all keys stay in the report's order. */
  readonly sort: readonly SortKey<ColumnId>[];
  /** Kinds chosen by the person: a column sorts and compares by its kind. */
  readonly kinds: readonly (readonly [ColumnId, ColumnKind])[];
}

export const ALL_ROWS: Query = { filters: [], search: "", sort: [], kinds: [] };

export function queryText(query: Query): string {
  return JSON.stringify([query.filters, query.search, query.sort, query.kinds]);
}
